import type { CellSet } from "../figure.ts";
import type { Finding } from "../finding.ts";
import type { Absence, State } from "../state.ts";
import type { Decimal } from "./decimal.ts";

/** What a measure comes to in one year, before it is compared with other years. */
export interface Amount {
  readonly year: number;
  readonly value: Decimal | null;
  readonly state: State;
  readonly scope: string | null; // null where no row has one
  readonly day: string; // 时点
  readonly reported: boolean; // there is a row, whatever its state
  readonly break: boolean; // only another scope than the figure's
  readonly partial: boolean;
  readonly until: string | null; // 截至 date of an unfinished year
  readonly rate: Decimal | null; // 增减率, in percent
  readonly previous: Decimal | null; // 上年数
  readonly budget: Decimal | null;
  readonly parts: { readonly numerator: Amount; readonly denominator: Amount } | null;
  readonly terms: number | null;
  readonly gap: number | null; // cadences
  readonly windows: readonly (boolean | null)[] | null; // cadences
  readonly cells: readonly CellSet[];
  readonly findings: readonly Finding[];
}

/** Make an amount that is absent and rests on no row; `known` says what is known all the same. */
export function noAmount(year: number, day: string, state: Absence, known: Partial<Amount> = {}): Amount {
  return {
    year,
    value: null,
    state,
    scope: null,
    day,
    reported: false,
    break: false,
    partial: false,
    until: null,
    rate: null,
    previous: null,
    budget: null,
    parts: null,
    terms: null,
    gap: null,
    windows: null,
    cells: [],
    findings: [],
    ...known,
  };
}
