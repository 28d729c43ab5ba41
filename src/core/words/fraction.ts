import { Decimal } from "../figures/decimal.ts";
import { roundTo } from "./format.ts";

/** Parts that have a word of their own. */
const words: readonly (readonly [numerator: number, denominator: number, word: string])[] = [
  [1, 10, "十分之一"],
  [1, 5, "五分之一"],
  [1, 4, "四分之一"],
  [1, 3, "三分之一"],
  [2, 5, "五分之二"],
  [1, 2, "一半"],
  [3, 5, "五分之三"],
  [2, 3, "三分之二"],
  [3, 4, "四分之三"],
];

/** How far, in parts of the whole, a word may lie from the number. */
const tolerance = 0.01;

/** Name what part of a whole a value is: 四分之一 where the numbers shown are exactly that, 约四分之一 within one percentage point; else null. */
export function nameFraction(value: number, whole: number, decimals: number): string | null {
  if (whole <= 0) return null;
  const part = Decimal(String(value)).div(String(whole));
  const named = words.find(([n, d]) => part.minus(Decimal(n).div(d)).abs().lte(tolerance));
  if (!named) return null;
  const [numerator, denominator, word] = named;
  return `${isTimes(value, whole, decimals, numerator, denominator) ? "" : "约"}${word}`;
}

/** Name a doubling: 翻一番 where the numbers shown are exactly that, 约翻一番 within 1% of it (a rise of 98 to 102%); else null. */
export function nameDoubling(value: number, whole: number, decimals: number): string | null {
  if (whole <= 0) return null;
  const off = Decimal(String(value)).div(String(whole)).minus(2).abs();
  if (off.gt(2 * tolerance)) return null;
  return isTimes(value, whole, decimals, 2, 1) ? "翻一番" : "约翻一番";
}

/** Tell whether two numbers, as shown, stand exactly in a proportion. */
function isTimes(value: number, whole: number, decimals: number, numerator: number, denominator: number) {
  const shown = roundTo(value, decimals).times(denominator);
  return shown.eq(roundTo(whole, decimals).times(numerator));
}
