import type { Rows } from "../rows.ts";

/** Give the year of a canonical time: "2018-03-05" or "2018". */
export function yearOf(time: string): number {
  return Number(time.slice(0, 4));
}

/** Give the first day of a year. */
export function firstDay(year: number): string {
  return `${year}-01-01`;
}

/** Give the last day of a year: the 时点 of every figure summed over it. */
export function lastDay(year: number): string {
  return `${year}-12-31`;
}

/** Tell whether a year is still running: its 31 December is after today. */
export function isUnfinished(year: number, now: string): boolean {
  return lastDay(year) > now;
}

/** Give the day of a canonical time; a year is its last day. */
export function dayOf(time: string): string {
  return time.length === 4 ? lastDay(Number(time)) : time;
}

/** Count days since 1970-01-01, so that days can be subtracted. */
export function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

/** Give the day after a day: what is valid to the 31st reaches to its end. */
export function nextDay(day: string): string {
  return new Date((dayNumber(day) + 1) * 86_400_000).toISOString().slice(0, 10);
}

/** Count the days from one day to another, whichever is first. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(dayNumber(a) - dayNumber(b));
}

/** Name every year from the first to the last. */
export function yearsFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

/** List the times of these rows, each once; there are few. */
export function timesOf(rows: Rows): string[] {
  const { time } = rows.dataset;
  const ids = time === undefined ? undefined : rows.columns.get(time)?.value;
  return [...new Set(ids)].filter((id) => id !== 0).map((id) => rows.pool.text(id));
}

/** Give the latest time in these rows that is not after today: a day, or a year as its 31 December; a running year counts, as today, only where it holds figures. */
export function latestDay(all: Iterable<Rows>, now: string): string | null {
  let latest: string | null = null;
  for (const rows of all) {
    for (const text of timesOf(rows)) {
      if (yearOf(text) > yearOf(now)) continue;
      if (rows.dataset.kind === "register" && dayOf(text) > now) continue;
      const day = text.length === 4 && isUnfinished(Number(text), now) ? now : dayOf(text);
      if (day <= now && (latest === null || day > latest)) latest = day;
    }
  }
  return latest;
}

/** Give the earliest year in these rows. */
export function earliestYear(all: Iterable<Rows>): number | null {
  let earliest: number | null = null;
  for (const rows of all) {
    for (const year of timesOf(rows).map(yearOf)) {
      if (earliest === null || year < earliest) earliest = year;
    }
  }
  return earliest;
}
