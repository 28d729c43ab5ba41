import { describe, expect, it } from "vitest";
import {
  formatChange,
  formatComparison,
  formatDirection,
  formatNumber,
  formatValue,
  formatYears,
} from "../../../src/core/words/format.ts";

const share = { changeUnit: "百分点", decimals: 1 } as const;
const amount = { changeUnit: "%", decimals: 2 } as const;

describe("formatNumber(value, decimals)", () => {
  it.each([
    [1.005, 2, "1.01"], // a binary float would give 1.00
    [2.5, 0, "3"],
    [-2.5, 0, "−3"],
    [0.05, 1, "0.1"],
    [89.83833718244804, 1, "89.8"],
    [12, 2, "12.00"],
    [0, 0, "0"],
  ])("rounds %d to %d decimals: %s", (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });
  it("gives no sign to what rounds to zero", () => {
    expect(formatNumber(-0.04, 1)).toBe("0.0");
  });
  it("groups from five digits on, by thin spaces", () => {
    expect(formatNumber(9999, 0)).toBe("9999");
    expect(formatNumber(11281, 0)).toBe("11\u2009281");
    expect(formatNumber(-1234567.8, 1)).toBe("−1\u2009234\u2009567.8");
  });
});

describe("formatChange(change, figure, chained)", () => {
  it("speaks of 百分点 for a share and of percent for an amount", () => {
    expect(formatChange(8.041646, share)).toBe("提高 8.0 个百分点");
    expect(formatChange(-0.05, share)).toBe("降低 0.1 个百分点");
    expect(formatChange(14.3426, amount)).toBe("增长 14.3%");
    expect(formatChange(-10.287, amount)).toBe("减少 10.3%");
  });
  it("calls a change that rounds to zero 基本持平", () => {
    expect(formatChange(0.04, amount)).toBe("基本持平");
    expect(formatChange(-0.049, share)).toBe("基本持平");
  });
  it("gives a chained change as 约 and whole percent", () => {
    expect(formatChange(-53.96, amount, true)).toBe("减少约 54%");
  });
});

describe("formatComparison(change, figure, other, chained)", () => {
  it("names what is compared with", () => {
    expect(formatComparison(8.04, share, "上年")).toBe("比上年提高 8.0 个百分点");
    expect(formatComparison(0, amount, "上年")).toBe("与上年基本持平");
    expect(formatComparison(-73.958, amount, " 2012 年")).toBe("比 2012 年减少 74.0%");
  });
});

describe("formatDirection(change, figure, chained)", () => {
  it("points up or down, or nowhere where the change rounds to zero", () => {
    expect([0.05, -3, 0.04].map((change) => formatDirection(change, amount))).toEqual(["▲", "▼", ""]);
    expect(formatDirection(0.4, amount, true)).toBe("");
  });
});

describe("formatValue(value, figure)", () => {
  it("sets % close and other units apart", () => {
    expect(formatValue(89.838, { unit: "%", decimals: 1 })).toBe("89.8%");
    expect(formatValue(22.5, { unit: "万元", decimals: 2 })).toBe("22.50 万元");
  });
});

describe("formatYears(years)", () => {
  it("joins years in a row", () => {
    expect(formatYears([2017, 2013, 2016, 2015])).toBe("2013、2015—2017 年");
  });
});
