import { type Issue, issue } from "../cells/reading.ts";
import { type Field, isByUnitAndTime, isNumeric } from "../declared/dataset.ts";
import { Decimal } from "../figures/decimal.ts";
import { isUnfinished } from "../figures/period.ts";
import type { Finding } from "../finding.ts";
import { originalAt, type Pool, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { entryBefore, type Histories } from "./history.ts";
import { writtenAt, writtenLike } from "./written.ts";
import { findZeroColumns, findZeroRow } from "./zeros.ts";

/** Compare what every unit reports with its year before: MASK-11, BIZ-11, BIZ-10 and BIZ-09. An unfinished year is not compared. */
export function checkYears(rows: Rows, histories: Histories, units: Units, now: string): Finding[] {
  const { dataset } = rows;
  if (!isByUnitAndTime(dataset)) return [];
  const figures = dataset.schema.fields.filter(
    (field) => isNumeric(field) && field.name !== dataset.comparison?.previous,
  );
  const amounts = figures.filter((field) => !field.percent && !field.signed);
  const zeros = dataset.suspicions.zeros
    ? findZeroColumns(rows, histories, amounts, now)
    : { findings: [], cells: new Set<string>() };
  const found = [...zeros.findings];
  const isNear = nearness(rows);
  for (let entry = 0; entry < histories.length; entry++) {
    const earlier = entryBefore(histories, entry);
    const year = histories.year[entry] ?? 0;
    if (earlier === null || isUnfinished(year, now)) continue;
    const [row, before] = [histories.row[entry] ?? 0, histories.row[earlier] ?? 0];
    const whole =
      (dataset.suspicions.zeros ? findZeroRow(rows, row, before, amounts, year, units) : null) ??
      (dataset.suspicions.unchanged ? findUnchanged(rows, row, before, figures, year, units) : null);
    if (whole) {
      found.push(whole);
      continue;
    }
    for (const field of amounts) {
      if (isNear(row, before, field) || zeros.cells.has(`${row}|${field.name}`)) continue;
      const jump = findJump(rows, row, before, field, year);
      if (jump)
        found.push(cellFinding(rows, row, field.name, jump, units, [placeAt(rows, before, field.name)]));
    }
  }
  return found;
}

/** BIZ-11: at least two figures, and all of them as in the year before. */
function findUnchanged(
  rows: Rows,
  row: number,
  before: number,
  figures: readonly Field[],
  year: number,
  units: Units,
): Finding | null {
  const same: string[] = [];
  for (const { name } of figures) {
    const column = rows.columns.get(name);
    const value = column?.value[row] ?? 0;
    if (value !== (column?.value[before] ?? 0)) return null;
    if (value !== 0) same.push(name);
  }
  const { unit, comparison } = rows.dataset;
  if (same.length < 2) return null;
  if (comparison && textAt(rows, row, comparison.unit) !== textAt(rows, before, comparison.unit)) return null;
  const facts = {
    textUnit: unit === undefined ? "" : units.name(textAt(rows, row, unit)),
    year,
    columns: same,
  };
  const related = [row, before].flatMap((at) => same.map((name) => placeAt(rows, at, name)));
  return cellFinding(rows, row, null, issue("BIZ-11", facts), units, related);
}

/** How close to a factor counts as exactly so many times. */
const closeness = 0.02;

/** BIZ-10 and BIZ-09: so many times as much that units must be mixed up or zeros lost; or just much more, or less, than before. */
function findJump(rows: Rows, row: number, before: number, field: Field, year: number): Issue | null {
  const { jump, times } = rows.dataset.suspicions;
  const own = writtenAt(rows, before, field.name);
  if (!own?.value.gt(0) || own.value.lt(field.floor)) return null;
  const value = writtenAt(rows, row, field.name)?.value;
  const base = writtenLike(rows, before, field, row)?.value;
  if (!value || !base) return null;
  const ratio = value.div(base);
  const facts = {
    column: field.name,
    text: originalAt(rows, row, field.name),
    textBefore: originalAt(rows, before, field.name),
    year,
  };
  const factor = times
    .flatMap((one) => [Decimal(one), Decimal(1).div(one)])
    .find((one) => ratio.div(one).minus(1).abs().lte(closeness));
  if (factor) return issue("BIZ-10", { ...facts, times: factor.toNumber() });
  const change = ratio.minus(1).times(100);
  if (jump === null || change.abs().lte(jump)) return null;
  const textChange = `${change.gt(0) ? "+" : ""}${change.toFixed(1)}`;
  return issue("BIZ-09", { ...facts, textChange, limit: jump });
}

/** Decide most figures at once, by floats, well inside the borders: without exact decimals a million rows take seconds less. */
function nearness(rows: Rows): (row: number, before: number, field: Field) => boolean {
  const { jump, times } = rows.dataset.suspicions;
  const smallest = Math.min(...times);
  const low = Math.max(jump === null ? 0 : 1.01 - jump / 100, 1.05 / smallest);
  const high = Math.min(jump === null ? Number.POSITIVE_INFINITY : 0.99 + jump / 100, 0.95 * smallest);
  const number = numbersOf(rows.pool);
  const unit = rows.columns.get(rows.dataset.comparison?.unit ?? "")?.value;
  return (row, before, field) => {
    const value = rows.columns.get(field.name)?.value;
    const [now, then] = [value?.[row] ?? 0, value?.[before] ?? 0];
    if (now === 0 || then === 0) return true; // an absent figure is not compared
    if (unit && field.unit === "" && unit[row] !== unit[before]) return false;
    const ratio = number(now) / number(then);
    return ratio > low && ratio < high;
  };
}

/** Read each distinct text of a pool as a float once. */
function numbersOf(pool: Pool): (id: number) => number {
  const known: number[] = [];
  return (id) => {
    let number = known[id];
    if (number === undefined) {
      number = Number(pool.text(id));
      known[id] = number;
    }
    return number;
  };
}
