import type { Field } from "../declared/dataset.ts";
import { Decimal } from "../figures/decimal.ts";
import { explainNonNumber } from "./lookalike.ts";
import { halfWidth } from "./plaintext.ts";
import { type Issue, issue, present, type Reading, refused } from "./reading.ts";

/** Decimals of a "number" column that declares none: enough for any figure, too few for a float's tail. */
const undeclaredDecimals = 10;

/** From this many decimals on, a fraction in a column of counts comes from a formula, not from a slip. */
const floatTail = 6;

type Notation = "NUM-03" | "NUM-05" | "NUM-10";

/** A number as written: sign, digits without grouping, and what stood around and between them. */
interface Written {
  readonly sign: string;
  readonly digits: string; // e.g. "0012.50"
  readonly notation: Notation | null;
  readonly percent: boolean;
  readonly word: string; // a quantity word, 12人
  readonly apostrophe: boolean; // Excel's mark of a number kept as text
}

/** Every way in which a whole cell may spell a number that is beyond doubt. */
const spellings: readonly (readonly [pattern: RegExp, notation: Notation | null])[] = [
  [/^([+-]?)(\d+(?:\.\d+)?)$/, null],
  [/^([+-]?)([1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?)$/, "NUM-03"],
  [/^([+-]?)([1-9]\d{0,2}(?:[ \u00a0\u2009\u202f\u3000]\d{3})+(?:\.\d+)?)$/, "NUM-05"],
];

/** Tell at a glance that a cell is canonical and breaks no rule of its column, so that a million rows stay cheap. */
export function isPlainNumber(text: string, field: Field): boolean {
  const { minimum = 0, maximum } = field.constraints;
  if (minimum > 0 || maximum !== undefined || field.signed || isPlaceholder(text)) return false;
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return true;
  const fraction = /^(?:0|[1-9]\d{0,14})\.(\d{0,9}[1-9])$/.exec(text)?.[1];
  return field.type === "number" && fraction !== undefined && fraction.length <= decimalsOf(field);
}

/**
 * Read a figure in exact decimals, the whole cell or nothing.
 * The value has no plus sign, no grouping and no needless zeros ("1234.5", "-0.5", "0"); `text` is `original` without blanks at its ends.
 */
export function readNumber(text: string, original: string, field: Field): Reading {
  const written = readWritten(text, field);
  if (!written) return refused(explainNonNumber(text, field));
  const exact = canonical(written.sign, written.digits);
  const error = errorOf(text, exact, written, field);
  if (error) return refused(error);
  const value = roundTo(exact, field);
  return present(value, [
    ...remarks(text, original, value, written, field),
    ...rounding(text, exact, value, field),
  ]);
}

function readWritten(text: string, field: Field): Written | null {
  const bare = text.replace(/^['’‘](?=[\d+-])/, "");
  const half = halfWidth(bare).replace(/^\u2212/, "-");
  const percent = half.endsWith("%");
  const word = !percent && field.unit !== "" && half.endsWith(field.unit) ? field.unit : "";
  const number = percent ? half.slice(0, -1) : half.slice(0, half.length - word.length);
  const around = { percent, word, apostrophe: bare !== text };
  for (const [pattern, notation] of spellings) {
    const found = pattern.exec(number.trimEnd());
    if (found)
      return { sign: found[1] ?? "", digits: (found[2] ?? "").replace(/[^\d.]/g, ""), notation, ...around };
  }
  const whole = readScientific(number);
  return whole === null ? null : { sign: "", digits: whole, notation: "NUM-10", ...around };
}

/** Read 1.23457E+05, whose mantissa spells every digit of a whole number; anything shorter has lost some. */
function readScientific(text: string): string | null {
  const [, units, decimals = "", exponent] = /^([1-9])(?:\.(\d+))?E\+?(\d{1,2})$/i.exec(text) ?? [];
  return units && decimals.length === Number(exponent) && decimals.length < 11 ? units + decimals : null;
}

function canonical(sign: string, digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const decimals = fraction.replace(/0+$/, "");
  const value = (whole.replace(/^0+/, "") || "0") + (decimals && `.${decimals}`);
  return sign === "-" && value !== "0" ? `-${value}` : value;
}

function errorOf(text: string, value: string, written: Written, field: Field): Issue | null {
  if (/^0\d/.test(written.digits)) return issue("NUM-08", { text });
  if (written.percent && !field.percent)
    return issue("NUM-16", { text, textRead: "", taken: false, isRate: false }, "E");
  if (field.signed && written.sign === "" && value !== "0")
    return issue("NUM-34", { text, column: field.name });
  const places = placesOf(value);
  if (field.type === "integer" && places >= floatTail)
    return issue("NUM-27", { text, textRead: "", taken: false, places, decimals: 0 }, "E");
  if (field.type === "integer" && places > 0)
    return issue("NUM-21", { text, textRead: "", taken: false, column: field.name });
  return outOfBounds(text, value, field);
}

function outOfBounds(text: string, value: string, field: Field): Issue | null {
  const number = Decimal(value);
  const counts = field.type === "integer" && !field.signed;
  const { minimum = counts ? 0 : undefined, maximum = Number.MAX_SAFE_INTEGER } = field.constraints;
  if (minimum !== undefined && minimum >= 0 && number.lt(0))
    return /^-(?:1|9{2,})$/.test(value)
      ? issue("MASK-12", { text, negative: true }, "E")
      : issue("NUM-20", { text, column: field.name });
  if (minimum !== undefined && number.lt(minimum))
    return issue("NUM-28", { text, limit: String(minimum), side: "below" });
  return number.gt(maximum) ? issue("NUM-28", { text, limit: String(maximum), side: "above" }) : null;
}

/** Say what was accepted although it is not the plain way to write this number. */
function remarks(text: string, original: string, value: string, written: Written, field: Field): Issue[] {
  const read = { text, textRead: value, taken: true };
  const found: Issue[] = [];
  const width = widthCode(text);
  if (text !== original || written.apostrophe) found.push(issue("NUM-06", { ...read, text: original }));
  if (width) found.push(issue(width, read));
  if (written.notation) found.push(issue(written.notation, read));
  if (written.sign === "+" && !field.signed) found.push(issue("NUM-07", read));
  if (written.percent) found.push(issue("NUM-16", { ...read, isRate: true }));
  if (written.word) found.push(issue("NUM-11", { ...read, textWord: written.word, unit: field.unit }));
  if (field.type === "integer" && written.digits.includes("."))
    found.push(issue("NUM-21", { ...read, column: field.name }, "N"));
  if (isPlaceholder(value) && !field.signed) found.push(issue("MASK-12", { text, negative: false }));
  return found;
}

function widthCode(text: string): "NUM-01" | "NUM-02" | "NUM-19" | "NUM-22" | null {
  const sign = /[．％－＋]/.exec(text)?.[0];
  if (/[０-９]/.test(text)) return sign ? "NUM-02" : "NUM-01";
  if (sign === "－" || text.includes("\u2212")) return "NUM-19";
  if (sign === "．") return "NUM-22";
  return sign ? "NUM-02" : null;
}

/** Round half away from zero, in decimals, to what the column declares. */
function roundTo(value: string, field: Field): string {
  if (placesOf(value) <= decimalsOf(field)) return value;
  const rounded = Decimal(value).round(decimalsOf(field)).toFixed();
  return rounded === "-0" ? "0" : rounded;
}

function rounding(text: string, exact: string, value: string, field: Field): Issue[] {
  if (value === exact) return [];
  return [
    issue("NUM-27", {
      text,
      textRead: value,
      taken: true,
      places: placesOf(exact),
      decimals: decimalsOf(field),
    }),
  ];
}

function decimalsOf(field: Field): number {
  return field.type === "number" ? field.decimals || undeclaredDecimals : 0;
}

function placesOf(value: string): number {
  return value.split(".")[1]?.length ?? 0;
}

/** 999, 9999 and so on: what databases and clerks write where they have no number. */
function isPlaceholder(value: string): boolean {
  return /^9{3,}$/.test(value);
}
