import { formatNumber } from "../core/format.ts";
import { latestPoint, mainSeries, partSeries } from "../core/latest.ts";
import type { PublishedFigure } from "../core/site.ts";
import { valueText } from "./facts.ts";
import { partTexts } from "./parts.ts";

/** A formula with a year's numbers set in: each step is a text, or a fraction; then the result. */
export interface Formula {
  readonly steps: readonly (string | readonly [over: string, under: string])[];
  readonly result: string;
}

/** Set the latest complete year's numbers into a figure's formula; null where there is nothing to set. */
export function formulaOf(figure: PublishedFigure): Formula | null {
  const { measure, decimals } = figure;
  const series = mainSeries(figure);
  const latest = series && latestPoint(series);
  if (!latest || latest.value === null) return null;
  const result = valueText(latest, figure);
  if (measure.kind === "ratio") {
    const numbers = partTexts(latest);
    const words = [measure.numerator.column, measure.denominator.column] as const;
    return numbers && { steps: [words, numbers], result };
  }
  const terms = partSeries(figure).flatMap((part) => {
    const value = part.points.find((point) => point.year === latest.year)?.value ?? 0;
    return value === 0 ? [] : [`${part.title} ${formatNumber(value, decimals)}`];
  });
  return terms.length > 1 ? { steps: [terms.join(" + ")], result } : null;
}
