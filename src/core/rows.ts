import { type Dataset, fieldsOf } from "./declared/dataset.ts";
import { columnLetters, type Place } from "./finding.ts";
import { type State, states } from "./state.ts";

/** Interned strings: a million cells share their few thousand texts. Id 0 is "". */
export class Pool {
  readonly #ids = new Map<string, number>([["", 0]]);
  readonly #texts: string[] = [""];

  /** Give the id of a text, new or known. */
  intern(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#texts.length;
      this.#ids.set(text, id);
      this.#texts.push(text);
    }
    return id;
  }

  /** Give the text of an id. */
  text(id: number): string {
    return this.#texts[id] ?? "";
  }

  /** How many texts there are; every id is below. */
  get size(): number {
    return this.#texts.length;
  }
}

/** One column: per row the canonical text ("1234.5", "2018-03-05", a unit's code), the original text, and the state. */
export interface Column {
  readonly value: Uint32Array; // ids in the pool; "" where absent
  readonly original: Uint32Array; // ids in the pool
  readonly state: Uint8Array; // index into `states`
  readonly spots?: Spots;
}

/** Where each cell of a column stands, if not in its row under its header: only where exports have a layout of their own. */
export interface Spots {
  readonly row: Uint32Array; // Excel row; 0: nowhere, the cell is declared
  readonly index: Uint16Array; // column of the file, from 0
}

/** What spots refer to: a file's header by column, and the physical line of each Excel row. */
export interface Sheet {
  readonly header: readonly string[];
  readonly lines: ArrayLike<number>;
}

/** One data set's rows from all its files, in columns; every row knows its file, line and Excel row. */
export interface Rows {
  readonly dataset: Dataset;
  readonly length: number;
  readonly pool: Pool;
  readonly files: readonly string[]; // relative to exports
  readonly positions: readonly ReadonlyMap<string, { index: number; header: string }>[]; // per file: field → its place in that file
  readonly sheets: readonly (Sheet | null)[]; // per file: only where its cells have spots
  readonly file: Uint32Array; // per row: index into files
  readonly line: Uint32Array;
  readonly row: Uint32Array;
  readonly columns: ReadonlyMap<string, Column>; // one per field of the data set, also where no file has it
}

/** Name all rows by their places, for going through them. */
export function indices(rows: Rows): number[] {
  return Array.from({ length: rows.length }, (_, row) => row);
}

/** Make an empty column of a length: everything missing. */
export function blankColumn(length: number): Column {
  return {
    value: new Uint32Array(length),
    original: new Uint32Array(length),
    state: new Uint8Array(length).fill(states.indexOf("missing")),
  };
}

/** Make spots of a length: every cell stands nowhere. */
export function blankSpots(length: number): Spots {
  return { row: new Uint32Array(length), index: new Uint16Array(length) };
}

function columnOf(rows: Rows, name: string): Column {
  const column = rows.columns.get(name);
  if (!column) throw new Error(`unknown column: ${rows.dataset.id}.${name}`);
  return column;
}

/** Read a cell's canonical text; "" where it is absent. */
export function textAt(rows: Rows, row: number, column: string): string {
  return rows.pool.text(columnOf(rows, column).value[row] ?? 0);
}

/** Read a cell as it stands in the file. */
export function originalAt(rows: Rows, row: number, column: string): string {
  return rows.pool.text(columnOf(rows, column).original[row] ?? 0);
}

/** Read a cell's state. */
export function stateAt(rows: Rows, row: number, column: string): State {
  return states[columnOf(rows, column).state[row] ?? 0] as State;
}

/** Find a cell: file, line, Excel row, header and address. Column null is the whole row. */
export function placeAt(rows: Rows, row: number, column: string | null): Place {
  const file = rows.file[row] ?? 0;
  const excelRow = rows.row[row] ?? 0;
  const own = { file: rows.files[file] ?? "", line: rows.line[row] ?? 0, row: excelRow };
  if (column === null) return { ...own, column, cell: null };
  const sheet = rows.sheets[file];
  if (sheet) return { ...own, column, cell: null, ...spotAt(rows, row, column, sheet) };
  const at = rows.positions[file]?.get(column);
  return {
    ...own,
    column: at ? at.header : column,
    cell: at ? `${columnLetters(at.index)}${excelRow}` : null,
  };
}

/** Find the physical line of a cell. */
export function lineAt(rows: Rows, row: number, column: string): number {
  const sheet = rows.sheets[rows.file[row] ?? 0];
  const spot = sheet && spotAt(rows, row, column, sheet);
  return spot?.line ?? rows.line[row] ?? 0;
}

/** Find a cell that stands where its file's layout found it; null where it is only declared. */
function spotAt(rows: Rows, row: number, column: string, sheet: Sheet): Omit<Place, "file"> | null {
  const spots = rows.columns.get(column)?.spots;
  const excelRow = spots?.row[row] ?? 0;
  if (!spots || excelRow === 0) return null;
  const index = spots.index[row] ?? 0;
  return {
    line: sheet.lines[excelRow - 1] ?? 0,
    row: excelRow,
    column: sheet.header[index] || column,
    cell: `${columnLetters(index)}${excelRow}`,
  };
}

/** Write a row's key as sign-offs do: the key's cells in the contract's order, joined by "|". `show` may turn a code into a name. */
export function keyAt(
  rows: Rows,
  row: number,
  show: (column: string, text: string) => string = (_, text) => text,
): string {
  return rows.dataset.schema.primaryKey.map((column) => show(column, textAt(rows, row, column))).join("|");
}

/** Keep the rows at these indices, in this order, and (if given) only these columns. */
export function takeRows(rows: Rows, indices: readonly number[], columns?: ReadonlySet<string>): Rows {
  const pick = <T extends Uint32Array | Uint16Array | Uint8Array>(from: T): T => {
    const made = new (from.constructor as new (n: number) => T)(indices.length);
    indices.forEach((index, i) => {
      made[i] = from[index] as number;
    });
    return made;
  };
  const names = fieldsOf(rows.dataset).map((f) => f.name);
  return {
    ...rows,
    length: indices.length,
    file: pick(rows.file),
    line: pick(rows.line),
    row: pick(rows.row),
    columns: new Map(
      names
        .filter((name) => !columns || columns.has(name))
        .map((name) => {
          const from = columnOf(rows, name);
          const spots = from.spots && { row: pick(from.spots.row), index: pick(from.spots.index) };
          const taken = {
            value: pick(from.value),
            original: pick(from.original),
            state: pick(from.state),
          };
          return [name, spots ? { ...taken, spots } : taken];
        }),
    ),
  };
}
