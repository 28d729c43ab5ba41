import { type Dataset, type Field, fieldsOf } from "../declared/dataset.ts";
import { holesOf, piecesOf } from "../declared/layout.ts";

/** A pattern ready to be held against texts. */
export interface Pattern {
  readonly text: string; // as declared
  /** Take the columns' texts, as written; null where the pattern does not fit. */
  match(text: string): ReadonlyMap<string, string> | null;
  /** Tell by which unit in its last brackets a text differs from the pattern; null where it fits, or differs elsewhere. */
  otherUnit(text: string): { readonly given: string; readonly wanted: string } | null;
}

/** Write a character so that its full width fits too, and blanks of any number and kind. */
function loosely(char: string): string {
  if (/\s/.test(char)) return "\\s*";
  const plain = char.normalize("NFKC");
  const code = plain.charCodeAt(0);
  if (plain.length > 1 || code < 0x21 || code > 0x7e) return char;
  return `[${/[\\\]^-]/.test(plain) ? `\\${plain}` : plain}${String.fromCharCode(code + 0xfee0)}]`;
}

/** What a hole takes: a year its digits, a word out of a list where nothing else parts it from the next hole, else any text. */
function holeSource(field: Field | undefined, isAlone: boolean): string {
  if (!field) return "[^]*?";
  if (field.type === "year") return "([\\d０-９]{2,4})";
  const words = field.constraints.enum;
  if (isAlone || !words) return "([^]+?)";
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return `(${longestFirst.map((word) => [...word].map(loosely).join("")).join("|")})`;
}

function sourceOf(text: string, fields: ReadonlyMap<string, Field>): string {
  const pieces = piecesOf(text);
  return pieces
    .map((piece, i) => {
      if ("literal" in piece) return [...piece.literal].map(loosely).join("");
      const isAlone = [pieces[i - 1], pieces[i + 1]].every((other) => !other || "literal" in other);
      return `\\s*${holeSource(fields.get(piece.hole), isAlone)}\\s*`;
    })
    .join("");
}

/** Prepare one pattern for a data set's columns. */
export function compilePattern(text: string, dataset: Dataset): Pattern {
  const fields = new Map(fieldsOf(dataset).map((field) => [field.name, field]));
  const holes = holesOf(text);
  const whole = new RegExp(`^\\s*${sourceOf(text, fields)}\\s*$`, "u");
  const [, head = "", wanted = ""] = /^(.*)[(（]([^(){}（）]+)[)）]$/su.exec(text.trim()) ?? [];
  const unit =
    wanted && new RegExp(`^\\s*${sourceOf(head, fields)}[(（]\\s*([^()（）]+?)\\s*[)）]\\s*$`, "u");
  return {
    text,

    match: (given) => {
      const found = whole.exec(given);
      return found && new Map(holes.map((name, i) => [name, found[i + 1] ?? ""]));
    },
    otherUnit: (given) => {
      const found = unit && !whole.test(given) ? unit.exec(given) : null;
      return found && { given: found.at(-1) ?? "", wanted };
    },
  };
}

/** Write a pattern for somebody who has never seen one: 〔年度〕年. */
export function sayPattern(text: string): string {
  return piecesOf(text)
    .map((piece) => ("literal" in piece ? piece.literal : piece.hole === "" ? "…" : `〔${piece.hole}〕`))
    .join("");
}
