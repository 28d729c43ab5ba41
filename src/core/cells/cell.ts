import { type Field, isNumeric } from "../declared/dataset.ts";
import { readDay, readYear } from "./day.ts";
import { findFormula } from "./formula.ts";
import { findDeepQuotes, findHostile } from "./hostile.ts";
import { readMask } from "./mask.ts";
import { findDirectionControl, readText } from "./names.ts";
import { isPlainNumber, readNumber } from "./number.ts";
import { longestCell, stripBlank } from "./plaintext.ts";
import { absent, type Issue, issue, present, type Reading, refused } from "./reading.ts";

/** What a cell's reading depends on beyond its column. */
export interface CellContext {
  readonly now: string; // today, YYYY-MM-DD
}

type Read = (text: string, original: string, field: Field, context: CellContext) => Reading;

/** No figure, year or day is written longer; what is longer never meets their patterns. */
const longestFigure = 100;

const figure: Read = (text, original, field) => readMask(text, field) ?? readNumber(text, original, field);

const readers: Readonly<Record<Field["type"], Read>> = {
  integer: figure,
  number: figure,
  date: (text, _, field, { now }) => readDay(text, field, now),
  year: (text, _, field, { now }) => readYear(text, field, now),
  string: (_, original, field) => readText(original, field),
};

/**
 * Read one cell: what is meant for a machine first (formulas, error values, markup, commands), then words for absence, then what
 * its column holds. Pure in its arguments, so that readings can be kept by original text. A cell with an E has state `missing`
 * and no value. A blank cell is `missing`; that a text or a day may not be blank (REQ-01) is judged by the row.
 */
export function readCell(original: string, field: Field, context: CellContext): Reading {
  if (original.length > longestCell) return absent("missing"); // FILE-10 was said where the file was split
  const isFigure = isNumeric(field);
  if (isFigure && isPlainNumber(original, field)) return present(original);
  const text = stripBlank(original);
  if (text === "") return readBlank(field, isFigure);
  const alarm =
    findDirectionControl(original) ??
    findFormula(original) ??
    findHostile(original) ??
    findDeepQuotes(original);
  if (alarm) return refused(alarm);
  if (field.type !== "string" && text.length > longestFigure) return refused(tooLong(text, field, isFigure));
  return readers[field.type](text, original, field, context);
}

function tooLong(text: string, field: Field, isFigure: boolean): Issue {
  return isFigure
    ? issue("NUM-33", { text, column: field.name })
    : issue("DATE-17", { text, year: field.type === "year" });
}

function readBlank(field: Field, isFigure: boolean): Reading {
  const needed = field.constraints.required || field.mustHaveNumber;
  return isFigure && needed ? refused(issue("NUM-32", { column: field.name })) : absent("missing");
}
