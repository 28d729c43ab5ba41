import { describe, expect, it } from "vitest";
import { china } from "../../src/wall/hours.ts";
import { paletteAt, shiftAt } from "../../src/wall/player/look.ts";
import { readOptions } from "../../src/wall/player/options.ts";
import { sayClock, sayLeft } from "../../src/wall/player/say-time.ts";

const at = (text: string) => Date.parse(`${text}+08:00`);

describe("the picture's shift", () => {
  const minutes = Array.from({ length: 3 * 24 * 60 }, (_, i) => at("2026-01-19T00:00") + i * 60_000);

  it("is at most half a hundredth of the shorter side, and a pixel or two a minute, on whole pixels", () => {
    const places = minutes.map((instant) => shiftAt(instant, 1080));
    const far = Math.max(...places.map(([x, y]) => Math.hypot(x, y)));
    expect(far).toBeLessThanOrEqual(0.5 * 10.8 + Math.SQRT1_2); // rounded to the pixel
    const steps = places
      .slice(1)
      .map(([x, y], i) => Math.hypot(x - (places[i]?.[0] ?? 0), y - (places[i]?.[1] ?? 0)));
    expect(Math.max(...steps)).toBeLessThanOrEqual(Math.SQRT2);
    expect(places.flat().every(Number.isInteger)).toBe(true);
  });

  it("lets no pixel of an edge shine for more than a few hours of three days", () => {
    const counts = new Map<string, number>();
    for (const instant of minutes) {
      const place = String(shiftAt(instant, 1080));
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(40);
    expect(Math.max(...counts.values()) / minutes.length).toBeLessThan(0.06);
  });
});

describe("the palette", () => {
  it.each([
    ["2026-01-19T21:59:59", "light"],
    ["2026-01-19T22:00:00", "night"],
    ["2026-01-20T06:29:59", "night"],
    ["2026-01-20T06:30:00", "light"],
  ])("at %s is %s", (time, palette) => {
    const options = readOptions("?theme=light&night=22:00-06:30", "", {});
    expect(paletteAt(at(time), options, china)).toBe(palette);
  });
});

describe("a time", () => {
  it("is told in China's zone", () => {
    expect(sayClock(Date.parse("2026-01-18T16:05:59Z"), china, "full")).toBe("1 月 19 日 星期一 00:05");
    expect(sayClock(at("2026-12-31T23:59:59"), china, "day")).toBe("12 月 31 日 23:59");
    expect(sayClock(at("2026-12-31T23:59:59"), china, "hour")).toBe("23:59");
  });

  it("that is left is counted to the second", () => {
    expect([180_000, 160_400, 59_000, 1, 0, -5].map(sayLeft)).toEqual([
      "3:00",
      "2:41",
      "0:59",
      "0:01",
      "0:00",
      "0:00",
    ]);
  });
});
