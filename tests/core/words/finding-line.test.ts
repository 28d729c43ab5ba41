import { describe, expect, it } from "vitest";
import { filePlace, finding } from "../../../src/core/finding.ts";
import { sayBeside, sayFinding } from "../../../src/core/words/finding-line.ts";

const file = "volunteers/2025.csv";
const row = { file, line: 12, row: 12, column: null, cell: null };
const cell = { file, line: 12, row: 12, column: "备注", cell: "C12" };

describe("sayFinding(found)", () => {
  it("names a place once, where the message begins with it", () => {
    const title = finding("STR-20", row, { at: "第 12 行", text: "统计表", first: "时点" });
    expect(sayFinding(title)).toBe("第 12 行是标题“统计表”，不是表头。");
    const lineBreak = finding("STR-14", cell, { at: "第 12 行 C 列" });
    expect(sayFinding(lineBreak)).toBe("C12：单元格里有换行（Alt+Enter）。");
  });

  it("puts the place before any other message", () => {
    const negative = finding("NUM-20", cell, { text: "-3", column: "人数" });
    expect(sayFinding(negative)).toBe("C12：“人数”不能为负数，此格是“-3”。");
    const other = finding("STR-20", { ...row, line: 1, row: 1 }, { at: "第 12 行", text: "甲", first: "乙" });
    expect(sayFinding(other)).toBe("第 1 行：第 12 行是标题“甲”，不是表头。");
  });

  it("keeps the other places that take part", () => {
    const twice = finding("STR-20", row, { at: "第 12 行", text: "甲", first: "乙" }, { related: [cell] });
    expect(sayFinding(twice)).toBe("第 12 行（另见 C12）：是标题“甲”，不是表头。");
  });

  it("says of a whole file what it is", () => {
    const empty = finding("FILE-01", filePlace(file), {});
    expect(sayFinding(empty)).toBe("文件是空的，一个字节也没有。");
    const unit = { file: "headcount/2023.csv", line: 5, row: 5, column: "单位", cell: "B5" };
    const few = finding("FILE-19", filePlace(file), { first: unit.file }, { related: [unit] });
    expect(sayFinding(few)).toMatch(/^与前面的文件.*没有重复计入。（另见 headcount\/2023\.csv B5）$/);
  });
});

describe("sayBeside(found)", () => {
  it("leaves the place to what it stands beside", () => {
    const title = finding("STR-20", row, { at: "第 12 行", text: "统计表", first: "时点" });
    expect(sayBeside(title)).toBe("是标题“统计表”，不是表头。");
  });
});
