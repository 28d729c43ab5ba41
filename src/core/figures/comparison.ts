import type { Indicator } from "../declared/indicator.ts";
import type { Break } from "../site.ts";
import type { Amount } from "./amount.ts";
import { Decimal } from "./decimal.ts";

export type ChangeUnit = "百分点" | "%" | "";

/** How a year compares: with the year before, and with the base year. */
export interface Comparison {
  readonly change: Decimal | null;
  readonly base: Decimal | null;
  readonly chained: boolean;
}

/** Name what an indicator's changes are measured in: 百分点 for a share, % for amounts, nothing for streaks and trends. */
export function changeUnitOf(indicator: Pick<Indicator, "measure" | "unit">): ChangeUnit {
  if (["streak", "trend"].includes(indicator.measure.kind)) return "";
  return indicator.unit === "%" ? "百分点" : "%";
}

const hundred = Decimal(100);

/** Compare two numbers: this ÷ other − 1 in percent, or this − other in 百分点; null where the other is 0. */
function compareTo(value: Decimal, other: Decimal, unit: ChangeUnit): Decimal | null {
  if (other.eq(0)) return null;
  return unit === "百分点" ? value.minus(other) : value.minus(other).times(hundred).div(other);
}

/** What of a break matters to comparing. */
type Breaks = readonly Pick<Break, "year" | "comparable">[];

/** Tell whether a break that forbids comparing lies between two years, whichever is first. */
export function isSevered(breaks: Breaks, a: number, b: number): boolean {
  const [from, to] = [Math.min(a, b), Math.max(a, b)];
  return breaks.some(({ year, comparable }) => !comparable && from < year && year <= to);
}

/** Tell whether two years stand for different things: another scope, or counted otherwise. A year without rows breaks nothing. */
function isBroken(a: Amount, b: Amount, breaks: Breaks): boolean {
  return (a.scope !== null && b.scope !== null && a.scope !== b.scope) || isSevered(breaks, a.year, b.year);
}

/** Tell whether two years may be compared at all. */
function isComparable(a: Amount, b: Amount, breaks: Breaks): boolean {
  return !a.partial && !b.partial && !isBroken(a, b, breaks);
}

/** Compare a year with the year before: counts first, then 上年数 where that year has no row, then 增减率. */
function changeOf(
  amount: Amount,
  before: Amount | undefined,
  unit: ChangeUnit,
  breaks: Breaks,
): Decimal | null {
  if (!before || !isComparable(amount, before, breaks)) return null;
  if (amount.value && before.value) return compareTo(amount.value, before.value, unit);
  if (amount.value && amount.previous && !before.reported) {
    return compareTo(amount.value, amount.previous, unit);
  }
  // a rate beside a withheld count would give it away
  return unit === "%" && (amount.value || amount.state === "rate-only") ? amount.rate : null;
}

/** Tell whether a year rose (1), fell (−1) or stood (0) against the year before; null where that cannot be known. */
export function directionOf(
  amount: Amount,
  before: Amount | undefined,
  unit: ChangeUnit,
  breaks: Breaks,
): -1 | 0 | 1 | null {
  if (amount.value && before?.value) {
    return isComparable(amount, before, breaks) ? amount.value.cmp(before.value) : null; // a rise from 0 has no percentage
  }
  return changeOf(amount, before, unit, breaks)?.cmp(0) ?? null;
}

/**
 * Compare every year of a series (in order, without holes) with the year before it and with the base year. In percent, or in
 * 百分点 where the unit is %; null if the other value is 0, absent or partial, or across a break of scope or in series. Where the two years
 * cannot be compared directly because a count is absent, the base is chained from the yearly changes: Π(1 + gᵢ) − 1, never Σgᵢ
 * (a fixed-base index is the product of its yearly links), if each of them is known.
 */
export function compareYears(
  amounts: readonly Amount[],
  baseYear: number,
  unit: ChangeUnit,
  breaks: Breaks = [],
): Comparison[] {
  const none: Comparison = { change: null, base: null, chained: false };
  if (unit === "") return amounts.map(() => none);
  const changes = amounts.map((amount, i) => changeOf(amount, amounts[i - 1], unit, breaks));
  const base = amounts.find((amount) => amount.year === baseYear);
  let chain: Decimal | null = null; // Π(1 + gᵢ) since the base year
  return amounts.map((amount, i) => {
    const change = changes[i] ?? null;
    if (amount === base) {
      chain = Decimal(1);
      const stands = amount.value !== null || amount.state === "rate-only";
      return { ...none, change, base: stands && amount.until === null ? Decimal(0) : null };
    }
    if (chain) chain = change && chain.times(change.div(hundred).plus(1));
    if (!base || !isComparable(amount, base, breaks)) return { ...none, change };
    if (amount.value && base.value)
      return { ...none, change, base: compareTo(amount.value, base.value, unit) };
    const bridged = unit === "%" && (amount.value !== null || amount.state === "rate-only");
    if (!bridged || !chain) return { ...none, change };
    return { change, base: chain.minus(1).times(hundred), chained: true };
  });
}
