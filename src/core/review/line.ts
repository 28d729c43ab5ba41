import { Decimal } from "../figures/decimal.ts";
import { type Expression, evaluate, type Piece, write } from "./expression.ts";

/** A formula with its numbers set in, and whether what comes of it is what is published. */
export interface Line {
  readonly name: string; // e.g. 比上年
  readonly words: string; // what is computed, in words
  readonly pieces: readonly Piece[];
  readonly value: number; // as published, unrounded
  readonly unit: string;
  readonly agrees: boolean;
}

const nearEnough = 1e-9; // of the larger of the value and 1

/** Make a line of a formula; it agrees where it gives the published value to 1e-9. */
export function line(name: string, words: string, formula: Expression, value: number, unit: string): Line {
  const allowed = Math.max(1, Math.abs(value)) * nearEnough;
  const difference = evaluate(formula)
    ?.minus(Decimal(String(value)))
    .abs();
  const agrees = difference?.lte(allowed) ?? false;
  return { name, words, pieces: write(formula), value, unit, agrees };
}
