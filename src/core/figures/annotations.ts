import { indices, type Rows, textAt } from "../rows.ts";
import type { Break, Milestone, Target } from "../site.ts";
import { yearOf } from "./period.ts";

/** Read the rows of `targets` by indicator, in order of year; those without a number set none. */
export function readTargets(rows: Rows | undefined): ReadonlyMap<string, readonly Target[]> {
  return byIndicator(rows, "年度", (at) => {
    if (at("目标值") === "") return [];
    return {
      year: yearOf(at("年度")),
      value: Number(at("目标值")),
      direction: at("方向") === "越低越好" ? "down" : "up",
      source: at("来源文件"),
    };
  });
}

/** Read the rows of `breaks` by indicator, in order of day: the figures of that day's year are the first to be counted otherwise. */
export function readBreaks(rows: Rows | undefined): ReadonlyMap<string, readonly Break[]> {
  return byIndicator(rows, "日期", (at) => ({
    year: yearOf(at("日期")),
    date: at("日期"),
    kind: at("断点类型"),
    note: at("说明"),
    comparable: at("是否可比") === "是",
  }));
}

/** Read the rows of `timeline`, in order of day. */
export function readTimeline(rows: Rows | undefined): Milestone[] {
  return read(rows, "日期", (at) => ({ date: at("日期"), title: at("事件"), note: at("说明") }));
}

type At = (column: string) => string;

/** Read rows in the order of their time; those without one are left out. */
function read<T>(rows: Rows | undefined, time: string, make: (at: At) => T | readonly T[]): T[] {
  if (!rows) return [];
  return indices(rows)
    .map((row) => (column: string) => textAt(rows, row, column))
    .filter((at) => at(time) !== "")
    .sort((a, b) => (a(time) < b(time) ? -1 : a(time) > b(time) ? 1 : 0))
    .flatMap(make);
}

function byIndicator<T>(
  rows: Rows | undefined,
  time: string,
  make: (at: At) => T | readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const pairs = read(rows, time, (at) => [make(at)].flat().map((one) => [at("指标"), one as T] as const));
  const grouped = Map.groupBy(pairs, ([indicator]) => indicator);
  return new Map([...grouped].map(([indicator, of]) => [indicator, of.map(([, one]) => one)]));
}
