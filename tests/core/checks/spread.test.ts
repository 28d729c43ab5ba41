import { describe, expect, it } from "vitest";
import { median, spreadOf } from "../../../src/core/checks/spread.ts";

describe("median(values)", () => {
  it.each([
    [[3], 3],
    [[5, 1, 9], 5],
    [[4, 1, 9, 6], 5], // (4 + 6) ÷ 2
    [[100, 20, 3], 20], // as numbers, not as texts
  ])("of %j is %d", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe("spreadOf(values)", () => {
  it("scores by distance from the median, in medians of the distances", () => {
    // median 31; distances 0 3 2 2 5 4 1 3 5 0 267, in order 0 0 1 2 2 3 3 4 5 5 267: MAD 3
    const spread = spreadOf([31, 28, 33, 29, 36, 27, 32, 34, 26, 31, 298]);
    expect(spread.median).toBe(31);
    expect(spread.score(298)).toBeCloseTo((0.6745 * 267) / 3, 9); // 60.03
    expect(spread.score(26)).toBeCloseTo((0.6745 * -5) / 3, 9); // −1.124
    expect(spread.score(31)).toBe(0);
  });

  it("is not moved by what it is to find", () => {
    const others = [2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3];
    // median (2.4 + 2.5) ÷ 2; distances .35 .15 .05 .05 .15 .35 .15 .15 5.75 5.85: MAD .15
    const spread = spreadOf(others);
    expect(spread.median).toBeCloseTo(2.45, 9);
    expect(spread.score(8.2)).toBeCloseTo((0.6745 * 5.75) / 0.15, 6);
    expect(spread.score(2.1)).toBeCloseTo((0.6745 * -0.35) / 0.15, 6);
  });

  it("takes the mean distance where more than half are equal", () => {
    // distances nine times 0 and once 450: MAD 0, mean 45
    const spread = spreadOf([50, 50, 50, 50, 50, 50, 50, 50, 50, 500]);
    expect(spread.score(500)).toBeCloseTo(450 / (1.2533 * 45), 9); // 7.98
    expect(spread.score(50)).toBe(0);
  });

  it("finds nothing among equals", () => {
    expect(spreadOf([7, 7, 7]).score(7)).toBe(0);
  });
});
