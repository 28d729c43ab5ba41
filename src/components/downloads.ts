import type { PublishedFigure } from "../core/site.ts";
import { link } from "../link.ts";

/** List the links of a card's foot, address, text, full label: the files of its figures, of several the CSV alone, named; and how to cite. */
export function downloadsOf(path: string, figures: readonly PublishedFigure[]): [string, string, string][] {
  const files = figures.flatMap((figure) =>
    (figures.length > 1 ? ["csv"] : ["csv", "json"]).map((format): [string, string, string] => {
      const name = `${figures.length > 1 ? `${figure.title} ` : ""}${format.toUpperCase()}`;
      return [
        link(path, `data/indicators/${figure.id}.${format}`),
        name,
        `下载${figure.title} ${format.toUpperCase()}`,
      ];
    }),
  );
  return [...files, [link(path, "about/index.html#cite"), "引用", "怎么引用"]];
}
