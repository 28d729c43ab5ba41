/** Something that happened to the wall, in Chinese; what repeats is one event. */
export interface WallEvent {
  readonly first: number; // instants
  readonly last: number;
  readonly times: number;
  readonly text: string;
  readonly isTrouble: boolean;
}

/** What happened to the wall, the last of it: bounded, since a wall runs for months. */
export interface Log {
  add(at: number, text: string, isTrouble?: boolean): void;
  /** List the last events, the newest first. */
  last(count: number): readonly WallEvent[];
}

const bound = 200;

/** Keep a log; an event that is the same as the last one is counted there. */
export function createLog(): Log {
  const events: WallEvent[] = [];
  return {
    add(at, text, isTrouble = false) {
      const before = events[events.length - 1];
      if (before?.text === text) {
        events[events.length - 1] = { ...before, last: at, times: before.times + 1 };
        return;
      }
      events.push({ first: at, last: at, times: 1, text, isTrouble });
      if (events.length > bound) events.shift();
    },
    last: (count) => events.slice(-count).reverse(),
  };
}
