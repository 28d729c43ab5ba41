import type { Revision } from "../core/releases/revised.ts";
import type { PublishedFigure } from "../core/site.ts";
import { formatYears } from "../core/words/format.ts";
import { link } from "../link.ts";
import { revisionMark, revisionsOf, revisionsPath } from "./releases.ts";

/** List the links of a card's foot, address, text, full label: the files of its figures, of several the CSV alone, named; how to cite; what was revised. */
export function downloadsOf(
  path: string,
  figures: readonly PublishedFigure[],
  revisions: readonly Revision[],
): [string, string, string][] {
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
  const revised = revisionsOf(figures, revisions);
  const [latest] = revised;
  const years = formatYears(revised.map(({ year }) => year));
  const record: [string, string, string][] = latest
    ? [[link(path, `${revisionsPath}#${revisionMark(latest)}`), `${years}修订`, `${years}修订的记录`]]
    : [];
  return [...files, [link(path, "about/index.html#cite"), "引用", "怎么引用"], ...record];
}
