import { issue } from "../cells/reading.ts";
import { cellFinding } from "../checks/cell-finding.ts";
import { entryBefore, readHistories, yearAt } from "../checks/history.ts";
import { sumsIn } from "../checks/totals.ts";
import { type Dataset, isNumeric } from "../declared/dataset.ts";
import { Decimal } from "../figures/decimal.ts";
import { dayOf } from "../figures/period.ts";
import type { Finding } from "../finding.ts";
import { indices, placeAt, type Rows, stateAt, textAt } from "../rows.ts";
import { states } from "../state.ts";
import type { Units } from "../units.ts";
import { type Coarsening, coarseOf } from "./coarse.ts";
import { isSmall, personColumns } from "./persons.ts";
import { inferTree, type Published } from "./tree.ts";

const hiddenIds = new Set([states.indexOf("withheld"), states.indexOf("not-due")]);

/** Find every hidden number that a reader of these rows could work out: from other units or parts (SDC-02, SDC-04, SDC-04b), a rate (SDC-03), or the next year's row (SDC-04a). */
export function findInferences(
  all: ReadonlyMap<string, Rows>,
  coarsening: Coarsening,
  units: Units,
): Finding[] {
  return [...all.values()].flatMap((rows) => {
    if (rows.dataset.kind !== "state") return [];
    const { byUnit } = coarseOf(coarsening, rows.dataset.id);
    const columns = addable(rows.dataset).filter((name) => !byUnit.has(name) && hasHidden(rows, name));
    return [
      ...columns.flatMap((column) => inferUnits(rows, column, units)),
      ...inferParts(rows, units),
      ...inferRates(rows, units),
      ...inferYears(rows, units),
    ];
  });
}

/** Name the columns of which a superior's number is the sum of its subordinates'. */
function addable({ unit, schema, comparison }: Dataset): string[] {
  if (unit === undefined) return [];
  const others = comparison ? [comparison.previous, comparison.rate] : [];
  return schema.fields
    .filter((field) => isNumeric(field) && field.additive !== "none" && !field.percent && !field.signed)
    .map((field) => field.name)
    .filter((name) => !others.includes(name));
}

function hasHidden(rows: Rows, column: string): boolean {
  return rows.columns.get(column)?.state.some((state) => hiddenIds.has(state)) ?? false;
}

function isHiddenAt(rows: Rows, row: number, column: string): boolean {
  return hiddenIds.has(states.indexOf(stateAt(rows, row, column)));
}

/** Go through the units of every time, scope and item of which this column has a hidden cell. */
function inferUnits(rows: Rows, column: string, units: Units): Finding[] {
  const { schema, unit = "" } = rows.dataset;
  const others = schema.primaryKey.filter((name) => name !== unit);
  const groups = Map.groupBy(indices(rows), (row) => others.map((name) => textAt(rows, row, name)).join("|"));
  return [...groups.values()]
    .filter((group) => group.some((row) => isHiddenAt(rows, row, column)) && isOneMeasure(rows, group))
    .flatMap((group) => inferGroup(rows, group, column, units));
}

/** Tell whether amounts of these rows can be added as they are written. */
function isOneMeasure(rows: Rows, group: readonly number[]): boolean {
  const { comparison } = rows.dataset;
  return !comparison || new Set(group.map((row) => textAt(rows, row, comparison.unit))).size === 1;
}

function inferGroup(rows: Rows, group: readonly number[], column: string, units: Units): Finding[] {
  const { dataset } = rows;
  const { unit = "", time } = dataset;
  const byUnit = new Map(group.map((row) => [textAt(rows, row, unit), row]));
  const day = time === undefined ? "" : dayOf(textAt(rows, group[0] ?? 0, time));
  const numbers = new Map([...byUnit].map(([code, row]) => [code, published(rows, row, column)]));
  const below = (code: string) =>
    units.children(code).filter((child) => byUnit.has(child) || units.isActive(child, day));
  const isFew = (value: number) => personColumns(dataset).includes(column) && isSmall(value, dataset);
  return inferTree(numbers, below, units.codes, isFew).map(({ code, how, from }) => {
    const row = byUnit.get(code) ?? 0;
    const facts = { whose: units.name(code), column, year: yearAt(rows, row) };
    const related = from.flatMap((other) => byUnit.get(other) ?? []).map((at) => placeAt(rows, at, column));
    const found =
      how === "rest"
        ? issue("SDC-02", { ...facts, among: "units" })
        : how === "parts"
          ? issue("SDC-04b", facts)
          : issue("SDC-04", { ...facts, how });
    return cellFinding(rows, row, column, found, units, related);
  });
}

function published(rows: Rows, row: number, column: string): Published {
  if (isHiddenAt(rows, row, column)) return "hidden";
  const text = textAt(rows, row, column);
  return text === "" ? null : Decimal(text);
}

/** SDC-02 of a part, SDC-04b of a total: of a declared total and its parts one is hidden, and all others are there. */
function inferParts(rows: Rows, units: Units): Finding[] {
  return rows.dataset.rules.flatMap((rule) => {
    if (rule.rule !== "parts-of-total") return [];
    return [...sumsIn(rule, rows)].flatMap(({ total, parts }) => {
      const spots = [total, ...parts];
      const [secret, ...more] = spots.filter(({ row, column }) => textAt(rows, row, column) === "");
      if (!secret || more.length > 0 || !isHiddenAt(rows, secret.row, secret.column)) return [];
      const { row, column, name } = secret;
      const related = spots
        .filter((spot) => spot !== secret)
        .map((spot) => placeAt(rows, spot.row, spot.column));
      const facts = { whose: name, column, year: yearAt(rows, row) };
      const found =
        secret === total ? issue("SDC-04b", facts) : issue("SDC-02", { ...facts, among: "parts" });
      return [cellFinding(rows, row, column, found, units, related)];
    });
  });
}

/** SDC-03: a rate and one of its parts are there, the other part, a number of persons, is hidden. */
function inferRates(rows: Rows, units: Units): Finding[] {
  const persons = personColumns(rows.dataset);
  return rows.dataset.rules.flatMap((rule) => {
    if (rule.rule !== "rate-of") return [];
    const parts = [rule.numerator, rule.denominator] as const;
    return indices(rows).flatMap((row) => {
      if (textAt(rows, row, rule.column) === "") return [];
      const column = parts.find((name) => persons.includes(name) && isHiddenAt(rows, row, name));
      const other = parts.find((name) => name !== column && textAt(rows, row, name) !== "");
      if (column === undefined || other === undefined) return [];
      const related = [placeAt(rows, row, rule.column), placeAt(rows, row, other)];
      return [
        cellFinding(rows, row, column, issue("SDC-03", { column, other, rate: rule.column }), units, related),
      ];
    });
  });
}

/** SDC-04a: what the next year's row states of the year before is hidden in that year's own row. */
function inferYears(rows: Rows, units: Units): Finding[] {
  const { comparison } = rows.dataset;
  if (!comparison || !hasHidden(rows, comparison.value)) return [];
  const { value: column, previous } = comparison;
  const histories = readHistories(rows);
  return Array.from(histories.row, (row, entry) => ({ row, entry })).flatMap(({ row, entry }) => {
    const earlier = entryBefore(histories, entry);
    const before = earlier === null ? undefined : histories.row[earlier];
    if (before === undefined || !isHiddenAt(rows, before, column)) return [];
    if (textAt(rows, row, previous) === "") return [];
    const related = [placeAt(rows, before, column)];
    const facts = { column, year: histories.year[entry] ?? 0, previous };
    return [cellFinding(rows, row, previous, issue("SDC-04a", facts), units, related)];
  });
}
