import type { Dataset } from "../core/declared/dataset.ts";
import { columnLetters } from "../core/finding.ts";
import type { SourceFile } from "../core/inputs.ts";
import { decode } from "../core/intake/decode.ts";
import { headerWords } from "../core/intake/exports.ts";
import { outline } from "../core/intake/outline.ts";
import { splitRecord } from "../core/intake/scan.ts";

/** A file as Excel shows it: row 1 is the first, blank rows included. */
export interface Sheet {
  readonly rows: readonly (readonly string[])[];
  readonly letters: readonly string[]; // A, B, …
}

const mostColumns = 60;

/** Lay a file out in rows and cells; one that cannot be decoded is shown as far as it can be read. */
export function sheetOf(file: SourceFile, datasets: Iterable<Dataset>): Sheet {
  const words = headerWords(datasets);
  const text = decode(file, words).text ?? new TextDecoder().decode(file.bytes);
  const { delimiter, scan } = outline(file.path, text, (cell) => words.has(cell));
  const rows = scan.starts.map((start, i) => {
    const cells = splitRecord(text, start, scan.ends[i] ?? text.length, delimiter);
    return cells.length > mostColumns ? cells.slice(0, mostColumns) : cells;
  });
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return { rows, letters: Array.from({ length: width }, (_, i) => columnLetters(i)) };
}
