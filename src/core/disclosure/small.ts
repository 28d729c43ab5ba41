import { issue } from "../cells/reading.ts";
import { cellFinding } from "../checks/cell-finding.ts";
import type { Finding } from "../finding.ts";
import { indices, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { type Coarsening, kindsOf, nothing, type Roles, readRoles, totalKey } from "./coarse.ts";
import { isSmall, personColumns } from "./persons.ts";

/** Tells whether numbers of a data set's column are added up over all kinds of rows in some figure. */
export type IsSummed = (dataset: string, column: string) => boolean;

/**
 * Find every cell of 1 to 4 persons (the data set's `smallCell`) in the rows an edition may show, and which splits it closes: a
 * unit's or an event's cell that by unit (SDC-01); one in a scope beside the whole's, or a difference of 1 to 4 between the two,
 * that by scope (SDC-01c). The bureau's own small number (SDC-01a) closes that by kind where its kind is one of several that are
 * summed; else it is left out by itself where it has a kind, or parts which it would tell to be small.
 */
export function findSmallCells(
  all: ReadonlyMap<string, Rows>,
  units: Units,
  isSummed: IsSummed,
): { coarsening: Coarsening; findings: Finding[] } {
  const findings: Finding[] = [];
  const coarsening = [...all].map(([id, rows]) => {
    const { dataset } = rows;
    const [byUnit, byScope, byKind] = [new Set<string>(), new Set<string>(), new Set<string>()];
    const totals = new Set<string>();
    const roles = readRoles(rows, units);
    const kinds = kindsOf(dataset);
    for (const column of personColumns(dataset)) {
      const ids = rows.columns.get(column)?.value;
      if (!ids) continue;
      for (let row = 0; row < rows.length; row++) {
        if (ids[row] === 0 || !isSmall(Number(rows.pool.text(ids[row] ?? 0)), dataset)) continue;
        const facts = { whose: whoseAt(rows, row, units), column, limit: dataset.smallCell };
        if (!roles.isOfTop(row)) {
          byUnit.add(column);
          findings.push(cellFinding(rows, row, column, issue("SDC-01", facts), units));
        } else if (roles.isOfWhole(row) && (kinds.length > 0 || hasParts(rows, row, column, roles))) {
          const isOneOfSeveral = kinds.length > 0 && isSummed(id, column);
          if (isOneOfSeveral) byKind.add(column);
          else totals.add(totalKey(row, column));
          const by = isOneOfSeveral ? kinds.join("、") : "";
          findings.push(cellFinding(rows, row, column, issue("SDC-01a", { ...facts, by }), units));
        }
      }
      for (const [row, other] of smallScopes(rows, column, roles)) {
        byScope.add(column);
        const facts = { whose: whoseAt(rows, row, units), column, limit: dataset.smallCell };
        const related = other === null ? [] : [placeAt(rows, other, column)];
        findings.push(cellFinding(rows, row, column, issue("SDC-01c", facts), units, related));
      }
    }
    return [id, { ...nothing, byUnit, byScope, byKind, totals }] as const;
  });
  return { coarsening: new Map(coarsening), findings };
}

/** Give the number in a cell; null where there is none. */
export function numberAt(rows: Rows, row: number, column: string): number | null {
  const text = rows.columns.has(column) ? textAt(rows, row, column) : "";
  return text === "" ? null : Number(text);
}

/** Tell whether there are other units' numbers beside the bureau's own. */
function hasParts(rows: Rows, total: number, column: string, { isOfTop }: Roles): boolean {
  const others = rows.dataset.schema.primaryKey.filter((name) => name !== rows.dataset.unit);
  return indices(rows).some(
    (row) =>
      !isOfTop(row) &&
      (numberAt(rows, row, column) ?? 0) > 0 &&
      others.every((name) => textAt(rows, row, name) === textAt(rows, total, name)),
  );
}

/** Find rows of other scopes than the whole's in which a number is small, or differs from the whole's by few: with the whole's row. */
function smallScopes(rows: Rows, column: string, roles: Roles): [row: number, whole: number | null][] {
  const { isOfTop, isOfWhole } = roles;
  const { dataset } = rows;
  const { scope, schema } = dataset;
  if (dataset.kind !== "state" || scope === undefined) return [];
  const others = indices(rows).filter((row) => !isOfWhole(row));
  if (others.length === 0) return [];
  const keyAt = (row: number) =>
    schema.primaryKey
      .filter((name) => name !== scope)
      .map((name) => textAt(rows, row, name))
      .join("|");
  const whole = new Map(indices(rows).flatMap((row) => (isOfWhole(row) ? [[keyAt(row), row]] : [])));
  return others.flatMap((row): [number, number | null][] => {
    const value = numberAt(rows, row, column);
    if (value === null) return [];
    const other = whole.get(keyAt(row));
    const beside = other === undefined ? null : numberAt(rows, other, column);
    if (beside !== null && isSmall(Math.abs(beside - value), dataset)) return [[row, other ?? null]];
    return isOfTop(row) && isSmall(value, dataset) ? [[row, null]] : [];
  });
}

function whoseAt(rows: Rows, row: number, units: Units): string {
  const { unit, time } = rows.dataset;
  const year = time === undefined ? "" : textAt(rows, row, time).slice(0, 4);
  const name = unit === undefined ? "" : units.name(textAt(rows, row, unit));
  return year === "" ? name : `${name} ${year} 年`;
}
