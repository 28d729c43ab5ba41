import { scopeSeries } from "../figures/latest.ts";
import type { PublishedFigure } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatValue } from "./format.ts";

/** Write what a year comes to in each scope beside the figure's own: its value, or the word for its absence. */
export function scopeTexts(figure: PublishedFigure, year: number): [scope: string, text: string][] {
  return scopeSeries(figure).flatMap(({ title, points }): [string, string][] => {
    const point = points.find((one) => one.year === year);
    if (!point) return [];
    return [[title, point.value === null ? stateNames[point.state] : formatValue(point.value, figure)]];
  });
}
