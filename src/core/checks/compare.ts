import { type Issue, issue } from "../cells/reading.ts";
import { type Field, fieldsOf, isNumeric } from "../declared/dataset.ts";
import { Decimal } from "../figures/decimal.ts";
import { isUnfinished } from "../figures/period.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { readHistories } from "./history.ts";
import { writtenAt, writtenLike } from "./written.ts";

/** Compare every figure of a data set keyed by unit and time with the year before: MASK-11, BIZ-09 and BIZ-10. An unfinished year is not compared. */
export function checkJumps(rows: Rows, units: Units, now: string): Finding[] {
  if (rows.dataset.kind !== "state") return [];
  const fields = fieldsOf(rows.dataset).filter(
    (field) =>
      isNumeric(field) && !field.percent && !field.signed && field.name !== rows.dataset.comparison?.previous,
  );
  const found: Finding[] = [];
  for (const history of readHistories(rows)) {
    for (const [year, row] of history) {
      const before = history.get(year - 1);
      if (before === undefined || isUnfinished(year, now)) continue;
      const zeros = findZeros(rows, row, before, fields, year, units);
      if (zeros) {
        found.push(zeros);
        continue;
      }
      for (const field of fields) {
        const jump = findJump(rows, row, before, field, year);
        if (!jump) continue;
        found.push(cellFinding(rows, row, field.name, jump, units, [placeAt(rows, before, field.name)]));
      }
    }
  }
  return found;
}

/** MASK-11: every figure of a row is 0 (a budget aside), and in the year before one was not. */
function findZeros(
  rows: Rows,
  row: number,
  before: number,
  fields: readonly Field[],
  year: number,
  units: Units,
): Finding | null {
  const { unit, comparison } = rows.dataset;
  const names = fields.map((field) => field.name).filter((name) => name !== comparison?.budget);
  const present = names.filter((name) => textAt(rows, row, name) !== "");
  const [first] = present;
  if (first === undefined || present.some((name) => textAt(rows, row, name) !== "0")) return null;
  const last = present.find((name) => !["", "0"].includes(textAt(rows, before, name)));
  if (last === undefined) return null;
  const facts = {
    textUnit: unit === undefined ? "" : units.name(textAt(rows, row, unit)),
    year,
    textBefore: originalAt(rows, before, last),
  };
  return cellFinding(rows, row, first, issue("MASK-11", facts), units, [placeAt(rows, before, last)]);
}

/** Units mixed up, a lost point, zeros too many: up or down, within 2 %. */
const factors = [10, 100, 10_000].flatMap((times) => [Decimal(times), Decimal(1).div(times)]);

function findJump(rows: Rows, row: number, before: number, field: Field, year: number): Issue | null {
  if (!rows.dataset.comparison && isNear(textAt(rows, row, field.name), textAt(rows, before, field.name)))
    return null;
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
  const factor = factors.find((times) => ratio.div(times).minus(1).abs().lte(0.02));
  if (factor) return issue("BIZ-10", { ...facts, times: factor.toNumber() });
  const change = ratio.minus(1).times(100);
  if (change.abs().lte(30)) return null;
  const textChange = `${change.gt(0) ? "+" : ""}${change.toFixed(1)}`;
  return issue("BIZ-09", { ...facts, textChange });
}

/** Most figures: decided at once, by floats, well inside the borders; without exact decimals a million rows take seconds less. */
function isNear(text: string, base: string): boolean {
  const ratio = Number(text) / Number(base);
  return ratio > 0.71 && ratio < 1.29;
}
