import { describe, expect, it } from "vitest";
import { segment } from "../../src/core/segment.ts";

describe("segment(title, names)", () => {
  it("ends a clause after ， and ；", () => {
    expect(segment("会议减少，文件减少；接待费减少").map((clause) => clause.join(""))).toEqual([
      "会议减少，",
      "文件减少；",
      "接待费减少",
    ]);
  });
  it("loses no character", () => {
    const title = "接待费降到 2012 年的约四分之一，2023 年曾回升（▲ 27.3%）";
    expect(segment(title).flat().join("")).toBe(title);
  });
  it("keeps a name from the catalogue whole, the longest first", () => {
    const [pieces] = segment("保持省级文明单位标兵", ["文明单位", "省级文明单位标兵"]);
    expect(pieces).toEqual(["保持", "省级文明单位标兵"]);
  });
  it("keeps numbers with the characters beside them", () => {
    const [pieces] = segment("连续12年获得");
    expect(pieces).toEqual(["连续12年", "获得"]);
  });
  it("does not break after 约 or before 的", () => {
    for (const piece of segment("降到基期的约四分之一").flat()) {
      expect(piece).not.toMatch(/^的|约$/);
    }
  });
  it("does not begin a line with a closing sign", () => {
    for (const piece of segment("连续4届（12年）、有效").flat()) expect(piece).not.toMatch(/^[）、]/);
  });
  it("gives nothing for nothing", () => {
    expect(segment("")).toEqual([]);
  });
});
