import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../core/site.ts";

/** Find the last point of a series whose year is complete: an unfinished year stands in no headline. */
export function latestPoint(series: PublishedSeries): PublishedPoint | undefined {
  return series.points.findLast((point) => !point.partial);
}

/** Pick the series that stands for a figure: the total, else (streaks) the one that has lasted longest. */
export function mainSeries(figure: PublishedFigure): PublishedSeries | undefined {
  const total = figure.series.find((series) => series.key === "total");
  if (total) return total;
  const lasted = (series: PublishedSeries) => latestPoint(series)?.value ?? -1;
  return figure.series.toSorted((a, b) => lasted(b) - lasted(a))[0];
}

/** List the parts of a figure that is split by a code column. */
export function partSeries(figure: PublishedFigure): readonly PublishedSeries[] {
  return figure.by === null ? [] : figure.series.filter((series) => series.key !== "total");
}

/** Tell whether a figure has any value or change to draw. */
export function isDrawable(figure: PublishedFigure): boolean {
  return (
    figure.present &&
    figure.series.some((series) => series.points.some((p) => p.value !== null || p.change !== null))
  );
}
