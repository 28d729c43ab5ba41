import { describe, expect, it } from "vitest";
import { absenceText, joinGaps } from "../../src/components/gaps.ts";

const gap = (figure: string, years: number[], reason: string) =>
  ({ figure, title: figure, years, state: "not-collected", reason }) as const;

describe("joinGaps(gaps)", () => {
  it("joins the years of one reason, then the indicators of the same years", () => {
    const joined = joinGaps([
      gap("活跃率", [2012], "系统 2017 年启用"),
      gap("活跃率", [2014, 2015], "系统 2017 年启用"),
      gap("时长", [2012], "系统 2017 年启用"),
      gap("时长", [2014, 2015], "系统 2017 年启用"),
    ]);
    expect(joined).toHaveLength(1);
    expect(joined[0]).toMatchObject({ titles: ["活跃率", "时长"], years: [2012, 2014, 2015] });
  });
  it("keeps different reasons apart", () => {
    expect(joinGaps([gap("活跃率", [2012], "甲"), gap("活跃率", [2020], "乙")])).toHaveLength(2);
  });
});

describe("absenceText(absence)", () => {
  it("says years, state and reason", () => {
    expect(absenceText({ years: [2013], state: "withheld", reason: "总结以 XX 代替" })).toBe(
      "2013 年未公开：总结以 XX 代替。",
    );
    expect(absenceText({ years: [2013, 2014], state: "missing", reason: "" })).toBe("2013—2014 年缺。");
  });
});
