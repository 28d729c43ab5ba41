import { describe, expect, it } from "vitest";
import { breakLines, columnOf, cutText, measure, setText } from "../../src/wall/type.ts";

describe("measure", () => {
  it("adds advances, gaps between Han and numbers, and the narrow squares of marks", () => {
    expect(measure("志愿", 100, "sans")).toBe(200);
    expect(measure("2025", 100, "sans")).toBeCloseTo(4 * 55.5);
    expect(measure("到2012年", 100, "sans")).toBeCloseTo(100 + 20 + 4 * 55.5 + 20 + 100);
    expect(measure("到 2012 年", 100, "sans")).toBeCloseTo(100 + 20 + 4 * 55.5 + 20 + 100);
    expect(measure("好，好", 100, "serif")).toBeCloseTo(100 + 62 + 100);
    expect(measure("", 100, "serif")).toBe(0);
  });

  it("sets no gap between a bracket and a number", () => {
    expect(measure("（12）", 100, "sans")).toBeCloseTo(100 + 2 * 55.5 + 100);
  });
});

describe("setText", () => {
  it("gives each run an element of its own", () => {
    const set = setText("超过 85% 目标", { x: 10, y: 50, size: 100, face: "bold" });
    expect([...set.matchAll(/<text x="([\d.]+)" y="50">([^<]*)/g)].map(([, x, text]) => [x, text])).toEqual([
      ["10", "超过"],
      ["230", "85%"],
      ["464.3", "目标"], // 230 + 2 × 59 + 96.3 + 20
    ]);
  });

  it("ends where it is told to", () => {
    expect(setText("省", { x: 500, y: 0, size: 100, anchor: "end" })).toContain('x="400"');
    expect(setText("省", { x: 500, y: 0, size: 100, anchor: "middle" })).toContain('x="450"');
  });

  it("writes signs of markup as text", () => {
    expect(setText("<b>&", { x: 0, y: 0, size: 10 })).toContain("&lt;b&gt;&amp;");
  });
});

describe("breakLines", () => {
  const names = ["省级文明单位标兵"];

  it("breaks at a clause where it can", () => {
    const text = "十三年从四成升到近九成，首次越过 85% 目标";
    expect(breakLines(text, [], 10, "serif", 120, 2)).toEqual([
      "十三年从四成升到近九成，",
      "首次越过 85% 目标",
    ]);
  });

  it("keeps a name whole, and gives up where the lines do not suffice", () => {
    const lines = breakLines("省级文明单位标兵连续 4 届", names, 10, "serif", 85, 2);
    expect(lines).toEqual(["省级文明单位标兵", "连续 4 届"]);
    expect(breakLines("省级文明单位标兵连续 4 届", names, 10, "serif", 70, 3)).toBeNull();
  });
});

it("cuts what is too wide", () => {
  expect(cutText("志愿服务", 10, "sans", 40)).toBe("志愿服务");
  expect(cutText("志愿服务", 10, "sans", 39)).toBe("志愿…");
});

it("stacks a text in squares, a number in one", () => {
  expect(columnOf("2020 年停办")).toEqual(["2020", "年", "停", "办"]);
});
