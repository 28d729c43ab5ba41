import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";

/** Pick the series that stands for a figure: the total (of scopes, where none stands for the whole, the first with a value), else (streaks) the longest of the top unit's titles, else of all. */
export function mainSeries(figure: PublishedFigure): PublishedSeries | undefined {
  const lasted = (series: PublishedSeries) => series.points.at(-1)?.value ?? 0;
  const total = figure.series.find((series) => series.key === "total");
  if (total && figure.byScope && !hasValue(total)) return figure.series.find(hasValue) ?? total;
  if (total) return total;
  const longestFirst = figure.series.toSorted((a, b) => lasted(b) - lasted(a));
  const ofTop = longestFirst.find((series) => !series.key.includes("@") && lasted(series) > 0);
  return ofTop ?? longestFirst[0];
}

/** Find the latest finished year: one that still runs stands in no headline. */
export function latestPoint(series: PublishedSeries | undefined): PublishedPoint | undefined {
  return series?.points.findLast((point) => point.until === null);
}

function hasValue({ points }: PublishedSeries): boolean {
  return points.some(({ value }) => value !== null);
}

/** List the parts of a figure that is split by a code column; scopes are no parts. */
export function partSeries(figure: PublishedFigure): readonly PublishedSeries[] {
  return figure.by === null || figure.byScope ? [] : figure.series.filter(({ key }) => key !== "total");
}

/** List the scopes that stand beside a figure's own: those with a value in any year. */
export function scopeSeries(figure: PublishedFigure): readonly PublishedSeries[] {
  const main = mainSeries(figure);
  const isOther = (series: PublishedSeries) =>
    series !== main && series.key !== "total" && series.key !== figure.scope && hasValue(series);
  return figure.byScope ? figure.series.filter(isOther) : [];
}

/** List the series that a page shows of a figure. */
export function shownSeries(figure: PublishedFigure): readonly PublishedSeries[] {
  const main = mainSeries(figure);
  return figure.byScope && main ? [main, ...scopeSeries(figure)] : figure.series;
}

/** Tell whether a figure has anything to draw: a value, or a change. */
export function isDrawable(figure: PublishedFigure): boolean {
  return (
    figure.present &&
    figure.series.some(({ points }) => points.some((p) => p.value !== null || p.change !== null))
  );
}
