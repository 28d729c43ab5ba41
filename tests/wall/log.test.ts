import { describe, expect, it } from "vitest";
import { createBrake } from "../../src/wall/player/brake.ts";
import { createLog } from "../../src/wall/player/log.ts";
import { createMemory } from "../../src/wall/player/memory.ts";

const hour = 3_600_000;

describe("createLog", () => {
  it("lists the last events, the newest first, and counts what repeats", () => {
    const log = createLog();
    log.add(1, "启动");
    log.add(2, "连不上服务器，留用本版", true);
    log.add(9, "连不上服务器，留用本版", true);
    expect(log.last(10)).toEqual([
      { first: 2, last: 9, times: 2, text: "连不上服务器，留用本版", isTrouble: true },
      { first: 1, last: 1, times: 1, text: "启动", isTrouble: false },
    ]);
  });

  it("keeps two hundred and no more", () => {
    const log = createLog();
    for (let i = 1; i <= 1000; i++) log.add(i, `事件 ${i}`);
    expect(log.last(5000)).toHaveLength(200);
    expect(log.last(1)[0]?.text).toBe("事件 1000");
  });
});

/** A storage as browsers give it, and one that is forbidden. */
function storageOf(kept: Map<string, string>): Storage {
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as Storage;
}
const forbidden = (): Storage => {
  throw new DOMException("denied", "SecurityError");
};

describe("createBrake", () => {
  it("lets three restarts pass in an hour, the fourth an hour after the first", () => {
    const brake = createBrake(createMemory(forbidden));
    const at = [hour, hour + 60_000, hour + 120_000, hour + 180_000, 2 * hour - 1, 2 * hour];
    expect(at.map((instant) => brake.release(instant))).toEqual([true, true, true, false, false, true]);
    expect(brake.week(2 * hour)).toBe(4);
  });

  it("remembers across a reload where the browser keeps anything", () => {
    const kept = new Map<string, string>();
    const first = createBrake(createMemory(() => storageOf(kept)));
    for (const at of [hour, hour + 1, hour + 2]) first.release(at);
    expect(createBrake(createMemory(() => storageOf(kept))).release(hour + 3)).toBe(false);
  });

  it("grants no more because the clock was set back", () => {
    const brake = createBrake(createMemory(forbidden));
    for (const at of [9 * hour, 9 * hour + 1, 9 * hour + 2]) brake.release(at);
    expect(brake.release(6 * hour)).toBe(false);
  });

  it("reads past what another wrote into the storage", () => {
    const kept = new Map([["wenming-wall-starts", "x,,NaN,-1"]]);
    expect(createBrake(createMemory(() => storageOf(kept))).week(hour)).toBe(0);
  });
});

describe("createMemory", () => {
  it("says whether it lasts", () => {
    expect(createMemory(forbidden).lasts).toBe(false);
    expect(createMemory(() => storageOf(new Map())).lasts).toBe(true);
  });
});
