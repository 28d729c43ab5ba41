import { latestPoint, mainSeries, partSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { formatExecution } from "../core/words/budget.ts";
import { isFew, onYearBefore, sinceBase } from "../core/words/contrast.ts";
import { formatChange, formatDirection, formatNumber, formatValue } from "../core/words/format.ts";
import { scopeTexts } from "../core/words/scopes.ts";
import { partTexts } from "./parts.ts";

export interface Facts {
  readonly year: number;
  readonly series: string; // key
  readonly value: string; // the number, or the word for its absence
  readonly unit: string; // "" for a word
  readonly isRevised: boolean;
  readonly change: string; // "" where nothing is compared
  readonly short: string; // one line: parts or base, and the change
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** Write a point's value with its unit, or the word for its absence. */
export function valueText(point: PublishedPoint, figure: PublishedFigure): string {
  return point.value === null ? stateNames[point.state] : formatValue(point.value, figure);
}

/** Say a change against the year before as headlines do, with its arrow: ▲ 比上年提高 8.0 个百分点; "" where nothing is compared. */
function changeText(latest: PublishedPoint, figure: PublishedFigure): string {
  if (latest.change === null) return "";
  return `${formatDirection(latest.change, figure)} ${onYearBefore(figure, latest)}`.trim();
}

const longest = 24; // characters of what a value is made of, on one line

/** Join what the latest year consists of, or how it stands to the base, with its change. */
function shortLine(figure: PublishedFigure, latest: PublishedPoint): string {
  const made = [madeOf(figure, latest)?.[1]].find((text) => text !== undefined && text.length <= longest);
  const change = changeText(latest, figure);
  const parts = made === undefined ? [change, sinceBase(figure, latest)] : [made, change];
  return parts.filter((part) => part !== "").join("；");
}

/** Say what a value is made of: its quotient, its parts, or the terms of a streak. */
function madeOf(figure: PublishedFigure, latest: PublishedPoint): [string, string] | null {
  const quotient = partTexts(latest);
  if (quotient) return ["算式", quotient.join(" ÷ ")];
  if (latest.terms !== null && latest.terms > 0)
    return ["连续", `${mainSeries(figure)?.title ?? ""} ${latest.terms} 届`];
  const parts = partSeries(figure).flatMap((series) => {
    const part = series.points.find((point) => point.year === latest.year)?.value ?? 0;
    return part === 0 ? [] : [`${series.title} ${formatNumber(part, figure.decimals)}`];
  });
  return parts.length > 0 ? ["其中", parts.join("，")] : null;
}

function factRows(
  figure: PublishedFigure,
  points: readonly PublishedPoint[],
  latest: PublishedPoint,
): [string, string][] {
  const rows: [string, string][] = [];
  const before = points.find((point) => point.year === latest.year - 1);
  if (before) rows.push(["上年", valueText(before, figure)]);
  const made = madeOf(figure, latest);
  if (made) rows.push(made);
  const others = scopeTexts(figure, latest.year).map(([scope, text]) => `${scope} ${text}`);
  if (others.length > 0) rows.push(["其他口径", others.join("，")]);
  if (latest.gap !== null) rows.push(["最长间隔", `${latest.gap} 天`]);
  if (latest.budget !== null) {
    const rate = formatExecution(latest);
    rows.push(["预算", formatValue(latest.budget, figure) + (rate === "" ? "" : `，执行率 ${rate}`)]);
  }
  const base = points.find((point) => point.year === figure.baseYear);
  if (base && base !== latest && figure.changeUnit !== "") {
    rows.push([`${figure.baseYear} 年`, valueText(base, figure) + sinceThen(figure, base, latest)]);
  }
  return rows;
}

/** Say what became of the base year's value, counts so small by their difference: ，此后减少 74.0%. */
function sinceThen(figure: PublishedFigure, base: PublishedPoint, latest: PublishedPoint): string {
  if (latest.base === null) return "";
  const { value } = base;
  if (value === null || latest.value === null || !isFew(figure, value)) {
    return `，此后${formatChange(latest.base, figure, latest.chained)}`;
  }
  const more = latest.value - value;
  if (more === 0) return "，现在与那时持平";
  return `，此后${more > 0 ? "增加" : "减少"} ${formatValue(Math.abs(more), figure)}`;
}

/** Gather what stands with a figure's latest complete year: value, change, the year before, parts, base. */
export function factsOf(figure: PublishedFigure): Facts | null {
  const series = mainSeries(figure);
  const latest = series && latestPoint(series);
  if (!latest) return null;
  return {
    year: latest.year,
    series: series.key,
    value: latest.value === null ? stateNames[latest.state] : formatNumber(latest.value, figure.decimals),
    unit: latest.value === null ? "" : figure.unit,
    isRevised: latest.state === "revised",
    change: latest.partial ? "只有部分数据" : changeText(latest, figure),
    short: shortLine(figure, latest),
    rows: factRows(figure, series.points, latest),
  };
}
