import { issue } from "../cells/reading.ts";
import type { Field } from "../declared/dataset.ts";
import { isUnfinished } from "../figures/period.ts";
import { type Finding, finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding, sliceKeyOf } from "./cell-finding.ts";
import { entryBefore, groupRows, type Histories } from "./history.ts";

/** MASK-11: every figure of a row is 0 (a budget aside), and in the year before one was not. */
export function findZeroRow(
  rows: Rows,
  row: number,
  before: number,
  amounts: readonly Field[],
  year: number,
  units: Units,
): Finding | null {
  const names = zeroNames(rows, row, amounts);
  const [first] = names;
  if (first === undefined) return null;
  const last = names.find((name) => !["", "0"].includes(textAt(rows, before, name)));
  if (last === undefined) return null;
  const { unit } = rows.dataset;
  const facts = {
    textUnit: unit === undefined ? "" : units.name(textAt(rows, row, unit)),
    column: "",
    count: 1,
    year,
    textBefore: originalAt(rows, before, last),
  };
  const related = [...names.slice(1).map((name) => placeAt(rows, row, name)), placeAt(rows, before, last)];
  return cellFinding(rows, row, first, issue("MASK-11", facts), units, related);
}

/** The figures of a row, if every one of them is 0. */
function zeroNames(rows: Rows, row: number, amounts: readonly Field[]): string[] {
  const names: string[] = [];
  for (const { name } of amounts) {
    if (name === rows.dataset.comparison?.budget) continue;
    const text = textAt(rows, row, name);
    if (text !== "" && text !== "0") return [];
    if (text === "0") names.push(name);
  }
  return names;
}

/**
 * MASK-11: a column is 0 for every unit of a year, 口径 and 项目, of which some had figures the year before; at least two units, and
 * beside it other columns hold figures. Also names the cells, which are then no jumps.
 */
export function findZeroColumns(
  rows: Rows,
  histories: Histories,
  amounts: readonly Field[],
  now: string,
): { findings: Finding[]; cells: ReadonlySet<string> } {
  const { time, unit, schema, comparison } = rows.dataset;
  const findings: Finding[] = [];
  const cells = new Set<string>();
  const zero = rows.pool.intern("0");
  const names = amounts
    .map(({ name }) => name)
    .filter((name) => name !== comparison?.budget && rows.columns.get(name)?.value.includes(zero));
  if (names.length === 0) return { findings, cells };
  const slices = groupRows(
    rows,
    schema.primaryKey.filter((name) => name !== time && name !== unit),
  );
  for (const name of names) {
    const columns = new Map<number, ZeroColumn | null>();
    for (let entry = 0; entry < histories.length; entry++) {
      const [row, year] = [histories.row[entry] ?? 0, histories.year[entry] ?? 0];
      const key = (slices.of[row] ?? 0) * 100_000 + year;
      const column = columns.get(key);
      const text = column === null ? "" : textAt(rows, row, name);
      if (column === null || text === "") continue;
      if (text !== "0" || isUnfinished(year, now)) columns.set(key, null);
      else if (zeroNames(rows, row, amounts).length === 0) {
        const earlier = entryBefore(histories, entry);
        const before = earlier === null ? null : (histories.row[earlier] ?? 0);
        const had = before !== null && !["", "0"].includes(textAt(rows, before, name)) ? before : null;
        const known = column ?? { year, rows: [], before: [] };
        columns.set(key, known);
        known.rows.push(row);
        if (had !== null) known.before.push(had);
      }
    }
    for (const column of columns.values()) {
      const [first, last] = [column?.rows[0], column?.before[0]];
      if (!column || first === undefined || last === undefined || column.rows.length < 2) continue;
      findings.push(zeroColumn(rows, name, column, first, last));
      for (const row of column.rows) cells.add(`${row}|${name}`);
    }
  }
  return { findings, cells };
}

/** Rows of one year in which a column is 0, and those of the year before in which it was not. */
interface ZeroColumn {
  readonly year: number;
  readonly rows: number[];
  readonly before: number[];
}

function zeroColumn(rows: Rows, name: string, column: ZeroColumn, first: number, last: number): Finding {
  const facts = {
    textUnit: "",
    column: name,
    count: column.rows.length,
    year: column.year,
    textBefore: originalAt(rows, last, name),
  };
  const subject = {
    dataset: rows.dataset.id,
    key: sliceKeyOf(rows, first),
    column: name,
    value: originalAt(rows, first, name),
  };
  const related = [...column.rows.slice(1), ...column.before].map((row) => placeAt(rows, row, name));
  return finding("MASK-11", placeAt(rows, first, name), facts, { related, subject });
}
