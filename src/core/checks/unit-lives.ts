import { type Issue, issue } from "../cells/reading.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { yearAt } from "./history.ts";
import { placesOf, rowsByCode } from "./register.ts";

/**
 * Hold every row's year against the life of its unit: a name used before or after it was in force (NAME-16, where the unit has
 * but changed its name), or figures of a unit that was not there (NAME-18). Any day of the year will do.
 */
export function checkLives(rows: Rows, units: Units, register: Rows): Finding[] {
  const { unit, time } = rows.dataset;
  const column = rows.columns.get(unit ?? "");
  if (unit === undefined || time === undefined || !column) return [];
  const bounded = new Set<number>(); // ids of units that were not always there
  for (const id of new Set(column.value)) {
    const { from, to } = units.life(rows.pool.text(id));
    if (id !== 0 && (from !== "" || to !== "")) bounded.add(id);
  }
  if (bounded.size === 0) return [];
  const rowOf = rowsByCode(register);
  const found: Finding[] = [];
  for (let row = 0; row < rows.length; row++) {
    if (!bounded.has(column.value[row] ?? 0)) continue;
    const code = textAt(rows, row, unit);
    const year = yearAt(rows, row);
    if (year === 0 || units.isInForce(code, year)) continue;
    const { issue: wrong, kin } = judge(originalAt(rows, row, unit), code, year, units);
    const related = [code, ...kin].flatMap((one) => placesOf(register, rowOf.get(one)));
    found.push(cellFinding(rows, row, unit, wrong, units, [placeAt(rows, row, time), ...related]));
  }
  return found;
}

function judge(
  text: string,
  code: string,
  year: number,
  units: Units,
): { issue: Issue; kin: readonly string[] } {
  const { from, to } = units.life(code);
  const old = from <= `${year}-12-31`; // the year lies after its end
  const then = units.asOf(code, year);
  if (then !== null) {
    const [heir = ""] = units.heirs(code);
    const day = old ? units.life(heir).from : from;
    return { issue: issue("NAME-16", { text, textName: units.name(then), day, year, old }), kin: [then] };
  }
  const kin = (old ? units.heirs(code) : units.origins(code)).filter((one) => units.isInForce(one, year));
  const textKin = kin.map((one) => `“${units.name(one)}”`).join("或");
  return { issue: issue("NAME-18", { text, day: old ? to : from, year, ended: old, textKin }), kin };
}
