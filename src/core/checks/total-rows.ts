import { totalWord } from "../cells/total.ts";
import type { Dataset, Field } from "../declared/dataset.ts";
import { type Rows, takeRows } from "../rows.ts";
import type { Note } from "./cell-finding.ts";

/** Rows that are sums of others, taken out of a data set's rows; each knows its word and the column it stands in. */
export interface TotalRows {
  readonly rows: Rows;
  readonly words: readonly TotalWord[];
  readonly notes: readonly Note[]; // of their figures
}

export interface TotalWord {
  readonly word: string; // 合计, 小计, 总计, 共计, 累计 or 其中
  readonly column: string;
}

/** Recognise the word for a sum in a column's cells: in the unit, the time or another part of the key. */
export function totalReader(field: Field, { unit, time, schema }: Dataset): (text: string) => string | null {
  const playsPart = field.name === unit || field.name === time;
  if (!playsPart && !schema.primaryKey.includes(field.name)) return () => null;
  const { enum: listed = [] } = field.constraints;
  return (text) => (listed.includes(text.trim()) ? null : totalWord(text, playsPart));
}

/** Take the rows that are sums out of all others, each with its own notes. */
export function splitTotals(
  rows: Rows,
  notes: readonly Note[],
  totals: ReadonlyMap<number, TotalWord>,
): { rows: Rows; notes: Note[]; totals: TotalRows | null } {
  if (totals.size === 0) return { rows, notes: [...notes], totals: null };
  const places = new Map<number, number>(); // a row's place among its own kind
  const [kept, taken]: [number[], number[]] = [[], []];
  for (let row = 0; row < rows.length; row++) {
    const kind = totals.has(row) ? taken : kept;
    places.set(row, kind.length);
    kind.push(row);
  }
  const numeric = new Set(
    rows.dataset.schema.fields
      .filter(({ type }) => type === "integer" || type === "number")
      .map(({ name }) => name),
  );
  const moved = (note: Note): Note => ({ ...note, row: places.get(note.row) ?? 0 });
  return {
    rows: takeRows(rows, kept),
    notes: notes.filter(({ row }) => !totals.has(row)).map(moved),
    totals: {
      rows: takeRows(rows, taken),
      words: taken.flatMap((row) => totals.get(row) ?? []),
      notes: notes.filter(({ row, column }) => totals.has(row) && numeric.has(column)).map(moved),
    },
  };
}
