import { describe, expect, it } from "vitest";
import { isRateOf, type Written } from "../../../src/core/checks/written.ts";
import { Decimal } from "../../../src/core/figures/decimal.ts";

/** A figure as it stands in a cell: 45.0 has one decimal and may have been anything from 44.95 to 45.05. */
function written(text: string): Written {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { value: Decimal(text), decimals, slack: Decimal(decimals === 0 ? 0 : `0.5e-${decimals}`) };
}

describe("isRateOf(rate, numerator, denominator, offset)", () => {
  it.each([
    ["75.0", "45", "60", 0, true],
    ["57.0", "45", "60", 0, false],
    ["78.3", "47", "60", 0, true], // 78.333…
    ["78.4", "47", "60", 0, false],
    ["78", "47", "60", 0, true],
    ["79", "47", "60", 0, false],
    ["-25.0", "150", "200", 100, true],
    ["-12", "150", "200", 100, false],
    ["25.0", "150", "200", 100, false],
    ["-53.96", "43.6", "94.7", 100, true], // −53.9599…
    ["-1.1", "93.64", "94.7", 100, true], // −1.119…
    ["-12.4", "10.8", "12.3", 100, true], // 10.79 from 12.32 is −12.4
    ["-12", "0", "0", 100, true], // nothing can be said of a share of nothing
  ] as const)("%s as %s ÷ %s × 100 − %i: %s", (rate, numerator, denominator, offset, fits) => {
    expect(isRateOf(written(rate), written(numerator), written(denominator), offset)).toBe(fits);
  });
});
