import type { Total } from "../catalogue/total.ts";
import { issue } from "../cells/reading.ts";
import { type Dataset, type Field, isNumeric } from "../declared/dataset.ts";
import { hiddenAs } from "../edition.ts";
import { Decimal } from "../figures/decimal.ts";
import { convert } from "../figures/money.ts";
import type { Finding, Place } from "../finding.ts";
import { originalAt, placeAt, type Rows, stateAt, textAt } from "../rows.ts";
import { isAbsent } from "../state.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import type { TotalRows } from "./total-rows.ts";
import { type Written, writtenAt } from "./written.ts";

const mostRelated = 50;

/** Hold every row that is a sum against the rows it sums: STR-24, BIZ-17 and BIZ-18. */
export function checkTotalRows(rows: Rows, totals: TotalRows, units: Units, now: string): Finding[] {
  const findDetails = detailsReader(rows, totals, units);
  return totals.words.flatMap(({ word, column }, row) => {
    const told = (outcome: Total["outcome"], columns: readonly string[] = []) =>
      rowFinding(
        totals.rows,
        row,
        column,
        { outcome, columns, textTotal: "", textSum: "", textDifference: "" },
        units,
      );
    if (!(rows.dataset.totals as readonly string[]).includes(word)) return [told("unlisted")];
    const details = findDetails(row);
    const mixed = mixedColumns(rows, details);
    if (details.length === 0 || mixed.length > 0) return [told("unclear", mixed)];
    const related = relatedPlaces(rows, details, now);
    const sums = addableFields(rows, details).flatMap((field) => {
      const sum = addUp(rows, details, totals.rows, row, field, units);
      return sum ? [{ field, ...sum }] : [];
    });
    const off = sums.filter(({ isRight }) => !isRight);
    const [first] = off.length > 0 ? off : sums;
    if (!first) return [told("unchecked")];
    const facts = {
      outcome: off.length > 0 ? ("differs" as const) : ("agrees" as const),
      columns: (off.length > 0 ? off : sums).map(({ field }) => field.name),
      textTotal: first.total.toFixed(),
      textSum: first.sum.toFixed(),
      textDifference: first.total.minus(first.sum).abs().toFixed(),
    };
    return [
      rowFinding(totals.rows, row, column, facts, units, related),
      ...off.map(({ field, total, sum }) => {
        const texts = {
          column: field.name,
          text: originalAt(totals.rows, row, field.name),
          textSum: sum.toFixed(),
        };
        const isDouble = !total.eq(0) && sum.eq(total.times(2));
        const found = isDouble
          ? issue("BIZ-18", texts)
          : issue("BIZ-17", { ...texts, textDifference: total.minus(sum).abs().toFixed() });
        return cellFinding(
          totals.rows,
          row,
          field.name,
          found,
          units,
          related.map((at) => at(field.name)),
        );
      }),
    ];
  });
}

function rowFinding(
  totals: Rows,
  row: number,
  column: string,
  facts: Omit<Total, "text">,
  units: Units,
  related: readonly ((column: string) => Place)[] = [],
): Finding {
  const stops = ["differs", "unclear", "unlisted"].includes(facts.outcome);
  const found = issue(
    "STR-24",
    { text: originalAt(totals, row, column).trim(), ...facts },
    stops ? "E" : "T",
  );
  const [first] = facts.columns;
  const places = first === undefined ? [] : related.map((at) => at(first));
  return cellFinding(totals, row, column, found, units, places);
}

/** The cells that were added up, hidden ones first, so that what is said of them is not said in public. */
function relatedPlaces(
  rows: Rows,
  details: readonly number[],
  now: string,
): readonly ((column: string) => Place)[] {
  const hidden = details.filter((row) => hiddenAs(rows, row, now) !== null);
  const shown = details.filter((row) => hiddenAs(rows, row, now) === null);
  return [...hidden, ...shown].slice(0, mostRelated).map((row) => (column) => placeAt(rows, row, column));
}

/** Find the rows that a total sums: of its own file, with the same words in every part of the key that it fills in. A 小计, or one of several alike, sums those since the total before. */
function detailsReader(rows: Rows, { rows: all, words }: TotalRows, units: Units): (row: number) => number[] {
  const { primaryKey, foreignKeys } = all.dataset.schema;
  const unitColumns = foreignKeys.flatMap(({ field, resource }) => (resource === "units" ? field : []));
  const conditions = words.map(({ column }, row) =>
    primaryKey.flatMap((name) => {
      const text = name === column ? "" : textAt(all, row, name);
      if (text === "") return [];
      return [[name, unitColumns.includes(name) ? (units.find(text) ?? text) : text] as const];
    }),
  );
  const kinds = words.map(({ word }, row) => JSON.stringify([all.file[row], word, conditions[row]]));
  const counts = Map.groupBy(kinds, (kind) => kind);
  return (row) => {
    const isPart = words[row]?.word === "小计" || (counts.get(kinds[row] ?? "")?.length ?? 0) > 1;
    const file = all.file[row] ?? 0;
    if (isPart && rows.sheets[file]) return []; // rows put together by a layout do not stand in the file's order
    const end = isPart ? placeOf(rows, file, all.row[row] ?? 0) : placeOf(rows, file + 1, 0);
    const before = row > 0 && all.file[row - 1] === file ? (all.row[row - 1] ?? 0) : 0;
    const found: number[] = [];
    for (let at = placeOf(rows, file, isPart ? before : 0); at < end; at++) {
      if (conditions[row]?.every(([name, text]) => textAt(rows, at, name) === text)) found.push(at);
    }
    return found;
  };
}

/** Find the first row of a file at or below one of Excel's rows; rows stand in the order of their files. */
function placeOf({ length, file, row }: Rows, wantedFile: number, wantedRow: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const isBefore =
      (file[middle] ?? 0) < wantedFile || (file[middle] === wantedFile && (row[middle] ?? 0) < wantedRow);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Name the parts of the key, other than unit and time, in which rows of a state differ: what they count is not one thing. */
function mixedColumns(rows: Rows, details: readonly number[]): string[] {
  const { kind, unit, time, schema } = rows.dataset;
  if (kind !== "state") return [];
  return schema.primaryKey.filter(
    (column) => column !== unit && column !== time && distinct(rows, details, column) > 1,
  );
}

function distinct(rows: Rows, details: readonly number[], column: string): number {
  return new Set(details.map((row) => textAt(rows, row, column))).size;
}

/** The figures of which these rows may be added up: amounts over anything, persons over units, and what stands at a day not over days. */
function addableFields(rows: Rows, details: readonly number[]): readonly Field[] {
  const { kind, time, schema }: Dataset = rows.dataset;
  const isOverTime = time !== undefined && distinct(rows, details, time) > 1;
  const isStock = kind === "state" && schema.fields.find(({ name }) => name === time)?.type !== "year";
  return schema.fields.filter((field) => {
    if (!isNumeric(field) || field.percent || field.signed || field.additive === "none") return false;
    if (kind === "state") return !isOverTime || (!isStock && field.additive === "all");
    return field.additive === "all";
  });
}

interface Sum {
  readonly total: Decimal;
  readonly sum: Decimal;
  readonly isRight: boolean;
}

/** Add up one column; null where the sum is not known: a part is absent, or measured in something else. */
function addUp(
  rows: Rows,
  details: readonly number[],
  totals: Rows,
  row: number,
  field: Field,
  units: Units,
): Sum | null {
  const total = writtenAt(totals, row, field.name);
  if (!total) return null;
  const measure = field.unit === "" ? rows.dataset.comparison?.unit : undefined;
  const to = measure === undefined ? "" : textAt(totals, row, measure);
  const parts = details.filter((at) => stateAt(rows, at, field.name) !== "missing");
  if (parts.some((at) => isAbsent(stateAt(rows, at, field.name))) || parts.length < details.length)
    return null;
  const add = (list: readonly number[]): Written | null => {
    let [value, slack] = [Decimal(0), total.slack];
    for (const at of list) {
      const part = writtenAt(rows, at, field.name);
      const from = measure === undefined ? "" : textAt(rows, at, measure);
      const [amount, around] = part
        ? [convert(part.value, from, to), convert(part.slack, from, to)]
        : [null, null];
      if (!amount || !around) return null;
      [value, slack] = [value.plus(amount), slack.plus(around)];
    }
    return { value, slack, decimals: 0 };
  };
  const whole = add(details);
  if (!whole) return null;
  const levels = [true, false].flatMap((up) => add(oneLevel(rows, details, units, up)) ?? []);
  const right = levels.find(({ value, slack }) => value.minus(total.value).abs().lte(slack));
  return { total: total.value, sum: (right ?? whole).value, isRight: right !== undefined };
}

/** Keep of the rows those of units without a superior (or, if not `up`, without an inferior) among them: nobody is added up twice. */
function oneLevel(rows: Rows, details: readonly number[], units: Units, up: boolean): readonly number[] {
  const { kind, unit } = rows.dataset;
  if (unit === undefined || kind !== "state") return details;
  const present = new Set(details.map((row) => textAt(rows, row, unit)));
  const below = new Set<string>();
  const above = new Set<string>();
  for (const code of present) {
    const open = [...units.children(code)];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (present.has(next)) {
        below.add(next);
        above.add(code);
      }
      open.push(...units.children(next));
    }
  }
  const left = up ? below : above;
  return details.filter((row) => !left.has(textAt(rows, row, unit)));
}
