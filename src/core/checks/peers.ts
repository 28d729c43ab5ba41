import { issue } from "../cells/reading.ts";
import { type Field, isByUnitAndTime, isNumeric } from "../declared/dataset.ts";
import { isUnfinished } from "../figures/period.ts";
import { type Finding, finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding, sliceKeyOf } from "./cell-finding.ts";
import { groupRows, type Histories } from "./history.ts";
import { spreadOf } from "./spread.ts";

/** Fewer figures than this say nothing about one of them. */
const enough = 10;

/** Compare the units with each other, year by year, within one 口径 and 项目: BIZ-20 and BIZ-21. An unfinished year is left alone. */
export function checkPeers(rows: Rows, histories: Histories, units: Units, now: string): Finding[] {
  const { dataset } = rows;
  const { outlier, rounded } = dataset.suspicions;
  if (!isByUnitAndTime(dataset) || (outlier === null && rounded === null)) return [];
  const fields = dataset.schema.fields.filter(
    (field) => isNumeric(field) && field.name !== dataset.comparison?.previous,
  );
  const found: Finding[] = [];
  for (const [year, slice] of slicesOf(rows, histories)) {
    if (slice.length < enough || isUnfinished(year, now)) continue;
    const peers = withoutSuperiors(rows, slice, units);
    for (const field of fields) {
      for (const alike of byMeasure(rows, peers, field)) {
        if (alike.length < enough) continue;
        if (outlier !== null) found.push(...findOutliers(rows, alike, field, outlier, units));
        const even = rounded === null ? null : findEvenness(rows, alike, field, year, rounded);
        if (even) found.push(even);
      }
    }
  }
  return found;
}

/** The rows of one year, 口径 and 项目, with their year. */
function slicesOf(rows: Rows, histories: Histories): readonly (readonly [year: number, rows: number[]])[] {
  const { time, unit, schema } = rows.dataset;
  const slice = groupRows(
    rows,
    schema.primaryKey.filter((name) => name !== time && name !== unit),
  );
  const slices = new Map<number, [number, number[]]>();
  for (let entry = 0; entry < histories.length; entry++) {
    const [row, year] = [histories.row[entry] ?? 0, histories.year[entry] ?? 0];
    const key = (slice.of[row] ?? 0) * 100_000 + year;
    const known = slices.get(key);
    if (known) known[1].push(row);
    else slices.set(key, [year, [row]]);
  }
  return [...slices.values()];
}

/** A bureau is no peer of its own departments: leave out every unit that has another below it. */
function withoutSuperiors(rows: Rows, slice: readonly number[], units: Units): number[] {
  const unitAt = (row: number) => textAt(rows, row, rows.dataset.unit ?? "");
  const here = new Set(slice.map(unitAt));
  const isAbove = (code: string, seen: ReadonlySet<string>): boolean =>
    units
      .children(code)
      .some((child) => !seen.has(child) && (here.has(child) || isAbove(child, new Set([...seen, child]))));
  return slice.filter((row) => !isAbove(unitAt(row), new Set([unitAt(row)])));
}

/** Split rows by what their figures are counted in, leaving out those without a figure. */
function byMeasure(rows: Rows, peers: readonly number[], field: Field): Iterable<number[]> {
  const unit = field.unit === "" ? rows.dataset.comparison?.unit : undefined;
  const present = peers.filter((row) => textAt(rows, row, field.name) !== "");
  if (unit === undefined) return [present];
  return Map.groupBy(present, (row) => textAt(rows, row, unit)).values();
}

/** BIZ-20: a figure far from what is usual among its peers; small ones are left alone. */
function findOutliers(
  rows: Rows,
  alike: readonly number[],
  field: Field,
  limit: number,
  units: Units,
): Finding[] {
  const { name, floor } = field;
  const values = alike.map((row) => Number(textAt(rows, row, name)));
  const spread = spreadOf(values);
  const far = alike.filter((_, i) => {
    const value = values[i] ?? 0;
    return (
      Math.max(Math.abs(value), Math.abs(spread.median)) >= floor && Math.abs(spread.score(value)) > limit
    );
  });
  const places = far.length === 0 ? [] : alike.map((row) => placeAt(rows, row, name));
  return far.map((row) => {
    const score = spread.score(Number(textAt(rows, row, name)));
    const facts = {
      column: name,
      text: originalAt(rows, row, name),
      textMedian: String(Number(spread.median.toFixed(4))),
      textScore: Math.abs(score).toFixed(1),
      count: alike.length,
      above: score > 0,
      limit,
    };
    const others = places.filter((_, i) => alike[i] !== row);
    return cellFinding(rows, row, name, issue("BIZ-20", facts), units, others);
  });
}

/** BIZ-21: figures that are all equal, or nearly all multiples of 5, look estimated; zeros are no evidence of either. */
function findEvenness(
  rows: Rows,
  alike: readonly number[],
  field: Field,
  year: number,
  limit: number,
): Finding | null {
  const { name } = field;
  const counted = alike.filter((row) => textAt(rows, row, name) !== "0");
  const [first] = counted;
  if (first === undefined || counted.length < enough) return null;
  const isEqual = counted.every((row) => textAt(rows, row, name) === textAt(rows, first, name));
  const share =
    (counted.filter((row) => /^-?\d*[05]$/.test(textAt(rows, row, name))).length / counted.length) * 100;
  if (!isEqual && share < limit) return null;
  const facts = {
    column: name,
    year,
    count: counted.length,
    equal: isEqual,
    text: originalAt(rows, first, name),
    textShare: String(Math.floor(share)),
  };
  const subject = { dataset: rows.dataset.id, key: sliceKeyOf(rows, first), column: name, value: "" };
  const related = counted.slice(1).map((row) => placeAt(rows, row, name));
  return finding("BIZ-21", placeAt(rows, first, name), facts, { related, subject });
}
