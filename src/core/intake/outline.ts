import { columnLetters, type Place } from "../finding.ts";
import { type Scan, scan, splitRecord } from "./scan.ts";

/** The shape of a text: its delimiter, its records, and where its header stands. */
export interface Outline {
  readonly file: string;
  readonly text: string;
  readonly delimiter: string;
  readonly scan: Scan;
  readonly headerRecord: number; // -1: there is no record with content
  readonly header: readonly string[]; // cells as written
}

const candidates = [",", "\t", ";", "|", "，", "、"];
const headLines = 10; // title lines above a header are fewer

function unquote(cell: string): string {
  return cell.replace(/^"|"$/g, "");
}

/** Choose the delimiter under which the header's words are known; never by counting rows, which `;` or `|` can win. */
function findDelimiter(text: string, known: Known): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, headLines);
  const score = (delimiter: string) =>
    Math.max(0, ...lines.map((line) => line.split(delimiter).filter((cell) => known(unquote(cell))).length));
  let best = ",";
  for (const candidate of candidates) if (score(candidate) > score(best)) best = candidate;
  if (score(best) > 0 || lines.some((line) => line.includes(","))) return best;
  return candidates.find((candidate) => lines[0]?.includes(candidate)) ?? ",";
}

/** Tells whether a cell is one of the words that headers are made of. */
export type Known = (cell: string) => boolean;

/** Tell whether one of the first lines has a header's word, whatever the delimiter. */
export function hasHeader(text: string, known: Known): boolean {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/, headLines);
  return lines.some((line) => line.split(/[,\t;|，、]/).some((cell) => known(unquote(cell))));
}

/** Tell whether a record has no content at all. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === "" || cell.trim() === "");
}

/** Read a text's shape; `known` tells whether a cell is one of the header words. */
export function outline(file: string, text: string, known: Known): Outline {
  const delimiter = findDelimiter(text, known);
  const found = scan(text, delimiter);
  let headerRecord = -1;
  let most = -1;
  let seen = 0;
  for (let record = 0; record < found.starts.length && seen < headLines; record++) {
    const cells = splitRecord(text, found.starts[record] ?? 0, found.ends[record] ?? 0, delimiter);
    if (isBlank(cells)) continue;
    seen++;
    const words = Math.min(2, cells.filter(known).length);
    if (words > most) {
      headerRecord = record;
      most = words;
    }
  }
  const header =
    headerRecord < 0
      ? []
      : splitRecord(text, found.starts[headerRecord] ?? 0, found.ends[headerRecord] ?? 0, delimiter);
  return { file, text, delimiter, scan: found, headerRecord, header };
}

/** Find the record that an offset lies in. */
function recordAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A cell by its place, and by where it begins and ends in the text. */
export interface Spot {
  readonly place: Place;
  readonly record: number;
  readonly index: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Find cells by offsets that rise: each search goes on where the last one ended, so that a huge record is walked through once. */
export function cellFinder(of: Outline): (offset: number) => Spot {
  let last: Spot | null = null;
  return (offset) => {
    if (!last || offset < last.start || offset > last.end) last = cellAt(of, offset, last);
    return last;
  };
}

/** Find the cell that an offset lies in: its text as written, and its place; from an earlier cell of its record on, if there is one. */
export function cellAt(of: Outline, offset: number, from: Spot | null = null): Spot {
  const { text, delimiter, scan: found } = of;
  const record = recordAt(found.starts, offset);
  const end = found.ends[record] ?? text.length;
  const before = from?.record === record && from.start <= offset ? from : null;
  let line = before?.line ?? found.lines[record] ?? 1;
  let start = before?.start ?? found.starts[record] ?? 0;
  let index = before?.index ?? 0;
  let startLine = line;
  let quoted = text[start] === '"';
  let at = start;
  for (; at < end; at++) {
    const char = text[at];
    if (char === '"' && quoted && at > start) {
      if (text[at + 1] === '"') at++;
      else quoted = false;
    } else if (char === delimiter && !quoted) {
      if (at >= offset) break;
      start = at + 1;
      index++;
      startLine = line;
      quoted = text[start] === '"';
    } else if (char === "\n" || (char === "\r" && text[at + 1] !== "\n")) line++;
  }
  return { place: placeOf(of, record, index, startLine), record, index, line: startLine, start, end: at };
}

/** Give the place of a cell by its record and column; the line is the record's unless the cell begins further down. */
export function placeOf(of: Outline, record: number, index: number | null, line?: number): Place {
  const row = record + 1;
  return {
    file: of.file,
    line: line ?? of.scan.lines[record] ?? null,
    row,
    column: index === null ? null : of.header[index] || null,
    cell: index === null ? null : `${columnLetters(index)}${row}`,
  };
}
