import { yearOf } from "../figures/period.ts";
import { type Rows, textAt } from "../rows.ts";

/** The rows of one unit, scope and item by year; of several days in a year the latest stands. */
export type History = ReadonlyMap<number, number>;

/** Give the year of a row's time column; 0 where it has none. */
export function yearAt(rows: Rows, row: number): number {
  const { time } = rows.dataset;
  return time === undefined ? 0 : yearOf(textAt(rows, row, time));
}

/** Group a state data set's rows by every key column but the time; rows without a whole key are left out. */
export function readHistories(rows: Rows): History[] {
  const { time, schema } = rows.dataset;
  if (time === undefined) return [];
  const keyColumns = schema.primaryKey
    .filter((name) => name !== time)
    .map((name) => rows.columns.get(name)?.value ?? new Uint32Array(rows.length));
  const histories = new Map<string, Map<number, number>>();
  for (let row = 0; row < rows.length; row++) {
    const year = yearAt(rows, row);
    const ids = keyColumns.map((column) => column[row] ?? 0);
    if (year === 0 || ids.includes(0)) continue;
    const key = ids.join();
    const history = histories.get(key) ?? new Map<number, number>();
    histories.set(key, history);
    const standing = history.get(year);
    if (standing === undefined || textAt(rows, standing, time) < textAt(rows, row, time))
      history.set(year, row);
  }
  return [...histories.values()];
}
