import { describe, expect, it } from "vitest";
import { headline } from "../../../src/core/words/headline.ts";
import { segment } from "../../../src/core/words/segment.ts";
import { generated } from "../generated-figures.ts";

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

describe("segment(headline, names) of two hundred generated headlines", () => {
  const solid = (title: string) =>
    title.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=[\d%]) (?=\p{Script=Han})/gu, "");
  const cut = generated.map(({ figure }) => {
    const title = solid(headline(figure));
    return { title, name: figure.title, clauses: segment(title, [figure.title]) };
  });
  it("loses nothing, and breaks no name", () => {
    for (const { title, name, clauses } of cut) {
      expect(clauses.flat().join("")).toBe(title);
      const around = clauses.flat().filter((piece) => piece.includes(name));
      expect(around).not.toEqual([]);
    }
  });
  it("begins no line with 年, 项, 的 or a sign, ends none with 约, 近 or 第, and keeps digits with their characters", () => {
    for (const piece of cut.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.slice(1)))) {
      expect(piece).not.toMatch(/^[年项的，、；。）%\d]/u);
    }
    for (const piece of cut.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.slice(0, -1)))) {
      expect(piece).not.toMatch(/[约近第（\d]$/u);
    }
  });
});
