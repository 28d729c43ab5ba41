import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/components/facts.ts";
import { formulasOf } from "../../src/components/formula.ts";
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
      year: 2025,
      series: "total",
      value: "89.8",
      unit: "%",
      isRevised: false,
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
  it("tells of small counts by how much they differ, as headlines do", () => {
    const events = figure(
      [
        point(2012, { value: 1, base: 0 }),
        point(2024, { value: 4 }),
        point(2025, { value: 5, change: 25, base: 400 }),
      ],
      {
        unit: "项",
        decimals: 0,
        changeUnit: "%",
        measure: { kind: "count", dataset: "competitions", where: {} },
      },
    );
    expect(factsOf(events)).toMatchObject({
      change: "▲ 比上年增加 1 项",
      rows: [
        ["上年", "4 项"],
        ["2012 年", "1 项，此后增加 4 项"],
      ],
    });
  });
  it("gives a budget with how much of it was spent, and the longest time without", () => {
    const money = {
      unit: "万元",
      decimals: 2,
      changeUnit: "%",
      measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
    } as const;
    const spent = figure([point(2025, { value: 29.4, budget: 28 })], money);
    expect(factsOf(spent)?.rows).toEqual([["预算", "28.00 万元，执行率 105.0%"]]);
    const unplanned = figure([point(2025, { value: 29.4, budget: 0 })], money);
    expect(factsOf(unplanned)?.rows).toEqual([["预算", "0.00 万元"]]);
    const windows = [true, false, true, true];
    const measure = { kind: "cadence", dataset: "competitions", where: {}, months: 3 } as const;
    const cadence = figure([point(2025, { value: 75, windows, gap: 132 })], { measure });
    expect(factsOf(cadence)?.rows).toEqual([
      ["算式", "3 ÷ 4"],
      ["最长间隔", "132 天"],
    ]);
  });
  it("passes over a year that still runs", () => {
    const running = figure([
      point(2025, { value: 50 }),
      point(2026, { value: 20, partial: true, until: "2026-06-30" }),
    ]);
    expect(factsOf(running)?.value).toBe("50.0");
  });
});

describe("formulasOf(figure)", () => {
  it("sets a ratio's words, then this year's numbers", () => {
    expect(formulasOf(ratio)).toEqual([
      {
        name: "注册志愿者占比",
        steps: [
          ["备案注册人数", "在岗职工数"],
          ["389", "433"],
        ],
        result: "89.8%",
      },
    ]);
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
    expect(formulasOf(split)).toMatchObject([{ steps: ["国家级 2 + 省级 7"], result: "9 项" }]);
  });
  it("sets the change of an amount since the base year, and how much of its budget was spent", () => {
    const amount = figure(
      [point(2012, { value: 86.4, base: 0 }), point(2025, { value: 22.5, base: -73.958, budget: 28 })],
      {
        unit: "万元",
        decimals: 2,
        changeUnit: "%",
        measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
      },
    );
    const [since, execution] = formulasOf(amount);
    expect(since).toEqual({
      name: "比 2012 年",
      steps: [
        ["2025 年 − 2012 年", "2012 年"],
        ["22.50 − 86.40", "86.40"],
      ],
      result: "减少 74.0%",
    });
    expect(execution).toEqual({
      name: "2025 年预算执行率",
      steps: [
        ["决算", "预算"],
        ["22.50", "28.00"],
      ],
      result: "80.4%", // 80.357…
    });
  });
  it("sets the difference of counts so small", () => {
    const events = figure([point(2012, { value: 1, base: 0 }), point(2025, { value: 5, base: 400 })], {
      unit: "项",
      decimals: 0,
      changeUnit: "%",
      measure: { kind: "count", dataset: "competitions", where: {} },
    });
    expect(formulasOf(events)).toEqual([
      { name: "比 2012 年", steps: ["2025 年 − 2012 年", "5 − 1"], result: "增加 4 项" },
    ]);
  });
  it("sets the windows of a cadence: three of the four that are over", () => {
    const measure = { kind: "cadence", dataset: "competitions", where: {}, months: 2 } as const;
    const windows = [true, false, true, true, null, null];
    const cadence = figure([point(2025, { value: 75, windows })], {
      measure,
      title: "按期开展",
      decimals: 0,
    });
    expect(formulasOf(cadence)).toMatchObject([
      {
        steps: [
          ["开展的期数", "已过的期数"],
          ["3", "4"],
        ],
        result: "75%",
      },
    ]);
  });
  it("sets nothing where the latest year has no value, and no rate where nothing was budgeted", () => {
    expect(formulasOf(figure([point(2025, { state: "withheld" })]))).toEqual([]);
    const unplanned = {
      measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
    } as const;
    expect(formulasOf(figure([point(2025, { value: 3, budget: 0 })], unplanned))).toEqual([]);
  });
});

describe("groupFigures(figures)", () => {
  it("puts figures of one index into one chart and leaves the others alone", () => {
    const index = (id: string) => figure([], { id, chart: "index", topic: "austerity", unit: "次" });
    const groups = groupFigures([index("a"), figure([], { id: "x" }), index("b")]);
    expect(groups.map((group) => group.map((one) => one.id))).toEqual([["a", "b"], ["x"]]);
  });
  it("keeps a share out of it: it has no index", () => {
    const amounts = { chart: "index", unit: "次" } as const;
    const groups = groupFigures([
      figure([], { ...amounts, id: "a" }),
      figure([], { ...amounts, id: "b", unit: "%" }),
      figure([], { ...amounts, id: "c" }),
    ]);
    expect(groups.map((group) => group.map((one) => one.id))).toEqual([["a", "c"], ["b"]]);
  });
  it("draws at most six in one chart", () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((i) => figure([], { id: `a${i}`, chart: "index", unit: "次" }));
    expect(groupFigures(many).map((group) => group.length)).toEqual([6, 1]);
  });
});
