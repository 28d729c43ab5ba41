import { normalizeName } from "../cells/names.ts";
import { issue } from "../cells/reading.ts";
import { fieldsOf } from "../declared/dataset.ts";
import { type Finding, sayPlace } from "../finding.ts";
import { originalAt, placeAt, type Rows } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding, keyOf } from "./cell-finding.ts";
import { groupRows } from "./history.ts";

/** Columns that may differ between two rows which say the same. */
const remarks: readonly string[] = ["备注", "来源"];

/** Find repeated keys: each later row against the first one with its key. A row with a blank key cell has none. */
export function checkKeys(rows: Rows, units: Units): Finding[] {
  const { primaryKey } = rows.dataset.schema;
  const keys = groupRows(rows, primaryKey);
  const others = fieldsOf(rows.dataset)
    .map((field) => field.name)
    .filter((name) => !primaryKey.includes(name) && !remarks.includes(name));
  const firsts = new Int32Array(keys.count + 1).fill(-1);
  const found: Finding[] = [];
  for (let row = 0; row < rows.length; row++) {
    const key = keys.of[row] ?? 0;
    if (key === 0) continue;
    const first = firsts[key] ?? -1;
    if (first < 0) firsts[key] = row;
    else found.push(...twoSpellings(rows, first, row, units), repeat(rows, first, row, others, units));
  }
  return found;
}

/** NAME-21: the two rows look like two units', for the name is not written alike. */
function twoSpellings(rows: Rows, first: number, row: number, units: Units): Finding[] {
  const { unit } = rows.dataset;
  if (unit === undefined) return [];
  const [text, textOther] = [originalAt(rows, row, unit), originalAt(rows, first, unit)];
  if (text === textOther || normalizeName(text) !== normalizeName(textOther)) return [];
  const found = issue("NAME-21", { text, textOther });
  return [cellFinding(rows, row, unit, found, units, [placeAt(rows, first, unit)])];
}

function repeat(rows: Rows, first: number, row: number, others: readonly string[], units: Units): Finding {
  const { primaryKey } = rows.dataset.schema;
  const { time } = rows.dataset;
  const column = others.find((name) => differs(rows, name, first, row)) ?? null;
  const facts = {
    columns: primaryKey,
    textKey: keyOf(rows, row, units),
    at: sayPlace(placeAt(rows, first, column)),
    file: rows.files[rows.file[first] ?? 0] ?? "",
    column: column ?? "",
    text: column === null ? "" : originalAt(rows, row, column),
    textOther: column === null ? "" : originalAt(rows, first, column),
  };
  const sameFile = rows.file[first] === rows.file[row];
  const code = time !== undefined && primaryKey.includes(time) ? "DATE-14" : "BIZ-13";
  const found = column === null ? issue(code, facts, "W") : issue(sameFile ? code : "BIZ-16", facts);
  return cellFinding(rows, row, column, found, units, [placeAt(rows, first, column)]);
}

function differs(rows: Rows, name: string, a: number, b: number): boolean {
  const column = rows.columns.get(name);
  return column !== undefined && (column.value[a] !== column.value[b] || column.state[a] !== column.state[b]);
}
