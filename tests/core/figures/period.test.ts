import { describe, expect, it } from "vitest";
import {
  dayOf,
  daysBetween,
  earliestYear,
  isUnfinished,
  latestDay,
  yearsFrom,
} from "../../../src/core/figures/period.ts";
import { rowsOf } from "../bureau.ts";

describe("daysBetween(a, b)", () => {
  it("counts days, leap days too", () => {
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2019-02-28", "2019-03-01")).toBe(1);
    expect(daysBetween("2018-12-31", "2018-09-30")).toBe(92);
  });
});

describe("isUnfinished(year, now)", () => {
  it("ends a year on its 31 December", () => {
    expect(isUnfinished(2025, "2025-12-30")).toBe(true);
    expect(isUnfinished(2025, "2025-12-31")).toBe(false);
  });
});

describe("dayOf(time)", () => {
  it("takes a year as its last day", () => {
    expect([dayOf("2018"), dayOf("2018-03-05")]).toEqual(["2018-12-31", "2018-03-05"]);
  });
});

describe("yearsFrom(first, last)", () => {
  it("names every year, and none where there is none", () => {
    expect(yearsFrom(2023, 2025)).toEqual([2023, 2024, 2025]);
    expect(yearsFrom(2026, 2025)).toEqual([]);
  });
});

describe("latestDay(all, now) and earliestYear(all)", () => {
  const honors = rowsOf("honors", [
    "荣誉编号,命名日期,有效期至",
    "H1,2015-05-04,2018-05-03",
    "H2,2024-06-30,2030-06-29",
  ]);
  const meetings = rowsOf("austerity", ["年度,单位,口径,项目", "2025,01,全局,会议"]);
  it("does not count 有效期至", () => {
    expect(latestDay([honors], "2026-03-01")).toBe("2024-06-30");
  });
  it("takes a 年度 as its 31 December, a running one as today", () => {
    expect(latestDay([honors, meetings], "2026-03-01")).toBe("2025-12-31");
    expect(latestDay([honors, meetings], "2025-07-01")).toBe("2025-07-01");
  });
  it("leaves out what is after today", () => {
    expect(latestDay([honors, meetings], "2024-03-01")).toBe("2015-05-04");
  });
  it("is not moved by what coverage says of the running year", () => {
    const coverage = rowsOf("coverage", ["数据集,年度,状态", "honors,2026,部分"]);
    expect(latestDay([honors, coverage], "2026-03-01")).toBe("2024-06-30");
  });
  it("finds the earliest year of several data sets", () => {
    expect(earliestYear([meetings, honors])).toBe(2015);
    expect(earliestYear([])).toBeNull();
  });
});
