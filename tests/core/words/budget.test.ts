import { describe, expect, it } from "vitest";
import type { PublishedPoint } from "../../../src/core/site.ts";
import { budgetFinding, describeBudget, formatExecution } from "../../../src/core/words/budget.ts";
import { headline } from "../../../src/core/words/headline.ts";
import { figure, point } from "../../components/figure.ts";

const money = { title: "公务接待费", unit: "万元", decimals: 2, changeUnit: "%", chart: "budget" } as const;

/** Years in a row from 2018 on, each as outturn and budget. */
function spent(...years: readonly (readonly [value: number | null, budget: number | null])[]) {
  return figure(
    years.map(([value, budget], i) =>
      point(2018 + i, { value, budget, state: value === null ? "withheld" : "final" }),
    ),
    money,
  );
}

describe("formatExecution(point)", () => {
  it("is outturn ÷ budget in percent, and nothing where nothing was budgeted", () => {
    const rate = (value: number | null, budget: number | null) => formatExecution({ value, budget });
    expect(rate(22.5, 28)).toBe("80.4%"); // 80.357…
    expect(rate(163.45, 100)).toBe("163.5%"); // half away from zero: 163.45
    expect(rate(0, 2)).toBe("0.0%");
    expect(rate(3, 0)).toBe("");
    expect(rate(null, 2)).toBe("");
    expect(rate(2, null)).toBe("");
  });
});

describe("budgetFinding(figure)", () => {
  it("names the years that went over, and counts them among the years that have a budget", () => {
    expect(budgetFinding(spent([26, 38], [29.4, 28], [25, 30]))).toBe(
      "公务接待费有预算的 3 年里，只有 2019 年决算超过预算",
    );
    expect(budgetFinding(spent([39, 38], [29.4, 28], [25, 30]))).toBe(
      "公务接待费有预算的 3 年里，2018—2019 年决算超过预算",
    );
    expect(budgetFinding(spent([9, 8], [9, 8], [9, 8], [9, 8], [7, 8]))).toBe(
      "公务接待费有预算的 5 年里，4 年决算超过预算",
    );
  });
  it("tells what all years have in common", () => {
    expect(budgetFinding(spent([35, 38], [28, 28]))).toBe("公务接待费有预算的 2 年里，决算都没有超过预算");
    expect(budgetFinding(spent([39, 38], [29, 28]))).toBe("公务接待费有预算的 2 年里，决算都超过预算");
  });
  it("counts no year whose outturn or budget is unknown, and says so", () => {
    expect(budgetFinding(spent([20, null], [29.4, 28], [25, 30]))).toContain("有预算的 2 年里");
    expect(budgetFinding(spent([null, 38], [29.4, 28], [25, 30]))).toContain("有预算和决算的 2 年里");
    expect(budgetFinding(spent([null, 38], [20, null]))).toBe("公务接待费：没有预算与决算都有的年份");
  });
  it("leaves a year that still runs out", () => {
    const running: PublishedPoint = point(2019, { value: 9, budget: 8, partial: true, until: "2019-06-30" });
    const years = [point(2018, { value: 7, budget: 8 }), running];
    expect(budgetFinding(figure(years, money))).toBe("2018 年公务接待费决算没有超过预算，执行率 87.5%");
  });
  it("speaks for a chart of budgets, and not where there are none", () => {
    expect(headline(spent([35, 38], [28, 28]))).toBe("公务接待费有预算的 2 年里，决算都没有超过预算");
    expect(headline(spent([35, null], [28, null]))).toBe("2019 年公务接待费 28.00 万元");
  });
});

describe("describeBudget(figure)", () => {
  it("gives the latest year's numbers and the ends of 执行率, but no end that two years share", () => {
    expect(describeBudget(spent([35.09, 38], [29.4, 28], [22.5, 28]))).toBe(
      "公务接待费有预算的 3 年里，只有 2019 年决算超过预算；2020 年决算 22.50 万元，预算 28.00 万元，执行率 80.4%；执行率最高 105.0%（2019 年），最低 80.4%（2020 年）。",
    );
    expect(describeBudget(spent([7, 10], [7, 10]))).not.toContain("最高");
  });
});
