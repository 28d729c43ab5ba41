import { describe, expect, it } from "vitest";
import { computeFigure } from "../../../src/core/figures/compute.ts";
import { findGaps } from "../../../src/core/figures/gaps.ts";
import { bureau, indicatorOf } from "../bureau.ts";

const staff = indicatorOf({ kind: "sum", dataset: "headcount", column: "在岗职工数" }, { title: "职工" });

describe("findGaps(figure, datasets, coverage)", () => {
  it("joins years in a row that are absent for one reason, with what was written about it", () => {
    const material = bureau({
      headcount: [
        "时点,单位,口径,在岗职工数,备注",
        "2019-12-31,01,全局,433,",
        "2022-12-31,01,全局,XX,机构改革",
        "2024-12-31,01,全局,431,",
        "2025-12-31,01,全局,430,",
      ],
      coverage: ["数据集,年度,状态,备注", "headcount,2020,未统计,系统停用", "headcount,2021,未统计,系统停用"],
    });
    const { figure } = computeFigure(staff, material, 2012, new Set());
    expect(findGaps(figure, material.datasets, material.coverage)).toEqual([
      { figure: "test", title: "职工", years: [2020, 2021], state: "not-collected", reason: "系统停用" },
      { figure: "test", title: "职工", years: [2022], state: "withheld", reason: "机构改革" },
      { figure: "test", title: "职工", years: [2023], state: "missing", reason: "" },
    ]);
  });
  it("lists nothing of a figure whose data the folder does not have", () => {
    const material = bureau({});
    const { figure } = computeFigure(staff, material, 2012, new Set());
    expect(findGaps(figure, material.datasets, material.coverage)).toEqual([]);
  });
});
