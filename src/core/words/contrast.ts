import { isSevered } from "../figures/comparison.ts";
import { mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../site.ts";
import { isWhole } from "./comparable.ts";
import { formatComparison, formatNumber, formatValue } from "./format.ts";

/** Counts below this are compared by their difference: a percentage of so few says more than it knows. */
const few = 20;
/** From this multiple on a rise is said as one: 达到 2012 年的 3.3 倍. */
export const leastMultiple = 3;

/** Tell whether two counts are so small that only their difference is said. */
export function isFew(figure: PublishedFigure, before: number): boolean {
  return figure.changeUnit === "%" && figure.decimals === 0 && before < few;
}

/** Say how a year stands to the base year; empty in that year, and where the two cannot be compared. */
export function sinceBase(figure: PublishedFigure, latest: PublishedPoint): string {
  const { baseYear } = figure;
  if (latest.year <= baseYear) return "";
  return compareTo(figure, latest, baseYear, latest.base, ` ${baseYear} 年`);
}

/** Say how a year stands to the year before; empty where the two cannot be compared. */
export function onYearBefore(figure: PublishedFigure, latest: PublishedPoint): string {
  return compareTo(figure, latest, latest.year - 1, latest.change, "上年");
}

/** Say how a year stands to another: 比上年减少 3.2%, 比上年增加 1 项 (few), 达到 2012 年的 3.6 倍; of none, what there was. */
function compareTo(
  figure: PublishedFigure,
  latest: PublishedPoint,
  year: number,
  change: number | null,
  name: string,
): string {
  if (change === null || latest.partial || latest.until !== null) return "";
  if (isSevered(figure.breaks, year, latest.year)) return "";
  const other = mainSeries(figure)?.points.find((point) => point.year === year);
  if (figure.changeUnit === "%" && other && isWhole(other) && isWhole(latest)) {
    const more = latest.value - other.value;
    if (latest.value === 0 && more !== 0) return `${name.trim()} ${formatValue(other.value, figure)}`;
    if (isFew(figure, other.value) && Number.isInteger(other.value) && Number.isInteger(latest.value)) {
      if (more === 0) return `与${name}持平`;
      return `比${name}${more > 0 ? "增加" : "减少"} ${formatValue(Math.abs(more), figure)}`;
    }
    const times = latest.value / other.value;
    if (times >= leastMultiple) return `达到${name}的 ${formatNumber(times, 1)} 倍`;
  }
  const chained = latest.chained && name !== "上年";
  return formatComparison(change, figure, name, chained);
}
