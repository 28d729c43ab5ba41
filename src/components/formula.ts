import { latestPoint, mainSeries, partSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatChange, formatNumber } from "../core/words/format.ts";
import { valueText } from "./facts.ts";
import { partTexts } from "./parts.ts";

/** A formula with a year's numbers set in: its name; each step is a text, or a fraction; then the result. */
export interface Formula {
  readonly name: string;
  readonly steps: readonly (string | readonly [over: string, under: string])[];
  readonly result: string;
}

/** Set the latest finished year's numbers into a figure's formula; null where there is nothing to set. */
export function formulaOf(figure: PublishedFigure): Formula | null {
  const latest = latestPoint(mainSeries(figure));
  if (!latest || latest.value === null) return null;
  if (figure.measure.kind === "ratio") return quotient(figure, latest);
  return total(figure, latest) ?? sinceBase(figure, latest);
}

function quotient(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const { measure } = figure;
  const numbers = partTexts(latest);
  if (measure.kind !== "ratio" || numbers === null) return null;
  const words = [measure.numerator.column, measure.denominator.column] as const;
  return { name: figure.title, steps: [words, numbers], result: valueText(latest, figure) };
}

function total(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const terms = partSeries(figure).flatMap((part) => {
    const value = part.points.find((point) => point.year === latest.year)?.value ?? 0;
    return value === 0 ? [] : [`${part.title} ${formatNumber(value, figure.decimals)}`];
  });
  if (terms.length < 2) return null;
  return { name: figure.title, steps: [terms.join(" + ")], result: valueText(latest, figure) };
}

/** Set the change since the base year: (this − base) ÷ base; a chained one has no base value to set. */
function sinceBase(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const { baseYear, decimals } = figure;
  const base = mainSeries(figure)?.points.find((point) => point.year === baseYear);
  if (latest.value === null || latest.base === null || latest.chained || !base?.value || base === latest)
    return null;
  const [now, then] = [latest.value, base.value].map((value) => formatNumber(value, decimals)) as [
    string,
    string,
  ];
  return {
    name: `比 ${baseYear} 年`,
    steps: [
      [`${latest.year} 年 − ${baseYear} 年`, `${baseYear} 年`],
      [`${now} − ${then}`, then],
    ],
    result: formatChange(latest.base, figure),
  };
}
