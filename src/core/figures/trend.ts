import { combineStates, isAbsent, type State } from "../state.ts";
import { type Amount, noAmount } from "./amount.ts";
import { Decimal } from "./decimal.ts";

/** Another indicator, year by year, and how it tells a rise (1) from a fall (−1); null where two years cannot be compared. */
export interface Course {
  readonly first: number; // year
  at(year: number): Amount;
  direction(amount: Amount, before: Amount): -1 | 0 | 1 | null;
}

/**
 * Count the years in a row, ending with each year, in which another indicator rose or fell: 3 after three rises, −3 after three
 * falls, 0 where the year equals the year before or cannot be compared with it. Shape: one series; unit: 年. A missing,
 * partial or broken year ends a run; a year of which only 增减率 is known counts by its sign, a rise from 0 as a rise. A year
 * that the indicator lacks is absent for the same reason, an unfinished one not-due; a run is provisional if one of its
 * years. Source: 连降 as counted by final accounts.
 */
export function readTrend(course: Course): (year: number) => Amount {
  const known = new Map<number, Amount>();
  const at = (year: number): Amount => {
    const amount = known.get(year) ?? course.at(year);
    known.set(year, amount);
    return amount;
  };
  const directionAt = (year: number) =>
    year > course.first ? course.direction(at(year), at(year - 1)) : null;

  return (year) => {
    const own = at(year);
    const { day, scope, partial, until, cells, reported } = own;
    const more = { scope, partial, until, cells, reported, break: own.break };
    if (until !== null) return noAmount(year, day, "not-due", more);
    if (isAbsent(own.state) && own.state !== "rate-only") return noAmount(year, day, own.state, more);
    const side = directionAt(year) ?? 0;
    let start = year; // the last year before the run
    while (side !== 0 && directionAt(start) === side) start--;
    const states = Array.from({ length: year - start + 1 }, (_, i) => statusOf(at(start + i)));
    const value = Decimal(side * (year - start));
    return { ...noAmount(year, day, "missing", more), value, state: combineStates(states) };
  };
}

/** What a run may rest on: 增减率 as published is final. */
function statusOf({ state }: Amount): State {
  return state === "rate-only" ? "final" : state;
}
