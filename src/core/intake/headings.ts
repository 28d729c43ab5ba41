import { readMask } from "../cells/mask.ts";
import { type Dataset, type Field, isNumeric } from "../declared/dataset.ts";
import { type Finding, finding } from "../finding.ts";
import type { Match } from "./header-cell.ts";
import { isBlank, type Outline, placeOf } from "./outline.ts";
import { asRemark } from "./record.ts";

const longestName = 15;
const hasDigit = /[0-9０-９]/;
const hasHan = /\p{Script=Han}/u;

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** Tell whether all that stands in a row could be names of columns. */
function areNames(cells: readonly string[]): boolean {
  return filledOf(cells).every(
    (cell) => [...cell].length <= longestName && !hasDigit.test(cell) && !/[：:]/.test(cell),
  );
}

/** Tell whether a figure's cell says why there is none. */
function isMask(cell: string, field: Field): boolean {
  return isNumeric(field) && readMask(cell.trim(), field) !== null;
}

/** Find a header of two or three rows (STR-22): names that stand above the header's own, or below it where no key does. */
export function findHeaderRows(
  of: Outline,
  records: readonly (readonly string[])[],
  header: number, // its place among the records
  fields: readonly (Field | null)[],
  { schema }: Dataset,
): Finding | null {
  const keys = schema.primaryKey.map((name) => fields.findIndex((field) => field?.name === name));
  const known = keys.filter((column) => column >= 0);
  const continues = (cells: readonly string[]) =>
    known.length > 0 &&
    !isBlank(cells) &&
    areNames(cells) &&
    !fields.some((field, column) => field && isMask(cells[column] ?? "", field)) &&
    known.every((column) => ["", of.header[column]?.trim()].includes(cells[column]?.trim()));
  let first = header;
  const above = records[header - 1];
  if (above && filledOf(above).length > 1 && areNames(above)) first--;
  let last = header;
  for (let at = header + 1; at < records.length && at <= first + 2; at++) {
    const cells = records[at] as readonly string[];
    if (!continues(cells) || asRemark(of, at, cells)) break;
    last = at;
  }
  if (first === last) return null;
  const shift = of.headerRecord - header;
  const place = placeOf(of, first + shift, null);
  const rows = { first: first + shift + 1, last: last + shift + 1 };
  return finding("STR-22", place, { ...rows, count: rows.last - rows.first + 1 });
}

/** Tells whether a row begins another table (STR-27). */
export type Restart = (cells: readonly string[], afterBlank: boolean) => boolean;

/** Recognise the header of another table: names of columns where values belong. */
export function restartReader(
  { header }: Outline,
  fields: readonly (Field | null)[],
  recognise: (cell: string) => Match | null,
): Restart {
  const words = new Map<string, boolean>();
  const isWord = (cell: string) => {
    let known = words.get(cell);
    if (known === undefined) {
      known = recognise(cell) !== null;
      words.set(cell, known);
    }
    return known;
  };
  const first = header[0] ?? "";
  const isMisplaced = (cell: string, column: number) => {
    const field = fields[column];
    if (!field || cell.trim() === "") return false;
    if (isNumeric(field)) return hasHan.test(cell) && !isMask(cell, field);
    return ["date", "year"].includes(field.type) && !/[〇○零一二三四五六七八九]/.test(cell);
  };
  return (cells, afterBlank) => {
    const start = cells[0] ?? "";
    if (!afterBlank && (start.length > longestName || hasDigit.test(start))) return false;
    if (!afterBlank && start !== first && !isWord(start)) return false;
    if (filledOf(cells).length < 2 || !areNames(cells)) return false;
    if (cells.filter((cell) => cell.trim() !== "" && isWord(cell)).length > 1) return true;
    return afterBlank && cells.filter(isMisplaced).length > 1;
  };
}

/** Tell whether another table begins at a record: with its header, or with a title above it. The own header, once again, is none. */
export function isRestart(
  { header }: Outline,
  records: readonly (readonly string[])[],
  at: number,
  afterBlank: boolean,
  restarts: Restart,
): boolean {
  const cells = records[at] ?? [];
  if (afterBlank && filledOf(cells).length === 1) {
    const next = records.slice(at + 1, at + 4).find((other) => !isBlank(other));
    return next !== undefined && restarts(next, true);
  }
  return (
    restarts(cells, afterBlank) && !header.every((name, column) => name === "" || cells[column] === name)
  );
}
