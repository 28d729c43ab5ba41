import { normalizeName } from "../cells/names.ts";
import { keyOf } from "../checks/cell-finding.ts";
import { yearAt } from "../checks/history.ts";
import type { Signoff } from "../checks/signoffs.ts";
import type { Figure, Point } from "../figure.ts";
import { indices, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import type { CellEdit } from "./cells.ts";

/** What has to be changed in the exports so that a figure is not computed any more. */
export interface Withholding {
  readonly edits: ReadonlyMap<string, readonly CellEdit[]>; // by file
  readonly signoffs: readonly number[]; // rows of signoffs.csv that quote what is changed
}

/**
 * Withhold a figure where its numbers stand: the cells that are added up, or a ratio's numerator, become 不公开, and whatever else in
 * the rows of that year and the next gives them away is emptied. Null where no cell holds the number, as in a count of rows, or
 * where a layout has put the cells together.
 */
export function withhold(
  { indicator }: Figure,
  point: Point,
  units: Units,
  signoffs: readonly Signoff[],
): Withholding | null {
  const { measure } = indicator;
  const isHolding = (id: string, column: string) => {
    if (measure.kind === "sum" || measure.kind === "mean") return column === measure.column;
    if (measure.kind !== "ratio") return false;
    return id !== measure.denominator.dataset || column !== measure.denominator.column;
  };
  const edits = new Map<string, CellEdit[]>();
  const dropped = new Set<number>();
  const cells = point.cells.filter(({ rows, column }) => isHolding(rows.dataset.id, column));
  if (cells.length === 0 || cells.some(({ rows }) => rows.sheets.some((sheet) => sheet !== null)))
    return null;
  const write = (rows: Rows, row: number, column: string, text: string) => {
    const file = rows.file[row] ?? 0;
    const at = rows.positions[file]?.get(column);
    if (!at || (text === "" && textAt(rows, row, column) === "")) return;
    const path = rows.files[file] ?? "";
    edits.set(path, [...(edits.get(path) ?? []), { row: rows.row[row] ?? 0, column: at.index, text }]);
    const key = normalizeName(keyOf(rows, row, units));
    for (const { subject, places } of signoffs) {
      const isQuoting = subject.dataset === rows.dataset.id && subject.column === column;
      if (isQuoting && normalizeName(subject.key) === key && places.row.row !== null)
        dropped.add(places.row.row);
    }
  };
  for (const { rows, column, indices: own } of cells) {
    const { comparison } = rows.dataset;
    for (const row of own) {
      write(rows, row, column, "不公开");
      if (comparison?.value !== column) continue;
      write(rows, row, comparison.rate, "");
      for (const next of yearAfter(rows, row)) {
        write(rows, next, comparison.previous, "");
        write(rows, next, comparison.rate, "");
      }
    }
  }
  return { edits, signoffs: [...dropped] };
}

/** Find the rows that say the same of the year after. */
function yearAfter(rows: Rows, row: number): number[] {
  const { time, schema } = rows.dataset;
  const others = schema.primaryKey.filter((name) => name !== time);
  return indices(rows).filter(
    (next) =>
      yearAt(rows, next) === yearAt(rows, row) + 1 &&
      others.every((name) => textAt(rows, next, name) === textAt(rows, row, name)),
  );
}
