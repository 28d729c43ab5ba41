import { issue } from "../cells/reading.ts";
import { type Finding, sayPlace } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding, sliceKeyOf } from "./cell-finding.ts";
import { groupRows, yearAt } from "./history.ts";
import { placesOf, rowsByCode } from "./register.ts";

/** A unit that another goes on from, and whether only the name has changed since. */
interface Predecessor {
  readonly code: string;
  readonly isRenaming: boolean;
}

/**
 * Find figures that would be added up twice (NAME-16a): for one time, a row under a unit's name and one under that of what it was
 * before. Where only the name has changed, a year is one time too; after a merger or a split only a day is, for in that year each may
 * have reported its own part. A name used in a year in which it was not in force is said by `checkLives` already.
 */
export function checkDoubled(rows: Rows, units: Units, register: Rows): Finding[] {
  const { unit, time = "", schema } = rows.dataset;
  const column = rows.columns.get(unit ?? "");
  if (unit === undefined || !column || !schema.primaryKey.includes(unit)) return [];
  const codes = [...new Set(column.value)].map((id) => rows.pool.text(id));
  const before = new Map(codes.map((code) => [code, predecessors(code, units)]));
  const concerned = new Set(
    [...before].flatMap(([code, old]) => (old.length > 0 ? [code, ...old.map((one) => one.code)] : [])),
  );
  if (concerned.size === 0) return [];
  const others = schema.primaryKey.filter((name) => name !== unit);
  const firsts = firstRows(rows, unit, others, concerned);
  const isDay =
    others.includes(time) && schema.fields.some(({ name, type }) => name === time && type === "date");
  const rowOf = rowsByCode(register);
  return [...firsts.values()].flatMap((ofKey) =>
    [...ofKey].flatMap(([code, row]) =>
      (before.get(code) ?? []).flatMap((old) => {
        const other = ofKey.get(old.code);
        const year = yearAt(rows, row);
        const isKnown = year !== 0 && ![code, old.code].every((one) => units.isInForce(one, year));
        if (other === undefined || isKnown || !(old.isRenaming || isDay)) return [];
        const day = units.life(code).from;
        const isEarly = time !== "" && isDay && textAt(rows, row, time) < day; // the old name was still in force
        const [wrong, right] = isEarly ? [row, other] : [other, row];
        const place = placeAt(rows, right, unit);
        const registered = [code, old.code].flatMap((one) => placesOf(register, rowOf.get(one)));
        const twice = issue("NAME-16a", {
          columns: others,
          textKey: sliceKeyOf(rows, row),
          file: place.file,
          at: sayPlace(place),
          text: originalAt(rows, wrong, unit),
          textOther: originalAt(rows, right, unit),
          textOld: units.name(old.code),
          textNew: units.name(code),
          day,
          isRenaming: old.isRenaming,
        });
        return [cellFinding(rows, wrong, unit, twice, units, [place, ...registered])];
      }),
    ),
  );
}

/** Find, of every key but for its unit, the first row of each unit that matters. */
function firstRows(
  rows: Rows,
  unit: string,
  others: readonly string[],
  concerned: ReadonlySet<string>,
): ReadonlyMap<number, ReadonlyMap<string, number>> {
  const keys = groupRows(rows, others);
  const firsts = new Map<number, Map<string, number>>();
  for (let row = 0; row < rows.length; row++) {
    const code = textAt(rows, row, unit);
    const key = keys.of[row] ?? 0;
    if (key === 0 || !concerned.has(code)) continue;
    const ofKey = firsts.get(key) ?? new Map<string, number>();
    firsts.set(key, ofKey);
    if (!ofKey.has(code)) ofKey.set(code, row);
  }
  return firsts;
}

/** List all that a unit goes on from, however many steps back, each of which had ended when the next began. */
function predecessors(code: string, units: Units): readonly Predecessor[] {
  const found = new Map<string, Predecessor>();
  const walk = (now: string, isRenamed: boolean) => {
    for (const old of units.origins(now)) {
      const { to } = units.life(old);
      if (to === "" || units.life(now).from < to || found.has(old) || old === code) continue;
      const isRenaming = isRenamed && units.isRenaming(old, now);
      found.set(old, { code: old, isRenaming });
      walk(old, isRenaming);
    }
  };
  walk(code, true);
  return [...found.values()];
}
