import { type CellContext, readCell } from "../cells/cell.ts";
import { compareSpellings, findIndents } from "../cells/column.ts";
import { nearest } from "../cells/names.ts";
import { type Issue, issue, type Reading } from "../cells/reading.ts";
import { type Dataset, type Field, fieldsOf, isNumeric } from "../declared/dataset.ts";
import type { Source } from "../intake/exports.ts";
import { normalizeHeader } from "../intake/header-cell.ts";
import { blankColumn, blankSpots, type Column, type Pool, type Rows } from "../rows.ts";
import { isAbsent, type State, states, statusOf } from "../state.ts";
import type { Note } from "./cell-finding.ts";
import { markMerged } from "./merged.ts";
import { splitTotals, type TotalRows, type TotalWord, totalReader } from "./total-rows.ts";

/** What reading a data set depends on beyond its JSON: today, and which 口径 there are. */
export interface CollectContext extends CellContext {
  readonly scopes: readonly string[];
}

/** One distinct text of a column, read once. */
interface Read {
  readonly reading: Reading;
  readonly value: number; // ids in the pool
  readonly original: number;
  readonly state: number;
  readonly issues: readonly Issue[];
  readonly total: string | null; // the word, where the cell says that its row is a sum
  count: number; // cells
}

/** Join all files of a data set into rows, those that are sums of others apart; every cell is read once per distinct text of its column. */
export function collect(
  dataset: Dataset,
  sources: readonly Source[],
  pool: Pool,
  context: CollectContext,
): { rows: Rows; notes: Note[]; totals: TotalRows | null } {
  const length = sources.reduce((sum, source) => sum + source.table.records.length, 0);
  const notes: Note[] = [];
  const totals = new Map<number, TotalWord>();
  const columns = new Map<string, Column>();
  for (const field of fieldsOf(dataset)) {
    columns.set(field.name, readColumn(field, dataset, sources, length, pool, context, notes, totals));
  }
  applyStatus(dataset, columns, pool);
  const file = new Uint32Array(length);
  const line = new Uint32Array(length);
  const row = new Uint32Array(length);
  let at = 0;
  sources.forEach(({ table }, index) => {
    line.set(table.lines, at);
    row.set(table.rows, at);
    file.fill(index, at, at + table.records.length);
    at += table.records.length;
  });
  const files = sources.map((source) => source.table.file);
  const positions = sources.map((source) => source.positions);
  const sheets = sources.map((source) => source.table.origin ?? null);
  const rows = { dataset, length, pool, files, positions, sheets, file, line, row, columns };
  return splitTotals(rows, markMerged(rows, notes), totals);
}

/** Read a column from all files; one that does not have it stays missing. */
function readColumn(
  field: Field,
  dataset: Dataset,
  sources: readonly Source[],
  length: number,
  pool: Pool,
  context: CollectContext,
  notes: Note[],
  totals: Map<number, TotalWord>,
): Column {
  const words = dataset.layout?.words[field.name] ?? {}; // what a system writes → our word for it
  const findTotal = totalReader(field, dataset);
  const spots = sources.some((source) => source.table.origin) ? blankSpots(length) : null;
  const column = spots ? { ...blankColumn(length), spots } : blankColumn(length);
  const known = new Map<string, Read>();
  const ours = new Map(Object.entries(words).map(([text, word]) => [normalizeHeader(text), word]));
  let at = 0;
  for (const { table, positions } of sources) {
    const index = positions.get(field.name)?.index;
    if (index === undefined) {
      at += table.records.length;
      continue;
    }
    const origin = table.origin?.spots[index];
    if (spots && origin) {
      spots.row.set(origin.row, at);
      spots.index.set(origin.index, at);
    }
    for (const record of table.records) {
      const text = record[index] ?? "";
      let read = known.get(text);
      if (read === undefined) {
        const word = ours.size > 0 ? (ours.get(normalizeHeader(text)) ?? text) : text;
        read = { ...readText(text, word, field, pool, context), total: findTotal(word) };
        known.set(text, read);
      }
      read.count++;
      column.value[at] = read.value;
      column.original[at] = read.original;
      column.state[at] = read.state;
      if (read.total !== null && !totals.has(at)) totals.set(at, { word: read.total, column: field.name });
      for (const found of read.issues) notes.push({ row: at, column: field.name, issue: found });
      at++;
    }
  }
  const spellings = [...known].map(([original, { reading, count }]) => ({ original, reading, count }));
  const isKey = dataset.schema.primaryKey.includes(field.name);
  const unlisted = spellings.filter(({ original }) => !ours.has(normalizeHeader(original)));
  const contrasts = [...compareSpellings(field, spellings), ...(isKey ? findIndents(field, unlisted) : [])];
  for (const { original, issue: found, everywhere } of contrasts) {
    const id = pool.intern(original);
    for (let row = column.original.indexOf(id); row >= 0; row = column.original.indexOf(id, row + 1)) {
      notes.push({ row, column: field.name, issue: found });
      if (found.level === "E") {
        column.value[row] = 0;
        column.state[row] = states.indexOf("missing");
      }
      if (!everywhere) break;
    }
  }
  return column;
}

function readText(
  text: string,
  word: string,
  field: Field,
  pool: Pool,
  context: CollectContext,
): Omit<Read, "total"> {
  const reading = readCell(word, field, context);
  const { value, state, issues } = reading;
  const isRefused = issues.some((found) => found.level === "E");
  return {
    reading,
    count: 0,
    value: pool.intern(value),
    original: pool.intern(text),
    state: states.indexOf(state),
    issues: isRefused ? issues : [...issues, ...checkText(text, value, state, field, context)],
  };
}

/** What a cell that reads well may still be: blank where it must not be, or a word outside its list. */
function checkText(
  text: string,
  value: string,
  state: State,
  field: Field,
  context: CollectContext,
): Issue[] {
  if (state === "missing" && field.constraints.required && !isNumeric(field)) {
    return [issue("REQ-01", { column: field.name })];
  }
  const words = field.scopes ? context.scopes : field.constraints.enum;
  if (words === undefined || isAbsent(state) || words.includes(value)) return [];
  const facts = { text, column: field.name, nearest: nearest(value, words, 1), known: words };
  return [issue("CODE-01", facts)];
}

/** Give every figure of a row the row's 数据状态; a figure of which only the change is known is `rate-only`. */
function applyStatus(dataset: Dataset, columns: ReadonlyMap<string, Column>, pool: Pool): void {
  const status = columns.get("数据状态");
  const final = states.indexOf("final");
  for (const field of fieldsOf(dataset)) {
    const column = columns.get(field.name);
    if (!status || !column || !isNumeric(field)) continue;
    for (let row = 0; row < column.state.length; row++) {
      if (column.state[row] !== final) continue;
      column.state[row] = states.indexOf(statusOf(pool.text(status.value[row] ?? 0)));
    }
  }
  if (!dataset.comparison) return;
  const value = columns.get(dataset.comparison.value);
  const rate = columns.get(dataset.comparison.rate);
  if (!value || !rate) return;
  for (let row = 0; row < value.state.length; row++) {
    if (value.state[row] === states.indexOf("missing") && rate.value[row] !== 0) {
      value.state[row] = states.indexOf("rate-only");
    }
  }
}
