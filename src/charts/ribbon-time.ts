import { dayNumber } from "../core/figures/period.ts";

/** Where days stand on the ribbon, in px. */
export interface Calendar {
  readonly left: number;
  readonly right: number; // of the as-of line
  readonly years: readonly number[];
  readonly pitch: number; // px of one year
  x(day: string): number;
}

/** Lay years out from the first of January of the first one to the as-of day. */
export function makeCalendar(from: number, asOf: string, left: number, right: number): Calendar {
  const first = dayNumber(`${from}-01-01`);
  const perDay = (right - left) / Math.max(1, dayNumber(asOf) + 1 - first);
  const last = Number(asOf.slice(0, 4));
  return {
    left,
    right,
    years: Array.from({ length: last - from + 1 }, (_, i) => from + i),
    pitch: perDay * 365.25,
    x: (day) => Math.round(left + (dayNumber(day) - first) * perDay),
  };
}
