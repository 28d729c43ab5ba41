import type { PublishedFigure, PublishedSeries, Target } from "../site.ts";
import { comparableYears, isWhole, otherScope, type WholePoint } from "./comparable.ts";
import { formatNumber, formatValue } from "./format.ts";

/** How the latest finished year stands to the target set for it. */
export interface Standing {
  readonly target: Target;
  readonly value: number;
  readonly met: boolean;
  readonly first: boolean; // met, after years that had targets and missed them
}

/** Judge a figure's latest finished year by its target; null where there is none, or no value of the target's scope. */
export function judgeTarget(figure: PublishedFigure, series: PublishedSeries | undefined): Standing | null {
  const years = comparableYears(figure, series);
  const latest = years.at(-1);
  const target = figure.targets.find(({ year }) => year === latest?.year);
  if (!series || !latest || !target || otherScope(figure, latest)) return null;
  const met = reaches(latest.value, target);
  return { target, value: latest.value, met, first: met && isFirst(figure, series, years, target) };
}

/** Tell whether a value reaches a target. */
export function reaches(value: number, target: Target): boolean {
  return target.direction === "up" ? value >= target.value : value <= target.value;
}

/** Tell whether a target is met for the first time: the years that had targets before are comparable and missed them, those between too are known, and no known year ever reached this one. */
function isFirst(
  figure: PublishedFigure,
  series: PublishedSeries,
  years: readonly WholePoint[],
  target: Target,
): boolean {
  const earlier = figure.targets.filter(({ year }) => year < target.year);
  const missed = earlier.every((one) => {
    const point = years.find(({ year }) => year === one.year);
    return point !== undefined && !reaches(point.value, one);
  });
  const known = series.points.filter((point) => isWhole(point) && point.year < target.year);
  return earlier.length > 0 && missed && known.every((point) => !reaches(point.value ?? 0, target));
}

/** Count the decimals a target was set with. */
export function decimalsOf({ value }: Target): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/** Say how a year stands to its target: 超过目标 85%, 降到目标 28 万元以内; 略低于 where both show the same. */
export function formatStanding({ target, value, met, first }: Standing, figure: PublishedFigure): string {
  const decimals = Math.max(figure.decimals, decimalsOf(target));
  const same = formatNumber(value, decimals) === formatNumber(target.value, decimals);
  const amount = `目标 ${formatValue(target.value, { ...figure, decimals: decimalsOf(target) })}`;
  if (!met) return `${same ? "略" : ""}${target.direction === "up" ? "低于" : "高于"}${amount}`;
  if (target.direction === "down") return `${first ? "首次降到" : "在"}${amount}以内`;
  return `${first ? "首次" : ""}${same ? "达到" : "超过"}${amount}`;
}
