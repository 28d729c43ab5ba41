import { type Rows, textAt } from "../rows.ts";
import { yearOf } from "./period.ts";

/** Find the rows whose columns have exactly these values. */
export function rowsWhere(rows: Rows, where: Readonly<Record<string, string>>): number[] {
  const wanted = Object.entries(where).map(([name, text]) => {
    const column = rows.columns.get(name);
    if (!column) throw new Error(`unknown column: ${rows.dataset.id}.${name}`);
    return { ids: column.value, id: rows.pool.intern(text) };
  });
  const found: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (wanted.every(({ ids, id }) => ids[row] === id)) found.push(row);
  }
  return found;
}

/** Group rows by the year of their data set's time; rows without one are left out. */
export function rowsByYear(rows: Rows, indices: readonly number[]): Map<number, number[]> {
  const { time } = rows.dataset;
  const years = new Map<number, number[]>();
  if (time === undefined) return years;
  for (const row of indices) {
    const text = textAt(rows, row, time);
    if (text === "") continue;
    const year = yearOf(text);
    const known = years.get(year);
    if (known) known.push(row);
    else years.set(year, [row]);
  }
  return years;
}
