import { yearAt } from "../checks/history.ts";
import { type Dataset, type Field, fieldsOf, isNumeric } from "../declared/dataset.ts";
import { lastDay } from "../figures/period.ts";
import { exampleMark } from "../intake/example.ts";
import { type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { writeCsv } from "./csv.ts";
import { unitName } from "./publication.ts";

/** A row to be filled in: what is known of it already, by column. */
type Seed = ReadonlyMap<string, string>;

/**
 * Write a table for a year, ready to be filled in with Excel: an example row, which is refused until it is replaced; then, where units
 * report by year, a row for each unit, 口径 and item as they last reported, with what does not change. Every figure is left blank.
 */
export function writeTemplate(dataset: Dataset, rows: Rows | undefined, units: Units, year: number): string {
  const seeds = dataset.kind === "state" ? seedsOf(dataset, rows, units, year) : [];
  const fields = fieldsOf(dataset).filter(
    (field) => dataset.schema.fields.includes(field) || seeds.some((seed) => seed.get(field.name)),
  );
  const records = [
    fields.map((field) => exampleMark + exampleOf(field, dataset, units, year)),
    ...seeds.map((seed) => fields.map(({ name }) => seed.get(name) ?? "")),
  ];
  const plain = (text: string) => ({ text, isNumber: false });
  return writeCsv(
    fields.map(({ name }) => name),
    records.map((cells) => cells.map(plain)),
  );
}

/** A row each as in the last year before this one, of units in use at its end; then units that are new since. */
function seedsOf(dataset: Dataset, rows: Rows | undefined, units: Units, year: number): Seed[] {
  const { time, unit } = dataset;
  if (time === undefined || unit === undefined) return [];
  const when = timeOf(dataset, time, year);
  const isInUse = (code: string) => !units.codes.includes(code) || units.isActive(code, lastDay(year));
  const last = rows ? lastYear(rows, year) : null;
  if (!rows || last === null) {
    return units.codes.filter(isInUse).map(
      (code) =>
        new Map([
          [time, when],
          [unit, writeUnit(code, units)],
        ]),
    );
  }
  const columns = carriedColumns(dataset).filter((name) => name !== unit);
  const seeds = new Map<string, Seed>();
  for (let row = 0; row < rows.length; row++) {
    const code = textAt(rows, row, unit);
    if (yearAt(rows, row) !== last || !isInUse(code)) continue;
    const texts = columns.map((name): [string, string] => [name, textAt(rows, row, name)]);
    const own = texts.filter(([name]) => dataset.schema.primaryKey.includes(name));
    seeds.set(JSON.stringify([code, own]), new Map([[time, when], [unit, writeUnit(code, units)], ...texts]));
  }
  const isNew = (code: string) => isInUse(code) && !units.isActive(code, lastDay(last));
  const reported = new Set(rows.columns.get(unit)?.value);
  const added = units.codes.filter((code) => isNew(code) && !reported.has(rows.pool.intern(code)));
  return [
    ...seeds.values(),
    ...added.map(
      (code) =>
        new Map([
          [time, when],
          [unit, writeUnit(code, units)],
        ]),
    ),
  ];
}

/** The last year before this one that has rows. */
function lastYear(rows: Rows, year: number): number | null {
  let last: number | null = null;
  for (let row = 0; row < rows.length; row++) {
    const at = yearAt(rows, row);
    if (at > 0 && at < year && (last === null || at > last)) last = at;
  }
  return last;
}

/** What stays as it was: the rest of the key, words that every row must have, and what is not for the public. */
function carriedColumns({ schema, time }: Dataset): string[] {
  const words = schema.fields.filter(
    ({ constraints }) => constraints.required && constraints.enum !== undefined,
  );
  const names = new Set([...schema.primaryKey, ...words.map(({ name }) => name), "公开属性"]);
  names.delete(time ?? "");
  return [...names];
}

/** Units by name: Excel takes the zero from 0102. Where a name is not enough, only a code that Excel leaves alone. */
function writeUnit(code: string, units: Units): string {
  const text = unitName(code, units);
  return text !== code || units.name(code) === code || !/^0\d|^\d{12}|^\d+E\d/i.test(code) ? text : "";
}

function timeOf(dataset: Dataset, time: string, year: number): string {
  const isYear = dataset.schema.fields.some((field) => field.name === time && field.type === "year");
  return isYear ? String(year) : lastDay(year);
}

/** A cell of the example row: a value that could stand there, else what belongs there. */
function exampleOf(field: Field, dataset: Dataset, units: Units, year: number): string {
  const { type, constraints, scopes, signed, description, name } = field;
  const unitColumns = dataset.schema.foreignKeys.filter(({ resource }) => resource === "units");
  if (type === "year") return String(year);
  if (type === "date") return lastDay(year);
  if (isNumeric(field)) return signed ? "-12.5" : type === "integer" ? "120" : "12.5";
  if (scopes) return "全局";
  if (constraints.enum) return constraints.enum[0] ?? name;
  if (dataset.id !== "units" && unitColumns.some((key) => key.field === name)) {
    return units.top === null ? description || name : units.name(units.top);
  }
  return description || name;
}
