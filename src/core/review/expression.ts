import { Decimal } from "../figures/decimal.ts";

/** A number in a formula, as written in full, and the mark or address where it comes from. */
export interface Term {
  readonly number: string;
  readonly from: string | null; // "#c12", "review/sources/…/index.html#y2018"; null: a number of the formula's own
}

const operators = { "+": 1, "−": 1, "×": 2, "÷": 2 } as const; // how strongly they bind

/** A formula with its numbers set in: a number, or parts joined by one operator, taken from left to right. */
export type Expression =
  | Term
  | { readonly operator: keyof typeof operators; readonly parts: readonly Expression[] };

/** A piece of a formula as it is written: a text, or a number with the place it comes from. */
export type Piece = string | readonly [text: string, from: string];

/** Write a number into a formula. */
export function term(number: number | string | Decimal, from: string | null = null): Term {
  const text = typeof number === "number" ? String(number) : number.toString();
  return { number: /e/.test(text) ? Decimal(text).toFixed() : text, from };
}

/** Join formulas by an operator; one alone stands for itself. */
export function join(operator: keyof typeof operators, parts: readonly Expression[]): Expression {
  const [only, ...more] = parts;
  return only && more.length === 0 ? only : { operator, parts };
}

/** Compute a formula, in decimals; dividing by 0 gives null. */
export function evaluate(expression: Expression): Decimal | null {
  if ("number" in expression) return Decimal(expression.number);
  const [first, ...rest] = expression.parts.map(evaluate);
  return rest.reduce<Decimal | null>((left, right) => {
    if (!left || !right) return null;
    if (expression.operator === "+") return left.plus(right);
    if (expression.operator === "−") return left.minus(right);
    if (expression.operator === "×") return left.times(right);
    return right.eq(0) ? null : left.div(right);
  }, first ?? null);
}

/** Write a formula out, with brackets where they are needed. */
export function write(expression: Expression): Piece[] {
  if ("number" in expression) {
    const text = expression.number.replace("-", "−");
    return [expression.from === null ? text : [text, expression.from]];
  }
  const { operator, parts } = expression;
  const pieces = parts.flatMap((part, i): Piece[] => {
    const inner = write(part);
    const sign: Piece[] = i === 0 ? [] : [` ${operator} `];
    return needsBrackets(part, operator, i) ? [...sign, "(", ...inner, ")"] : [...sign, ...inner];
  });
  return mergeTexts(pieces);
}

function needsBrackets(part: Expression, operator: keyof typeof operators, index: number): boolean {
  if ("number" in part) return part.number.startsWith("-") && index > 0;
  const [own, outer] = [operators[part.operator], operators[operator]];
  return own < outer || (own === outer && index > 0);
}

function mergeTexts(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === "string" && typeof last === "string") merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return merged;
}
