import { formatComparison, formatNumber, formatValue, formatYears, roundTo } from "./format.ts";
import { isDrawable, latestPoint, mainSeries } from "./latest.ts";
import type { PublishedFigure, PublishedPoint, PublishedSeries } from "./site.ts";
import { type Absence, isAbsent, stateNames } from "./state.ts";

/** How an absence is said of a figure; the others by their names. */
const absent: Partial<Record<Absence, string>> = {
  missing: "没有数据",
  "no-denominator": "缺少分母，没有计算",
};

/** How many titles a description names before it only counts them. */
const mostTitles = 5;

/** Say a figure's latest finished year in one true sentence, never more than the figure says. */
export function headline(figure: PublishedFigure): string {
  const series = mainSeries(figure);
  if (figure.measure.kind === "streak") return streakLine(series) ?? `${figure.title}：目前没有`;
  const latest = latestPoint(series);
  if (!latest || !isDrawable(figure)) return `${figure.title}：还没有数据`;
  return pointLine(figure, latest);
}

/** Order the figures that have something to show by how much their headlines tell, the most telling first. */
export function rankFigures(figures: readonly PublishedFigure[]): readonly PublishedFigure[] {
  return figures.filter(isDrawable);
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
  return `${series.title}连续保持 ${latest.value} 年（${latest.terms} 届）`;
}

function pointLine(figure: PublishedFigure, point: PublishedPoint): string {
  const remarks = [
    point.break && point.scope !== null ? `${point.scope}口径` : "",
    point.partial ? "数据不完整" : "",
    point.state === "provisional" ? "初步数" : "",
  ].filter((remark) => remark !== "");
  const remark = remarks.length > 0 ? `（${remarks.join("，")}）` : "";
  const change = point.change === null ? "" : formatComparison(point.change, figure, "上年");
  const year = `${point.year} 年${figure.title}`;
  if (point.state === "rate-only" && change !== "") return `${year}${change}${remark}`;
  if (isAbsent(point.state)) return `${year}${absent[point.state] ?? stateNames[point.state]}`;
  const value = point.value === null ? "" : formatValue(point.value, figure);
  return `${year} ${value}${remark}${change === "" ? "" : `，${change}`}`;
}

/** Describe a figure for those who cannot see it: level and change, since the base year, extremes, what is absent and why. */
export function describe(figure: PublishedFigure): string {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (figure.measure.kind === "streak") return describeStreaks(figure);
  if (!series || !latest || !isDrawable(figure)) return `${headline(figure)}。`;
  const since =
    latest.base !== null && latest.year !== figure.baseYear
      ? formatComparison(latest.base, figure, ` ${figure.baseYear} 年`, latest.chained)
      : "";
  const parts = [
    headline(figure),
    since,
    describeParts(figure, latest.year),
    describeExtremes(figure, series),
    ...describeGaps(series),
  ];
  return `${parts.filter((part) => part !== "").join("；")}。`;
}

function describeStreaks(figure: PublishedFigure): string {
  const lines = figure.series.flatMap((series) => streakLine(series) ?? []);
  if (lines.length === 0) return `${headline(figure)}。`;
  const count = lines.length > mostTitles ? `现有 ${lines.length} 项称号，其中` : "";
  return `${count}${lines.slice(0, mostTitles).join("；")}。`;
}

/** Name the parts of a figure that is split, as of a year; parts of nothing are left out. */
function describeParts(figure: PublishedFigure, year: number): string {
  if (figure.by === null) return "";
  const parts = figure.series.flatMap(({ key, title, points }) => {
    const value = points.find((point) => point.year === year)?.value ?? 0;
    return key === "total" || value === 0 ? [] : [`${title} ${formatValue(value, figure)}`];
  });
  return parts.length === 0 ? "" : `其中${parts.join("、")}`;
}

function describeExtremes(figure: PublishedFigure, series: PublishedSeries): string {
  const known = series.points.filter((point) => point.value !== null && !point.partial && !point.break);
  if (known.length < 3) return "";
  const sorted = known.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [sorted[0], sorted.at(-1)];
  if (lowest?.value == null || highest?.value == null || lowest.value === highest.value) return "";
  const say = (value: number, point: PublishedPoint) => `${formatValue(value, figure)}（${point.year} 年）`;
  return `最高 ${say(highest.value, highest)}，最低 ${say(lowest.value, lowest)}`;
}

function describeGaps(series: PublishedSeries): string[] {
  const absences = series.points.filter((point) => isAbsent(point.state));
  const byState = Map.groupBy(absences, (point) => point.state);
  return [...byState].map(
    ([state, points]) => `${formatYears(points.map((point) => point.year))}${stateNames[state]}`,
  );
}
