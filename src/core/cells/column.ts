import { type Field, isNumeric } from "../declared/dataset.ts";
import { type Issue, issue, type Reading } from "./reading.ts";

/** A text of a column, how it was read, and in how many cells it stands. */
export interface Spelling {
  readonly original: string;
  readonly reading: Reading;
  readonly count: number;
}

/** What only shows when a column's cells are seen together, at the text that shows it: in its every cell, or once. */
export interface Contrast {
  readonly original: string;
  readonly issue: Issue;
  readonly everywhere: boolean;
}

/** Compare the spellings of one number column with each other: rates by their size (NUM-16, NUM-17), absences by their word (MASK-13). */
export function compareSpellings(field: Field, spellings: readonly Spelling[]): Contrast[] {
  if (!isNumeric(field)) return [];
  return [...(field.percent ? compareRates(field, spellings) : []), ...compareAbsences(spellings)];
}

function compareRates(field: Field, spellings: readonly Spelling[]): Contrast[] {
  const rates = spellings.filter(({ reading }) => reading.value !== "" && reading.value !== "0");
  const large = rates.filter(({ reading }) => /^-?(?:[2-9]|\d{2}|1\.)/.test(reading.value));
  // A rise by 0.8 % is nothing unusual; what was meant as 12.5 has two decimals more than its like
  const finest = large.reduce((most, spelling) => Math.max(most, placesIn(spelling)), 0) + 2;
  const small = rates.filter(
    (s) => /^-?0\./.test(s.reading.value) && (!field.signed || placesIn(s) >= finest),
  );
  const [first] = small;
  if (!first || large.length === 0) return [];
  // Excel keeps 12.5% as 0.125: beside cells with a sign, one without shows what lies underneath
  const bare = small.filter(({ original }) => !/[%％]/.test(original));
  if (bare.length > 0 && rates.some(({ original }) => /[%％]/.test(original))) {
    return bare.map(({ original }) => ({
      original,
      issue: issue("NUM-16", { text: original, textRead: "", taken: false, isRate: true }, "E"),
      everywhere: true,
    }));
  }
  const scales = issue("NUM-17", { below: cellsOf(small), above: cellsOf(large) });
  return [{ original: first.original, issue: scales, everywhere: false }];
}

/** 暂无 in one cell and 未报 in the next: the same absence, two words. */
function compareAbsences(spellings: readonly Spelling[]): Contrast[] {
  return (["withheld", "not-collected", "not-applicable"] as const).flatMap((state) => {
    const words = spellings.filter(({ reading }) => reading.state === state).map(({ original }) => original);
    const other = words.find((word) => word.trim() !== words[0]?.trim());
    if (other === undefined) return [];
    const textWords = [...new Set(words.map((word) => word.trim()))].join("、");
    const found = issue("MASK-13", { textWords, state: usualWord[state] });
    return [{ original: other, issue: found, everywhere: false }];
  });
}

const usualWord = { withheld: "不公开", "not-collected": "未统计", "not-applicable": "不适用" } as const;

/** Tell whether a text begins with blanks that may show a level. */
export function isIndented(text: string): boolean {
  return /^(?:[\u3000\t]|[ \u00a0]{2})\s*[^\s\w]/.test(text); // a code behind a tab is a code kept as text
}

/** Find texts that show levels by indenting, or by 其中 before a colon, beside others that do not (STR-31). */
export function findIndents({ type }: Field, spellings: readonly Spelling[]): Contrast[] {
  if (type !== "string") return [];
  const whole = spellings.filter(({ original }) => original.trim() !== "");
  const levels = whole.filter(({ original }) => isIndented(original));
  const parts = whole.filter(({ original }) => /^其中[:：]?\S/.test(original.trim()));
  const found = levels.length < whole.length ? new Set([...levels, ...parts]) : new Set(parts);
  return [...found].map(({ original }) => ({
    original,
    issue: issue("STR-31", { text: original }),
    everywhere: true,
  }));
}

function placesIn({ original }: Spelling): number {
  return /[.．]([\d０-９]+)/.exec(original)?.[1]?.length ?? 0;
}

function cellsOf(spellings: readonly Spelling[]): number {
  return spellings.reduce((sum, { count }) => sum + count, 0);
}
