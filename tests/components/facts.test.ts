import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/components/facts.ts";
import { formulaOf } from "../../src/components/formula.ts";
import { groupFigures } from "../../src/components/groups.ts";
import { figure, point, series } from "./figure.ts";

const ratio = figure([
  point(2012, { value: 28.358, parts: { numerator: 114, denominator: 402 }, base: 0 }),
  point(2024, { value: 81.797, parts: { numerator: 346, denominator: 423 } }),
  point(2025, {
    value: 89.838,
    parts: { numerator: 389, denominator: 433 },
    change: 8.041,
    base: 61.48,
  }),
]);

describe("factsOf(figure)", () => {
  it("gives the latest value, its change, the year before, its parts and the base", () => {
    expect(factsOf(ratio)).toEqual({
      value: "89.8",
      unit: "%",
      change: "▲ 比上年提高 8.0 个百分点",
      short: "389 ÷ 433；▲ 比上年提高 8.0 个百分点",
      rows: [
        ["上年", "81.8%"],
        ["算式", "389 ÷ 433"],
        ["2012 年", "28.4%，此后提高 61.5 个百分点"],
      ],
    });
  });
  it("gives the word for an absence, without a unit", () => {
    expect(factsOf(figure([point(2025, { state: "withheld" })]))).toMatchObject({
      value: "未公开",
      unit: "",
      change: "",
    });
  });
  it("passes over a year that still runs", () => {
    const running = figure([
      point(2025, { value: 50 }),
      point(2026, { value: 20, partial: true, until: "2026-06-30" }),
    ]);
    expect(factsOf(running)?.value).toBe("50.0");
  });
});

describe("formulaOf(figure)", () => {
  it("sets a ratio's words, then this year's numbers", () => {
    expect(formulaOf(ratio)).toEqual({
      name: "注册志愿者占比",
      steps: [
        ["备案注册人数", "在岗职工数"],
        ["389", "433"],
      ],
      result: "89.8%",
    });
  });
  it("adds up the parts of a split figure", () => {
    const split = figure([], {
      unit: "项",
      decimals: 0,
      by: "级别",
      measure: { kind: "count", dataset: "honors", where: {} },
      series: [
        series("国家级", [point(2025, { value: 2 })]),
        series("省级", [point(2025, { value: 7 })]),
        series("省直", [point(2025, { value: 0 })]),
        series("total", [point(2025, { value: 9 })]),
      ],
    });
    expect(formulaOf(split)).toMatchObject({ steps: ["国家级 2 + 省级 7"], result: "9 项" });
  });
  it("sets the change of an amount since the base year", () => {
    const amount = figure(
      [point(2012, { value: 86.4, base: 0 }), point(2025, { value: 22.5, base: -73.958 })],
      {
        unit: "万元",
        decimals: 2,
        changeUnit: "%",
        measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
      },
    );
    expect(formulaOf(amount)).toEqual({
      name: "比 2012 年",
      steps: [
        ["2025 年 − 2012 年", "2012 年"],
        ["22.50 − 86.40", "86.40"],
      ],
      result: "减少 74.0%",
    });
  });
  it("gives null where the latest year has no value", () => {
    expect(formulaOf(figure([point(2025, { state: "withheld" })]))).toBeNull();
  });
});

describe("groupFigures(figures)", () => {
  it("puts figures of one index into one chart and leaves the others alone", () => {
    const index = (id: string) => figure([], { id, chart: "index", topic: "austerity" });
    const groups = groupFigures([index("a"), figure([], { id: "x" }), index("b")]);
    expect(groups.map((group) => group.map((one) => one.id))).toEqual([["a", "b"], ["x"]]);
  });
  it("draws at most six in one chart", () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((i) => figure([], { id: `a${i}`, chart: "index" }));
    expect(groupFigures(many).map((group) => group.length)).toEqual([6, 1]);
  });
});
