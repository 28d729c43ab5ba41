import { describe, expect, it } from "vitest";
import { computeFigure } from "../../../src/core/figures/compute.ts";
import { bureau, indicatorOf } from "../bureau.ts";

const meetings = indicatorOf(
  { kind: "sum", dataset: "austerity", column: "本年数", where: { 项目: "会议" } },
  { unit: "次", title: "会议" },
);
const trend = { ...indicatorOf({ kind: "trend", indicator: "test" }, { unit: "年" }), id: "trend" };

const severed = { year: 2014, date: "2014-01-01", kind: "制度变化", note: "", comparable: false };

/** The trend of 会议 at the end of each year from 2012 on; a row is its cells 口径, 本年数, 增减率, 数据状态. */
function trends(rows: readonly (string | null)[], more: Parameters<typeof bureau>[1] = {}) {
  const lines = rows.flatMap((row, i) => {
    if (row === null) return [];
    const [scope, value, ...others] = row.split(",");
    return `${2012 + i},01,${scope || "全局"},会议,次,${value},${others.join()}`;
  });
  const austerity = ["年度,单位,口径,项目,计量单位,本年数,增减率,数据状态", ...lines];
  const asOf = `${2011 + rows.length}-12-31`;
  const material = bureau({ austerity }, { asOf, indicators: new Map([["test", meetings]]), ...more });
  const { figure } = computeFigure(trend, material, 2012, new Set());
  expect(figure.series.map(({ key, title }) => [key, title])).toEqual([["total", "指标"]]);
  return figure.series[0]?.points ?? [];
}

const values = (...of: Parameters<typeof trends>) => trends(...of).map(({ value, state }) => value ?? state);

describe("a trend", () => {
  it("counts rises up and falls down, and begins anew at every turn", () => {
    expect(values([",5", ",6", ",8", ",7", ",6", ",3", ",4"])).toEqual([0, 1, 2, -1, -2, -3, 1]);
  });
  it("counts the seven falls of 三公经费, 2010 to 2017", () => {
    const spent = [",94.7", ",93.64", ",74.25", ",70.15", ",58.8", ",53.73", ",48.25", ",43.6"];
    expect(values(spent).at(-1)).toBe(-7);
  });
  it("is 0 where nothing changed", () => {
    expect(values([",5", ",6", ",6", ",7"])).toEqual([0, 1, 0, 1]);
  });
  it("counts a rise from 0, which has no percentage", () => {
    expect(values([",0", ",5", ",7"])).toEqual([0, 1, 2]);
  });
  it("goes through years of rates between years of counts", () => {
    // 2014: −13.7; 2015: a count, compared by its −4.6
    expect(values([",118,", ",102,", ",,-13.7", ",84,-4.6", ",80,"])).toEqual([0, -1, -2, -3, -4]);
    expect(trends([",118,", ",102,", ",,-13.7"]).at(-1)?.state).toBe("final");
  });
  it("ends at a missing year, which stays absent", () => {
    expect(values([",5", ",6", null, ",8", ",9"])).toEqual([0, 1, "missing", 0, 1]);
    expect(values([",5", ",6", ",XX", ",8"])).toEqual([0, 1, "withheld", 0]);
  });
  it("ends at a year of another scope, and at a break that forbids comparing", () => {
    expect(values([",5", ",6", "机关,7", ",8", ",9"])).toEqual([0, 1, 0, 0, 1]);
    const breaks = new Map([["test", [severed]]]);
    expect(values([",5", ",6", ",7", ",8", ",9"], { breaks })).toEqual([0, 1, 0, 1, 2]);
    const marked = new Map([["test", [{ ...severed, comparable: true }]]]);
    expect(values([",5", ",6", ",7"], { breaks: marked })).toEqual([0, 1, 2]);
  });
  it("leaves an unfinished year open", () => {
    const points = trends([",5", ",6", ",8"], { now: "2014-10-01", asOf: "2014-09-30" });
    expect(points.at(-1)).toMatchObject({
      value: null,
      state: "not-due",
      partial: true,
      until: "2014-09-30",
    });
    expect(points.at(-2)?.value).toBe(1);
  });
  it("is as provisional as any year of its run", () => {
    expect(trends([",5", ",6,,初步", ",7", ",6", ",5"]).map(({ state }) => state)).toEqual([
      "final",
      "provisional",
      "provisional",
      "final",
      "final",
    ]);
  });
  it("has no change and no base, and rests on its indicator's cells", () => {
    const [, last] = trends([",5", ",6"]);
    expect(last).toMatchObject({ change: null, base: null, scope: "全局", parts: null });
    expect(last?.cells[0]?.indices).toEqual([1]);
  });
});
