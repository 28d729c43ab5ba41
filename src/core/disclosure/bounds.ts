import { issue } from "../cells/reading.ts";
import { cellFinding } from "../checks/cell-finding.ts";
import { yearAt } from "../checks/history.ts";
import { matchTimes } from "../checks/same-time.ts";
import type { Finding } from "../finding.ts";
import { indices, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { type Coarsening, coarseOf, isClosed, joinCoarse, nothing, readRoles } from "./coarse.ts";
import { isSmall, personColumns } from "./persons.ts";
import { numberAt } from "./small.ts";

/** A column of persons that is never more than another, for the same unit, time and scope. */
interface Bound {
  readonly rows: Rows;
  readonly column: string;
  readonly limit: Rows;
  readonly of: string; // the other column
  readonly limitOf: (row: number) => number | undefined; // its row
  readonly where: Readonly<Record<string, string>>;
}

/**
 * Close every split that would show hidden numbers to be small: a hidden number is at most the bureau's, less what the others are
 * at least, and each of those is at least what is shown of some of its persons (as many volunteers of 乙 as 乙 has staff leave few of
 * the bureau's staff for 甲). Where less than `smallCell` is left for a small cell, the numbers that bound the others are
 * hidden too (SDC-01b), until nothing more follows.
 */
export function closeBounds(
  all: ReadonlyMap<string, Rows>,
  coarsening: Coarsening,
  units: Units,
): { coarsening: Coarsening; findings: Finding[] } {
  const bounds = findBounds(all);
  const findings: Finding[] = [];
  let closed = coarsening;
  for (;;) {
    const more = bounds.flatMap((bound) => {
      const { rows, column, limit, of } = bound;
      const { byUnit } = coarseOf(closed, rows.dataset.id);
      if (byUnit.has(column) || !coarseOf(closed, limit.dataset.id).byUnit.has(of)) return [];
      const given = givenAway(bound, bounds, closed, units);
      if (given === null) return [];
      const facts = { column, of, whose: units.name(textAt(limit, given, limit.dataset.unit ?? "")) };
      const related = shownRow(bound, given, closed, units);
      findings.push(
        cellFinding(
          limit,
          given,
          of,
          issue("SDC-01b", { ...facts, year: yearAt(limit, given), limit: limit.dataset.smallCell }),
          units,
          related === undefined ? [] : [placeAt(rows, related, column)],
        ),
      );
      return [[rows.dataset.id, { ...nothing, byUnit: new Set([column]) }] as const];
    });
    if (more.length === 0) return { coarsening: closed, findings };
    for (const [id, coarse] of more) closed = joinCoarse(closed, new Map([[id, coarse]]));
  }
}

/** List what the data sets' rules say of persons that are part of others. */
function findBounds(all: ReadonlyMap<string, Rows>): Bound[] {
  return [...all.values()].flatMap((rows) => {
    const persons = personColumns(rows.dataset);
    if (rows.dataset.kind !== "state" || rows.dataset.unit === undefined) return [];
    return rows.dataset.rules.flatMap((rule): Bound[] => {
      if (!("column" in rule) || !persons.includes(rule.column)) return [];
      const own = { rows, column: rule.column };
      if (rule.rule === "not-above" && persons.includes(rule.limit)) {
        return [{ ...own, limit: rows, of: rule.limit, limitOf: (row) => row, where: {} }];
      }
      if (rule.rule !== "share-of") return [];
      const limit = all.get(rule.of.dataset);
      if (!limit || !personColumns(limit.dataset).includes(rule.of.column)) return [];
      return [{ ...own, limit, of: rule.of.column, limitOf: matchTimes(rows, limit), where: rule.where }];
    });
  });
}

/** Give the row of a small number that is hidden, and of which the shown numbers leave no doubt; null if there is none. */
function givenAway(
  bound: Bound,
  bounds: readonly Bound[],
  coarsening: Coarsening,
  units: Units,
): number | null {
  const { limit, of } = bound;
  const { unit = "", schema } = limit.dataset;
  const least = leastOf(limit, of, bounds, coarsening, units);
  const others = schema.primaryKey.filter((name) => name !== unit);
  const groups = Map.groupBy(indices(limit), (row) =>
    others.map((name) => textAt(limit, row, name)).join("|"),
  );
  for (const group of groups.values()) {
    const byUnit = new Map(group.map((row) => [textAt(limit, row, unit), row]));
    const value = (code: string): number | null => {
      const row = byUnit.get(code);
      return row === undefined ? null : numberAt(limit, row, of);
    };
    const atLeast = (code: string): number => {
      const below = units.children(code).reduce((sum, child) => sum + atLeast(child), 0);
      return Math.max(below, least.get(byUnit.get(code) ?? -1) ?? 0);
    };
    const search = (code: string, atMost: number): number | null => {
      const row = byUnit.get(code);
      const own = value(code);
      if (row !== undefined && code !== units.top && own !== null && isSmall(own, limit.dataset)) {
        if (atMost < limit.dataset.smallCell) return row;
      }
      const children = units.children(code);
      const taken = children.reduce((sum, child) => sum + atLeast(child), 0);
      for (const child of children) {
        const found = search(child, atMost - (taken - atLeast(child)));
        if (found !== null) return found;
      }
      return null;
    };
    const top = units.top;
    if (top === null) continue;
    const total = value(top) ?? units.children(top).reduce((sum, child) => sum + (value(child) ?? 0), 0);
    const found = search(top, total);
    if (found !== null) return found;
  }
  return null;
}

/** Give by row what a hidden column's number is at least: the largest of the numbers shown that it bounds. */
function leastOf(
  limit: Rows,
  of: string,
  bounds: readonly Bound[],
  coarsening: Coarsening,
  units: Units,
): Map<number, number> {
  const least = new Map<number, number>();
  for (const one of bounds) {
    if (one.limit !== limit || one.of !== of) continue;
    for (const [row, target] of shownRows(one, coarsening, units)) {
      const value = numberAt(one.rows, row, one.column) ?? 0;
      least.set(target, Math.max(least.get(target) ?? 0, value));
    }
  }
  return least;
}

/** List the rows whose number is shown, each with the row of what it cannot exceed. */
function shownRows(bound: Bound, coarsening: Coarsening, units: Units): [row: number, target: number][] {
  const { rows, column, limitOf, where } = bound;
  const coarse = coarseOf(coarsening, rows.dataset.id);
  const roles = readRoles(rows, units);
  return indices(rows).flatMap((row): [number, number][] => {
    if (numberAt(rows, row, column) === null || isClosed(row, column, coarse, roles)) return [];
    if (!Object.entries(where).every(([name, value]) => textAt(rows, row, name) === value)) return [];
    const target = limitOf(row);
    return target === undefined ? [] : [[row, target]];
  });
}

/** Give a row that bounds another unit's number at the time of a row. */
function shownRow(bound: Bound, given: number, coarsening: Coarsening, units: Units): number | undefined {
  const year = yearAt(bound.limit, given);
  return shownRows(bound, coarsening, units).find(
    ([row, target]) => target !== given && yearAt(bound.rows, row) === year,
  )?.[0];
}
