import type { Figure } from "../figure.ts";
import { mainSeries } from "../figures/latest.ts";
import type { PublishedFigure } from "../site.ts";

/** Where one value of a figure is explained: a mark on the page of its sources. */
export interface Spot {
  readonly title: string; // of the series
  readonly year: number;
  readonly address: string; // from the site's root, with the mark
}

/** Name the page of a figure's sources, or of its units' sources. */
export function sourcesPath(id: string, ofUnits = false): string {
  return `review/sources/${id}/${ofUnits ? "units/" : ""}index.html`;
}

/** Give what comes before the year in the address of each series' spots: the series that stands for the figure is marked by its year alone. */
export function seriesPrefixes(figure: PublishedFigure): ReadonlyMap<string, string> {
  const main = mainSeries(figure);
  const others = figure.series.filter((series) => series !== main);
  const page = sourcesPath(figure.id);
  const marks = others.map(({ key }, i) => [key, `${page}#s${i + 1}y`] as const);
  return new Map(main ? [[main.key, `${page}#y`], ...marks] : marks);
}

/** Give the same for one unit's figure, by the unit's place among all. */
export function unitPrefix(id: string, place: number): string {
  return `${sourcesPath(id, true)}#u${place + 1}y`;
}

/** Name a series as its cells' lists do. */
export function seriesTitle({ indicator, series }: Figure, key: string): string {
  const title = series.find((one) => one.key === key)?.title ?? indicator.title;
  return title === indicator.title || key === "total" ? indicator.title : `${indicator.title}（${title}）`;
}
