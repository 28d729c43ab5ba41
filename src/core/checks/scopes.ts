import { issue } from "../cells/reading.ts";
import { fieldsOf, isByUnitAndTime } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import { datasetsOf } from "../figures/measures.ts";
import { yearOf } from "../figures/period.ts";
import type { Finding } from "../finding.ts";
import { placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { groupRows, type Histories } from "./history.ts";

/** Tell for each data set the years in which breaks notes that an indicator which reads it is counted otherwise. */
export function notedBreaks(
  breaks: Rows | undefined,
  indicators: readonly Indicator[],
): (dataset: string) => ReadonlySet<number> {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const years = new Map<string, Set<number>>();
  for (let row = 0; breaks && row < breaks.length; row++) {
    const indicator = byId.get(textAt(breaks, row, "指标"));
    for (const id of indicator ? datasetsOf(indicator.measure, byId) : []) {
      years.set(id, (years.get(id) ?? new Set()).add(yearOf(textAt(breaks, row, "日期"))));
    }
  }
  return (dataset) => years.get(dataset) ?? new Set();
}

/**
 * BIZ-22: from one year to the next a unit's figures, or one of its items, stand in another 口径, and nothing says so: no row of
 * breaks (`noted`: the years that have one) and no 备注 of either row that names a 口径.
 */
export function checkScopes(
  rows: Rows,
  histories: Histories,
  units: Units,
  noted: ReadonlySet<number>,
): Finding[] {
  const { time, scope, schema } = rows.dataset;
  if (!isByUnitAndTime(rows.dataset) || scope === undefined || time === undefined) return [];
  if (new Set(rows.columns.get(scope)?.value).size < 2) return [];
  const items = groupRows(
    rows,
    schema.primaryKey.filter((name) => name !== time && name !== scope),
  );
  const words = new Set(fieldsOf(rows.dataset).find(({ name }) => name === scope)?.constraints.enum);
  const all = new Map<number, Map<number, number[]>>(); // item → year → rows, one a scope
  for (let entry = 0; entry < histories.length; entry++) {
    const [row, year] = [histories.row[entry] ?? 0, histories.year[entry] ?? 0];
    if (!words.has(textAt(rows, row, scope))) continue; // CODE-01 says so
    const item = items.of[row] ?? 0;
    const years = all.get(item) ?? new Map<number, number[]>();
    all.set(item, years);
    const here = years.get(year);
    if (here) here.push(row);
    else years.set(year, [row]);
  }
  const scopeAt = (row: number) => textAt(rows, row, scope);
  const found: Finding[] = [];
  for (const years of all.values()) {
    for (const [year, here] of years) {
      const before = years.get(year - 1);
      const [row, last] = [here[0], before?.[0]];
      if (!before || row === undefined || last === undefined || noted.has(year)) continue;
      const scopes = new Set(before.map(scopeAt));
      if (here.some((one) => scopes.has(scopeAt(one)))) continue;
      const names = [...scopes, ...here.map(scopeAt), scope];
      const remarks = new Set([...here, ...before].map((one) => textAt(rows, one, "备注"))); // most rows have none
      remarks.delete("");
      if ([...remarks].some((remark) => names.some((name) => remark.includes(name)))) continue;
      const facts = {
        column: scope,
        text: here.map(scopeAt).join("、"),
        textBefore: [...scopes].join("、"),
        year,
      };
      const related = [...here.slice(1), ...before].map((one) => placeAt(rows, one, scope));
      found.push(cellFinding(rows, row, scope, issue("BIZ-22", facts), units, related));
    }
  }
  return found;
}
