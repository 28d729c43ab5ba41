import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { pages } from "./opened.ts";

const firstFlight = 14_600; // ten TCP segments of 1460 bytes

describe("a page's weight", () => {
  const weigh = (path: string) =>
    brotliCompressSync(readFileSync(join(inject("site"), path)), {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
    }).length;

  it("fits the first flight of TCP", () => {
    const weights = pages.map((path) => ({ path, bytes: weigh(path) }));
    const scripts = ["check/kit.js", "check/check.js", "check/charts.js"]; // the last only when asked for
    console.table([...weights, ...scripts.map((path) => ({ path, bytes: weigh(path) }))]);
    expect(weights.filter(({ bytes }) => bytes > firstFlight)).toEqual([]);
  });

  it("is at most 60 kB on the wall, with every scene in every format", () => {
    const weights = ["wall/index.html", "wall/wall.js"].map((path) => ({ path, bytes: weigh(path) }));
    console.table(weights);
    expect(weights[0]?.bytes).toBeLessThan(60_000);
  });
});
