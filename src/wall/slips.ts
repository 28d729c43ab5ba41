import { latestPoint, mainSeries, partSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { isAbsent, stateNames } from "../core/state.ts";
import { onYearBefore } from "../core/words/contrast.ts";
import { formatDirection, formatNumber } from "../core/words/format.ts";
import { drawSlipColumns } from "./drawings/slip-columns.ts";
import { remarksOf } from "./level.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { Surroundings } from "./scene.ts";

/** A year as a column of slips. */
export interface Column {
  readonly year: number;
  readonly value: number | null;
  readonly parts: readonly number[]; // as Slips.parts, the lowest first; what no part is known of last
  readonly word: string; // for what is absent: all of it, or a part; "" for nothing
  readonly partial: boolean;
}

/** Counts, year by year, drawn as slips. */
export interface Slips {
  readonly columns: readonly Column[];
  readonly parts: readonly string[]; // the lowest first
  readonly latest: number; // the year that the great figure is of
  readonly unit: string;
  readonly number: string; // the great figure
  readonly change: string; // ▲ 比上年增长 14.3%
  readonly texts: readonly string[]; // of the latest year's parts
  readonly first: string; // the value of the first year that has one
}

/** Kinds that a wall tells apart; of more, the smallest are one. */
const most = 4;

/** Picture counts as columns of slips, parted by kind; null where the figure is none, or has no value. */
export function slipsPicture(figure: PublishedFigure, around: Surroundings): Picture | null {
  const slips = figure.chart === "stack" || figure.chart === "columns" ? slipsOf(figure) : null;
  if (!slips) return null;
  const split = figure.by === null ? "" : `，按${figure.by}分列`;
  const measures = [...new Set([`${figure.title}${split}`, figure.title])];
  return pictureOf(
    figure,
    around,
    { measures, remarks: remarksOf(figure, around.site.datasets) },
    (areas, format) => drawSlipColumns(slips, areas, format),
  );
}

/** Read a figure as slips; null where it is no count, or its latest finished year has no value. */
export function slipsOf(figure: PublishedFigure): Slips | null {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  const isCounted = !figure.byScope && figure.unit !== "%";
  if (!series || !latest || latest.value === null || !isCounted) return null;
  if (series.points.some(({ value }) => value !== null && value < 0)) return null;
  const parts = gatherParts(figure);
  const columns = series.points.map((point) => columnOf(point, parts, figure));
  const first = columns.find(({ value }) => value !== null);
  const direction = latest.change === null ? "" : formatDirection(latest.change, figure);
  const own = columns.find(({ year }) => year === latest.year);
  const hasRest = columns.some((column) => column.parts.length > parts.length);
  return {
    columns,
    parts: [...parts.map(({ title }) => title), ...(hasRest ? ["未分列"] : [])],
    latest: latest.year,
    unit: figure.unit,
    number: formatNumber(latest.value, figure.decimals),
    change: `${direction} ${onYearBefore(figure, latest)}`.trim(),
    texts: own?.parts.map((part) => formatNumber(part, figure.decimals)) ?? [],
    first: first?.value == null ? "" : formatNumber(first.value, figure.decimals),
  };
}

/** A kind, or several together. */
interface Part {
  readonly title: string;
  readonly series: readonly { readonly title: string; readonly points: readonly PublishedPoint[] }[];
}

/** Gather a figure's kinds from the bottom of a column to its top; of many, those with least stand together. */
function gatherParts(figure: PublishedFigure): Part[] {
  const counted = partSeries(figure).filter(({ points }) => points.some(({ value }) => value));
  const sum = ({ points }: (typeof counted)[number]) =>
    points.reduce((all, { value }) => all + (value ?? 0), 0);
  const kept =
    counted.length <= most ? counted : counted.toSorted((a, b) => sum(b) - sum(a)).slice(0, most - 1);
  const others = counted.filter((one) => !kept.includes(one));
  const parts = counted
    .filter((one) => kept.includes(one))
    .map((one): Part => ({ title: one.title, series: [one] }));
  const all = others.length === 0 ? parts : [...parts, { title: `其余 ${others.length} 类`, series: others }];
  return all.toReversed();
}

function columnOf(point: PublishedPoint, parts: readonly Part[], figure: PublishedFigure): Column {
  const { year, value } = point;
  const at = (points: readonly PublishedPoint[]) => points.find((one) => one.year === year);
  const values = parts.map(({ series }) =>
    series.reduce((all, { points }) => all + (at(points)?.value ?? 0), 0),
  );
  const known = values.reduce((all, one) => all + one, 0);
  const rest = value === null ? 0 : value - known;
  const isRest = rest > 10 ** -figure.decimals / 2;
  const absent = parts.flatMap(({ series }) =>
    series.flatMap(({ title, points }) => {
      const state = at(points)?.state;
      return state !== undefined && isAbsent(state) ? [title + stateNames[state]] : [];
    }),
  );
  const word =
    value === null
      ? stateNames[point.state]
      : point.until !== null
        ? untilOf(point.until)
        : point.partial
          ? "不完整"
          : (absent[0] ?? "");
  return {
    year,
    value,
    parts: value === null ? [] : parts.length === 0 ? [value] : isRest ? [...values, rest] : values,
    word,
    partial: point.partial || point.until !== null,
  };
}

/** Say up to when an unfinished year is counted. */
function untilOf(day: string): string {
  return `截至${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
}

/** Choose what one slip stands for: 1, 2 or 5 of some power of ten, the least of which the highest column has at most so many. */
export function slipStep(highest: number, most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const digit of [1, 2, 5]) if (highest / (digit * power) <= most) return digit * power;
  }
}

/** Cut a count into whole slips and the part of a slip that is left. */
export function cutSlips(value: number, step: number): { readonly whole: number; readonly rest: number } {
  const whole = Math.floor(value / step + 1e-9);
  return { whole, rest: Math.max(0, value / step - whole) };
}
