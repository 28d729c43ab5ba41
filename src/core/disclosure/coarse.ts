import type { Dataset } from "../declared/dataset.ts";
import { type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";

/** Which splits of a data set's columns of persons may not be shown; of each column what is left is the bureau's own number, in the whole's scope. */
export interface Coarse {
  readonly byUnit: ReadonlySet<string>; // columns whose numbers by unit (in an event data set by event) are hidden
  readonly byScope: ReadonlySet<string>; // columns of which only the whole's scope is shown
  readonly byKind: ReadonlySet<string>; // columns whose numbers by what else the key names (活动) are hidden: only sums over it are shown
  readonly totals: ReadonlySet<string>; // the bureau's own numbers that would tell their hidden parts to be small: see totalKey
}

/** Name one cell of a data set: a column of a row. */
export function totalKey(row: number, column: string): string {
  return `${row}|${column}`;
}

/** By data set; one that is not named shows every split. */
export type Coarsening = ReadonlyMap<string, Coarse>;

const none: ReadonlySet<string> = new Set();

/** What closes no split at all. */
export const nothing: Coarse = { byUnit: none, byScope: none, byKind: none, totals: none };

/** Give what a data set may not show of its splits. */
export function coarseOf(coarsening: Coarsening, dataset: string): Coarse {
  return coarsening.get(dataset) ?? nothing;
}

/** Put two coarsenings together: what either hides is hidden. */
export function joinCoarse(a: Coarsening, b: Coarsening): Coarsening {
  const joined = [...new Set([...a.keys(), ...b.keys()])].map((id): [string, Coarse] => {
    const [one, other] = [coarseOf(a, id), coarseOf(b, id)];
    return [
      id,
      {
        byUnit: new Set([...one.byUnit, ...other.byUnit]),
        byScope: new Set([...one.byScope, ...other.byScope]),
        byKind: new Set([...one.byKind, ...other.byKind]),
        totals: new Set([...one.totals, ...other.totals]),
      },
    ];
  });
  return new Map(joined);
}

/** Name what tells rows of a data set keyed by unit and time apart besides unit, time and scope, such as 活动. */
export function kindsOf({ kind, schema, unit, time, scope }: Dataset): string[] {
  const others = [unit, time, scope];
  return kind === "state" ? schema.primaryKey.filter((name) => !others.includes(name)) : [];
}

/** What a row is to the splits of its data set. */
export interface Roles {
  /** Tell whether a row is the bureau's own, in a data set keyed by unit and time: the total of the split by unit. */
  readonly isOfTop: (row: number) => boolean;
  /** Tell whether a row is in the scope that stands for the whole: 全局, or the only one there is; of several without 全局 none is. */
  readonly isOfWhole: (row: number) => boolean;
}

/** Read what each row is to the splits of its data set. */
export function readRoles(rows: Rows, units: Units): Roles {
  const { kind, unit, scope } = rows.dataset;
  const isState = kind === "state";
  const ids = isState && scope !== undefined ? rows.columns.get(scope)?.value : undefined;
  const isOnly = ids?.every((id) => id === ids[0]) ?? true;
  return {
    isOfTop: (row) => isState && (unit === undefined || textAt(rows, row, unit) === units.top),
    isOfWhole: (row) => isOnly || rows.pool.text(ids?.[row] ?? 0) === "全局",
  };
}

/** Tell whether a cell is hidden: its split is, or it is a total that is small itself. */
export function isClosed(
  row: number,
  column: string,
  coarse: Coarse,
  { isOfTop, isOfWhole }: Roles,
): boolean {
  return (
    (coarse.byUnit.has(column) && !isOfTop(row)) ||
    (coarse.byScope.has(column) && !isOfWhole(row)) ||
    coarse.byKind.has(column) ||
    coarse.totals.has(totalKey(row, column))
  );
}
