import { describe, expect, it } from "vitest";
import type { Calendar } from "../../../src/core/declared/calendar.ts";
import { periodAfter, periodAt } from "../../../src/core/due/period.ts";

const yearly = (due: string): Calendar => ({ every: "year", due });

describe("periodAt(day, calendar)", () => {
  it.each<[string, Calendar, string, string, string, string]>([
    ["2025-06-30", yearly("01-31"), "2025 年", "2025-01-01", "2025-12-31", "2026-01-31"],
    ["2025-12-31", yearly("01-31"), "2025 年", "2025-01-01", "2025-12-31", "2026-01-31"],
    ["2026-01-01", yearly("01-31"), "2026 年", "2026-01-01", "2026-12-31", "2027-01-31"],
    ["2026-05-01", yearly("02-29"), "2026 年", "2026-01-01", "2026-12-31", "2027-02-28"], // 2027 has no leap day
    ["2027-05-01", yearly("02-29"), "2027 年", "2027-01-01", "2027-12-31", "2028-02-29"],
    [
      "2025-06-30",
      { every: "half-year", due: "15" },
      "2025 年上半年",
      "2025-01-01",
      "2025-06-30",
      "2025-07-15",
    ],
    [
      "2025-07-01",
      { every: "half-year", due: "15" },
      "2025 年下半年",
      "2025-07-01",
      "2025-12-31",
      "2026-01-15",
    ],
    [
      "2025-09-30",
      { every: "quarter", due: "20" },
      "2025 年第 3 季度",
      "2025-07-01",
      "2025-09-30",
      "2025-10-20",
    ],
    [
      "2025-12-01",
      { every: "quarter", due: "20" },
      "2025 年第 4 季度",
      "2025-10-01",
      "2025-12-31",
      "2026-01-20",
    ],
    ["2024-02-29", { every: "month", due: "10" }, "2024 年 2 月", "2024-02-01", "2024-02-29", "2024-03-10"],
    ["2026-01-31", { every: "month", due: "31" }, "2026 年 1 月", "2026-01-01", "2026-01-31", "2026-02-28"],
  ])("puts %s by %j into its period", (day, calendar, name, from, to, due) => {
    expect(periodAt(day, calendar)).toEqual({ name, from, to, due });
  });
});

describe("periodAfter(period, calendar)", () => {
  it("goes on across the end of a year", () => {
    const calendar: Calendar = { every: "quarter", due: "20" };
    const names = [periodAt("2025-08-01", calendar)];
    for (let i = 0; i < 3; i++) names.push(periodAfter(names.at(-1) as never, calendar));
    expect(names.map(({ name }) => name)).toEqual([
      "2025 年第 3 季度",
      "2025 年第 4 季度",
      "2026 年第 1 季度",
      "2026 年第 2 季度",
    ]);
  });
});
