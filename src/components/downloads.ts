import type { PublishedFigure } from "../core/site.ts";
import { link } from "../link.ts";

/** List the files of a card's figures: address, text, full label; of several figures the CSV alone, named. */
export function downloadsOf(path: string, figures: readonly PublishedFigure[]): [string, string, string][] {
  return figures.flatMap((figure) =>
    (figures.length > 1 ? ["csv"] : ["csv", "json"]).map((format): [string, string, string] => {
      const name = `${figures.length > 1 ? `${figure.title} ` : ""}${format.toUpperCase()}`;
      return [
        link(path, `data/indicators/${figure.id}.${format}`),
        name,
        `下载${figure.title} ${format.toUpperCase()}`,
      ];
    }),
  );
}
