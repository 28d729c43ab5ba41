import type { Naming, Title } from "../figure.ts";
import { nextDay } from "./period.ts";

/** A stretch of validity under one naming. */
export interface Stretch {
  readonly naming: Naming;
  readonly from: string; // first day
  readonly end: string; // the day after the last; after the as-of day nothing is known
  readonly open: boolean; // still valid after the as-of day
  readonly former: boolean; // of the title's predecessor: another name or another unit
}

/** Cut a title's namings into stretches, by day: each to its end of validity, its 撤销 or 终止, the next naming, or the as-of day. */
export function stretchesOf(title: Title, asOf: string): Stretch[] {
  const namings = title.namings.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const after = nextDay(asOf);
  const predecessors = new Set(namings.map(({ predecessor }) => predecessor));
  const lastFormer = namings.findLastIndex(({ id }) => predecessors.has(id));
  return namings.flatMap((naming, i) => {
    const ends = [after];
    if (naming.to !== null) ends.push(nextDay(naming.to));
    if (naming.ended)
      ends.push(naming.ended.event === "到期" ? nextDay(naming.ended.date) : naming.ended.date);
    const next = namings[i + 1];
    if (next) ends.push(next.from);
    const end = ends.toSorted()[0] as string;
    if (end <= naming.from) return [];
    return [{ naming, from: naming.from, end, open: end === after, former: i <= lastFormer }];
  });
}
