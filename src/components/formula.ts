import { formatNumber } from "../core/format.ts";
import type { PublishedFigure } from "../core/site.ts";
import { valueText } from "./facts.ts";
import { latestPoint, mainSeries, partSeries } from "./latest.ts";

/** A formula with a year's numbers set in: a quotient, or a sum of terms, and its result. */
export interface Formula {
  readonly year: number;
  readonly fraction: readonly [words: readonly [string, string], numbers: readonly [string, string]] | null;
  readonly sum: string; // "" where there is a fraction
  readonly result: string;
}

/** Set this year's numbers into a figure's formula; null where the latest year has no value or nothing is computed. */
export function formulaOf(figure: PublishedFigure): Formula | null {
  const { measure, decimals } = figure;
  const series = mainSeries(figure);
  const latest = series && latestPoint(series);
  if (!latest || latest.value === null) return null;
  const result = valueText(latest, figure);
  const { year, parts } = latest;
  if (measure.kind === "ratio" && parts?.numerator != null && parts.denominator != null)
    return {
      year,
      fraction: [
        [measure.numerator.column, measure.denominator.column],
        [formatNumber(parts.numerator, 0), formatNumber(parts.denominator, 0)],
      ],
      sum: "",
      result,
    };
  const terms = partSeries(figure).flatMap((part) => {
    const value = part.points.find((point) => point.year === year)?.value ?? 0;
    return value === 0 ? [] : [`${part.title} ${formatNumber(value, decimals)}`];
  });
  return terms.length > 1 ? { year, fraction: null, sum: terms.join(" + "), result } : null;
}
