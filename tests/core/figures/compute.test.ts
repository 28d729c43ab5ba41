import { describe, expect, it } from "vitest";
import { computeFigure } from "../../../src/core/figures/compute.ts";
import { bureau, indicatorOf } from "../bureau.ts";

const competitions = [
  "竞赛编号,类别,开始日期,单位,参赛人次",
  "J1,技能大赛,2022-05-12,01,120",
  "J2,其他,2024-05-12,01,80",
  "J3,其他,2024-06-12,01,16",
];
const entries = indicatorOf(
  { kind: "sum", dataset: "competitions", column: "参赛人次" },
  { by: "类别", unit: "人次", title: "参赛人次", baseYear: 2022 },
);

function compute(tables: Record<string, readonly string[]>, indicator = entries, more = {}) {
  return computeFigure(indicator, bureau(tables, more), 2012, new Set()).figure;
}

describe("computeFigure(indicator, material, baseYear, notCounted)", () => {
  it("has one series a code, in the list's order, always all of them, then the total", () => {
    const { series } = compute({ competitions });
    expect(series.map(({ key, title }) => [key, title])).toEqual([
      ["技能大赛", "技能大赛"],
      ["知识竞赛", "知识竞赛"],
      ["岗位测试", "岗位测试"],
      ["其他", "其他"],
      ["total", "合计"],
    ]);
    const values = (key: string) => series.find((one) => one.key === key)?.points.map((point) => point.value);
    expect(values("技能大赛")).toEqual([120, null, 0, null]);
    expect(values("知识竞赛")).toEqual([0, null, 0, null]);
    expect(values("total")).toEqual([120, null, 96, null]);
  });
  it("has a point for every year from the first row to asOf", () => {
    const [total] = compute({ competitions }, indicatorOf({ kind: "count", dataset: "competitions" })).series;
    expect(total?.points.map((point) => [point.year, point.state])).toEqual([
      [2022, "final"],
      [2023, "missing"],
      [2024, "final"],
      [2025, "missing"],
    ]);
    expect(total).toMatchObject({ key: "total", title: "指标" });
    expect(total?.points[0]).toMatchObject({ from: "2022-01-01", to: "2022-12-31" });
  });
  it("compares with the indicator's base year, else with the site's", () => {
    const total = compute({ competitions }).series.at(-1);
    expect(total?.points.map((point) => [point.change, point.base])).toEqual([
      [null, 0],
      [null, null],
      [null, -20],
      [null, null],
    ]);
    expect(compute({ competitions }).baseYear).toBe(2022);
    expect(compute({ competitions }, indicatorOf({ kind: "count", dataset: "competitions" })).baseYear).toBe(
      2012,
    );
  });
  it("adds decimals exactly", () => {
    const austerity = [
      "年度,单位,口径,项目,计量单位,本年数",
      "2025,0101,全局,公务接待费,万元,0.1",
      "2025,0102,全局,公务接待费,万元,0.2",
    ];
    const reception = indicatorOf(
      { kind: "sum", dataset: "austerity", column: "本年数", where: { 项目: "公务接待费" } },
      { unit: "万元" },
    );
    expect(compute({ austerity }, reception).series[0]?.points[0]?.value).toBe(0.3);
  });
  it("keeps both days of a ratio's parts", () => {
    const tables = {
      volunteers: ["时点,单位,口径,备案注册人数", "2025-12-31,01,全局,389"],
      headcount: ["时点,单位,口径,在岗职工数", "2025-11-30,01,全局,433"],
    };
    const share = indicatorOf(
      {
        kind: "ratio",
        numerator: { dataset: "volunteers", column: "备案注册人数" },
        denominator: { dataset: "headcount", column: "在岗职工数" },
      },
      { unit: "%" },
    );
    const figure = compute(tables, share);
    expect(figure).toMatchObject({ scope: "全局", present: true });
    expect(figure.series[0]?.points).toMatchObject([
      {
        parts: { numerator: 389, denominator: 433 },
        dates: { numerator: "2025-12-31", denominator: "2025-11-30" },
        scope: "全局",
      },
    ]);
  });
  it("has no points, and is not present, where the folder has none of its data", () => {
    const figure = compute({});
    expect(figure.present).toBe(false);
    expect(figure.series.at(-1)?.points).toEqual([]);
  });
  it("says when rows it would count were left out", () => {
    const { figure } = computeFigure(entries, bureau({ competitions }), 2012, new Set(["competitions"]));
    expect(figure.notCounted).toBe(true);
    expect(compute({ competitions }).notCounted).toBe(false);
  });
});
