import { catalogue } from "../catalogue/catalogue.ts";
import type { Issue } from "../cells/reading.ts";
import { type Finding, finding, type Place } from "../finding.ts";
import { keyAt, originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";

/** Something wrong with a cell whose place is not known yet: a row's index and a column. */
export interface Note {
  readonly row: number;
  readonly column: string;
  readonly issue: Issue;
  readonly related?: readonly Place[];
}

/** Keep of each cell's notes the first: where a layout is declared, a year in the header is one cell of many rows. */
export function onceACell(rows: Rows, notes: readonly Note[]): readonly Note[] {
  if (rows.sheets.every((sheet) => sheet === null)) return notes;
  const seen = new Set<string>();
  return notes.filter(({ row, column, issue }) => {
    const spots = rows.columns.get(column)?.spots;
    const cell = [rows.file[row], column, spots?.row[row], spots?.index[row], issue.code].join();
    if (seen.has(cell)) return false;
    seen.add(cell);
    return true;
  });
}

/** Write a row's key as sign-offs do, units by their names. */
export function keyOf(rows: Rows, row: number, units: Units): string {
  const unitColumns = rows.dataset.schema.foreignKeys
    .filter((key) => key.resource === "units")
    .map((key) => key.field);
  return keyAt(rows, row, (column, text) => (unitColumns.includes(column) ? units.name(text) : text));
}

/** Write what the rows of all units in one year, 口径 and 项目 have in common: the key without the unit. */
export function sliceKeyOf(rows: Rows, row: number): string {
  const { primaryKey } = rows.dataset.schema;
  return primaryKey
    .filter((name) => name !== rows.dataset.unit)
    .map((name) => textAt(rows, row, name))
    .join("|");
}

/** Make a finding at a cell, or at a row where column is null; a W gets what a sign-off must name. */
export function cellFinding(
  rows: Rows,
  row: number,
  column: string | null,
  issue: Issue,
  units: Units,
  related: readonly Place[] = [],
): Finding {
  const level = issue.level ?? catalogue[issue.code].level;
  const subject = () => ({
    dataset: rows.dataset.id,
    key: keyOf(rows, row, units),
    column: column ?? "",
    value: column === null ? "" : originalAt(rows, row, column),
  });
  return finding(issue.code, placeAt(rows, row, column), issue.facts as never, {
    level,
    related,
    ...(level === "W" ? { subject: subject() } : {}),
  });
}
