import { describe, expect, it } from "vitest";
import { readRatio } from "../../../src/core/figures/ratio.ts";
import { say } from "../../../src/core/message.ts";
import { bureau, indicatorOf } from "../bureau.ts";

const share = {
  kind: "ratio",
  numerator: { dataset: "volunteers", column: "备案注册人数" },
  denominator: { dataset: "headcount", column: "在岗职工数" },
};

/** One year's ratio of volunteers to staff, from one line each. */
function divide(volunteers: readonly string[], headcount: readonly string[], year = 2018, unit = "%") {
  const indicator = indicatorOf(share, { unit });
  if (indicator.measure.kind !== "ratio") throw new Error("not a ratio");
  const material = bureau({
    volunteers: ["时点,单位,口径,备案注册人数", ...volunteers],
    headcount: ["时点,单位,口径,在岗职工数", ...headcount],
  });
  const { value, parts, ...amount } = readRatio(material, indicator, indicator.measure).at(year);
  return {
    ...amount,
    value: value?.toNumber() ?? null,
    numerator: parts?.numerator.value?.toNumber() ?? null,
    denominator: parts?.denominator.value?.toNumber() ?? null,
  };
}

const volunteers = ["2018-12-31,01,全局,389"];
const headcount = ["2018-12-31,01,全局,433"];

describe("readRatio(material, indicator, measure)", () => {
  it("divides, in percent where the unit is %", () => {
    expect(divide(volunteers, headcount).value).toBeCloseTo(89.83833718244804, 9); // 389 ÷ 433
    expect(divide(volunteers, headcount, 2018, "次").value).toBeCloseTo(0.8983833718244804, 9);
  });
  it("keeps the known part of a withheld ratio", () => {
    expect(divide(["2018-12-31,01,全局,XX"], headcount)).toMatchObject({
      value: null,
      state: "withheld",
      numerator: null,
      denominator: 433,
    });
    expect(divide(volunteers, ["2018-12-31,01,全局,XX"])).toMatchObject({
      state: "withheld",
      numerator: 389,
    });
  });
  it("has no denominator where it is missing or 0", () => {
    expect(divide(volunteers, []).state).toBe("no-denominator");
    expect(divide(volunteers, ["2018-12-31,01,全局,"]).state).toBe("no-denominator");
    expect(divide(volunteers, ["2018-12-31,01,全局,0"])).toMatchObject({
      value: null,
      state: "no-denominator",
      denominator: 0,
    });
  });
  it("names the reason that comes first where both are absent", () => {
    expect(divide(["2018-12-31,01,全局,未统计"], ["2018-12-31,01,全局,XX"]).state).toBe("withheld");
    expect(divide(["2018-12-31,01,全局,未统计"], []).state).toBe("not-collected");
    expect(divide([], headcount).state).toBe("missing");
  });
});

describe("readRatio(material, indicator, measure): scopes", () => {
  it("looks for the denominator in the numerator's scope", () => {
    const both = ["2018-12-31,01,全局,433", "2018-12-31,01,机关,60"];
    expect(divide(["2018-12-31,01,机关,54"], both)).toMatchObject({ value: 90, scope: "机关", findings: [] });
  });
  it("refuses different scopes and names both cells", () => {
    const { value, findings } = divide(volunteers, ["2018-12-31,01,机关,60"]);
    expect(value).toBeNull();
    expect(findings).toMatchObject([
      {
        code: "SCP-01",
        level: "E",
        file: "volunteers/all.csv",
        cell: "D2",
        facts: { year: 2018, numeratorScope: "全局", denominatorScope: "机关" },
        related: [{ file: "headcount/all.csv", cell: "D2" }],
      },
    ]);
  });
});

describe("readRatio(material, indicator, measure): days", () => {
  it("allows 92 days between the two", () => {
    expect(divide(volunteers, ["2018-09-30,01,全局,433"])).toMatchObject({ state: "final", findings: [] });
  });
  it("refuses 93 days, keeps both numbers and warns", () => {
    expect(divide(volunteers, ["2018-09-29,01,全局,433"])).toMatchObject({
      value: null,
      state: "no-denominator",
      numerator: 389,
      denominator: 433,
      findings: [{ code: "SCP-02", level: "T", facts: { days: 93 } }],
    });
  });
  it("counts 29 February among the days", () => {
    // 1 February to 3 May: 28 + 31 + 30 + 3 = 92 days in a leap year, one fewer in others
    const apart = (from: string, to: string) =>
      divide([`${from},01,全局,389`], [`${to},01,全局,433`], Number(from.slice(0, 4))).state;
    expect(apart("2024-02-01", "2024-05-03")).toBe("final");
    expect(apart("2024-02-01", "2024-05-04")).toBe("no-denominator");
    expect(apart("2023-02-01", "2023-05-04")).toBe("final");
    expect(apart("2023-02-01", "2023-05-05")).toBe("no-denominator");
  });
  it("refuses days of different years, however near", () => {
    const { state, findings } = divide(volunteers, ["2019-01-01,01,全局,433"]);
    expect(state).toBe("no-denominator");
    expect(findings).toMatchObject([{ code: "SCP-02", facts: { days: 1, denominatorDay: "2019-01-01" } }]);
    expect(findings.map((found) => say(found).message).join()).toContain("不在同一年"); // a day apart is no reason
  });
});

describe("readRatio(material, indicator, measure): instead", () => {
  const coverage = {
    kind: "ratio",
    numerator: {
      dataset: "participants",
      column: "参加人数",
      where: { 活动: "竞赛" },
      instead: { dataset: "competitions", column: "参赛人数", single: "竞赛编号" },
    },
    denominator: { dataset: "headcount", column: "在岗职工数" },
  };
  const units = [
    "单位编码,单位名称,上级编码",
    "01,某局,",
    "0101,一处,01",
    "0102,二处,01",
    "010201,二处一科,0102",
  ];
  const at = (
    participants: readonly string[],
    competitions: readonly string[],
    more: Parameters<typeof bureau>[1] = {},
  ) => {
    const indicator = indicatorOf(coverage, { unit: "%" });
    if (indicator.measure.kind !== "ratio") throw new Error("not a ratio");
    const material = bureau(
      {
        headcount: ["时点,单位,口径,在岗职工数", "2018-12-31,01,全局,400"],
        participants: ["年度,单位,口径,活动,参加人数", ...participants],
        competitions: ["竞赛编号,开始日期,单位,参赛人数", ...competitions],
        units,
      },
      more,
    );
    const { value, state } = readRatio(material, indicator, indicator.measure).at(2018);
    return [value?.toNumber() ?? null, state];
  };
  it("takes the only competition's persons in a year without participants", () => {
    expect(at([], ["J1,2018-05-12,0101,40", "J1,2018-05-12,0102,48"])).toEqual([22, "final"]); // 88 ÷ 400
  });
  it("lets the top unit's row of it stand, and never counts a unit together with its own child", () => {
    expect(at([], ["J1,2018-05-12,01,60", "J1,2018-05-12,0102,48"])).toEqual([15, "final"]); // 60 ÷ 400
    expect(at([], ["J1,2018-05-12,010201,20", "J1,2018-05-12,0102,48"])).toEqual([null, "missing"]);
  });
  it("takes nothing where the edition left out rows of that year", () => {
    const leftOut = new Map([["competitions", new Set([2018])]]);
    expect(at([], ["J1,2018-05-12,01,88"], { leftOut })).toEqual([null, "missing"]);
  });
  it("takes nothing from two competitions, for a person may be in both", () => {
    expect(at([], ["J1,2018-05-12,01,40", "J2,2018-06-12,01,48"])).toEqual([null, "missing"]);
  });
  it("prefers the participants, withheld or not", () => {
    expect(at(["2018,01,全局,竞赛,100"], ["J1,2018-05-12,01,88"])).toEqual([25, "final"]);
    expect(at(["2018,01,全局,竞赛,XX"], ["J1,2018-05-12,01,88"])).toEqual([null, "withheld"]);
  });
});
