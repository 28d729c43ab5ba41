import { issue } from "../cells/reading.ts";
import { cellFinding } from "../checks/cell-finding.ts";
import { matchTimes } from "../checks/same-time.ts";
import type { Finding } from "../finding.ts";
import { indices, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { personColumns } from "./persons.ts";

/** SDC-07: none of a unit's persons are in a group that they could be in, which says of each of them that they are not. */
export function findNobody(all: ReadonlyMap<string, Rows>, units: Units): Finding[] {
  return [...all.values()].flatMap((rows) => {
    const { kind, unit, rules } = rows.dataset;
    if (kind !== "state" || unit === undefined) return [];
    const persons = personColumns(rows.dataset);
    return rules.flatMap((rule) => {
      if (rule.rule !== "share-of" || !persons.includes(rule.column)) return [];
      const whole = all.get(rule.of.dataset);
      if (!whole) return [];
      const wholeOf = matchTimes(rows, whole);
      const conditions = Object.entries(rule.where);
      return indices(rows).flatMap((row) => {
        if (textAt(rows, row, rule.column) !== "0" || textAt(rows, row, unit) === units.top) return [];
        if (!conditions.every(([name, value]) => textAt(rows, row, name) === value)) return [];
        const other = wholeOf(row);
        if (other === undefined || !(Number(textAt(whole, other, rule.of.column)) > 0)) return [];
        const facts = { whose: units.name(textAt(rows, row, unit)), column: rule.column, of: rule.of.column };
        const related = [placeAt(whole, other, rule.of.column)];
        return [cellFinding(rows, row, rule.column, issue("SDC-07", facts), units, related)];
      });
    });
  });
}
