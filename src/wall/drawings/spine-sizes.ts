import type { PublishedFigure } from "../../core/site.ts";
import { type Hero, hero, heroHeight } from "../digits.ts";
import { breakLines, cutLines, measure, narrowest } from "../type.ts";

/** One figure of the spine as a sentence: words before the number, the number, words after, and a remark below them. */
export interface Vertebra {
  readonly before: string;
  readonly number: string;
  readonly unit: string;
  readonly after: string;
  readonly remark: string;
  readonly figure: PublishedFigure;
}

/** How large one setting of the spine is, in px. */
export interface Sizes {
  readonly numbers: readonly number[];
  readonly words: number;
  readonly gap: number; // between rows
  readonly folds: readonly Folds[];
}

/** The first number is the greatest; the others are two thirds of it. */
const lesser = 0.66;
/** The smallest words, in u. */
export const small = 3.3;

/** Choose number sizes so that rows fill a height, at most 36 u. */
export function numbersFor(count: number, height: number, u: number): { numbers: number[]; gap: number } {
  const rows = heroHeight * (1 + lesser * (count - 1)) + 0.13 * (count - 1);
  const great = Math.min(36 * u, height / rows);
  const used = great * heroHeight * (1 + lesser * (count - 1));
  const gap = count > 1 ? (height - used) / (count - 1) : 0;
  return { numbers: Array.from({ length: count }, (_, i) => great * (i === 0 ? 1 : lesser)), gap };
}

/** Set the numbers of the rows at their sizes. */
export function setNumbers(vertebrae: readonly Vertebra[], { numbers }: Pick<Sizes, "numbers">): Hero[] {
  return vertebrae.map(({ number, unit }, i) => hero(number, unit, numbers[i] ?? 0));
}

/** Break words into as few lines as a width asks for; beyond the most, they are cut. */
export function foldWords(text: string, size: number, width: number, most: number): readonly string[] {
  return breakLines(text, [], size, "serif", width, most) ?? cutLines(text, size, "serif", width, most);
}

/** How many lines the words of a row may take. */
export interface Folds {
  readonly before: number;
  readonly after: number;
}

/** Tell how many lines of words a row has room for: before its number they rise from its baseline, after it they stand around its middle. */
export function foldsOf(numbers: readonly number[], words: number, gap: number, u: number): Folds[] {
  return numbers.map((size, i) => {
    const tall = size * heroHeight;
    const above = i === 0 ? u : gap - 0.6 * u;
    const around = tall + (i === 0 || i === numbers.length - 1 ? 2 * Math.min(u, gap) : gap - u);
    const note = Math.max(small * u, words * 0.6) * 1.75;
    const before = Math.floor((tall + above + 0.3 * words) / (1.24 * words));
    const after = Math.floor((around - note + 0.32 * words) / (1.24 * words));
    return { before: Math.min(3, Math.max(1, before)), after: Math.min(2, Math.max(1, after)) };
  });
}

/** What lies left and right of the line on which the numbers end, at its narrowest. */
export function widthsOf(
  vertebrae: readonly Vertebra[],
  sets: readonly Hero[],
  folds: readonly Folds[],
  words: number,
  u: number,
) {
  const rows = vertebrae.map(({ before, after, remark }, i) => {
    const [set, fold] = [sets[i], folds[i]];
    return {
      left:
        (set ? set.width - set.unitWidth : 0) +
        2.2 * u +
        narrowest(before, words, "serif", fold?.before ?? 1),
      right: Math.max(narrowest(after, words, "serif", fold?.after ?? 1), measure(remark, small * u, "sans")),
    };
  });
  return {
    left: Math.max(...rows.map(({ left }) => left)),
    right: Math.max(...rows.map(({ right }) => right)),
    unit: Math.max(...sets.map((set) => set.unitWidth)),
  };
}

/** All words on one line. */
export const once: Folds = { before: 1, after: 1 };
