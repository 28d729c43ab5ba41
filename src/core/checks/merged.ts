import { issue } from "../cells/reading.ts";
import type { Rows } from "../rows.ts";
import type { Note } from "./cell-finding.ts";

/** Tell blanks that merged cells leave in the key from any other blank: the row above has something there, or is such a blank itself (STR-23). */
export function markMerged(rows: Rows, notes: readonly Note[]): Note[] {
  const key = new Set(rows.dataset.schema.primaryKey);
  const merged = new Map<string, number>(); // column → the last such blank
  return notes.map((note) => {
    const { row, column } = note;
    if (note.issue.code !== "REQ-01" || !key.has(column)) return note;
    const isFirst = row === 0 || rows.file[row] !== rows.file[row - 1];
    const original = rows.columns.get(column)?.original[row - 1] ?? 0;
    if (isFirst || (rows.pool.text(original).trim() === "" && merged.get(column) !== row - 1)) return note;
    merged.set(column, row);
    return { ...note, issue: issue("STR-23", { column }) };
  });
}
