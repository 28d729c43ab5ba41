import { latestPoint, mainSeries, partSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import {
  formatChange,
  formatComparison,
  formatDirection,
  formatNumber,
  formatValue,
} from "../core/words/format.ts";
import { partTexts } from "./parts.ts";

export interface Facts {
  readonly value: string; // the number, or the word for its absence
  readonly unit: string; // "" for a word
  readonly change: string; // "" where nothing is compared
  readonly short: string; // one line: parts or base, and the change
  readonly rows: readonly (readonly [label: string, text: string])[];
}

/** Write a point's value with its unit, or the word for its absence. */
export function valueText(point: PublishedPoint, figure: PublishedFigure): string {
  return point.value === null ? stateNames[point.state] : formatValue(point.value, figure);
}

/** Say a change against the year before with its arrow: ▲ 比上年提高 8.0 个百分点. */
export function changeText(change: number, figure: PublishedFigure): string {
  return `${formatDirection(change, figure)} ${formatComparison(change, figure, "上年")}`.trim();
}

const longest = 24; // characters of what a value is made of, on one line

/** Join what the latest year consists of, or how it stands to the base, with its change. */
function shortLine(figure: PublishedFigure, latest: PublishedPoint): string {
  const made = [madeOf(figure, latest)?.[1]].find((text) => text !== undefined && text.length <= longest);
  const change = latest.change === null ? "" : changeText(latest.change, figure);
  const since =
    latest.base === null || latest.year === figure.baseYear
      ? ""
      : formatComparison(latest.base, figure, ` ${figure.baseYear} 年`, latest.chained);
  const parts = made === undefined ? [change, since] : [made, change];
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
  if (latest.budget !== null) rows.push(["预算", valueText({ ...latest, value: latest.budget }, figure)]);
  const base = points.find((point) => point.year === figure.baseYear);
  if (base && base !== latest && figure.changeUnit !== "") {
    const since = latest.base === null ? "" : `，此后${formatChange(latest.base, figure, latest.chained)}`;
    rows.push([`${figure.baseYear} 年`, valueText(base, figure) + since]);
  }
  return rows;
}

/** Gather what stands with a figure's latest complete year: value, change, the year before, parts, base. */
export function factsOf(figure: PublishedFigure): Facts | null {
  const series = mainSeries(figure);
  const latest = series && latestPoint(series);
  if (!latest) return null;
  return {
    value: latest.value === null ? stateNames[latest.state] : formatNumber(latest.value, figure.decimals),
    unit: latest.value === null ? "" : figure.unit,
    change: latest.partial ? "只有部分数据" : latest.change === null ? "" : changeText(latest.change, figure),
    short: shortLine(figure, latest),
    rows: factRows(figure, series.points, latest),
  };
}
