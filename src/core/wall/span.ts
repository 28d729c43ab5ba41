import type { When } from "./entry.ts";

const minute = 60_000;
const week = 7 * 1440; // minutes

/** Tell whether something was over before a day began. */
export function isOver({ to }: When, day: string): boolean {
  return to !== null && to <= `${day}T00:00`;
}

/** Count the days from one instant to another, begun ones as whole ones. */
export function daysBetween(from: string, to: string): number {
  return Math.ceil((millis(to) - millis(from)) / (1440 * minute));
}

/** Tell whether no minute between 起 and 止 lies in 星期 and 时段. */
export function isNever({ from, to, weekdays, hours }: When): boolean {
  if (from === null || to === null || (weekdays === null && hours === null)) return false;
  const open = minutesOf({ weekdays, hours });
  return !minutesBetween(from, to).some((at) => open[at]);
}

/** Tell whether two things may be shown at the same minute of a day or later. */
export function meet(a: When, b: When, day: string): boolean {
  const from = [a.from ?? "", b.from ?? "", `${day}T00:00`].toSorted().at(-1) ?? "";
  const to = [a.to ?? latest, b.to ?? latest].toSorted()[0] ?? latest;
  const [ours, theirs] = [minutesOf(a), minutesOf(b)];
  return from < to && minutesBetween(from, to).some((at) => ours[at] && theirs[at]);
}

const latest = "9999-12-31T00:00";

/** Tell for each minute of a week, from Monday 00:00, whether it lies in 星期 and 时段; a stretch over midnight belongs to the day it begins on. */
function minutesOf({ weekdays, hours }: Pick<When, "weekdays" | "hours">): Uint8Array {
  const open = new Uint8Array(week);
  const stretches = (hours ?? "00:00-24:00").split("、").map((one) => one.split("-").map(minuteOfDay));
  for (const day of weekdays ?? "1234567") {
    for (const [from = 0, to = 0] of stretches) {
      const length = to > from ? to - from : to - from + 1440;
      for (let i = 0; i < length; i++) open[((Number(day) - 1) * 1440 + from + i) % week] = 1;
    }
  }
  return open;
}

function minuteOfDay(text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return hours * 60 + minutes;
}

/** List the minutes of the week between two instants, none of them twice. */
function minutesBetween(from: string, to: string): number[] {
  const first = millis(from) / minute + 3 * 1440; // 1 January 1970 was a Thursday
  const count = Math.min(week, (millis(to) - millis(from)) / minute);
  return Array.from({ length: count }, (_, i) => (((first + i) % week) + week) % week);
}

function millis(instant: string): number {
  return Date.parse(`${instant}Z`);
}
