import { describe, expect, it } from "vitest";
import { drawFigures } from "../../src/charts/chart.ts";
import { stateNames } from "../../src/core/state.ts";
import { drawGallery, gallery } from "./gallery.ts";
import { figureOf } from "./sample.ts";
import { wordsOf } from "./words.ts";

function draw(name: string, size: "wide" | "narrow" | "lead" = "wide"): string {
  return drawFigures({ id: "c", figures: gallery[name] ?? [], size, title: "标题", desc: "说明" });
}

describe("drawFigures({ id, figures, size, title, desc })", () => {
  const drawn = drawGallery();

  it("gives the same text for the same input, whatever was drawn before", { timeout: 60_000 }, () => {
    expect(drawGallery()).toEqual(drawn);
  });

  it("writes no styles, no classes and no traces of the renderer", () => {
    for (const svg of drawn.values())
      expect(svg).not.toMatch(/style|class=|zr\d|ecmeta|NaN|undefined|Infinity/);
  });

  it("prefixes every id with the chart's own, uses each id once and refers to no other", () => {
    for (const [id, svg] of drawn) {
      const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, found]) => found);
      expect(ids.filter((found) => !found?.startsWith(`${id}-`))).toEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, found] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(found);
    }
  });

  it("is named and described, and scales by its view box", () => {
    const svg = drawFigures({
      id: "c",
      figures: gallery.line ?? [],
      size: "narrow",
      title: "占比 <90%",
      desc: "一 & 二",
    });
    expect(svg).toMatch(
      /^<svg role="img" aria-labelledby="c-t c-d" width="328" height="248" viewBox="0 0 328 248"/,
    );
    expect(svg).toContain('<title id="c-t">占比 &lt;90%</title><desc id="c-d">一 &amp; 二</desc>');
  });

  it("writes the first and the last value of a line, the last with its parts", () => {
    expect(wordsOf(draw("line"))).toEqual(expect.arrayContaining(["28.4%", "89.8%", "389 ÷ 433"]));
  });

  it("writes every value of a line in the lead drawing", () => {
    expect(wordsOf(draw("line", "lead"))).toEqual(
      expect.arrayContaining([
        "28.4%",
        "39.0%",
        "44.0%",
        "47.1%",
        "52.8%",
        "57.0%",
        "61.2%",
        "63.4%",
        "68.9%",
        "89.8%",
      ]),
    );
  });

  it("writes the value over every column, and then no axis", () => {
    for (const size of ["wide", "narrow"] as const) {
      const words = wordsOf(draw("columns", size));
      for (const value of [96, 112, 130, 155, 150, 168, 181, 197, 176, 203, 228, 251, 287]) {
        expect(words.filter((word) => word === String(value))).toHaveLength(1);
      }
      expect(words).not.toContain("300 人次");
    }
  });

  it("draws an axis where the columns' values have no room, and still writes the last one", () => {
    const words = wordsOf(draw("columns-large", "narrow"));
    expect(words).toContain("423\u2009456\u2009789\u2009012");
    expect(words).toContain("10\u2009000 亿人次");
  });

  it("writes totals on a stack and names each code with its last value", () => {
    const words = wordsOf(draw("stack"));
    expect(words).toEqual(expect.arrayContaining(["18", "15", "13", "国家级 2", "省级 7", "市级 9"]));
    expect(words.some((word) => word.startsWith("省直"))).toBe(false);
  });

  it("ends each index line with its index and its change on the base year", () => {
    // 100 − 73.96 = 26.04; 100 − 43 = 57; 100 − 49.2 = 50.8
    const words = wordsOf(draw("index"));
    expect(words).toEqual(
      expect.arrayContaining(["公务接待费 26", "▼ 74.0%", "文件 57", "▼ 43.0%", "会议 51", "▼ 49.2%"]),
    );
  });

  it("writes the reason where a value is absent, and no zero", () => {
    for (const chart of ["line", "columns", "stack"] as const) {
      for (const state of ["withheld", "suppressed", "not-due", "not-collected", "missing"] as const) {
        const total = [3, state, 5];
        const figure = figureOf(chart, 2012, { 省级: total, total });
        const words = wordsOf(drawFigures({ id: "c", figures: [figure], size: "wide", title: "", desc: "" }));
        expect(words).toContain(stateNames[state]);
        const axis = chart === "line" ? 1 : 0; // the axis of a line begins at 0
        expect(words.filter((word) => word === "0")).toHaveLength(axis);
      }
    }
  });

  it("says a share of nothing public once, for all the years together", () => {
    expect(wordsOf(draw("line-none")).filter((word) => word === "未公开")).toHaveLength(1);
  });

  it("joins no line over a year without a value", () => {
    const figure = figureOf("line", 2012, { total: [1, "withheld", 3] });
    const svg = drawFigures({ id: "c", figures: [figure], size: "wide", title: "", desc: "" });
    expect(svg).not.toContain('stroke-width="3"');
  });

  it("joins no line between two scopes, and names the other one", () => {
    const figure = figureOf("line", 2012, { total: [1, { value: 2, scope: "机关", break: true }] });
    const svg = drawFigures({ id: "c", figures: [figure], size: "wide", title: "", desc: "" });
    expect(svg).not.toContain('stroke-width="3"');
    expect(wordsOf(svg)).toContain("机关口径");
  });

  it("says up to when an unfinished year is counted", () => {
    expect(wordsOf(draw("columns-mixed"))).toContain("截至 06-30");
  });

  it("dots the line on both sides of a year that has rates only, and leaves its marker hollow", () => {
    const svg = draw("index");
    expect(svg).toMatch(/stroke="var\(--c4\)"[^>]*stroke-dasharray="1,5"/);
    expect(svg).toMatch(/fill="var\(--card\)"[^>]*stroke="var\(--c4\)"/);
  });

  it("says what is not comparable instead of drawing an index without a base", () => {
    expect(wordsOf(draw("index-no-base"))).toEqual(
      expect.arrayContaining(["未公开", "不可比", "会议", "5 次"]),
    );
  });

  it("draws a share by its values, for points of percent have no index", () => {
    const figure = figureOf(
      "index",
      2012,
      {
        total: [
          { value: 20, base: 0 },
          { value: 30, base: 10 },
        ],
      },
      { unit: "%" },
    );
    expect(wordsOf(drawFigures({ id: "c", figures: [figure], size: "wide", title: "", desc: "" }))).toContain(
      "30%",
    );
  });
});
