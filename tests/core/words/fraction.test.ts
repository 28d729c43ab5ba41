import { describe, expect, it } from "vitest";
import { nameDoubling, nameFraction } from "../../../src/core/words/fraction.ts";

describe("nameFraction(value, whole, decimals)", () => {
  it("names a part without 约 only where the numbers shown are exactly that", () => {
    expect(nameFraction(21.6, 86.4, 2)).toBe("四分之一");
    expect(nameFraction(21.61, 86.4, 2)).toBe("约四分之一");
    expect(nameFraction(21.604, 86.4, 2)).toBe("四分之一"); // shown as 21.60
    expect(nameFraction(1, 3, 0)).toBe("三分之一");
    expect(nameFraction(50, 100, 0)).toBe("一半");
  });
  it.each([
    [24, "约四分之一"],
    [26, "约四分之一"],
    [23.9, null],
    [26.1, null],
    [67.6, "约三分之二"], // 66.67 + 0.93
    [67.7, null],
    [90, null], // 减少 10% says it better
  ])("allows one percentage point: %d of 100 is %s", (value, name) => {
    expect(nameFraction(value, 100, 1)).toBe(name);
  });
  it("names no part of nothing", () => {
    expect(nameFraction(0, 0, 0)).toBeNull();
    expect(nameFraction(0, 100, 0)).toBeNull();
  });
});

describe("nameDoubling(value, whole, decimals)", () => {
  it.each([
    [200, "翻一番"],
    [198, "约翻一番"],
    [202, "约翻一番"],
    [197.9, null],
    [202.1, null],
  ])("allows one percent: %d of 100 is %s", (value, name) => {
    expect(nameDoubling(value, 100, 1)).toBe(name);
  });
});
