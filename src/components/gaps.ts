import type { Gap } from "../core/site.ts";
import { type State, stateNames } from "../core/state.ts";
import { formatYears } from "../core/words/format.ts";

/** Something absent for one reason: which indicators, which years. */
export interface Absence {
  readonly titles: readonly string[];
  readonly years: readonly number[];
  readonly state: State;
  readonly reason: string;
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

/** Join gaps of one reason: first the years of an indicator, then the indicators of the same years. */
export function joinGaps(gaps: readonly Gap[]): Absence[] {
  const ofOne = groupBy(gaps, (gap) => [gap.figure, gap.state, gap.reason].join("|")).map(
    ([first, ...rest]) => ({
      ...(first as Gap),
      years: [first as Gap, ...rest].flatMap((gap) => gap.years),
    }),
  );
  return groupBy(ofOne, (gap) => [gap.years, gap.state, gap.reason].join("|")).map((same) => ({
    ...(same[0] as Gap),
    titles: same.map((gap) => gap.title),
  }));
}

/** Say an absence: 2013 年未公开：当年总结以 XX 代替。 */
export function absenceText({ years, state, reason }: Omit<Absence, "titles">): string {
  return `${formatYears(years)}${stateNames[state]}${reason === "" ? "" : `：${reason}`}。`;
}
