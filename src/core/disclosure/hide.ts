import type { Dataset } from "../declared/dataset.ts";
import type { Column, Rows } from "../rows.ts";
import { states } from "../state.ts";
import type { Units } from "../units.ts";
import { type Coarsening, coarseOf, isClosed, readRoles } from "./coarse.ts";
import { personColumns } from "./persons.ts";

/** Make the rows that may be published one by one: without the cells of closed splits, and the rates that would give them back. */
export function hideSmall(
  all: ReadonlyMap<string, Rows>,
  coarsening: Coarsening,
  units: Units,
): ReadonlyMap<string, Rows> {
  return new Map([...all].map(([id, rows]) => [id, hideIn(rows, coarsening, units)]));
}

function hideIn(rows: Rows, coarsening: Coarsening, units: Units): Rows {
  const { dataset } = rows;
  const coarse = coarseOf(coarsening, dataset.id);
  const roles = readRoles(rows, units);
  const columns = new Map(rows.columns);
  for (const column of personColumns(dataset)) {
    const isHidden = (row: number) => isClosed(row, column, coarse, roles);
    for (const name of rows.columns.has(column) ? [column, ...ratesOf(dataset, column)] : []) {
      hide(columns, name, rows.length, isHidden);
    }
  }
  return { ...rows, columns };
}

/** Name the rates that would give a number of this column back: rate × the other part. */
function ratesOf(dataset: Dataset, column: string): string[] {
  return dataset.rules.flatMap((rule) =>
    rule.rule === "rate-of" && (rule.numerator === column || rule.denominator === column) ? rule.column : [],
  );
}

/** Make some cells of a column `suppressed`; those that have no number keep their own reason. */
function hide(
  columns: Map<string, Column>,
  name: string,
  length: number,
  isHidden: (row: number) => boolean,
): void {
  const column = columns.get(name);
  if (!column) return;
  const [value, original, state] = [column.value.slice(), column.original.slice(), column.state.slice()];
  for (let row = 0; row < length; row++) {
    if (value[row] === 0 || !isHidden(row)) continue;
    value[row] = 0;
    original[row] = 0;
    state[row] = states.indexOf("suppressed");
  }
  columns.set(name, { ...column, value, original, state });
}
