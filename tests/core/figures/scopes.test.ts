import { describe, expect, it } from "vitest";
import { computeFigure } from "../../../src/core/figures/compute.ts";
import { indicatorJson } from "../../../src/core/published/publish.ts";
import { describe as describeFigure } from "../../../src/core/words/description.ts";
import { bureau, indicatorOf } from "../bureau.ts";
import { figureOf, siteOf } from "../published.ts";

const share = indicatorOf(
  {
    kind: "ratio",
    numerator: { dataset: "volunteers", column: "备案注册人数" },
    denominator: { dataset: "headcount", column: "在岗职工数" },
  },
  { title: "注册志愿者占比", unit: "%", decimals: 1, by: "口径", baseYear: 2024 },
);
const volunteers = ["时点,单位,口径,备案注册人数"];
const headcount = ["时点,单位,口径,在岗职工数"];

/** Rows of the bureau, each as year, scope, volunteers and staff; a part that is "" has no row. */
function tables(
  ...rows: readonly (readonly [year: number, scope: string, volunteers: string, staff: string])[]
) {
  const lines = (of: 2 | 3) =>
    rows.flatMap((row) => (row[of] === "" ? [] : [`${row[0]}-12-31,01,${row[1]},${row[of]}`]));
  return { volunteers: [...volunteers, ...lines(2)], headcount: [...headcount, ...lines(3)] };
}

const known = tables(
  [2024, "全局", "346", "423"],
  [2024, "机关", "90", "100"],
  [2025, "全局", "389", "433"],
  [2025, "机关", "96", "100"],
  [2025, "窗口", "12", ""],
);

/** Values, to two places, or states of a series by year. */
function valuesOf(given: ReturnType<typeof tables>, key: string): (number | string)[] {
  const points = figureOf(share, given).series.find((one) => one.key === key)?.points ?? [];
  return points.map(({ value, state }) => (value === null ? state : Math.round(value * 100) / 100));
}

describe("an indicator split by 口径", () => {
  it("has one series a scope in the list's order, always all of them, then the whole", () => {
    const { series } = figureOf(share, known);
    expect(series.map(({ key, title }) => [key, title])).toEqual([
      ["机关", "机关"],
      ["全局", "全局"],
      ["全系统", "全系统"],
      ["窗口", "窗口"],
      ["total", "注册志愿者占比"],
    ]);
  });
  it("takes numerator and denominator of one scope", () => {
    expect(valuesOf(known, "机关")).toEqual([90, 96]); // 90 ÷ 100, 96 ÷ 100
    expect(valuesOf(known, "全局")).toEqual([81.8, 89.84]); // 346 ÷ 423, 389 ÷ 433
    expect(valuesOf(known, "全系统")).toEqual(["missing", "missing"]);
    expect(valuesOf(known, "窗口")).toEqual(["missing", "no-denominator"]);
  });
  it("has as its total what stands for the whole, never a sum of scopes that hold one another", () => {
    expect(valuesOf(known, "total")).toEqual([81.8, 89.84]);
  });
  it("compares each scope with itself", () => {
    const office = figureOf(share, known).series.find(({ key }) => key === "机关")?.points[1];
    expect(office).toMatchObject({ change: 6, base: 6, scope: "机关", break: false });
  });
  it("lends no year of one scope to another; only the whole falls back, and says so", () => {
    const given = tables([2024, "全局", "346", "423"], [2025, "机关", "96", "100"]);
    expect(valuesOf(given, "全局")).toEqual([81.8, "missing"]);
    expect(valuesOf(given, "机关")).toEqual(["missing", 96]);
    expect(figureOf(share, given).series.at(-1)?.points[1]).toMatchObject({
      value: 96,
      scope: "机关",
      break: true,
      change: null,
    });
  });
  it("finds what is wrong with a row once, though two series read it", () => {
    // 31 December and 1 March are 305 days apart: SCP-02 for 全局 and for the whole
    const late = {
      volunteers: [...volunteers, "2025-12-31,01,全局,9"],
      headcount: [...headcount, "2025-03-01,01,全局,10"],
    };
    const { findings } = computeFigure(share, bureau(late), 2012, new Set());
    expect(findings.map(({ code }) => code)).toEqual(["SCP-02"]);
  });
  it("is laid out in JSON as any split indicator", () => {
    const figure = figureOf(share, known);
    const { series } = indicatorJson(siteOf([figure], known), figure) as { series: { key: string }[] };
    expect(series.map(({ key }) => key)).toEqual(["机关", "全局", "全系统", "窗口", "total"]);
  });
  it("is described with what the other scopes come to, those that were ever reported", () => {
    expect(describeFigure(figureOf(share, known))).toBe(
      "2025 年注册志愿者占比 89.8%，比上年提高 8.0 个百分点；比 2024 年提高 8.0 个百分点；另按口径：机关 96.0%。",
    );
  });
  it("is led by the first scope where none stands for the whole", () => {
    const given = tables([2025, "机关", "96", "100"], [2025, "窗口", "9", "10"]);
    expect(valuesOf(given, "total")).toEqual(["missing"]);
    expect(describeFigure(figureOf(share, given))).toBe(
      "2025 年注册志愿者占比 96.0%（机关口径）；另按口径：窗口 90.0%。",
    );
  });
});

describe("a sum split by 口径", () => {
  const fees = indicatorOf(
    { kind: "sum", dataset: "austerity", column: "本年数", where: { 项目: "公务接待费" } },
    { title: "公务接待费", unit: "万元", by: "口径" },
  );
  const rows = [
    "年度,单位,口径,项目,计量单位,本年数",
    "2025,01,全局,公务接待费,亿元,0.5",
    "2025,01,机关,公务接待费,万元,22.5",
  ];

  it("turns money of another unit into the indicator's", () => {
    const { series } = figureOf(fees, { austerity: rows });
    const of = (key: string) => series.find((one) => one.key === key)?.points[0]?.value;
    expect([of("全局"), of("机关"), of("total")]).toEqual([5000, 22.5, 5000]); // 0.5 亿元 are 5000 万元
  });
  it("finds an amount that does not convert, once", () => {
    const wrong = [...rows.slice(0, 1), "2025,01,全局,公务接待费,次,3"];
    const { findings } = computeFigure(fees, bureau({ austerity: wrong }), 2012, new Set());
    expect(findings.map(({ code }) => code)).toEqual(["CFG-06"]);
  });
});
