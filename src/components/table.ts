import { mainSeries, partSeries, scopeSeries } from "../core/figures/latest.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint, PublishedSeries } from "../core/site.ts";
import { isAbsent, type State, stateNames } from "../core/state.ts";
import { formatExecution, hasBudget } from "../core/words/budget.ts";
import { hasChanges } from "../core/words/changes.ts";
import { formatNumber } from "../core/words/format.ts";
import { decimalsOf, partName, partsAt, sides } from "./parts.ts";

export interface Cell {
  readonly text: string;
  readonly state: State | null; // of an absence: shown as mark and word
}

export interface Column {
  readonly text: string;
  readonly unit: string;
  readonly series: string; // key of the one it is about
  readonly cells: readonly Cell[]; // one a year
}

const plain = (text: string): Cell => ({ text, state: null });
const absent = (state: State): Cell => ({ text: stateNames[state], state });

/** Write a change with its sign. */
function signed(change: number, decimals: number): string {
  return (change > 0 ? "+" : "") + formatNumber(change, decimals);
}

/** Say why a value that is there has no change against the year before. */
function whyNoChange(point: PublishedPoint, before: PublishedPoint | undefined): string {
  if (point.partial) return "— 年未满";
  if (point.break || before?.break) return "— 口径变了";
  if (before?.value === 0) return "— 上年为零";
  return before?.value === null ? "— 上年缺" : "— 不适用";
}

function valueColumn(series: PublishedSeries, figure: PublishedFigure, text: string): Column {
  const cells = series.points.map((point) =>
    point.value === null ? absent(point.state) : plain(formatNumber(point.value, figure.decimals)),
  );
  return { text, unit: figure.unit, series: series.key, cells };
}

function partColumns(
  series: PublishedSeries,
  figure: PublishedFigure,
  datasets: readonly PublishedDataset[],
): Column[] {
  return sides.flatMap((side) => {
    const part = partName(figure, side, datasets);
    if (!part) return [];
    const values = series.points.map((point) => partsAt(point)?.[side] ?? null);
    const decimals = Math.max(...values.map((value) => (value === null ? 0 : decimalsOf(value))));
    const cells = series.points.map(({ state }, i) => {
      const value = values[i] ?? null;
      if (value !== null) return plain(formatNumber(value, decimals));
      return isAbsent(state) ? absent(state) : plain("—");
    });
    return [{ text: part.name, unit: part.unit, series: series.key, cells }];
  });
}

function changeColumns(series: PublishedSeries, figure: PublishedFigure): Column[] {
  const { changeUnit, baseYear, decimals } = figure;
  if (changeUnit === "") return [];
  const digits = changeUnit === "%" ? 1 : decimals;
  const { points, key } = series;
  const change = points.map((point, i) => {
    if (point.change !== null) return plain(signed(point.change, digits));
    return point.value === null ? absent(point.state) : plain(whyNoChange(point, points[i - 1]));
  });
  const base = points.map((point) => {
    if (point.base !== null)
      return plain(point.chained ? `约 ${signed(point.base, 0)}` : signed(point.base, digits));
    return point.value === null ? absent(point.state) : plain("—");
  });
  return [
    { text: "比上年", unit: changeUnit, series: key, cells: change },
    { text: `比 ${baseYear} 年`, unit: changeUnit, series: key, cells: base },
  ];
}

/** The longest time without, beside a cadence's share. */
function gapColumns({ points, key }: PublishedSeries): Column[] {
  if (points.every(({ gap }) => gap === null)) return [];
  const cells = points.map(({ gap, state }) => {
    if (gap !== null) return plain(String(gap));
    return isAbsent(state) ? absent(state) : plain("—");
  });
  return [{ text: "最长间隔", unit: "天", series: key, cells }];
}

/** A budget and how much of it was spent; a year without a budget has a dash. */
function budgetColumns(
  { points, key }: PublishedSeries,
  figure: PublishedFigure,
): [planned: Column, rate: Column] {
  const planned = points.map(({ budget }) =>
    plain(budget === null ? "—" : formatNumber(budget, figure.decimals)),
  );
  const rate = points.map((point) => plain(formatExecution(point).replace("%", "") || "—"));
  return [
    { text: "预算", unit: figure.unit, series: key, cells: planned },
    { text: "执行率", unit: "%", series: key, cells: rate },
  ];
}

/** Name the column of the whole: 合计 beside parts, its own scope beside others. */
function nameOfWhole(figure: PublishedFigure): string {
  if (scopeSeries(figure).length > 0) return figure.scope ?? mainSeries(figure)?.title ?? figure.title;
  return figure.by === null || figure.byScope ? figure.title : "合计";
}

/** Lay a figure out in columns, one cell a year: what its card is about; by default its parts, its value, its changes, and its budget if that has no card of its own. */
export function columnsOf(figure: PublishedFigure, datasets: readonly PublishedDataset[]): Column[] {
  if (figure.measure.kind === "streak") return figure.series.map((s) => valueColumn(s, figure, s.title));
  const main = mainSeries(figure);
  if (!main) return [];
  const [planned, rate] = budgetColumns(main, figure);
  if (figure.chart === "budget" && hasBudget(figure)) {
    return [planned, valueColumn(main, figure, "决算"), rate];
  }
  const changes = changeColumns(main, figure);
  if (figure.chart === "changes" && hasChanges(figure)) {
    return [valueColumn(main, figure, figure.title), ...changes.slice(0, 1)];
  }
  const isBudgetHere = hasBudget(figure) && !figure.also.includes("budget");
  return [
    ...[...partSeries(figure), ...scopeSeries(figure)].map((series) =>
      valueColumn(series, figure, series.title),
    ),
    ...partColumns(main, figure, datasets),
    valueColumn(main, figure, nameOfWhole(figure)),
    ...gapColumns(main),
    ...changes,
    ...(isBudgetHere ? [planned, rate] : []),
  ];
}

/** Write what is exceptional about a year: its status, its scope, its end. */
export function yearNote(
  point: Pick<PublishedPoint, "state" | "scope" | "break" | "partial" | "until">,
  usual: string | null,
): string {
  const status = point.state === "provisional" || point.state === "revised" ? stateNames[point.state] : "";
  const scope = point.break && point.scope !== usual ? `${point.scope}口径` : "";
  const partial = point.partial ? (point.until === null ? "部分" : `截至 ${point.until.slice(5)}`) : "";
  return [status, scope, partial].filter((part) => part !== "").join("，");
}

export interface Block extends Cell {
  readonly rows: number;
  readonly columns: number;
}

/** Join neighbouring cells of one absence into one block, so that a rectangle of one state is one cell; covered cells are null. */
export function joinCells(columns: readonly Column[]): (Block | null)[][] {
  const height = columns[0]?.cells.length ?? 0;
  const at = (row: number, column: number) => columns[column]?.cells[row]?.state ?? null;
  const taken = columns.map(() => new Array<boolean>(height).fill(false));
  return Array.from({ length: height }, (_, row) =>
    columns.map(({ cells }, column) => {
      const cell = cells[row] as Cell;
      if (taken[column]?.[row]) return null;
      if (cell.state === null) return { ...cell, rows: 1, columns: 1 };
      let width = 1;
      while (at(row, column + width) === cell.state && !taken[column + width]?.[row]) width++;
      const sameRow = (r: number) =>
        columns.slice(column, column + width).every((_, i) => at(r, column + i) === cell.state);
      let depth = 1;
      while (row + depth < height && sameRow(row + depth)) depth++;
      for (let c = column; c < column + width; c++) taken[c]?.fill(true, row, row + depth);
      return { ...cell, rows: depth, columns: width };
    }),
  );
}
