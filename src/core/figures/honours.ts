import { type Rows, textAt } from "../rows.ts";
import { dayNumber } from "./period.ts";

/** One naming and what became of it: a row of `honors` with its rows of `honor-events`. */
export interface Honour {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly unit: string; // 单位编码
  readonly awarded: string;
  readonly from: string; // 生效日期, else 命名日期
  readonly to: string | null; // 有效期至, that day counts; null: open
  readonly predecessor: string;
  readonly events: readonly HonourEvent[]; // by date
  readonly spans: readonly Span[];
}

export interface HonourEvent {
  readonly date: string;
  readonly event: string;
}

/** Days in a row, as numbers, both counted, on which an honour was held. */
export interface Span {
  readonly first: number;
  readonly last: number; // Infinity: open
}

/** Events that end an honour until a later one restores it. */
export const endings: ReadonlySet<string> = new Set(["撤销", "终止", "到期"]);

/** Name the event that ends an honour as of a day: its latest one up to that day, if that is an ending. */
export function endOf(events: readonly HonourEvent[], day: string): HonourEvent | null {
  const latest = events.findLast((event) => event.date <= day);
  return latest && endings.has(latest.event) ? latest : null;
}

/** Cut an honour's validity at its endings and open it again at what restores it. */
function spansOf(from: string, to: string | null, events: readonly HonourEvent[]): Span[] {
  const start = dayNumber(from);
  const end = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  const spans: Span[] = [];
  let first: number | null = start; // of the span now open
  for (const { date, event } of events) {
    const day = dayNumber(date);
    if (endings.has(event) && first !== null) {
      spans.push({ first, last: Math.min(day - 1, end) });
      first = null;
    } else if (!endings.has(event) && first === null) first = Math.max(day, start);
  }
  if (first !== null) spans.push({ first, last: end });
  return spans.filter((span) => span.first <= span.last);
}

/** Read the honours at these rows, with their events, by day of naming. */
export function readHonours(rows: Rows, indices: readonly number[], events: Rows | undefined): Honour[] {
  const byId = new Map<string, HonourEvent[]>();
  for (let row = 0; events && row < events.length; row++) {
    const id = textAt(events, row, "荣誉编号");
    const event = { date: textAt(events, row, "日期"), event: textAt(events, row, "事件") };
    if (event.date !== "") byId.set(id, [...(byId.get(id) ?? []), event]);
  }
  const honours = indices.flatMap((row) => {
    const at = (column: string) => textAt(rows, row, column);
    const awarded = at("命名日期");
    if (awarded === "") return [];
    const from = at("生效日期") || awarded;
    const to = at("有效期至") || null;
    const own = (byId.get(at("荣誉编号")) ?? []).toSorted((a, b) => compareText(a.date, b.date));
    return {
      row,
      id: at("荣誉编号"),
      name: at("名称"),
      unit: at("获得单位"),
      awarded,
      from,
      to,
      predecessor: at("前身荣誉编号"),
      events: own,
      spans: spansOf(from, to, own),
    };
  });
  return honours.sort((a, b) => compareText(a.awarded, b.awarded) || a.row - b.row);
}

/** Tell whether an honour is held on a day. */
export function isHeld(honour: Honour, day: string): boolean {
  const number = dayNumber(day);
  return honour.spans.some((span) => span.first <= number && number <= span.last);
}

/** Give the last link of every honour's chain of 前身荣誉编号; of several successors the latest named. */
export function chainEnds(honours: readonly Honour[]): ReadonlyMap<Honour, Honour> {
  const successors = new Map(honours.filter((h) => h.predecessor !== "").map((h) => [h.predecessor, h]));
  const follow = (honour: Honour, seen: ReadonlySet<Honour>): Honour => {
    const next = successors.get(honour.id);
    return next === undefined || seen.has(next) ? honour : follow(next, new Set([...seen, next]));
  };
  return new Map(honours.map((honour) => [honour, follow(honour, new Set([honour]))]));
}

/** Order texts by code point, so that no locale matters. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
