import { isDrawable, mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { headline, rankFigures } from "../core/words/headline.ts";

const mostYears = 10; // pages of past years

/** Name the page that sums a year up on one sheet. */
export function briefPath(year: number): string {
  return `brief/${year}/index.html`;
}

/** Pick the figures that open the site. */
export function overviewFigures({
  figures,
  settings,
}: Pick<Site, "figures" | "settings">): PublishedFigure[] {
  return settings.overview.flatMap((id) => figures.filter((figure) => figure.id === id)).filter(isDrawable);
}

/** List the latest finished years in which a figure that opens the site has a value, the last first. */
export function briefYears(site: Pick<Site, "figures" | "settings">): number[] {
  const points = overviewFigures(site).flatMap((figure) => mainSeries(figure)?.points ?? []);
  const years = points.filter(({ value, until }) => value !== null && until === null).map(({ year }) => year);
  return [...new Set(years)].sort((a, b) => b - a).slice(0, mostYears);
}

/** Cut a figure to what it was at the end of a year: no later point, target or break. */
export function upTo<F extends PublishedFigure>(figure: F, year: number): F {
  const isKnown = (one: { readonly year: number }) => one.year <= year;
  return {
    ...figure,
    series: figure.series.map((series) => ({ ...series, points: series.points.filter(isKnown) })),
    targets: figure.targets.filter(isKnown),
    breaks: figure.breaks.filter(isKnown),
  };
}

/** What stands on a year's sheet: its headline, the figures that open the site, and what the most telling others say. */
export interface Brief {
  readonly title: string;
  readonly figures: readonly PublishedFigure[];
  readonly sentences: readonly string[];
}

/** Sum a year up: three findings beside those of the figures drawn, the most telling first. */
export function briefOf(site: Pick<Site, "figures" | "settings">, year: number): Brief {
  const known = site.figures.map((figure) => upTo(figure, year)).filter(isDrawable);
  const drawn = overviewFigures({ ...site, figures: known });
  const [first, ...others] = rankFigures(known.filter((figure) => hasYear(figure, year)));
  const beside = others.filter((figure) => !drawn.includes(figure));
  return {
    title: first ? headline(first) : "",
    figures: drawn,
    sentences: beside.slice(0, 3).map(headline),
  };
}

/** Tell whether a figure has a value for a year, so that its headline speaks of that year. */
function hasYear(figure: PublishedFigure, year: number): boolean {
  return mainSeries(figure)?.points.some((point) => point.year === year && point.value !== null) ?? false;
}
