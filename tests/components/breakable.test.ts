import { describe, expect, it } from "vitest";
import { breakable, emphasized, unbroken } from "../../src/components/breakable.ts";

describe("breakable(title, names)", () => {
  it("sets each clause apart and takes out the space beside a digit", () => {
    expect(breakable("增加 3 项，减少", [])).toBe("<span>增加3项，</span><span>减少</span>");
  });
  it("escapes what is HTML", () => {
    expect(breakable("a<b", [])).not.toContain("<b");
  });
  it("keeps a remark in brackets with its word", () => {
    expect(breakable("12 年（4 届）", [])).toBe('<span class="nb">12年（4届）</span>');
    expect(breakable("获得荣誉 19 项（数据不完整）", ["获得荣誉"])).toContain("（数据不完整）");
  });
});

describe("unbroken(line)", () => {
  it("keeps a date with the word before it on one line", () => {
    expect(unbroken("时点 2025-12-31。")).toBe('<span class="nb">时点 2025-12-31</span>。');
    expect(unbroken("截至（2025-12-31）")).toBe('截至（<span class="nb">2025-12-31</span>）');
  });
  it("keeps years, a comparison and a figure's number together", () => {
    expect(unbroken("2019—2025 年；次序同图 3，灰线为全局")).toBe(
      '<span class="nb">2019—2025 年</span>；<span class="nb">次序同图 3</span>，灰线为全局',
    );
    expect(unbroken("▼ 比上年减少 10.3%；比 2012 年减少 74.0%")).toBe(
      '<span class="nb">▼ 比上年减少 10.3%</span>；<span class="nb">比 2012 年减少 74.0%</span>',
    );
  });
  it("keeps an arrow with its change", () => {
    expect(unbroken("3 ÷ 4；▲ 比上年提高 8.0 个百分点")).toContain(
      '<span class="nb">▲ 比上年提高 8.0 个百分点</span>',
    );
  });
});

describe("emphasized(html, units)", () => {
  it("points out the first counted number, not the year", () => {
    expect(emphasized("2025年占比89.8%，提高8.0个百分点", ["%", "项"])).toBe(
      "2025年占比<em>89.8%</em>，提高8.0个百分点",
    );
  });
  it("leaves a title without such a number as it is", () => {
    expect(emphasized("本站还没有数据", ["项"])).toBe("本站还没有数据");
  });
});
