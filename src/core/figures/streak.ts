import { chainEnds, type Honour, isHeld } from "./honours.ts";
import { dayNumber, firstDay, lastDay } from "./period.ts";

/** The longest gap, in days without the title, that a streak survives once it has closed. */
const longestGap = 365;

/** One title of one unit: its namings, with those of its predecessors, by day of naming. */
export interface Holding {
  readonly name: string;
  readonly unit: string;
  readonly honours: readonly Honour[];
}

/** How long a title has been held, as of a day. */
export interface Streak {
  readonly years: number;
  readonly terms: number;
  readonly honours: readonly Honour[]; // of the run
}

/** Group honours by title and unit; what a chain of 前身荣誉编号 leads to gives a naming its title. */
export function groupHoldings(honours: readonly Honour[]): Holding[] {
  const ends = chainEnds(honours);
  const groups = Map.groupBy(honours, (honour) => {
    const { name, unit } = ends.get(honour) ?? honour;
    return `${name}\n${unit}`;
  });
  return [...groups].map(([key, group]) => {
    const [name = "", unit = ""] = key.split("\n");
    return { name, unit, honours: group };
  });
}

/** Tell whether a title stood on a day that has passed: it was held, or that day lies in a gap of at most 365 days that has since closed. */
function stood(spans: Holding["honours"][number]["spans"], day: number): boolean {
  if (spans.some((span) => span.first <= day && day <= span.last)) return true;
  const before = spans.filter((span) => span.last < day).sort((a, b) => b.last - a.last)[0];
  const next = Math.min(...spans.filter((span) => span.first > day).map((span) => span.first));
  return before !== undefined && next - before.last - 1 <= longestGap;
}

/**
 * Count the 31 Decembers in a row, ending with this year's, on which a title stood; 0 when it is not held on the day itself.
 * `day` is this year's 31 December, or asOf where the year is unfinished, which then stands for it. Terms are the namings of
 * that run; several on one day (of persons) are one.
 */
export function streakOn(holding: Holding, day: string): Streak {
  const none: Streak = { years: 0, terms: 0, honours: [] };
  if (!holding.honours.some((honour) => isHeld(honour, day))) return none;
  const today = dayNumber(day);
  const spans = holding.honours.flatMap((honour) => honour.spans);
  const year = Number(day.slice(0, 4));
  let years = 1;
  while (stood(spans, dayNumber(lastDay(year - years)))) years++;
  const begin = dayNumber(firstDay(year - years + 1));
  const honours = holding.honours.filter((honour) =>
    honour.spans.some((span) => span.last >= begin && span.first <= today),
  );
  return { years, terms: new Set(honours.map((honour) => honour.awarded)).size, honours };
}
