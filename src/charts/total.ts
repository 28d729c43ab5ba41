import type { PublishedFigure, PublishedSeries } from "../core/site.ts";

/** Give a figure's total, or the only series it has. */
export function totalOf(figure: PublishedFigure): PublishedSeries {
  const series = figure.series.find((s) => s.key === "total") ?? figure.series[0];
  return series ?? { key: "total", title: figure.title, points: [] };
}

/** Give a series' value in a year; 0 where it has none. */
export function valueAt(series: PublishedSeries, year: number): number {
  return series.points.find((point) => point.year === year)?.value ?? 0;
}
