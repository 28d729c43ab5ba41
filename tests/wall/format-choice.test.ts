import { describe, expect, it } from "vitest";
import { areDrawnFor, nearest } from "../../src/wall/player/format.ts";

const canvases = [
  { format: "portrait", width: 1080, height: 1920 },
  { format: "classic", width: 1440, height: 1080 },
  { format: "wide", width: 1920, height: 1080 },
  { format: "ultrawide", width: 2560, height: 1080 },
  { format: "double", width: 3840, height: 1080 },
  { format: "triple", width: 5760, height: 1080 },
];

describe("a wall's format", () => {
  it.each([
    [1366, 768, "wide"],
    [1920, 1200, "wide"], // 1.6: nearer 16:9 than 4:3
    [1280, 1024, "classic"],
    [3440, 1440, "ultrawide"],
    [6656, 1792, "double"],
    [7680, 1080, "triple"],
    [2160, 3840, "portrait"],
  ])("of %i × %i is %s", (width, height, format) => {
    expect(nearest(canvases, width, height)).toBe(format);
  });

  it("goes by its seams if they are known", () => {
    expect(nearest(canvases, 3200, 1080, 1)).toBe("double");
    expect(nearest(canvases, 4800, 1080, 2)).toBe("triple");
    expect(nearest(canvases, 3840, 1080, 0)).toBe("ultrawide");
    expect(nearest(canvases, 3840, 1080, 5)).toBe("double"); // drawn for none such: by the ratio
  });

  it.each([
    [[1920], 3840, true],
    [[1930], 3840, true],
    [[1940], 3840, false],
    [[1920, 3840], 5760, true],
    [[1280, 2560], 5760, false],
    [[960, 1920, 2880], 3840, false],
    [[], 1920, true],
  ])("keeps clear of seams at %j of %i px: %s", (seams, width, clear) => {
    expect(areDrawnFor(seams, width)).toBe(clear);
  });
});
