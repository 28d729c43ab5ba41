import { describe, expect, it } from "vitest";
import { isRateOf, slackOf, type Written, writtenAt } from "../../../src/core/checks/written.ts";
import { Decimal } from "../../../src/core/figures/decimal.ts";
import { readRows, units } from "../read-rows.ts";

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

describe("writtenAt(rows, row, column)", () => {
  it.each([
    ["12.50", "12.5", 2, "0.005"], // Excel shows the 0, so it was measured
    ["１２．５", "12.5", 1, "0.05"],
    ["12", "12", 0, "0"], // a whole number is exact
    ["33.3333333333", "33.333333", 6, "0.0000005"], // rounded off to what the column holds
    ["2.9999999", "3", 6, "0.0000005"],
  ])("takes %s for %s with %i decimals, give or take %s", (text, value, decimals, slack) => {
    const row = `2018,01,全局,公务接待费,万元,${text}\n`;
    const { rows } = readRows({
      "units/units.csv": units,
      "austerity/a.csv": `年度,单位,口径,项目,计量单位,本年数\n${row}`,
    });
    const austerity = rows.get("austerity");
    const written = austerity && writtenAt(austerity, 0, "本年数");
    expect([written?.value.toFixed(), written?.decimals, written?.slack.toFixed()]).toEqual([
      value,
      decimals,
      slack,
    ]);
  });
});

describe("slackOf(figures)", () => {
  it.each([
    [["72.9", "18.6", "54.2"], "0.15"], // 3 × 0.05
    [["72.90", "18.60", "54.20"], "0.015"], // 3 × 0.005
    [["100.0", "33.33", "33.3", "33"], "0.105"], // 0.05 + 0.005 + 0.05; 33 is exact
    [["56", "30", "25"], "0"],
  ])("of %j is ±%s", (figures, expected) => {
    expect(slackOf(figures.map(written)).toFixed()).toBe(expected);
  });
});
