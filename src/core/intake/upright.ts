import type { Sections } from "./laid-out.ts";

/** Where a text stands: its Excel row, and its column from 0. Row 0 is nowhere. */
export type Spot = readonly [row: number, index: number];

/** One of our columns in one row: its text and where it stands. */
export interface Cell {
  readonly text: string;
  readonly spot: Spot;
}

/** A file's names and cells as if it were upright: transposed, its first column is the header. */
export interface Upright {
  readonly names: readonly string[];
  readonly nameSpot: (column: number) => Spot;
  readonly length: number;
  readonly cell: (row: number, column: number) => Cell;
}

/** Turn a file so that its names stand above its columns. */
export function upright({ names, nameRecords, rows, at }: Sections, isTransposed: boolean): Upright {
  const header = (column: number): Spot => [(nameRecords[column] ?? 0) + 1, column];
  const spot = (row: number, column: number): Spot => [(at[row] ?? 0) + 1, column];
  if (!isTransposed) {
    const cell = (row: number, column: number) => ({
      text: rows[row]?.[column] ?? "",
      spot: spot(row, column),
    });
    return { names, nameSpot: header, length: rows.length, cell };
  }
  return {
    names: [names[0] ?? "", ...rows.map((cells) => cells[0] ?? "")],
    nameSpot: (column) => (column === 0 ? header(0) : spot(column - 1, 0)),
    length: Math.max(0, names.length - 1),
    cell: (row, column) =>
      column === 0
        ? { text: names[row + 1] ?? "", spot: header(row + 1) }
        : { text: rows[column - 1]?.[row + 1] ?? "", spot: spot(column - 1, row + 1) },
  };
}
