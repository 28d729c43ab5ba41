import { keyOf } from "../checks/cell-finding.ts";
import { originalAt, placeAt, type Rows, stateAt } from "../rows.ts";
import { type State, stateNames } from "../state.ts";
import type { Units } from "../units.ts";
import { visible } from "../visible.ts";
import type { Spot } from "./spot.ts";

/** A cell that figures rest on, as it stands in its file. */
export interface SourceCell {
  readonly id: number; // its mark on a page is "c" with it
  readonly file: string;
  readonly line: number;
  readonly cell: string; // Excel's, "D3"; "" where a layout only declares it
  readonly column: string;
  readonly key: string; // of its row
  readonly text: string; // original, with whatever is unseen named
  readonly state: string; // in words
  readonly feeds: readonly Feed[];
}

/** The figures of one series that a cell feeds. */
export interface Feed {
  readonly title: string;
  readonly spots: readonly (readonly [year: number, address: string])[];
}

/** Knows every cell that figures rest on, each once, and what it feeds. */
export class CellRegister {
  readonly #ids = new Map<string, number>();
  readonly #cells: Omit<SourceCell, "feeds">[] = [];
  readonly #feeds: Spot[][] = [];
  readonly #units: Units;

  constructor(units: Units) {
    this.#units = units;
  }

  /** Note that a cell feeds a figure, and give the cell's id. */
  add(rows: Rows, row: number, column: string, spot: Spot): number {
    const { file, line, cell, column: header } = placeAt(rows, row, column);
    const name = JSON.stringify([file, cell ?? line, header]);
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#cells.length;
      this.#ids.set(name, id);
      const state: State = stateAt(rows, row, column);
      this.#cells.push({
        id,
        file: visible(file),
        line: line ?? 0,
        cell: cell ?? "",
        column: visible(header ?? column),
        key: visible(keyOf(rows, row, this.#units)),
        text: visible(originalAt(rows, row, column)),
        state: stateNames[state],
      });
      this.#feeds.push([]);
    }
    const feeds = this.#feeds[id] ?? [];
    if (feeds.at(-1) !== spot) feeds.push(spot);
    return id;
  }

  /** Give a cell with all that it feeds; of every series its years in order. */
  get(id: number): SourceCell {
    const cell = this.#cells[id];
    if (!cell) throw new Error(`unknown cell: ${id}`);
    const series = Map.groupBy(new Set(this.#feeds[id]), ({ title }) => title);
    const feeds = [...series].map(([title, spots]) => ({
      title,
      spots: spots.map(({ year, address }) => [year, address] as const).sort(([a], [b]) => a - b),
    }));
    return { ...cell, feeds };
  }
}
