import { describe, expect, it } from "vitest";
import type { Calendar } from "../../../src/core/declared/calendar.ts";
import { findDue } from "../../../src/core/due/due.ts";
import type { Rows } from "../../../src/core/rows.ts";
import { datasets, rowsOf } from "../bureau.ts";

const yearly: Calendar = { every: "year", due: "01-31" };

/** What is owed of 在岗职工数 on a day, where these days have rows and these years are in coverage. */
function owed(
  now: string,
  days: readonly string[],
  calendar: Calendar | undefined,
  covered: readonly string[] = [],
) {
  const headcount = datasets.get("headcount");
  if (!headcount) throw new Error("no headcount");
  const { calendar: _, ...rest } = headcount;
  const dataset = calendar ? { ...rest, calendar } : rest;
  const rows = new Map<string, Rows>([
    ["coverage", rowsOf("coverage", ["数据集,年度,状态", ...covered.map((line) => `headcount,${line}`)])],
  ]);
  if (days.length > 0) {
    const lines = days.map((day) => `${day},01,全局,433`);
    rows.set("headcount", rowsOf("headcount", ["时点,单位,口径,在岗职工数", ...lines]));
  }
  const [due] = findDue([dataset], rows, now);
  return {
    owner: due?.owner,
    scheduled: due?.scheduled,
    owed: due?.owed.map(({ period, overdue, days: n }) => `${period.name} ${overdue ? "late" : "left"} ${n}`),
    next: due?.next && `${due.next.period.name} ${due.next.period.due} ${due.next.days}`,
  };
}

describe("findDue(datasets, rows, now)", () => {
  it("owes nothing where every year that is over has a row", () => {
    expect(owed("2026-03-01", ["2024-12-31", "2025-12-31"], yearly)).toEqual({
      owner: "人事处",
      scheduled: true,
      owed: [],
      next: "2026 年 2027-01-31 336", // 30 days of March, 275 to the year's end, 31 of January
    });
  });

  it("counts the days that are left until the day itself, and then the days it is late", () => {
    const on = (now: string) => owed(now, ["2024-12-31"], yearly);
    expect(on("2025-12-30")).toMatchObject({ owed: [], next: "2025 年 2026-01-31 32" });
    expect(on("2025-12-31")).toMatchObject({ owed: ["2025 年 left 31"], next: "2025 年 2026-01-31 31" });
    expect(on("2026-01-01")).toMatchObject({ owed: ["2025 年 left 30"], next: "2025 年 2026-01-31 30" });
    expect(on("2026-01-31")).toMatchObject({ owed: ["2025 年 left 0"], next: "2025 年 2026-01-31 0" });
    expect(on("2026-02-01")).toMatchObject({ owed: ["2025 年 late 1"], next: "2026 年 2027-01-31 364" });
  });

  it("counts the leap day", () => {
    expect(owed("2028-03-01", ["2026-12-31"], { every: "year", due: "02-28" }).owed).toEqual([
      "2027 年 late 2",
    ]);
    expect(owed("2027-03-01", ["2025-12-31"], { every: "year", due: "02-29" }).owed).toEqual([
      "2026 年 late 1",
    ]);
  });

  it("takes a word in coverage for an answer, whatever it says", () => {
    const rows = ["2022-12-31"];
    expect(owed("2026-03-01", rows, yearly, ["2024,未统计"]).owed).toEqual([
      "2023 年 late 760",
      "2025 年 late 29",
    ]);
    expect(owed("2026-03-01", rows, yearly, ["2023,部分", "2024,齐全", "2025,不公开"]).owed).toEqual([]);
  });

  it("expects nothing of a running year of which coverage says that nothing will come", () => {
    const rows = ["2025-12-31"];
    expect(owed("2026-03-01", rows, yearly, ["2026,部分"]).next).toBe("2026 年 2027-01-31 336");
    expect(owed("2026-03-01", rows, yearly, ["2026,不适用"]).next).toBe("2027 年 2028-01-31 701");
  });

  it("does not take figures of a running period for the period's own", () => {
    const rows = ["2025-12-31", "2026-02-28"];
    expect(owed("2026-03-01", rows, yearly)).toMatchObject({ owed: [], next: "2026 年 2027-01-31 336" });
  });

  it("tells quarters apart", () => {
    const quarterly: Calendar = { every: "quarter", due: "20" };
    expect(owed("2026-01-10", ["2025-03-31", "2025-09-30"], quarterly)).toMatchObject({
      owed: ["2025 年第 2 季度 late 174", "2025 年第 4 季度 left 10"], // due 20 July and 20 January
      next: "2025 年第 4 季度 2026-01-20 10",
    });
  });

  it("begins with the calendar's first year, else with the last period that is over", () => {
    expect(owed("2026-03-01", [], { ...yearly, since: 2024 }).owed).toEqual([
      "2024 年 late 394",
      "2025 年 late 29",
    ]);
    expect(owed("2026-03-01", [], yearly).owed).toEqual(["2025 年 late 29"]);
    expect(owed("2026-03-01", [], { every: "month", due: "10" }).owed).toEqual(["2026 年 2 月 left 9"]);
    expect(owed("2026-01-01", [], { every: "month", due: "10" }).owed).toEqual(["2025 年 12 月 left 9"]);
  });

  it("asks nothing of a data set without a calendar", () => {
    expect(owed("2026-03-01", ["2012-12-31"], undefined)).toEqual({
      owner: "人事处",
      scheduled: false,
      owed: [],
      next: null,
    });
  });
});
