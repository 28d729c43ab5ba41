import type { Dataset } from "../declared/dataset.ts";
import type { Place } from "../finding.ts";
import { placeAt, type Rows } from "../rows.ts";
import { type Amount, noAmount } from "./amount.ts";
import { absenceOf } from "./coverage.ts";
import { rowsByYear, rowsWhere } from "./filter.ts";
import type { Material } from "./material.ts";
import { dayNumber, dayOf, isUnfinished, lastDay } from "./period.ts";
import { resolveWhole, type Target } from "./whole.ts";

/** One column of a state data set, resolved year by year to one number for the whole bureau. */
export interface Report {
  readonly scope: string | null; // 口径 it stands for
  /** Resolve a year; `preferred` is a scope to be looked for first. */
  at(year: number, preferred?: string | null): Amount;
  /** Find the day nearest to another that has a row in this scope, in whatever year. */
  nearest(day: string, scope: string | null): { readonly day: string; readonly place: Place } | null;
}

/**
 * Read the column of a state data set that an operand names: of several 时点 in a year the latest, of several 口径 the standing
 * one. Shape: one number a year for the whole bureau; unit: the column's own, amounts of money in the target's. A year without
 * rows is absent for coverage's reason, never 0; a running one partial. Source: what the bureau itself reports
 * stands before any sum over its units.
 */
export function readReport(
  material: Material,
  operand: { readonly dataset: string; readonly column: string; readonly where: Record<string, string> },
  target: Target,
): Report {
  const rows = material.rows.get(operand.dataset);
  const dataset = material.datasets.get(operand.dataset);
  if (!dataset) throw new Error(`unknown data set: ${operand.dataset}`);
  if (!rows) return emptyReport(material, dataset, target.scope);
  const byYear = rowsByYear(rows, rowsWhere(rows, operand.where));
  const scopeAt = reader(rows, dataset.scope);
  const unitAt = reader(rows, dataset.unit);
  const timeAt = reader(rows, dataset.time);
  const all = new Set([...byYear.values()].flat().map(scopeAt));
  const standing = target.scope ?? (all.has("全局") ? "全局" : all.size === 1 ? [...all][0] : undefined);

  /** Pick a year's scope: the preferred, the standing, else the only one there is. */
  const scopeOf = (year: readonly number[], preferred: string | null | undefined): string | null => {
    const here = new Set(year.map(scopeAt));
    const wanted = [preferred, standing].find((scope) => scope != null && here.has(scope));
    return wanted ?? (here.size === 1 ? ([...here][0] ?? null) : null);
  };

  return {
    scope: standing || null,
    at: (year, preferred) => {
      const here = byYear.get(year);
      if (!here) return blankYear(material, dataset, year);
      const scope = scopeOf(here, preferred);
      const inScope = here.filter((row) => scopeAt(row) === scope);
      const ofTop =
        dataset.unit === undefined ? [] : inScope.filter((row) => unitAt(row) === material.units.top);
      const time = (ofTop.length > 0 ? ofTop : inScope).map(timeAt).toSorted().at(-1) ?? "";
      const day = time === "" ? lastDay(year) : dayOf(time);
      const slice = inScope.filter((row) => timeAt(row) === time);
      return {
        ...blankYear(material, dataset, year),
        ...resolveWhole(material, rows, slice, day, operand.column, target),
        scope: scope || null,
        day,
        reported: true,
        break: standing !== undefined && scope !== standing,
        ...(isUnfinished(year, material.now)
          ? { partial: true, until: time.length === 4 ? material.asOf : day }
          : {}),
      };
    },
    nearest: (day, scope) => {
      const near = [...byYear.values()]
        .flat()
        .filter((row) => scopeAt(row) === (scope ?? standing ?? ""))
        .map((row) => ({ row, far: Math.abs(dayNumber(dayOf(timeAt(row))) - dayNumber(day)) }))
        .reduce<{ row: number; far: number } | null>((a, b) => (a && a.far <= b.far ? a : b), null);
      return near && { day: dayOf(timeAt(near.row)), place: placeAt(rows, near.row, operand.column) };
    },
  };
}

/** Read one column often: its ids are looked up once, not for every row. */
function reader(rows: Rows, name: string | undefined): (row: number) => string {
  const ids = name === undefined ? undefined : rows.columns.get(name)?.value;
  return (row) => rows.pool.text(ids?.[row] ?? 0);
}

function emptyReport(material: Material, dataset: Dataset, scope: string | null): Report {
  return { scope, at: (year) => blankYear(material, dataset, year), nearest: () => null };
}

/** A year of a state data set without rows is absent, even where coverage says 齐全. */
function blankYear(material: Material, dataset: Dataset, year: number): Amount {
  const covered = material.coverage(dataset, year);
  return noAmount(year, lastDay(year), absenceOf(covered), { partial: covered?.status === "部分" });
}
