import { isSevered } from "../figures/comparison.ts";
import { isDrawable, latestPoint, mainSeries, partSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";
import { isAbsent, stateNames } from "../state.ts";
import { describeBudget, hasBudget } from "./budget.ts";
import { describeChanges, hasChanges } from "./changes.ts";
import { formatRun, runOf } from "./claim.ts";
import { isExtreme, isWhole, otherScope } from "./comparable.ts";
import { sinceBase } from "./contrast.ts";
import { formatNumber, formatValue, formatYears } from "./format.ts";
import { headline, pointLine, streakLine } from "./headline.ts";
import { scopeTexts } from "./scopes.ts";
import { decimalsOf, formatStanding, judgeTarget } from "./target.ts";

/** How many titles a description names before it only counts them. */
const mostTitles = 5;
/** From how many years on a description names extremes. */
const fewestExtremes = 3;

/**
 * Describe a figure for those who cannot see it: level and change, since the base year, run, extremes, distance to the
 * target, parts, what of the running year is known, breaks, and what is absent and why.
 */
export function describe(figure: PublishedFigure): string {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (figure.chart === "changes" && hasChanges(figure)) return describeChanges(figure);
  if (figure.chart === "budget" && hasBudget(figure)) return describeBudget(figure);
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
    describeScopes(figure, latest.year),
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

/** Name what a year comes to in the other scopes. */
function describeScopes(figure: PublishedFigure, year: number): string {
  const said = scopeTexts(figure, year).map(([scope, text]) => `${scope} ${text}`);
  return said.length === 0 ? "" : `另按口径：${said.join("、")}`;
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
export function describeYears(figure: PublishedFigure, points: readonly PublishedPoint[]): string[] {
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
