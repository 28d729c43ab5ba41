import { day, type Hours, localOf, openings, windowOf, type Zone } from "../hours.ts";

/** Tell whether it is night, from hours such as "22:00-06:30"; never if there are none. */
export function isNight(instant: number, hours: string, zone: Zone): boolean {
  const window = windowOf({ hours } satisfies Hours);
  if (!window) return false;
  const local = localOf(instant, zone);
  const midnight = Math.floor(local / day) * day;
  return openings(window, midnight).some(([start, end]) => start <= local && local < end);
}
