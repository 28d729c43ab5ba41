import { isDrawable, latestPoint, mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";
import { type Absence, isAbsent, stateNames } from "../state.ts";
import { budgetFinding, hasBudget } from "./budget.ts";
import { changesFinding, hasChanges } from "./changes.ts";
import { claimsOf, formatRun, shortestRun, weights } from "./claim.ts";
import { otherScope } from "./comparable.ts";
import { onYearBefore } from "./contrast.ts";
import { formatNumber, formatValue, formatYears, roundTo } from "./format.ts";

/** How an absence is said of a figure; the others by their names. */
const absent: Partial<Record<Absence, string>> = {
  suppressed: "数值小，不公布",
  "not-due": "还没到公布的时候",
  missing: "没有数据",
  "no-denominator": "缺少分母，没有计算",
};

/** Say a figure's finding in one true sentence: the most telling of all that may be said. */
export function headline(figure: PublishedFigure): string {
  return findings(figure)[0] ?? "";
}

/**
 * List what may be said of a figure, one true sentence each, about its latest finished year. The most telling first: a target
 * met for the first time, a target missed, a run of at least three changes of one direction, a fraction or multiple of the base
 * year, the highest or lowest of at least five years in a row, a target met again, a large change since the base year, the
 * change on the year before; then its level, or why it has none; then which years are known. A figure shown by its changes or
 * beside its budget first says what those show.
 */
export function findings(figure: PublishedFigure): string[] {
  const ofChanges = figure.chart === "changes" && hasChanges(figure) ? [changesFinding(figure)] : [];
  const ofBudget = figure.chart === "budget" && hasBudget(figure) ? [budgetFinding(figure)] : [];
  return [...new Set([...ofChanges, ...ofBudget, ...findingsOfValues(figure)])];
}

function findingsOfValues(figure: PublishedFigure): string[] {
  const main = mainSeries(figure);
  if (figure.measure.kind === "streak") return [streakLine(main) ?? `${figure.title}：目前没有`];
  const latest = latestPoint(main);
  if (!latest || !isDrawable(figure)) return [`${figure.title}：还没有数据`];
  const known = main?.points.filter(({ value }) => value !== null).map(({ year }) => year) ?? [];
  const range =
    known.length === 0
      ? []
      : [`${figure.title}：${known.length === 1 ? "只有 " : ""}${formatYears(known)}有数`];
  if (figure.measure.kind === "trend") return [trendLine(figure, latest), ...range];
  const claims = claimsOf(figure).map(({ text }) => text + remarkOn(figure, latest));
  return [...claims, pointLine(figure, latest), ...range];
}

/** Weigh what a figure's headline tells; a title kept through several terms, and a trend, tell as much as a run of so many years. */
function weigh(figure: PublishedFigure): number {
  const series = mainSeries(figure);
  const kept = series?.points.at(-1);
  if (figure.measure.kind === "streak")
    return (kept?.terms ?? 0) > 1 ? weights.run + (kept?.value ?? 0) / 100 : 0;
  const years = Math.abs(latestPoint(series)?.value ?? 0);
  if (figure.measure.kind === "trend") return years >= shortestRun ? weights.run + years / 100 : 0;
  return claimsOf(figure)[0]?.weight ?? 0;
}

/** Order the figures that have something to show by how much their headlines tell, the most telling first; equals keep their order. */
export function rankFigures(figures: readonly PublishedFigure[]): PublishedFigure[] {
  const weighed = figures.filter(isDrawable).map((figure) => ({ figure, weight: weigh(figure) }));
  return weighed.toSorted((a, b) => b.weight - a.weight).map(({ figure }) => figure);
}

/** Choose a page's headline: that of its most telling figure; empty where nothing is drawn. */
export function pageHeadline(figures: readonly PublishedFigure[]): string {
  const [first] = rankFigures(figures);
  return first ? headline(first) : "";
}

/** Warn that a change in 百分点 may differ from the difference of the numbers shown; null where none does. */
export function roundingNote(figure: PublishedFigure): string | null {
  const { changeUnit, decimals, baseYear } = figure;
  if (changeUnit !== "百分点") return null;
  const points = (mainSeries(figure)?.points ?? []).filter((point) => point.value !== null);
  const differs = points.some((point) => {
    const other = (year: number) => points.find((one) => one.year === year)?.value ?? null;
    const parted = (change: number | null, before: number | null) =>
      change !== null &&
      before !== null &&
      !roundTo(change, decimals).eq(roundTo(point.value ?? 0, decimals).minus(roundTo(before, decimals)));
    return parted(point.change, other(point.year - 1)) || parted(point.base, other(baseYear));
  });
  if (!differs) return null;
  return `变化按未舍入的数计算，与所显示的两数之差可能相差 ${formatNumber(10 ** -decimals, decimals)}。`;
}

/** Say how long the title of a series has been kept; null where it is not held. */
export function streakLine(series: PublishedSeries | undefined): string | null {
  const latest = series?.points.at(-1);
  if (!series || !latest?.value) return null;
  const terms = latest.terms ?? 1;
  return terms > 1
    ? `${series.title}连续 ${terms} 届（${latest.value} 年）`
    : `${series.title}已保持 ${latest.value} 年`;
}

/** Say how a trend, counted in years of rise (or, below zero, of fall), stood in a year. */
function trendLine(figure: PublishedFigure, point: PublishedPoint): string {
  if (point.value === null) return pointLine(figure, point);
  const [side, length] = [point.value < 0 ? -1 : 1, Math.abs(point.value)] as const;
  if (length > 1) return `${figure.title}：到 ${point.year} 年${formatRun({ side, length }, figure)}`;
  const single = side === 1 ? "上升" : "下降";
  return `${figure.title}：${point.year} 年${length === 1 ? single : "持平或不可比"}`;
}

/** Say what a reader must know of a year before believing its number. */
export function remarkOn(figure: PublishedFigure, point: PublishedPoint): string {
  const scope = otherScope(figure, point);
  const remarks = [
    scope === null ? "" : `${scope}口径`,
    point.partial ? "数据不完整" : "",
    point.state === "provisional" ? "初步数" : "",
  ].filter((remark) => remark !== "");
  return remarks.length > 0 ? `（${remarks.join("，")}）` : "";
}

/** Say a year's level and its change on the year before, or why it has no level. */
export function pointLine(figure: PublishedFigure, point: PublishedPoint): string {
  const change = onYearBefore(figure, point);
  const year = `${point.year} 年${figure.title}`;
  if (point.state === "rate-only" && change !== "") return year + change + remarkOn(figure, point);
  if (isAbsent(point.state)) return `${year}${absent[point.state] ?? stateNames[point.state]}`;
  const value = point.value === null ? "" : formatValue(point.value, figure);
  return `${year} ${value}${remarkOn(figure, point)}${change === "" ? "" : `，${change}`}`;
}
