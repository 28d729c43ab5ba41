import { describe, expect, it } from "vitest";
import { readHoldings } from "../../../src/core/figures/holdings.ts";
import { readHeld, readStreaks } from "../../../src/core/figures/standing.ts";
import { streakOn } from "../../../src/core/figures/streak.ts";
import { bureau } from "../bureau.ts";

const sources = { dataset: "honors", events: "honor-events", where: {} };
const header = "荣誉编号,名称,级别,获得单位,命名日期,生效日期,有效期至,前身荣誉编号,类型";

function material(honors: readonly string[], events: readonly string[] = [], now = "2026-03-01") {
  const tables = { honors: [header, ...honors], "honor-events": ["荣誉编号,日期,事件", ...events] };
  return bureau(tables, { now, asOf: now < "2026-01-01" ? now : "2025-12-31" });
}

/** Years and terms of the one title there is, at the end of each year. */
function streaks(honors: readonly string[], events: readonly string[], years: readonly number[]) {
  const [holding] = readHoldings(material(honors, events), sources);
  if (!holding) throw new Error("no title");
  return years.map((year) => {
    const { years: count, terms } = streakOn(holding, `${year}-12-31`);
    return [count, terms];
  });
}

const first = "H1,文明单位,省级,01,2012-07-01,,2014-06-30,,集体";
const renewed = (from: string) => `H2,文明单位,省级,01,${from},,,,集体`;

describe("streakOn(holding, day)", () => {
  it("counts 31 Decembers, the last day of validity among them", () => {
    const lines = ["H1,文明单位,省级,01,2012-12-31,,2014-12-31,,集体"];
    expect(streaks(lines, [], [2012, 2013, 2014, 2015])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [0, 0],
    ]);
  });
  it("is 0 in a gap, and counts the gap once it has closed", () => {
    // not held from 2014-07-01 to 2015-05-31
    expect(streaks([first, renewed("2015-06-01")], [], [2013, 2014, 2015])).toEqual([
      [2, 1],
      [0, 0],
      [4, 2],
    ]);
  });
  it("survives a gap of 364 and of 365 days, and not of 366", () => {
    // not held: 2014-07-01 … 2015-06-29 are 364 days
    expect(streaks([first, renewed("2015-06-30")], [], [2015])).toEqual([[4, 2]]);
    expect(streaks([first, renewed("2015-07-01")], [], [2015])).toEqual([[4, 2]]);
    expect(streaks([first, renewed("2015-07-02")], [], [2015])).toEqual([[1, 1]]);
  });
  it("counts a leap day as a day of the gap", () => {
    const before = "H1,文明单位,省级,01,2013-07-01,,2015-06-30,,集体";
    // not held: 2015-07-01 … 2016-06-29, with 29 February, are 365 days
    expect(streaks([before, renewed("2016-06-30")], [], [2016])).toEqual([[4, 2]]);
    expect(streaks([before, renewed("2016-07-01")], [], [2016])).toEqual([[1, 1]]);
  });
  it("counts the years of overlapping namings once, and both namings", () => {
    const lines = ["H1,文明单位,省级,01,2014-03-01,,2018-02-28,,集体", renewed("2018-01-15")];
    expect(streaks(lines, [], [2017, 2018])).toEqual([
      [4, 1],
      [5, 2],
    ]);
  });
  it("counts several namings of one day, of persons, as one term", () => {
    const person = (id: string) => `${id},先进个人,省级,01,2018-05-04,,,,个人`;
    expect(streaks([person("H1"), person("H2")], [], [2019])).toEqual([[2, 1]]);
  });
  it("takes 生效日期 in place of 命名日期", () => {
    const lines = ["H1,文明单位,省级,01,2012-11-20,2013-01-01,,,集体"];
    expect(streaks(lines, [], [2012, 2013])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
  it("survives 黄牌, 恢复, 复查合格 and 涉改认定", () => {
    const events = [
      "H1,2013-03-01,黄牌",
      "H1,2013-09-01,恢复",
      "H1,2014-03-01,复查合格",
      "H1,2014-05-01,涉改认定",
    ];
    expect(streaks(["H1,文明单位,省级,01,2012-07-01,,,,集体"], events, [2014])).toEqual([[3, 1]]);
  });
  it("ends with 撤销, and stands again after a later 恢复", () => {
    const open = ["H1,文明单位,省级,01,2012-07-01,,,,集体"];
    expect(streaks(open, ["H1,2014-12-31,撤销"], [2013, 2014, 2015])).toEqual([
      [2, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(streaks(open, ["H1,2014-06-01,撤销", "H1,2016-06-01,恢复"], [2015, 2016])).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
  it("goes on through a 撤销 that 恢复 undid within a year, and begins anew after a longer one", () => {
    const lines = ["H1,文明单位,省级,01,2012-07-01,,,,集体"];
    const undone = (day: string) => streaks(lines, ["H1,2014-11-01,撤销", `H1,${day},恢复`], [2014, 2015]);
    // not held on 31 December 2014; a gap of 92 days, then one of 366
    expect(undone("2015-02-01")).toEqual([
      [0, 0],
      [4, 1],
    ]);
    expect(undone("2015-11-02")).toEqual([
      [0, 0],
      [1, 1],
    ]);
  });
  it("passes by 涉改认定 to a successor, who takes it over with its years", () => {
    const lines = [
      "H1,文明单位,市级,0101,2016-04-26,,2021-04-25,,集体",
      "H2,文明单位,市级,0102,2019-08-15,,2021-04-25,H1,集体",
    ];
    const events = ["H1,2019-08-15,涉改认定"];
    expect(streaks(lines, events, [2018, 2019, 2020, 2021])).toEqual([
      [3, 1],
      [4, 2],
      [5, 2],
      [0, 0],
    ]);
    const at = (year: number) => readHeld(material(lines, events), sources)(year).value?.toNumber();
    expect([at(2018), at(2019), at(2021)]).toEqual([1, 1, 0]); // once, not for both
  });
  it("goes on where the title ended by 终止 and a successor followed", () => {
    const lines = ["H1,文明处室,省级,0101,2012-07-01,,,,集体", "H2,文明单位,省级,0102,2015-02-01,,,H1,集体"];
    expect(streaks(lines, ["H1,2014-11-01,终止"], [2015])).toEqual([[4, 2]]);
  });
});

describe("readStreaks(material, sources)", () => {
  const honors = [
    "H1,市级单位,市级,01,2015-05-01,,,,集体",
    "H2,省级窗口,省级,0101,2016-05-01,,,,窗口",
    "H3,省级单位,省级,01,2017-05-01,,,,集体",
  ];
  it("has one series a title, the highest level first, then the top unit's", () => {
    const series = readStreaks(material(honors), sources);
    expect(series.map(({ key, title }) => [key, title])).toEqual([
      ["省级单位", "省级单位"],
      ["省级窗口@0101", "省级窗口（一处）"],
      ["市级单位", "市级单位"],
    ]);
    expect(series[2]?.at(2025).value?.toNumber()).toBe(11);
  });
  it("stands as of asOf while the year runs", () => {
    const [series] = readStreaks(material(honors, [], "2025-07-01"), sources);
    expect(series?.at(2025)).toMatchObject({ partial: true, until: "2025-07-01", terms: 1 });
    expect(series?.at(2025).value?.toNumber()).toBe(9); // the ends of 2017 to 2024, and asOf
  });
});

describe("readHeld(material, sources)", () => {
  const honors = [
    "H1,文明单位,市级,01,2014-05-01,,2017-04-30,,集体",
    "H2,文明单位标兵,省级,01,2016-05-01,,,H1,集体",
    "H3,文明窗口,省级,0101,2016-05-01,,2018-12-31,,窗口",
  ];
  const held = (year: number, where: Record<string, string> = {}, events: readonly string[] = []) =>
    readHeld(material(honors, events), { ...sources, where })(year).value?.toNumber();
  it("counts what is valid on 31 December, a chain of predecessors once", () => {
    expect([2013, 2014, 2016, 2018, 2019].map((year) => held(year))).toEqual([0, 1, 2, 2, 1]);
  });
  it("counts a chain at the level of its latest naming", () => {
    expect([
      held(2015, { 级别: "市级" }),
      held(2016, { 级别: "市级" }),
      held(2016, { 级别: "省级" }),
    ]).toEqual([1, 0, 2]);
  });
  it("leaves out what was revoked by then", () => {
    expect([held(2016, {}, ["H3,2017-01-01,撤销"]), held(2017, {}, ["H3,2017-01-01,撤销"])]).toEqual([2, 1]);
  });
  it("counts two namings of one title that overlap, for nothing says that one replaces the other", () => {
    const lines = ["H1,文明单位,省级,01,2014-03-01,,2018-02-28,,集体", renewed("2017-12-15")];
    const at = (year: number) => readHeld(material(lines), sources)(year).value?.toNumber();
    expect([at(2016), at(2017), at(2018)]).toEqual([1, 2, 1]); // both on 31 December 2017
    const chained = [lines[0] ?? "", "H2,文明单位,省级,01,2017-12-15,,,H1,集体"];
    expect(readHeld(material(chained), sources)(2017).value?.toNumber()).toBe(1);
  });
  it("holds on its last day, a leap day too, and no longer", () => {
    const until = ["H1,文明单位,省级,01,2020-03-01,,2024-02-29,,集体"];
    const on = (now: string) => readHeld(material(until, [], now), sources)(2024).value?.toNumber();
    expect([on("2024-02-29"), on("2024-03-01")]).toEqual([1, 0]);
  });
  it("counts as of asOf while the year runs", () => {
    const amount = readHeld(material(honors, [], "2018-11-30"), sources)(2018);
    expect(amount).toMatchObject({ partial: true, until: "2018-11-30" });
  });
});
