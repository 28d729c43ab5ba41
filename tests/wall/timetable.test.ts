import { describe, expect, it } from "vitest";
import {
  china,
  day,
  type Hours,
  instantOf,
  localOf,
  minute,
  windowOf,
  type Zone,
} from "../../src/wall/hours.ts";
import { type Slot, sceneAt } from "../../src/wall/timetable.ts";

const second = 1000;
const hour = 60 * minute;

function slot(id: string, seconds: number, hours: Hours = {}, urgent = false): Slot {
  return { id, seconds, window: windowOf(hours), urgent };
}

/** Read a time of China's. */
function at(text: string): number {
  return Date.parse(`${text}+08:00`);
}

function idAt(text: string, playlist: readonly Slot[], zone: Zone = china): string | undefined {
  return sceneAt(zone === china ? at(text) : Date.parse(text), playlist, zone)?.id;
}

const plain = [slot("a", 20), slot("b", 30), slot("c", 50)]; // a round of 100 s: 864 a day

/** New York's zone in 2026: summer time from 8 March 02:00 to 1 November 02:00. */
const newYork: Zone = (instant) =>
  instant >= Date.parse("2026-03-08T07:00Z") && instant < Date.parse("2026-11-01T06:00Z") ? -240 : -300;

describe("sceneAt", () => {
  it("gives each scene its exact share of 30 days, second by second, every boundary once", () => {
    const shares = new Map<string, number>();
    const starts: number[] = [];
    const from = at("2026-02-15T00:00");
    for (let t = from; t < from + 30 * day; t += second) {
      const showing = sceneAt(t, plain, china);
      if (!showing || showing.since > t || showing.until <= t) throw new Error(`no scene at ${t}`);
      shares.set(showing.id, (shares.get(showing.id) ?? 0) + 1);
      if (showing.since === t) starts.push(t);
    }
    const rounds = 30 * 864;
    expect(Object.fromEntries(shares)).toEqual({ a: 20 * rounds, b: 30 * rounds, c: 50 * rounds });
    expect(starts.length).toBe(3 * rounds);
    expect(new Set(starts).size).toBe(3 * rounds);
  });

  it("divides the clock from midnight", () => {
    expect(sceneAt(at("2026-01-19T00:00:25"), plain, china)).toEqual({
      id: "b",
      since: at("2026-01-19T00:00:20"),
      until: at("2026-01-19T00:00:50"),
      index: 1,
      round: {
        ids: ["a", "b", "c"],
        since: at("2026-01-19T00:00:00"),
        until: at("2026-01-19T00:01:40"),
      },
    });
  });

  it("depends on the instant alone: a sleep of 8 hours or a clock set by 3 hours leaves nothing behind", () => {
    const evening = at("2026-01-19T22:00:07"); // 79 207 s after midnight: 7 s into a round
    expect(sceneAt(evening, plain, china)?.id).toBe("a");
    expect(sceneAt(evening + 8 * hour, plain, china)?.id).toBe("a"); // 06:00:07: 21 607 s, 7 s into a round
    expect(sceneAt(evening - 3 * hour, plain, china)?.id).toBe("a"); // 19:00:07: 68 407 s
    expect(sceneAt(evening + 3 * hour, plain, china)?.id).toBe("a"); // 01:00:07: 3 607 s
    expect(sceneAt(evening + 23 * second, plain, china)?.id).toBe("b");
  });

  it("lets two walls whose clocks are 400 ms apart differ for 400 ms only", () => {
    const start = at("2026-01-19T09:00");
    let differing = 0;
    for (let t = start; t < start + 100 * second; t += 100) {
      if (sceneAt(t, plain, china)?.id !== sceneAt(t + 400, plain, china)?.id) differing += 1;
    }
    expect(differing).toBe(12); // 3 boundaries × 4 samples of 100 ms
  });

  it.each([
    ["a leap day", "2028-02-29T00:00:25", "b"],
    ["the day after", "2028-03-01T00:00:25", "b"],
    ["the last second of a year", "2026-12-31T23:59:59", "c"],
    ["the first of the next", "2027-01-01T00:00:00", "a"],
  ])("knows %s", (_, text, id) => {
    expect(idAt(text, plain)).toBe(id);
  });

  it("keeps a round that midnight would cut whole: the scene before takes the rest", () => {
    const uneven = [slot("a", 7 * 3600), slot("b", 9 * 3600), slot("c", 5 * 3600)]; // 21 h: 3 h are left
    expect(idAt("2026-01-19T20:59:59", uneven)).toBe("c");
    expect(sceneAt(at("2026-01-19T22:00"), uneven, china)).toMatchObject({
      id: "c",
      since: at("2026-01-19T16:00"),
      until: at("2026-01-20T00:00"),
    });
    expect(idAt("2026-01-20T00:00:00", uneven)).toBe("a");
  });

  it("shows one scene without end, and none of none", () => {
    expect(sceneAt(at("2026-01-19T09:00:05"), [slot("a", 20)], china)).toMatchObject({
      id: "a",
      since: at("2026-01-19T09:00:00"),
      until: at("2026-01-19T09:00:20"),
    });
    expect(sceneAt(at("2026-01-19T09:00"), [], china)).toBeNull();
    expect(sceneAt(at("2026-01-19T09:00"), [slot("a", 20, { hours: "10:00-11:00" })], china)).toBeNull();
  });
});

describe("a slot with hours", () => {
  const evening = [slot("a", 60), slot("night", 60, { weekdays: "5", hours: "22:00-06:00" })]; // Fridays

  it.each([
    ["2026-01-23T21:59:59", false], // Friday
    ["2026-01-23T22:00:00", true],
    ["2026-01-24T05:59:59", true], // Saturday's morning belongs to Friday's night
    ["2026-01-24T06:00:00", false],
    ["2026-01-24T22:30:00", false],
    ["2026-01-23T05:00:00", false], // Friday's morning belongs to Thursday's
  ])("that run over midnight: at %s open is %s", (text, open) => {
    expect(sceneAt(at(text), evening, china)?.round.ids.includes("night")).toBe(open);
  });

  it("begins the round anew when it opens and when it closes", () => {
    const list = [slot("a", 60), slot("b", 60), slot("noon", 60, { hours: "11:30-12:00、17:30-18:00" })];
    expect(sceneAt(at("2026-01-23T11:29:30"), list, china)).toMatchObject({
      id: "b",
      until: at("2026-01-23T11:30"),
    });
    expect(sceneAt(at("2026-01-23T11:30"), list, china)).toMatchObject({ id: "a", index: 0 });
    expect(idAt("2026-01-23T11:32:10", list)).toBe("noon");
    expect(idAt("2026-01-23T17:32:10", list)).toBe("noon");
    expect(sceneAt(at("2026-01-23T12:00"), list, china)?.round.ids).toEqual(["a", "b"]);
  });

  it("comes and goes by its days", () => {
    const list = [slot("a", 20), slot("guest", 20, { from: "2026-01-19T09:00", to: "2026-01-21T00:00" })];
    const has = (text: string) => sceneAt(at(text), list, china)?.round.ids.includes("guest");
    expect(has("2026-01-19T08:59:59")).toBe(false);
    expect(has("2026-01-19T09:00:00")).toBe(true);
    expect(has("2026-01-20T23:59:59")).toBe(true);
    expect(has("2026-01-21T00:00:00")).toBe(false);
  });

  it("takes the wall over while it is urgent", () => {
    const notice = slot("notice", 30, { from: "2026-01-19T14:30", to: "2026-01-19T16:00" }, true);
    const list = [...plain, notice];
    const before = sceneAt(at("2026-01-19T14:29:59"), list, china);
    expect(before?.id).not.toBe("notice");
    expect(before?.until).toBe(at("2026-01-19T14:30"));
    for (const text of ["14:30:00", "14:47:13", "15:59:59"]) {
      expect(sceneAt(at(`2026-01-19T${text}`), list, china)?.round.ids).toEqual(["notice"]);
    }
    expect(idAt("2026-01-19T16:00:00", list)).toBe("a");
  });
});

describe("a day of summer time", () => {
  const list = [slot("a", 1800), slot("b", 1800), slot("early", 1800, { hours: "02:30-04:00" })];

  it("that lacks an hour moves no boundary", () => {
    expect(sceneAt(Date.parse("2026-03-08T06:10Z"), list, newYork)).toMatchObject({ id: "a", index: 0 }); // 01:10
    const change = sceneAt(Date.parse("2026-03-08T06:59Z"), list, newYork);
    expect(change).toMatchObject({ id: "b", until: Date.parse("2026-03-08T07:00Z") }); // 02:30 is not had
    expect(idAt("2026-03-08T07:30Z", list, newYork)).toBe("b"); // 03:30, half an hour after the slot opened
    expect(sceneAt(Date.parse("2026-03-08T08:00Z"), list, newYork)?.round.ids).toEqual(["a", "b"]);
  });

  it("that has an hour twice never ends a scene in the past", () => {
    const twice = [slot("a", 50), slot("half", 70, { hours: "01:15-01:45" })];
    const from = Date.parse("2026-11-01T04:00Z");
    for (let t = from; t < from + 25 * hour; t += second) {
      const showing = sceneAt(t, twice, newYork);
      if (!showing || showing.since > t || showing.until <= t) throw new Error(`no scene at ${t}`);
    }
    expect(sceneAt(Date.parse("2026-11-01T05:30Z"), twice, newYork)?.round.ids).toEqual(["a", "half"]);
    expect(sceneAt(Date.parse("2026-11-01T06:30Z"), twice, newYork)?.round.ids).toEqual(["a", "half"]);
  });

  it("turns local time into instants and back", () => {
    expect(instantOf(Date.parse("2026-03-08T02:30Z"), newYork)).toBe(Date.parse("2026-03-08T07:00Z"));
    expect(instantOf(Date.parse("2026-11-01T01:30Z"), newYork)).toBe(Date.parse("2026-11-01T05:30Z"));
    expect(instantOf(Date.parse("2026-07-01T12:00Z"), newYork)).toBe(Date.parse("2026-07-01T16:00Z"));
    expect(localOf(Date.parse("2026-07-01T16:00Z"), newYork)).toBe(Date.parse("2026-07-01T12:00Z"));
  });
});
