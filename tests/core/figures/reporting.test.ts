import { describe, expect, it } from "vitest";
import { readReport } from "../../../src/core/figures/reporting.ts";
import { bureau } from "../bureau.ts";

const header = "时点,单位,口径,在岗职工数,数据状态";
const staff = { dataset: "headcount", column: "在岗职工数", where: {} };
const target = { indicator: "在岗职工", scope: null, unit: null };

function report(...lines: string[]) {
  return readReport(bureau({ headcount: [header, ...lines] }), staff, target);
}

/** What a year comes to, in short. */
function at(lines: readonly string[], year = 2018) {
  const { value, state, scope, break: broken } = report(...lines).at(year);
  return { value: value?.toNumber() ?? null, state, scope, broken };
}

describe("readReport(material, operand, target): units", () => {
  it("lets the top unit's own row stand, whatever its divisions report", () => {
    const lines = ["2018-12-31,01,全局,433", "2018-12-31,0101,全局,200", "2018-12-31,0102,全局,300"];
    expect(at(lines)).toMatchObject({ value: 433, state: "final" });
  });
  it("lets it stand though a division reports later in the year", () => {
    expect(at(["2018-06-30,01,全局,430", "2018-12-31,0101,全局,200"])).toMatchObject({ value: 430 });
  });
  it("lets it stand withheld, too", () => {
    const lines = ["2018-12-31,01,全局,XX", "2018-12-31,0101,全局,200", "2018-12-31,0102,全局,300"];
    expect(at(lines)).toMatchObject({ value: null, state: "withheld" });
  });
  it("sums the divisions where the top has no row", () => {
    expect(at(["2018-12-31,0101,全局,200", "2018-12-31,0102,全局,233"])).toMatchObject({ value: 433 });
  });
  it("has no sum where one division is missing or withheld", () => {
    expect(at(["2018-12-31,0101,全局,200"])).toMatchObject({ value: null, state: "missing" });
    const lines = ["2018-12-31,0101,全局,200", "2018-12-31,0102,全局,XX"];
    expect(at(lines)).toMatchObject({ value: null, state: "withheld" });
  });
  it("never counts a unit together with its own child", () => {
    const units = [
      "单位编码,单位名称,上级编码",
      "01,某局,",
      "0101,一处,01",
      "0102,二处,01",
      "010101,一处一科,0101",
      "010201,二处一科,0102",
      "010202,二处二科,0102",
    ];
    const headcount = [
      header,
      "2018-12-31,0101,全局,200",
      "2018-12-31,010101,全局,50",
      "2018-12-31,010201,全局,100",
      "2018-12-31,010202,全局,133",
    ];
    const { value } = readReport(bureau({ units, headcount }), staff, target).at(2018);
    expect(value?.toNumber()).toBe(433); // 200 + 100 + 133
  });
  it("asks only the units in use on that day: a reorganisation in mid-year", () => {
    const units = [
      "单位编码,单位名称,上级编码,启用日期,停用日期",
      "01,某局,,,",
      "0101,一处,01,,",
      "0102,二处,01,,2019-06-30",
      "0103,三处,01,2019-07-01,",
    ];
    const headcount = [
      header,
      "2018-12-31,0101,全局,200",
      "2018-12-31,0102,全局,233",
      "2019-12-31,0101,全局,205",
      "2019-12-31,0103,全局,240",
    ];
    const read = readReport(bureau({ units, headcount }), staff, target);
    expect([read.at(2018), read.at(2019)].map((amount) => amount.value?.toNumber())).toEqual([433, 445]);
  });
  it("counts nobody twice in a year of which a unit reported the first half and its successor the second", () => {
    const units = [
      "单位编码,单位名称,上级编码,启用日期,停用日期",
      "01,某局,,,",
      "0101,一处,01,,",
      "0102,二处,01,,2019-06-30",
      "0103,三处,01,2019-07-01,",
    ];
    const headcount = [
      header,
      "2019-06-30,0101,全局,204",
      "2019-06-30,0102,全局,231",
      "2019-12-31,0101,全局,205",
      "2019-12-31,0103,全局,240",
    ];
    const whole = (lines: readonly string[]) =>
      readReport(bureau({ units, headcount: lines }), staff, target).at(2019);
    expect(whole(headcount)).toMatchObject({ day: "2019-12-31", state: "final" });
    expect(whole(headcount).value?.toNumber()).toBe(445); // 205 + 240, the latest day alone
    expect(whole(headcount.slice(0, 3)).value?.toNumber()).toBe(435); // 204 + 231, when both were in use
    expect(whole(headcount.slice(0, 4))).toMatchObject({ value: null, state: "missing" }); // the successor did not report
  });
  it("takes the weakest status of the parts", () => {
    expect(at(["2018-12-31,0101,全局,200,修订", "2018-12-31,0102,全局,233,正式"]).state).toBe("revised");
    expect(at(["2018-12-31,0101,全局,200,修订", "2018-12-31,0102,全局,233,初步"]).state).toBe("provisional");
  });
});

describe("readReport(material, operand, target): days and scopes", () => {
  it("takes the latest day of a year", () => {
    expect(at(["2018-06-30,01,全局,420", "2018-12-31,01,全局,433"]).value).toBe(433);
  });
  it("prefers 全局, and breaks in a year that has only another scope", () => {
    const lines = ["2017-12-31,01,全局,425", "2018-12-31,01,机关,60"];
    expect(at(lines, 2017)).toEqual({ value: 425, state: "final", scope: "全局", broken: false });
    expect(at(lines, 2018)).toEqual({ value: 60, state: "final", scope: "机关", broken: true });
  });
  it("takes the only scope there is without a break", () => {
    expect(at(["2018-12-31,01,机关,60"])).toMatchObject({ value: 60, scope: "机关", broken: false });
  });
  it("chooses none of several other scopes", () => {
    const lines = ["2017-12-31,01,全局,425", "2018-12-31,01,机关,60", "2018-12-31,01,窗口,20"];
    expect(at(lines)).toMatchObject({ value: null, state: "missing" });
  });
  it("marks a running year as partial, as of the day of its rows", () => {
    const material = bureau({ headcount: [header, "2025-06-30,01,全局,430"] }, { now: "2025-08-01" });
    expect(readReport(material, staff, target).at(2025)).toMatchObject({
      partial: true,
      until: "2025-06-30",
    });
  });
});

describe("readReport(material, operand, target): years without rows", () => {
  const headcount = [header, "2017-12-31,01,全局,425"];
  const covered = (status: string) =>
    readReport(
      bureau({ headcount, coverage: ["数据集,年度,状态", `在岗职工数,2018,${status}`] }),
      staff,
      target,
    ).at(2018);
  it("gives coverage's reason", () => {
    expect(covered("未统计").state).toBe("not-collected");
    expect(covered("不适用").state).toBe("not-applicable");
    expect(covered("不公开").state).toBe("withheld");
  });
  it("is missing, and never 0, even where coverage says 齐全", () => {
    expect(covered("齐全")).toMatchObject({ value: null, state: "missing" });
    expect(at(["2017-12-31,01,全局,425"])).toMatchObject({ value: null, state: "missing" });
  });
});

describe("readReport(material, operand, target): money", () => {
  const operand = { dataset: "austerity", column: "本年数", where: { 项目: "公务接待费" } };
  const austerity = [
    "年度,单位,口径,项目,计量单位,本年数,上年数,预算数,增减率",
    "2018,01,全局,公务接待费,亿元,0.00225,0.0025,0.0028,-10.0",
    "2019,01,全局,公务接待费,次,20,,,",
    "2020,01,全局,公务接待费,万元,,,,-12.5",
  ];
  const money = { indicator: "公务接待费", scope: null, unit: "万元" };
  const read = readReport(bureau({ austerity }), operand, money);
  it("converts exactly into the indicator's unit, with 上年数 and the budget", () => {
    const { value, previous, budget, rate } = read.at(2018);
    expect([value, previous, budget, rate].map((one) => one?.toNumber())).toEqual([22.5, 25, 28, -10]);
  });
  it("finds a unit that cannot be converted, at its cell", () => {
    const amount = read.at(2019);
    expect(amount).toMatchObject({ value: null, state: "missing" });
    expect(amount.findings).toMatchObject([
      { code: "CFG-06", cell: "E3", facts: { text: "次", unit: "万元" } },
    ]);
  });
  it("knows only the rate of a year for which only a rate was published", () => {
    const { value, state, rate } = read.at(2020);
    expect([value, state, rate?.toNumber()]).toEqual([null, "rate-only", -12.5]);
  });
});
