import { china } from "../hours.ts";
import { type Slot, sceneAt } from "../timetable.ts";
import type { DutyState } from "./duty-lines.ts";

type PageState = Pick<
  DutyState,
  | "now"
  | "build"
  | "published"
  | "edition"
  | "builtAt"
  | "asOf"
  | "shown"
  | "of"
  | "round"
  | "uptime"
  | "nodes"
  | "heap"
>;

/** Read off the page what the duty panel says of it: what it holds, how long it runs, and what it takes. */
export function pageState(now: number, slots: readonly Slot[], failed: number): PageState {
  const {
    build = "",
    published = "",
    edition = "",
    builtAt = "",
    asOf = "",
  } = document.documentElement.dataset;
  const ids = sceneAt(now, slots, china)?.round.ids ?? [];
  const { memory } = performance as { memory?: { readonly usedJSHeapSize: number } };
  return {
    now,
    build,
    published,
    edition,
    builtAt,
    asOf,
    shown: ids.length - failed,
    of: ids.length,
    round: slots.reduce((sum, { id, seconds }) => sum + (ids.includes(id) ? seconds * 1000 : 0), 0),
    uptime: performance.now(),
    nodes: document.getElementsByTagName("*").length,
    heap: memory?.usedJSHeapSize ?? null,
  };
}
