import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/cells/cell.ts";
import { nearest, normalizeName } from "../../../src/core/cells/names.ts";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { constrained, makeField } from "../make-field.ts";

const name = makeField("string", { name: "单位", constraints: constrained({ required: true }) });
const remark = makeField("string", { name: "备注" });
const person = makeField("string", { name: "获得者", person: true });

function read(text: string, field: Field): string {
  const { value, issues } = readCell(text, field, { now: "2026-03-01" });
  return [value, ...issues.map(({ code, level }) => `${code} ${level}`)].join(" | ");
}

describe("readText(original, field)", () => {
  it.each([
    ["机关党委", "机关党委"],
    [" 机关党委 ", "机关党委"],
    ["机关 党委", "机关党委 | NAME-01 N"],
    ["机关　党委", "机关党委 | NAME-01 N"],
    ["机关\u00a0党委", "机关党委 | NAME-01 N"],
    ["Team  A", "Team A"],
    ["机关\u200b党委", "机关党委 | NAME-02 N"],
    ["机\u00ad关", "机关 | NAME-02 N"],
    ["机\u2060关", "机关 | NAME-02 N"],
    ["\ufeff机关", "机关 | NAME-02 N"],
    ["机关\u200f", "机关 | NAME-02 N"],
    ["\u202e机关", " | NAME-03 E"],
    ["机\u2066关", " | NAME-03 E"],
    ["机关\u2800", " | NAME-04 E"],
    ["机\u3164关", " | NAME-04 E"],
    ["⽂化⼀支部", "文化一支部 | NAME-05 N"],
    ["⻓安处", "长安处 | NAME-05 N"],
    ["葛\u{e0100}", "葛 | NAME-06 N"],
    ["甲局(本级)", "甲局（本级） | NAME-07 N"],
    ["甲局（本级）", "甲局（本级）"],
    ["Ａ处", "A处 | NAME-07 N"],
    ["第１支部", "第1支部 | NAME-07 N"],
    ["Great Britain (UK)", "Great Britain (UK)"],
    ["第一支部", "第一支部"],
    ["己发展", "己发展"],
    ["—支部", "—支部"],
    ["'0101", "0101"],
    ["0101", "0101"],
    ["4.40106E+17", " | NUM-09 E"],
    ["1E5", "1E5"],
    ["XX", "XX"],
  ])("reads the name %j as %s", (text, expected) => {
    expect(read(text, name)).toBe(expected);
  });

  it.each([
    ["见附件 第三页", "见附件 第三页"],
    ["无", "无"],
    ["——", "——"],
    ["- 见附件", "- 见附件"],
    ["(2018)年", "（2018）年"],
    ["见\u200b附件", "见附件 | NAME-02 N"],
    ["见\u202e附件", " | NAME-03 E"],
    ["=1+1", " | FML-01 E"],
  ])("reads the remark %j as %s", (text, expected) => {
    expect(read(text, remark)).toBe(expected);
  });

  it.each([
    ["张三", "张三"],
    ["张 三", "张三 | NAME-13 N"],
    ["欧阳 锋", "欧阳锋 | NAME-13 N"],
    ["张三 李四", "张三 李四"],
    ["买买提·阿里", "买买提·阿里"],
    ["买买提•阿里", "买买提·阿里 | NAME-12 N"],
    ["买买提・阿里", "买买提·阿里 | NAME-12 N"],
    ["买买提‧阿里", "买买提·阿里 | NAME-12 N"],
    ["买买提．阿里", "买买提·阿里 | NAME-12 N"],
    ["不公开", ""],
  ])("reads the person %j as %s", (text, expected) => {
    expect(read(text, person)).toBe(expected);
  });

  it("names the character that cannot be seen", () => {
    expect(readCell("机关\u200b党委", name, { now: "2026-03-01" }).issues[0]?.facts).toEqual({
      text: "机关\u200b党委",
      point: "U+200B",
    });
  });
});

describe("normalizeName(text)", () => {
  it("gives one form to all safe spellings of a name", () => {
    const spellings = [
      "甲局（本级）",
      "甲局(本级)",
      " 甲局 （本级）",
      "甲\u200b局（本级）",
      "甲局（本⼀级）",
    ];
    expect(spellings.map(normalizeName)).toEqual([
      "甲局（本级）",
      "甲局（本级）",
      "甲局（本级）",
      "甲局（本级）",
      "甲局（本一级）",
    ]);
  });

  it("never guesses: look-alikes stay apart", () => {
    expect(normalizeName("未成年人处")).not.toBe(normalizeName("末成年人处"));
    expect(normalizeName("第1支部")).not.toBe(normalizeName("第一支部"));
  });
});

describe("nearest(text, candidates, count)", () => {
  const units = ["办公室", "组织处", "党委组织部组织处", "未成年人处", "财务处"];

  it("puts the most alike first", () => {
    expect(nearest("末成年人处", units, 3)).toEqual(["未成年人处"]);
    expect(nearest("办公厅", units, 3)).toEqual(["办公室"]);
    expect(nearest("组织部组织处", units, 2)).toEqual(["党委组织部组织处", "组织处"]);
  });

  it("gives nothing where nothing is alike", () => {
    expect(nearest("气象台", units, 3)).toEqual([]);
    expect(nearest("", units, 3)).toEqual([]);
  });
});
