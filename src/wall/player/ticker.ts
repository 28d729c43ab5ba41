import { now } from "./clock.ts";

/** One thing of the wall that changes with the time. */
export interface Part {
  /** Do what is due at an instant, and tell the instant at which something is due next; Infinity if nothing is. */
  tick(instant: number): number;
  /** Leave nothing behind. */
  dispose(): void;
}

/** What wakes the wall: it has one timeout pending and nothing else. */
export interface Ticker {
  /** Look at the clock at once. */
  wake(): void;
  dispose(): void;
}

const longest = 60_000; // a clock that was set, or a sleep, is noticed within a minute

/**
 * Let parts do what is due, each time anew from the clock, so that nothing adds up. A part that fails is told to `onError`
 * and asked again within a second; the others go on.
 */
export function startTicker(parts: readonly Part[], onError: (error: unknown) => void): Ticker {
  let pending: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  const wake = () => {
    if (isRunning) return; // a part wakes the ticker from within its own turn
    isRunning = true;
    clearTimeout(pending);
    let next = Number.POSITIVE_INFINITY;
    for (const part of parts) {
      try {
        next = Math.min(next, part.tick(now()));
      } catch (error) {
        next = Math.min(next, now() + 1000);
        onError(error);
      }
    }
    isRunning = false;
    pending = setTimeout(wake, Math.min(Math.max(next - now(), 0), longest));
  };
  return {
    wake,
    dispose() {
      clearTimeout(pending);
      isRunning = true; // a part that still answers wakes nothing
    },
  };
}

/** A stretch of time that is under way. */
export interface Span {
  readonly since: number;
  readonly until: number;
}

/** Tell whether a stretch is over; it is too if the clock was set back to before its start. */
export function isOver({ since, until }: Span, instant: number): boolean {
  return instant < since || instant >= until;
}
