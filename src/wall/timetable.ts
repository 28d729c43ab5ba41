import { day, instantOf, localOf, openings, type Window, type Zone } from "./hours.ts";

/** A scene's place in the round. */
export interface Slot {
  readonly id: string;
  readonly seconds: number;
  readonly window: Window | null; // null: always
  readonly urgent: boolean; // while one is open, only the urgent ones show
}

/** What stands on the wall at an instant, and from when to when; the round is every open scene once. */
export interface Showing {
  readonly id: string;
  readonly since: number;
  readonly until: number;
  readonly index: number; // in the round
  readonly round: { readonly ids: readonly string[]; readonly since: number; readonly until: number };
}

/**
 * Tell which scene an instant belongs to; null if no slot is open. A pure function of the clock: two walls agree without a
 * word, and a sleep or a clock that is set changes nothing. The clock is divided from local midnight, and anew from every
 * moment at which a slot opens or closes, so that the first scene after it is whole; a scene that such a moment would cut
 * short leaves its time to the one before it.
 */
export function sceneAt(instant: number, playlist: readonly Slot[], zone: Zone): Showing | null {
  const local = localOf(instant, zone);
  const midnight = Math.floor(local / day) * day;
  let start = midnight;
  let end = midnight + day;
  const open: Slot[] = [];
  for (const slot of playlist) {
    let isOpen = slot.window === null;
    for (const stretch of slot.window ? openings(slot.window, midnight) : []) {
      for (const edge of stretch) {
        if (edge <= local) start = Math.max(start, edge);
        else end = Math.min(end, edge);
      }
      if (stretch[0] <= local && local < stretch[1]) isOpen = true;
    }
    if (isOpen) open.push(slot);
  }
  const urgent = open.filter((slot) => slot.urgent);
  const round = urgent.length > 0 ? urgent : open;
  if (round.length === 0) return null;
  const change = instantOf(end, zone);
  const until = change > instant ? change : instant + end - local; // an hour that is had twice: its second half
  return within(instant, round, instantOf(start, zone), until);
}

/** Find the scene of an instant between two moments at which the round changes. */
function within(instant: number, slots: readonly Slot[], start: number, end: number): Showing {
  const lengths = slots.map((slot) => slot.seconds * 1000);
  const length = lengths.reduce((sum, one) => sum + one, 0);
  const first = start + Math.floor((instant - start) / length) * length;
  let index = 0;
  let since = first;
  while (index < slots.length - 1 && instant >= since + (lengths[index] ?? 0)) since += lengths[index++] ?? 0;
  let until = since + (lengths[index] ?? 0);
  if (until > end && since > start) {
    index = (index + slots.length - 1) % slots.length;
    since -= lengths[index] ?? 0;
    until = end;
  } else {
    const next = lengths[(index + 1) % slots.length] ?? 0;
    if (until + next > end) until = end;
  }
  const begun = since < first ? first - length : first;
  return {
    id: slots[index]?.id ?? "",
    since,
    until,
    index,
    round: { ids: slots.map(({ id }) => id), since: begun, until: Math.min(begun + length, end) },
  };
}
