import { isByUnitAndTime } from "../declared/dataset.ts";
import { dayOf, isUnfinished } from "../figures/period.ts";
import { type Finding, filePlace, finding } from "../finding.ts";
import { placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { groupRows, type Histories } from "./history.ts";

/** What one 口径 holds in one year: a row of each unit, and the latest day. */
interface Roll {
  readonly rows: Map<number, number>; // unit (id of its text) → row
  latest: number; // row
}

/**
 * BIZ-14: a unit that reported the year before, in this data set and 口径, and is still in use on the day of the year's figures, has
 * no row this year. A 口径 nobody reports any more, an unfinished year and one that coverage calls incomplete are left alone.
 */
export function checkExpectedUnits(
  rows: Rows,
  histories: Histories,
  units: Units,
  incomplete: ReadonlySet<number>,
  now: string,
): Finding[] {
  const { unit, time, title, suspicions } = rows.dataset;
  if (!isByUnitAndTime(rows.dataset) || unit === undefined || time === undefined || !suspicions.units)
    return [];
  const codes = new Set(units.codes);
  const found: Finding[] = [];
  for (const rolls of rollsOf(rows, histories, unit, time)) {
    for (const [year, roll] of rolls) {
      const before = rolls.get(year - 1);
      if (!before || isUnfinished(year, now) || incomplete.has(year)) continue;
      if ([...roll.rows.keys()].some((id) => !codes.has(rows.pool.text(id)))) continue; // one with a mistake in its unit may be the one
      const day = dayOf(textAt(rows, roll.latest, time));
      const missing = [...before.rows].filter(
        ([id]) => !roll.rows.has(id) && units.isActive(rows.pool.text(id), day),
      );
      const last = [...roll.rows.values()].at(-1) ?? 0;
      const file = rows.files[rows.file[last] ?? 0] ?? "";
      for (const [id, row] of missing) {
        const textUnit = units.name(rows.pool.text(id));
        const facts = {
          title,
          year,
          textUnit,
          expected: roll.rows.size + missing.length,
          actual: roll.rows.size,
        };
        const subject = {
          dataset: rows.dataset.id,
          key: keyOfMissing(rows, row, roll.latest, textUnit),
          column: "",
          value: "",
        };
        found.push(
          finding("BIZ-14", filePlace(file), facts, { related: [placeAt(rows, row, unit)], subject }),
        );
      }
    }
  }
  return found;
}

/** The key of the row that is not there, as far as it is known: this year's time, the unit and the 口径. */
function keyOfMissing(rows: Rows, before: number, latest: number, unitName: string): string {
  const { unit, time, scope, schema } = rows.dataset;
  const known: Record<string, string> = {
    ...(scope === undefined ? {} : { [scope]: textAt(rows, before, scope) }),
    ...(time === undefined ? {} : { [time]: textAt(rows, latest, time) }),
    ...(unit === undefined ? {} : { [unit]: unitName }),
  };
  return schema.primaryKey.flatMap((name) => known[name] ?? []).join("|");
}

function rollsOf(rows: Rows, histories: Histories, unit: string, time: string): Iterable<Map<number, Roll>> {
  const scopes = groupRows(rows, rows.dataset.scope === undefined ? [] : [rows.dataset.scope]);
  const all = new Map<number, Map<number, Roll>>();
  const unitIds = rows.columns.get(unit)?.value ?? new Uint32Array();
  for (let entry = 0; entry < histories.length; entry++) {
    const [row, year] = [histories.row[entry] ?? 0, histories.year[entry] ?? 0];
    const scope = scopes.of[row] ?? 0;
    const years = all.get(scope) ?? new Map<number, Roll>();
    all.set(scope, years);
    const roll = years.get(year);
    if (!roll) years.set(year, { rows: new Map([[unitIds[row] ?? 0, row]]), latest: row });
    else {
      roll.rows.set(unitIds[row] ?? 0, row);
      if (textAt(rows, row, time) > textAt(rows, roll.latest, time)) roll.latest = row;
    }
  }
  return all.values();
}
