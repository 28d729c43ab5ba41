import type { PublishedFigure, PublishedSeries } from "../core/site.ts";

/** Give a figure's total, or the only series it has. */
export function totalOf(figure: PublishedFigure): PublishedSeries {
  const series = figure.series.find((s) => s.key === "total") ?? figure.series[0];
  return series ?? { key: "total", title: figure.title, points: [] };
}
