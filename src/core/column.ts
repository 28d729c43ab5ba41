import { type Field, isNumeric } from "./dataset.ts";
import { type Issue, issue, type Reading } from "./reading.ts";
import { stateNames } from "./state.ts";

/** A text of a column, how it was read, and in how many cells it stands. */
export interface Spelling {
  readonly original: string;
  readonly reading: Reading;
  readonly count: number;
}

/** What only shows when the cells of one column are seen together: of single texts, and of the column. */
export interface ColumnIssues {
  readonly cells: ReadonlyMap<string, Issue>; // by original text
  readonly column: readonly Issue[];
}

/** Compare the spellings of one number column with each other (NUM-16, NUM-17, MASK-13); absences by their word, rates by their size. */
export function checkColumn(field: Field, spellings: readonly Spelling[]): ColumnIssues {
  if (!isNumeric(field)) return { cells: new Map(), column: [] };
  const rates = field.percent
    ? spellings.filter((s) => s.reading.value !== "" && s.reading.value !== "0")
    : [];
  const small = rates.filter((s) => isBelowOne(s.reading.value));
  const above = rates.filter((s) => !isBelowOne(s.reading.value) && !/^-?1$/.test(s.reading.value));
  const bare = small.filter((s) => !/[%％]/.test(s.original));
  // Excel keeps 12.5% as 0.125: beside cells with a sign, one without shows what lies underneath
  const mixed = small.length < rates.length && rates.some((s) => /[%％]/.test(s.original)) ? bare : [];
  const twoScales = mixed.length === 0 && small.length > 0 && above.length > 0;
  return {
    cells: new Map(
      mixed.map(({ original }) => [
        original,
        issue("NUM-16", { text: original, textRead: "", taken: false, isRate: true }, "E"),
      ]),
    ),
    column: [
      ...(twoScales ? [issue("NUM-17", { below: cellsOf(small), above: cellsOf(above) })] : []),
      ...wordsForOneAbsence(spellings),
    ],
  };
}

function isBelowOne(value: string): boolean {
  return /^-?0\./.test(value);
}

function cellsOf(spellings: readonly Spelling[]): number {
  return spellings.reduce((sum, s) => sum + s.count, 0);
}

/** 暂无 in one cell and 未报 in the next: the same absence, two words. */
function wordsForOneAbsence(spellings: readonly Spelling[]): Issue[] {
  return (["withheld", "not-collected", "not-applicable"] as const).flatMap((state) => {
    const words = new Set(spellings.filter((s) => s.reading.state === state).map((s) => s.original.trim()));
    if (words.size < 2) return [];
    return [issue("MASK-13", { textWords: [...words].join("、"), state: stateNames[state] })];
  });
}
