import { describe, expect, it } from "vitest";
import { describe as describeFigure, headline } from "../../src/core/headline.ts";
import { indicatorOf } from "./bureau.ts";
import { figureOf } from "./published.ts";

const meetings = indicatorOf(
  { kind: "sum", dataset: "austerity", column: "本年数", where: { 项目: "会议" } },
  { title: "会议", unit: "次", baseYear: 2022 },
);
const header = "年度,单位,口径,项目,计量单位,本年数,增减率";

function meetingsOf(lines: readonly string[], now?: string) {
  const more = now === undefined ? {} : { now, asOf: now };
  return figureOf(meetings, { austerity: [header, ...lines.map((line) => `${line}`)] }, more);
}

const year = (of: number, count: string, rate = "", scope = "全局") =>
  `${of},01,${scope},会议,次,${count},${rate}`;

describe("headline(figure)", () => {
  it("says the latest year and its change", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "60")]))).toBe(
      "2025 年会议 60 次，比上年减少 3.2%",
    );
    expect(headline(meetingsOf([year(2024, "60"), year(2025, "60")]))).toBe(
      "2025 年会议 60 次，与上年基本持平",
    );
  });
  it("says an absence, and never a number for it", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "XX")]))).toBe("2025 年会议未公开");
    expect(headline(meetingsOf([year(2024, "62")]))).toBe("2025 年会议没有数据");
  });
  it("says a rate where only a rate is known", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "", "-13.7")]))).toBe(
      "2025 年会议比上年减少 13.7%",
    );
  });
  it("names another scope and compares nothing with it", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "20", "", "机关")]))).toBe(
      "2025 年会议 20 次（机关口径）",
    );
  });
  it("does not speak of a year that still runs", () => {
    const lines = [year(2023, "64"), year(2024, "62"), year(2025, "30")];
    expect(headline(meetingsOf(lines, "2025-07-01"))).toBe("2024 年会议 62 次，比上年减少 3.1%");
  });
  it("says that there is nothing yet", () => {
    expect(headline(meetingsOf([]))).toBe("会议：还没有数据");
    expect(headline(figureOf(meetings, {}))).toBe("会议：还没有数据");
  });
  it("names the top unit's longest title", () => {
    const streak = indicatorOf(
      { kind: "streak", dataset: "honors", events: "honor-events" },
      { title: "连续" },
    );
    const honors = [
      "荣誉编号,名称,级别,获得单位,命名日期,有效期至",
      "H1,文明单位,省级,01,2020-05-01,2022-12-31",
      "H2,文明单位,省级,01,2023-01-01,",
      "H3,青年文明号,市级,0101,2012-05-01,",
    ];
    expect(headline(figureOf(streak, { honors }))).toBe("文明单位连续 2 届（6 年）");
    expect(headline(figureOf(streak, { honors: honors.slice(0, 1) }))).toBe("连续：目前没有");
  });
});

describe("describe(figure)", () => {
  it("adds the base year, the extremes and what is absent", () => {
    const lines = [year(2021, "75"), year(2022, "80"), year(2023, "XX"), year(2024, "64"), year(2025, "60")];
    expect(describeFigure(meetingsOf(lines))).toBe(
      "2025 年会议 60 次，比上年减少 6.3%；比 2022 年减少 25.0%；有完整可比数据的年份中最高 80 次（2022 年），最低 60 次（2025 年）；2023 年未公开。",
    );
  });
  it("names the parts of a figure that is split", () => {
    const entries = indicatorOf(
      { kind: "sum", dataset: "competitions", column: "参赛人次" },
      { title: "参赛人次", unit: "人次", by: "类别" },
    );
    const competitions = [
      "竞赛编号,类别,开始日期,单位,参赛人次",
      "J1,技能大赛,2025-05-12,01,120",
      "J2,其他,2025-06-12,01,30",
    ];
    expect(describeFigure(figureOf(entries, { competitions }))).toBe(
      "2025 年参赛人次 150 人次；其中技能大赛 120 人次、其他 30 人次。",
    );
  });
});
