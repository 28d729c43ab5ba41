import { yearOf } from "../figures/period.ts";
import { type Rows, textAt } from "../rows.ts";

/** Every combination of the texts of some columns has a number, from 1 in order of appearance; 0 where one of them is blank. */
export interface Groups {
  readonly of: Uint32Array; // per row
  readonly count: number; // the highest number
}

/**
 * What each unit, scope and item reported year by year. An entry is the row that stands for a year: of several days the latest.
 * The entries of a series stand together, in order of year; rows without a whole key or a year have none.
 */
export interface Histories {
  readonly length: number;
  readonly row: Uint32Array; // per entry
  readonly year: Uint16Array;
  readonly series: Uint32Array;
}

/** Give the year of a row's time column; 0 where it has none. */
export function yearAt(rows: Rows, row: number): number {
  const { time } = rows.dataset;
  return time === undefined ? 0 : yearOf(textAt(rows, row, time));
}

/** Number the combinations of some columns' texts. */
export function groupRows(rows: Rows, names: readonly string[]): Groups {
  let groups: Groups = { of: new Uint32Array(rows.length).fill(1), count: Math.min(1, rows.length) };
  for (const name of names) {
    const texts = rows.columns.get(name)?.value ?? new Uint32Array(rows.length);
    groups = refine(groups, refine({ of: texts, count: rows.pool.size }, null));
  }
  return groups;
}

/** Number what is there, or its combinations with another numbering; 0 stays 0. */
function refine(groups: Groups, others: Groups | null): Groups {
  const of = new Uint32Array(groups.of.length);
  const width = others ? others.count + 1 : 1;
  const numbers = numbering((groups.count + 1) * width, of.length);
  let count = 0;
  for (let row = 0; row < of.length; row++) {
    const [group, other] = [groups.of[row] ?? 0, others ? (others.of[row] ?? 0) : 1];
    if (group === 0 || other === 0) continue;
    const key = others ? group * width + other : group;
    let number = numbers.get(key);
    if (number === 0) {
      number = ++count;
      numbers.set(key, number);
    }
    of[row] = number;
  }
  return { of, count };
}

/** What number a key has; 0 for none. An array where the keys are few for so many rows, which is many times as fast as a map. */
function numbering(
  keys: number,
  rows: number,
): { get: (key: number) => number; set: (key: number, number: number) => void } {
  if (keys <= 4 * rows + 100_000) {
    const table = new Uint32Array(keys);
    return {
      get: (key) => table[key] ?? 0,
      set: (key, number) => {
        table[key] = number;
      },
    };
  }
  const table = new Map<number, number>();
  return { get: (key) => table.get(key) ?? 0, set: (key, number) => table.set(key, number) };
}

/** Read the histories of a data set that has a time in its key; of any other there are none. */
export function readHistories(rows: Rows): Histories {
  const { time, schema } = rows.dataset;
  if (time === undefined) return cut(0, new Uint32Array(), new Uint16Array(), new Uint32Array());
  const series = groupRows(
    rows,
    schema.primaryKey.filter((name) => name !== time),
  );
  const times = rankTimes(rows, time);
  const order = sortBy(series.of, series.count, sortBy(times.rank, times.years.length - 1));
  const entries = {
    row: new Uint32Array(rows.length),
    year: new Uint16Array(rows.length),
    series: new Uint32Array(rows.length),
  };
  let length = 0;
  for (const row of order) {
    const [group, rank] = [series.of[row] ?? 0, times.rank[row] ?? 0];
    const year = times.years[rank] ?? 0;
    if (group === 0 || year === 0) continue;
    const last = length - 1;
    const isSameYear = length > 0 && entries.series[last] === group && entries.year[last] === year;
    if (isSameYear && times.rank[entries.row[last] ?? 0] === rank) continue; // a repeated key: the first stands
    const at = isSameYear ? last : length++;
    entries.row[at] = row;
    entries.year[at] = year;
    entries.series[at] = group;
  }
  return cut(length, entries.row, entries.year, entries.series);
}

/** Find the entry of the year before in the same series. */
export function entryBefore({ year, series }: Histories, entry: number): number | null {
  const last = entry - 1;
  const isBefore = series[last] === series[entry] && year[last] === (year[entry] ?? 0) - 1;
  return entry > 0 && isBefore ? last : null;
}

function cut(length: number, row: Uint32Array, year: Uint16Array, series: Uint32Array): Histories {
  return {
    length,
    row: row.subarray(0, length),
    year: year.subarray(0, length),
    series: series.subarray(0, length),
  };
}

/** Number the distinct times from 1 in their order, with the year of each; a row without one has 0. */
function rankTimes(rows: Rows, time: string): { rank: Uint32Array; years: readonly number[] } {
  const ids = rows.columns.get(time)?.value ?? new Uint32Array(rows.length);
  const distinct = [...new Set(ids)].filter((id) => id !== 0).map((id) => ({ id, text: rows.pool.text(id) }));
  distinct.sort((a, b) => (a.text < b.text ? -1 : 1));
  const ranks = new Map(distinct.map(({ id }, i) => [id, i + 1]));
  return {
    rank: ids.map((id) => ranks.get(id) ?? 0),
    years: [0, ...distinct.map(({ text }) => yearOf(text) || 0)],
  };
}

/** Sort rows by a small whole number each, keeping the order of equals: a counting sort. */
function sortBy(key: Uint32Array, highest: number, order?: Uint32Array): Uint32Array {
  const starts = new Uint32Array(highest + 2);
  for (const value of key) starts[value + 1] = (starts[value + 1] ?? 0) + 1;
  for (let value = 1; value < starts.length; value++) {
    starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
  }
  const sorted = new Uint32Array(key.length);
  for (let i = 0; i < key.length; i++) {
    const row = order ? (order[i] ?? 0) : i;
    const value = key[row] ?? 0;
    const at = starts[value] ?? 0;
    sorted[at] = row;
    starts[value] = at + 1;
  }
  return sorted;
}
