import type { Zone } from "../hours.ts";
import { type Slot, sceneAt } from "../timetable.ts";
import { isOver, type Span } from "./ticker.ts";

/** What is to be shown: the wanted scene, then those that may stand in for it; and what is left of the round. */
export interface Wanted {
  readonly ids: readonly string[]; // [] if nothing is due: what stands there stays
  readonly since: number; // an edge: when it began
  readonly until: number;
  readonly elapsed: number; // the part of the round that is over when the wanted scene is
  readonly round: number; // when the round began; names it
  readonly of: number; // scenes of the round
  readonly paused: Span | null; // until it goes on by itself; null also if it is held for good
}

const pauseLasts = 180_000;
/** A clock that is set moves what is chosen by hand out of its stretch; the timetable then holds again. */
const always: Span = { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const nothing: Wanted = {
  ids: [],
  since: Number.NEGATIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
  elapsed: 0,
  round: Number.NEGATIVE_INFINITY,
  of: 0,
  paused: null,
};

/** The timetable, and what a hand has chosen over it for a while. */
export class Program {
  private slots: readonly Slot[] = [];
  private chosen: (Span & { readonly id: string }) | null = null;
  private pause: Span | null = null;

  private readonly zone: Zone;

  constructor(zone: Zone) {
    this.zone = zone;
  }

  setSlots(slots: readonly Slot[]): void {
    this.slots = slots;
    if (this.chosen && !slots.some(({ id }) => id === this.chosen?.id)) this.chosen = null;
  }

  /** Say what is to be shown. What was chosen by hand waits while it is not open, or while something urgent is. */
  at(instant: number): Wanted {
    if (this.pause && isOver(this.pause, instant)) this.resume();
    if (this.chosen && isOver(this.chosen, instant)) this.chosen = null;
    const showing = sceneAt(instant, this.slots, this.zone);
    if (!showing) return nothing;
    const { ids, since } = showing.round;
    const chosen = this.chosen && ids.includes(this.chosen.id) ? this.chosen : null;
    const isShort = chosen !== null && chosen.until < Number.POSITIVE_INFINITY;
    const place = chosen ? ids.indexOf(chosen.id) : showing.index;
    return {
      ids: [...ids.slice(place), ...ids.slice(0, place)],
      since: isShort ? chosen.since : showing.since,
      until: isShort ? chosen.until : showing.until,
      elapsed: (place + 1) / ids.length,
      round: since,
      of: ids.length,
      paused: isShort ? this.pause : null,
    };
  }

  /** Show a scene for its own time, or as long as the wall is paused; then the timetable goes on. */
  choose(id: string, instant: number): void {
    const slot = this.slots.find((one) => one.id === id);
    if (!slot) return;
    if (this.pause && this.pause.until < Number.POSITIVE_INFINITY) {
      this.pause = { since: instant, until: instant + pauseLasts };
    }
    this.chosen = { id, ...(this.pause ?? { since: instant, until: instant + slot.seconds * 1000 }) };
  }

  /** Show the scene that stands so many places from another in the round. */
  step(from: string, places: number, instant: number): void {
    const ids = sceneAt(instant, this.slots, this.zone)?.round.ids ?? [];
    const to = ids[(ids.indexOf(from) + places + ids.length) % ids.length];
    if (to !== undefined) this.choose(to, instant);
  }

  /** Stop at a scene for three minutes, or go on if it is stopped. */
  toggle(id: string, instant: number): void {
    if (this.pause) {
      this.resume();
      return;
    }
    this.pause = { since: instant, until: instant + pauseLasts };
    this.choose(id, instant);
  }

  /** Stop at a scene for good. */
  hold(id: string): void {
    this.pause = always;
    this.choose(id, Number.NEGATIVE_INFINITY);
  }

  private resume(): void {
    this.pause = null;
    this.chosen = null;
  }
}
