import { cellFinding } from "./cell-finding.ts";
import type { Issue } from "./cell.ts";
import { type Field, fieldsOf, isNumeric } from "./dataset.ts";
import { Decimal } from "./decimal.ts";
import type { Finding } from "./finding.ts";
import { isComparable, readHistories } from "./history.ts";
import { originalAt, placeAt, type Rows, textAt } from "./rows.ts";
import type { Units } from "./units.ts";

/** Compare every figure of a data set keyed by unit and time with the year before: BIZ-09 and BIZ-10. An unfinished year is not compared. */
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
      if (before === undefined || `${year}-12-31` > now || !isComparable(rows, row, before)) continue;
      for (const field of fields) {
        const issue = findJump(rows, row, before, field, year);
        if (!issue) continue;
        found.push(cellFinding(rows, row, field.name, issue, units, [placeAt(rows, before, field.name)]));
      }
    }
  }
  return found;
}

/** Units mixed up, a lost point, zeros too many: up or down, within 2 %. */
const factors = [10, 100, 10_000].flatMap((times) => [Decimal(times), Decimal(1).div(times)]);

function findJump(rows: Rows, row: number, before: number, field: Field, year: number): Issue | null {
  const text = textAt(rows, row, field.name);
  const base = textAt(rows, before, field.name);
  if (text === base || text === "" || base === "") return null;
  if (Decimal(base).lt(field.floor) || Decimal(base).lte(0)) return null;
  const ratio = Decimal(text).div(base);
  const facts = {
    column: field.name,
    text: originalAt(rows, row, field.name),
    textBefore: originalAt(rows, before, field.name),
    year,
  };
  const factor = factors.find((times) => ratio.div(times).minus(1).abs().lte(0.02));
  if (factor) return { code: "BIZ-10", facts: { ...facts, times: factor.toNumber() } };
  const change = ratio.minus(1).times(100);
  if (change.abs().lte(30)) return null;
  const textChange = `${change.gt(0) ? "+" : ""}${change.toFixed(1)}`;
  return { code: "BIZ-09", facts: { ...facts, textChange } };
}
