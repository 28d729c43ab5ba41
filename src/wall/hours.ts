/** Minutes that local time is ahead of UTC at an instant. */
export type Zone = (instant: number) => number;

/** When a slot may show, in local time as the page writes it; a part that is missing does not restrict. */
export interface Hours {
  readonly from?: string; // "2026-01-19T09:00"; the first moment
  readonly to?: string; // the first moment no longer
  readonly weekdays?: string; // "12345", Monday is 1
  readonly hours?: string; // "08:30-17:30", several parted by "、"; a range over midnight belongs to the day it starts on
}

/** The same, parsed: local milliseconds, weekdays, and milliseconds of a day. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly weekdays: string;
  readonly ranges: readonly (readonly [start: number, end: number])[]; // end > start; beyond a day: into the next one
}

export const minute = 60_000;
export const day = 1440 * minute;

/** China's zone, whatever the machine's; it has known no summer time since 1991. */
export const china: Zone = () => 480;

/** Turn an instant into local milliseconds: what Date.UTC would give for the local date and time. */
export function localOf(instant: number, zone: Zone): number {
  return instant + zone(instant) * minute;
}

/** Find the instant of a local time; one that a summer time skips is the moment of the skip, one it repeats the first. */
export function instantOf(local: number, zone: Zone): number {
  const early = local - zone(local - day) * minute;
  const late = local - zone(local + day) * minute;
  if (localOf(early, zone) === local) return localOf(late, zone) === local ? Math.min(early, late) : early;
  if (localOf(late, zone) === local) return late;
  let [before, after] = [Math.min(early, late), Math.max(early, late)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localOf(middle, zone) < local) before = middle;
    else after = middle;
  }
  return after;
}

/** Parse when a slot may show; null if it always may. */
export function windowOf({ from, to, weekdays, hours }: Hours): Window | null {
  if (!from && !to && !weekdays && !hours) return null;
  return {
    from: from ? Date.parse(`${from}Z`) : Number.NEGATIVE_INFINITY,
    to: to ? Date.parse(`${to}Z`) : Number.POSITIVE_INFINITY,
    weekdays: weekdays || "1234567",
    ranges: hours ? hours.split("、").map(rangeOf) : [[0, day]],
  };
}

function rangeOf(text: string): [number, number] {
  const [start = 0, end = 0] = text.split("-").map((time) => {
    const [hour = 0, minutes = 0] = time.split(":").map(Number);
    return (hour * 60 + minutes) * minute;
  });
  return [start, end > start ? end : end + day];
}

/** List the stretches of local time in which a window is open, of those that start on a day or the day before. */
export function openings({ from, to, weekdays, ranges }: Window, midnight: number): [number, number][] {
  const found: [number, number][] = [];
  for (const first of [midnight - day, midnight]) {
    const weekday = ((Math.floor(first / day) + 3) % 7) + 1; // 1 January 1970 was a Thursday
    if (!weekdays.includes(String(weekday))) continue;
    for (const [start, end] of ranges) {
      const stretch: [number, number] = [Math.max(first + start, from), Math.min(first + end, to)];
      if (stretch[0] < stretch[1]) found.push(stretch);
    }
  }
  return found;
}
