import { catalogue } from "./catalogue/catalogue.ts";
import type { Entry, Level } from "./catalogue/entry.ts";

type Catalogue = typeof catalogue;

/** The closed list of everything that can be wrong. */
export type Code = keyof Catalogue;

/** What a finding of this code knows beyond its place. */
export type FactsOf<C extends Code> = Catalogue[C] extends Entry<infer F> ? F : never;

/** Where: each null where it makes no sense. */
export interface Place {
  readonly file: string; // relative to exports, "/"; to the data folder for anything else
  readonly line: number | null; // physical line where the cell begins, 1-based
  readonly row: number | null; // what Excel shows
  readonly column: string | null; // header as in the file
  readonly cell: string | null; // e.g. "C12"
}

/** A sign-off as written in signoffs.csv. */
export interface Signature {
  readonly by: string;
  readonly date: string;
  readonly reason: string;
  readonly review: string | null;
}

interface Of<C extends Code> extends Place {
  readonly code: C;
  readonly level: Level;
  readonly facts: FactsOf<C>;
  readonly related: readonly Place[];
  /** What a sign-off must name: 数据集, 键, 列, 原值. Null where nobody can sign. */
  readonly subject: Subject | null;
  readonly signature: Signature | null;
}

export interface Subject {
  readonly dataset: string;
  readonly key: string; // e.g. "2018|某省某局|全局|公务接待费"; a file: its path
  readonly column: string; // "" for a row or a file
  readonly value: string; // 原值, "" for a row or a file
}

export type Finding = { readonly [C in Code]: Of<C> }[Code];

export type Severity = "error" | "warning" | "note";

/** A whole file as a place. */
export function filePlace(file: string): Place {
  return { file, line: null, row: null, column: null, cell: null };
}

/** Make a finding; its level is the catalogue's unless this case differs. */
export function finding<C extends Code>(
  code: C,
  place: Place,
  facts: FactsOf<C>,
  more: { level?: Level; related?: readonly Place[]; subject?: Subject } = {},
): Finding {
  const made: Of<C> = {
    file: place.file,
    line: place.line,
    row: place.row,
    column: place.column,
    cell: place.cell,
    code,
    level: more.level ?? catalogue[code].level,
    facts,
    related: more.related ?? [],
    subject: more.subject ?? null,
    signature: null,
  };
  return made as unknown as Finding; // TypeScript cannot see that Of<C> is one of the union's members
}

/** How much a finding weighs: an E always stops, a W until it is signed. */
export function severity(found: Finding): Severity {
  if (found.level === "E") return "error";
  if (found.level === "W") return found.signature ? "note" : "error";
  return found.level === "T" ? "warning" : "note";
}

/** Name a column as Excel does: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

/** Say where in a sentence: 第 12 行 C 列; where Excel's row is not the physical line, both. */
export function sayPlace(place: Place): string {
  const { row, line } = place;
  if (row === null) return line === null ? "文件" : `第 ${line} 行`;
  const letters = place.cell?.replace(/\d+$/, "");
  const at = line === null || line === row ? `第 ${row} 行` : `第 ${row} 行（文本第 ${line} 行）`;
  return letters ? `${at}${at.endsWith("）") ? "" : " "}${letters} 列` : at;
}
