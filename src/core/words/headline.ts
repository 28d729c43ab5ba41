import { isSevered } from "../figures/comparison.ts";
import { isDrawable, latestPoint, mainSeries, partSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";
import { type Absence, isAbsent, stateNames } from "../state.ts";
import { claimsOf, formatRun, runOf, shortestRun, weights } from "./claim.ts";
import { isExtreme, isWhole, otherScope } from "./comparable.ts";
import { onYearBefore, sinceBase } from "./contrast.ts";
import { formatNumber, formatValue, formatYears, roundTo } from "./format.ts";
import { decimalsOf, formatStanding, judgeTarget } from "./target.ts";

/** How an absence is said of a figure; the others by their names. */
const absent: Partial<Record<Absence, string>> = {
  suppressed: "数值小，不公布",
  "not-due": "还没到公布的时候",
  missing: "没有数据",
  "no-denominator": "缺少分母，没有计算",
};

/** How many titles a description names before it only counts them. */
const mostTitles = 5;
/** From how many years on a description names extremes. */
const fewestExtremes = 3;

/**
 * Say a figure's finding in one true sentence, about its latest finished year. Of what may be said the most telling is:
 * a target met for the first time, a target missed, a run of at least three changes of one direction, a fraction or
 * multiple of the base year, the highest or lowest of at least five years in a row, a target met again, a large change
 * since the base year, the change on the year before; else its level, or why it has none.
 */
export function headline(figure: PublishedFigure): string {
  if (figure.measure.kind === "streak") return streakLine(mainSeries(figure)) ?? `${figure.title}：目前没有`;
  const latest = latestPoint(mainSeries(figure));
  if (!latest || !isDrawable(figure)) return `${figure.title}：还没有数据`;
  if (figure.measure.kind === "trend") return trendLine(figure, latest);
  const [claim] = claimsOf(figure);
  return claim ? claim.text + remarkOn(figure, latest) : pointLine(figure, latest);
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

function streakLine(series: PublishedSeries | undefined): string | null {
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
function remarkOn(figure: PublishedFigure, point: PublishedPoint): string {
  const scope = otherScope(figure, point);
  const remarks = [
    scope === null ? "" : `${scope}口径`,
    point.partial ? "数据不完整" : "",
    point.state === "provisional" ? "初步数" : "",
  ].filter((remark) => remark !== "");
  return remarks.length > 0 ? `（${remarks.join("，")}）` : "";
}

/** Say a year's level and its change on the year before, or why it has no level. */
function pointLine(figure: PublishedFigure, point: PublishedPoint): string {
  const change = onYearBefore(figure, point);
  const year = `${point.year} 年${figure.title}`;
  if (point.state === "rate-only" && change !== "") return year + change + remarkOn(figure, point);
  if (isAbsent(point.state)) return `${year}${absent[point.state] ?? stateNames[point.state]}`;
  const value = point.value === null ? "" : formatValue(point.value, figure);
  return `${year} ${value}${remarkOn(figure, point)}${change === "" ? "" : `，${change}`}`;
}

/**
 * Describe a figure for those who cannot see it: level and change, since the base year, run, extremes, distance to the
 * target, parts, what of the running year is known, breaks, and what is absent and why.
 */
export function describe(figure: PublishedFigure): string {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (figure.measure.kind === "streak") return describeStreaks(figure);
  if (!series || !latest || !isDrawable(figure)) return `${headline(figure)}。`;
  const isTrend = figure.measure.kind === "trend";
  const run = runOf(figure);
  const parts = [
    isTrend ? headline(figure) : pointLine(figure, latest),
    sinceBase(figure, latest),
    run && !isTrend ? formatRun(run, figure) : "",
    isTrend ? "" : describeExtremes(figure, series),
    describeTarget(figure, series),
    latest.gap === null ? "" : `最长间隔 ${latest.gap} 天`,
    latest.partial ? "" : describeParts(figure, latest),
    ...describeYears(
      figure,
      series.points.filter((point) => point !== latest || point.state === "rate-only"),
    ),
    figure.notCounted ? "不含未公开项" : "",
  ];
  return `${parts.filter((part) => part !== "").join("；")}。`;
}

function describeTarget(figure: PublishedFigure, series: PublishedSeries): string {
  const standing = judgeTarget(figure, series);
  if (!standing) return "";
  const { value, target } = standing;
  const gap = formatNumber(Math.abs(value - target.value), Math.max(figure.decimals, decimalsOf(target)));
  const unit = figure.unit === "%" ? "个百分点" : figure.unit;
  const apart = Number(gap) === 0 ? "" : `，相差 ${gap} ${unit}`;
  return formatStanding(standing, figure) + apart;
}

function describeStreaks(figure: PublishedFigure): string {
  const lines = figure.series.flatMap((series) => streakLine(series) ?? []);
  if (lines.length === 0) return `${headline(figure)}。`;
  const count = lines.length > mostTitles ? `现有 ${lines.length} 项称号，其中` : "";
  return `${count}${lines.slice(0, mostTitles).join("；")}。`;
}

/** Name the parts of a figure that is split, as of a year of which the whole is known; parts of nothing are left out. */
function describeParts(figure: PublishedFigure, { year, value }: PublishedPoint): string {
  if (value === null) return "";
  const parts = partSeries(figure).flatMap(({ title, points }) => {
    const part = points.find((point) => point.year === year);
    if (part && isAbsent(part.state)) return [`${title}${stateNames[part.state]}`];
    return part?.value ? [`${title} ${formatValue(part.value, figure)}`] : [];
  });
  return parts.length === 0 ? "" : `其中${parts.join("、")}`;
}

/** Name the highest and the lowest of all years that may be compared; an extreme that two years share is not said. */
function describeExtremes(figure: PublishedFigure, series: PublishedSeries): string {
  const { decimals } = figure;
  const finished = series.points.filter((point) => point.until === null);
  const last = finished.at(-1)?.year ?? 0;
  const known = finished
    .filter(isWhole)
    .filter((point) => otherScope(figure, point) === null && !isSevered(figure.breaks, point.year, last));
  if (known.length < fewestExtremes) return "";
  const said = ([1, -1] as const).flatMap((side) => {
    const extreme = known.find((year) => isExtreme(year, known, side, decimals));
    const word = side === 1 ? "最高" : "最低";
    return extreme ? `${word} ${formatValue(extreme.value, figure)}（${extreme.year} 年）` : [];
  });
  if (said.length === 0) return "";
  return `${known.length === finished.length ? "" : "有完整可比数据的年份中"}${said.join("，")}`;
}

/** Say of the years before and after what a picture shows: the running year so far, incomplete years, other scopes, breaks, absences. */
function describeYears(figure: PublishedFigure, points: readonly PublishedPoint[]): string[] {
  const there = points.filter((point) => !isAbsent(point.state));
  const running = there.flatMap(({ year, value, until }) =>
    value === null || until === null ? [] : [`${year} 年截至 ${until} 为 ${formatValue(value, figure)}`],
  );
  const incomplete = there.filter((point) => point.partial && point.until === null);
  const scopes = Map.groupBy(
    there.filter((point) => otherScope(figure, point) !== null),
    (point) => point.scope,
  );
  const absences = Map.groupBy(
    points.filter((point) => isAbsent(point.state)),
    (point) => point.state,
  );
  const yearsOf = (those: readonly PublishedPoint[]) => formatYears(those.map(({ year }) => year));
  return [
    ...running,
    incomplete.length > 0 ? `${yearsOf(incomplete)}数据不完整` : "",
    ...(["provisional", "revised"] as const).flatMap((state) => {
      const those = there.filter((point) => point.state === state && point.until === null);
      return those.length > 0 ? [`${yearsOf(those)}为${stateNames[state]}数`] : [];
    }),
    ...[...scopes].map(([scope, those]) => `${yearsOf(those)}为${scope}口径`),
    ...figure.breaks.map(
      ({ year, kind, comparable }) => `${year} 年起${kind}，与以前${comparable ? "可比" : "不可比"}`,
    ),
    ...[...absences].map(([state, those]) => `${yearsOf(those)}${stateNames[state]}`),
  ];
}
