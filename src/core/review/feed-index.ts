import type { Place } from "../finding.ts";
import { placeAt, type Rows } from "../rows.ts";
import type { Spot } from "./spot.ts";

/** Knows what the cells of some rows feed, listed on a page or not; rows nobody asks about would be too many to keep. */
export class FeedIndex {
  readonly #spots: ReadonlyMap<string, ReadonlyMap<number, Map<string, Set<Spot>>>>; // by file, Excel row and cell

  constructor(asked: Iterable<Pick<Place, "file" | "row">>) {
    const spots = new Map<string, Map<number, Map<string, Set<Spot>>>>();
    for (const { file, row } of asked) {
      if (row !== null) spots.set(file, (spots.get(file) ?? new Map()).set(row, new Map()));
    }
    this.#spots = spots;
  }

  /** Note that a cell feeds a figure. */
  add(rows: Rows, row: number, column: string, spot: Spot): void {
    const file = this.#spots.get(rows.files[rows.file[row] ?? 0] ?? "");
    if (!file) return;
    const place = placeAt(rows, row, column);
    const cells = file.get(place.row ?? 0);
    const name = place.cell ?? "";
    cells?.set(name, (cells.get(name) ?? new Set()).add(spot));
  }

  /** Give what a cell feeds; where `cell` is null, its whole row. */
  find(file: string, row: number, cell: string | null): readonly Spot[] {
    const cells = this.#spots.get(file)?.get(row);
    const own = cell === null ? [...(cells?.values() ?? [])] : [cells?.get(cell) ?? new Set<Spot>()];
    return [...new Set(own.flatMap((spots) => [...spots]))];
  }
}
