import { day, minute } from "../hours.ts";
import type { Memory } from "./memory.ts";

/** What keeps the wall from starting itself anew over and over: three times an hour, then it stays as it is. */
export interface Brake {
  lets(now: number): boolean;
  /** Ask for a restart; it counts if it is granted. */
  release(now: number): boolean;
  /** Count the restarts of the last seven days. */
  week(now: number): number;
}

export const perHour = 3;
const hour = 60 * minute;

/** Make a brake that remembers across reloads where the browser lets it. */
export function createBrake(memory: Memory): Brake {
  let starts = (memory.read("starts") ?? "")
    .split(",")
    .map(Number)
    .filter((one) => one > 0);
  /** List the restarts since an instant; one of a later clock, before it was set back, still counts. */
  const since = (from: number) => starts.filter((one) => one > from).length;
  const lets = (now: number) => since(now - hour) < perHour;
  return {
    lets,
    release(now) {
      if (!lets(now)) return false;
      starts = [...starts, now].filter((one) => one > now - 7 * day).slice(-perHour * 24 * 7);
      memory.write("starts", starts.join());
      return true;
    },
    week: (now) => since(now - 7 * day),
  };
}
