import { type Field, isNumeric } from "../declared/dataset.ts";
import { readDay, readYear } from "./day.ts";
import { findFormula } from "./formula.ts";
import { readMask } from "./mask.ts";
import { findDirectionControl, readText } from "./names.ts";
import { isPlainNumber, readNumber } from "./number.ts";
import { stripBlank } from "./plaintext.ts";
import { absent, issue, present, type Reading, refused } from "./reading.ts";

/** What a cell's reading depends on beyond its column. */
export interface CellContext {
  readonly now: string; // today, YYYY-MM-DD
}

type Read = (text: string, original: string, field: Field, context: CellContext) => Reading;

const figure: Read = (text, original, field) => readMask(text, field) ?? readNumber(text, original, field);

const readers: Readonly<Record<Field["type"], Read>> = {
  integer: figure,
  number: figure,
  date: (text, _, field, { now }) => readDay(text, field, now),
  year: (text, _, field, { now }) => readYear(text, field, now),
  string: (_, original, field) => readText(original, field),
};

/**
 * Read one cell: formulas and error values first, then words for absence, then what its column holds.
 * Pure in its arguments, so that readings can be kept by original text. A cell with an E has state `missing` and no value.
 * A blank cell is `missing`; that a text or a day may not be blank (REQ-01) is judged by the row.
 */
export function readCell(original: string, field: Field, context: CellContext): Reading {
  const isFigure = isNumeric(field);
  if (isFigure && isPlainNumber(original, field)) return present(original);
  const text = stripBlank(original);
  if (text === "") return readBlank(field, isFigure);
  const alarm = findDirectionControl(original) ?? findFormula(original);
  return alarm ? refused(alarm) : readers[field.type](text, original, field, context);
}

function readBlank(field: Field, isFigure: boolean): Reading {
  const needed = field.constraints.required || field.mustHaveNumber;
  return isFigure && needed ? refused(issue("NUM-32", { column: field.name })) : absent("missing");
}
