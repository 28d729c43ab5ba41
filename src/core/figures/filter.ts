import type { Rows } from "../rows.ts";
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
  const ids = rows.columns.get(time)?.value;
  const known = new Map<number, number[]>(); // by the time's id, of which there are few
  for (const row of indices) {
    const id = ids?.[row] ?? 0;
    if (id === 0) continue;
    let list = known.get(id);
    if (list === undefined) {
      const year = yearOf(rows.pool.text(id));
      list = years.get(year) ?? [];
      years.set(year, list);
      known.set(id, list);
    }
    list.push(row);
  }
  return years;
}
