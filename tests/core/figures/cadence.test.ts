import { describe, expect, it } from "vitest";
import { readCadence } from "../../../src/core/figures/cadence.ts";
import { bureau } from "../bureau.ts";

const competitions = [
  "竞赛编号,类别,开始日期,单位",
  "J1,技能大赛,2018-01-15,01",
  "J2,技能大赛,2018-02-28,01",
  "J3,其他,2018-05-12,0101",
  "J4,技能大赛,2018-12-31,01",
  "J5,技能大赛,2020-02-29,01",
];

interface Setting {
  readonly months?: 1 | 2 | 12;
  readonly since?: string;
  readonly where?: Record<string, string>;
  readonly coverage?: readonly string[];
  readonly now?: string;
}

/** Share and longest gap of a year, rounded to two places; where there is none, why. */
function cadence(
  year: number,
  { months = 2, where = {}, coverage = [], now = "2026-03-01", ...more }: Setting = {},
) {
  const tables = { competitions, coverage: ["数据集,年度,状态", ...coverage] };
  const material = bureau(tables, { now, asOf: now });
  const amount = readCadence(material, { kind: "cadence", dataset: "competitions", where, months, ...more })(
    year,
  );
  return [amount.value?.round(2).toNumber() ?? amount.state, amount.gap];
}

describe("readCadence(material, cadence)", () => {
  it("is the share of windows in which something took place, and the longest time without", () => {
    // months 1–2, 5–6 and 11–12 of six; from 12 May to 31 December are 233 days
    expect(cadence(2018)).toEqual([50, 233]);
    expect(cadence(2018, { months: 12 })).toEqual([100, 233]);
    expect(cadence(2018, { months: 1 })).toEqual([33.33, 233]); // 1, 2, 5, 12 of twelve
  });
  it("says of each window whether it was met, and nothing of one that is open", () => {
    const windowsOf = (months: 2 | 6, now: string) => {
      const material = bureau({ competitions }, { now, asOf: now });
      return readCadence(material, { kind: "cadence", dataset: "competitions", where: {}, months })(2018)
        .windows;
    };
    expect(windowsOf(2, "2026-03-01")).toEqual([true, false, true, false, false, true]);
    expect(windowsOf(6, "2026-03-01")).toEqual([true, true]);
    expect(windowsOf(2, "2018-05-20")).toEqual([true, false, true, null, null, null]); // 5–6 is met, 3–4 was not
  });
  it("counts a leap day: from 1 January to 29 February 59 days, from there to the end 306", () => {
    expect(cadence(2020)).toEqual([16.67, 306]);
  });
  it("counts only what fits", () => {
    expect(cadence(2018, { where: { 类别: "其他" } })).toEqual([16.67, 233]);
  });
  it("is 0 % over a whole year of 364 days, 365 in a leap year, where coverage says 齐全", () => {
    expect(cadence(2019, { coverage: ["competitions,2019,齐全"] })).toEqual([0, 364]);
    expect(cadence(2024, { coverage: ["competitions,2024,齐全"] })).toEqual([0, 365]);
  });
  it("is absent, for coverage's reason, where nothing is known", () => {
    expect(cadence(2019)).toEqual(["missing", null]);
    expect(cadence(2019, { coverage: ["competitions,2019,未统计"] })).toEqual(["not-collected", null]);
  });
  it("counts a window still open only if it is met", () => {
    expect(cadence(2018, { now: "2018-05-20" })).toEqual([66.67, 73]); // 1–2 and 5–6 of three; 28 February to 12 May
    expect(cadence(2018, { now: "2018-05-20", where: { 类别: "技能大赛" } })).toEqual([50, 81]); // 1–2 of two; to 20 May
    expect(cadence(2018, { now: "2018-04-30" })).toEqual([50, 61]); // 3–4 has closed that day
  });
  it("is not due before any window has closed or is met", () => {
    expect(cadence(2018, { now: "2018-01-20", where: { 类别: "其他" } })).toEqual(["not-due", null]);
  });
  it("begins with the rule", () => {
    expect(cadence(2018, { since: "2018-05-10" })).toEqual([50, 233]); // 5–6 and 11–12 of 5–6 … 11–12
    expect(cadence(2018, { since: "2018-05-20" })).toEqual([33.33, 225]); // 11–12 of 7–8 … 11–12; 20 May to 31 December
    expect(cadence(2018, { since: "2019-01-01" })).toEqual(["not-applicable", null]);
  });
});
