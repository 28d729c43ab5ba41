import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";

/** Pick the series that stands for a figure: the total, else (streaks) the longest of the top unit's titles, else of all. */
export function mainSeries(figure: PublishedFigure): PublishedSeries | undefined {
  const lasted = (series: PublishedSeries) => series.points.at(-1)?.value ?? 0;
  const total = figure.series.find((series) => series.key === "total");
  if (total) return total;
  const longestFirst = figure.series.toSorted((a, b) => lasted(b) - lasted(a));
  const ofTop = longestFirst.find((series) => !series.key.includes("@") && lasted(series) > 0);
  return ofTop ?? longestFirst[0];
}

/** Find the latest finished year: one that still runs stands in no headline. */
export function latestPoint(series: PublishedSeries | undefined): PublishedPoint | undefined {
  return series?.points.findLast((point) => point.until === null);
}

/** List the parts of a figure that is split by a code column. */
export function partSeries(figure: PublishedFigure): readonly PublishedSeries[] {
  return figure.by === null ? [] : figure.series.filter((series) => series.key !== "total");
}

/** Tell whether a figure has anything to draw: a value, or a change. */
export function isDrawable(figure: PublishedFigure): boolean {
  return (
    figure.present &&
    figure.series.some(({ points }) => points.some((p) => p.value !== null || p.change !== null))
  );
}
