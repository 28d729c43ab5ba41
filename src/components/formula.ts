import { latestPoint, mainSeries, partSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatExecution } from "../core/words/budget.ts";
import { isFew } from "../core/words/contrast.ts";
import { formatChange, formatNumber, formatValue } from "../core/words/format.ts";
import { valueText } from "./facts.ts";
import { partName, partTexts, sides } from "./parts.ts";

/** A formula with a year's numbers set in: its name; each step is a text, or a fraction; then the result. */
export interface Formula {
  readonly name: string;
  readonly steps: readonly (string | readonly [over: string, under: string])[];
  readonly result: string;
}

/** Set the latest finished year's numbers into a figure's formulas: how it is made or compared, and 执行率 of its budget. */
export function formulasOf(figure: PublishedFigure): Formula[] {
  const latest = latestPoint(mainSeries(figure));
  if (!latest || latest.value === null) return [];
  const made = partName(figure, "numerator")
    ? quotient(figure, latest)
    : (total(figure, latest) ?? sinceBase(figure, latest));
  return [made, execution(figure, latest)].filter((formula) => formula !== null);
}

function quotient(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const numbers = partTexts(latest);
  if (numbers === null) return null;
  const words = sides.map((side) => partName(figure, side)?.name ?? "") as [string, string];
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

/** Set 执行率: 决算 ÷ 预算; null where nothing was budgeted. */
function execution(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const result = formatExecution(latest);
  if (latest.value === null || latest.budget === null || result === "") return null;
  const [value, budget] = [latest.value, latest.budget].map((one) => formatNumber(one, figure.decimals)) as [
    string,
    string,
  ];
  return {
    name: `${latest.year} 年预算执行率`,
    steps: [
      ["决算", "预算"],
      [value, budget],
    ],
    result,
  };
}

/** Set the change since the base year: (this − base) ÷ base, of counts so small this − base; a chained one has no base value to set. */
function sinceBase(figure: PublishedFigure, latest: PublishedPoint): Formula | null {
  const { baseYear, decimals } = figure;
  const base = mainSeries(figure)?.points.find((point) => point.year === baseYear);
  if (latest.value === null || latest.base === null || latest.chained || !base?.value || base === latest)
    return null;
  const [now, then] = [latest.value, base.value].map((value) => formatNumber(value, decimals)) as [
    string,
    string,
  ];
  if (isFew(figure, base.value)) {
    const years = `${latest.year} 年 − ${baseYear} 年`;
    const more = latest.value - base.value;
    const result = `${more < 0 ? "减少" : "增加"} ${formatValue(Math.abs(more), figure)}`;
    return more === 0 ? null : { name: `比 ${baseYear} 年`, steps: [years, `${now} − ${then}`], result };
  }
  return {
    name: `比 ${baseYear} 年`,
    steps: [
      [`${latest.year} 年 − ${baseYear} 年`, `${baseYear} 年`],
      [`${now} − ${then}`, then],
    ],
    result: formatChange(latest.base, figure),
  };
}
