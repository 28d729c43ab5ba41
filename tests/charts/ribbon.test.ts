import { describe, expect, it } from "vitest";
import { drawRibbon } from "../../src/charts/chart.ts";
import { titlesSample } from "./titles.ts";
import { wordsOf } from "./words.ts";

describe("drawRibbon({ id, titles, asOf, from, size, title, desc })", () => {
  const ribbon = { id: "r", titles: titlesSample, asOf: "2025-12-31", from: 2012, title: "荣誉", desc: "" };

  it("says at each row's end how long the title has been held, or how often it once was", () => {
    for (const size of ["wide", "middle", "narrow"] as const) {
      const words = wordsOf(drawRibbon({ ...ribbon, size }));
      expect(words).toEqual(expect.arrayContaining(["连续 2 届（6 年）", "连续 4 届（12 年）"]));
      expect(words.filter((word) => word === "曾 2 届")).toHaveLength(2);
      expect(words).toContain("数据截至 2025-12-31");
    }
  });

  it("says until when a title is valid and how it ended", () => {
    const words = wordsOf(drawRibbon({ ...ribbon, size: "wide" }));
    expect(words).toEqual(
      expect.arrayContaining([
        "未设有效期",
        "有效期至 2026-06",
        "终止 2018-11",
        "撤销 2019-06",
        "到期 2018-02",
      ]),
    );
  });

  it("writes every term and both dates of a yellow card", () => {
    const words = wordsOf(drawRibbon({ ...ribbon, size: "wide" }));
    expect(words).toEqual(
      expect.arrayContaining(["第六届", "第七届", "2018—19", "黄牌 2022-08 → 恢复 2023-03", "到期未续"]),
    );
  });

  it("draws what a predecessor held as a thin band, and says so", () => {
    const svg = drawRibbon({ ...ribbon, titles: titlesSample.slice(1, 2), size: "wide" });
    expect(wordsOf(svg)).toContain("前身 第四届");
    expect([...svg.matchAll(/h\d+v8h-\d+z/g)]).toHaveLength(1);
    expect([...svg.matchAll(/h\d+v20h-\d+z/g)]).toHaveLength(4);
  });

  it("names the unit of a title that is not the top unit's", () => {
    expect(wordsOf(drawRibbon({ ...ribbon, size: "narrow" }))).toContain("政务服务中心窗口服务处");
  });

  it("begins with the year of the first naming unless told otherwise", () => {
    const { from: _, ...open } = ribbon;
    expect(wordsOf(drawRibbon({ ...open, titles: titlesSample.slice(1, 2), size: "wide" }))).toContain(
      "2012",
    );
  });

  it("draws no row for no title", () => {
    expect(wordsOf(drawRibbon({ ...ribbon, titles: [], size: "wide" }))).not.toContain("曾 0 届");
  });
});
