import { describe, expect, it } from "vitest";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { fixCell } from "../../../src/core/fix/cell.ts";
import { constrained, makeField } from "../make-field.ts";

const count = makeField("integer");
const amount = makeField("number", { decimals: 2 });
const rate = makeField("number", { decimals: 2, percent: true, signed: true });
const name = makeField("string", { name: "单位", constraints: constrained({ required: true }) });
const remark = makeField("string", { name: "备注" });
const person = makeField("string", { name: "获得者", person: true });

describe("fixCell(original, field)", () => {
  it.each<[string, Field, string]>([
    ["１２３", count, "123"],
    ["12，345", count, "12345"],
    [" 12\u3000", count, "12"],
    ["'12", count, "12"],
    ["１２．５０", amount, "12.50"], // two decimals were measured, and two stay
    ["1,234.50", amount, "1234.50"],
    ["\u22125", rate, "-5"],
    ["－１２．５％", rate, "-12.5%"],
    ["＋５", rate, "+5"],
    ["暂无", count, "未统计"],
    [" XX ", count, "XX"],
    [" ", remark, ""],
    ["2018年度", makeField("year"), "2018"],
    ["二〇一八年", makeField("year"), "2018"],
    [" 2018-3-5", makeField("date"), "2018-3-5"],
    ["办\u3000公室 ", name, "办公室"],
    ["甲局(本级)", name, "甲局（本级）"],
    ["张 三", person, "张三"],
    ["见附件 ", remark, "见附件"],
  ])("writes %j as it is read", (original, field, fixed) => {
    expect(fixCell(original, field)).toBe(fixed);
    expect(fixCell(fixed, field)).toBe(fixed);
  });

  it.each<[string, Field, string]>([
    ["12人", makeField("integer", { unit: "人" }), "a word is for the clerk to take away"],
    ["１２人", makeField("integer", { unit: "人" }), "even where widths could be mended"],
    ["1 234", count, "one number or two"],
    ["＋５", count, "no column of changes"],
    ["1.2E+05", count, "digits may be lost"],
    ["１.２.３", count, "not a number"],
    ["约１００", count, "not exact"],
    ["12.5%", rate, "tells how the column is written"],
    ["12.0", count, "tells how it was rounded"],
    ["ＸＸ", count, "says what it means"],
    ["见(附件)", remark, "free text is the clerk's own"],
    ["'0102", name, "keeps Excel from taking the zero"],
    ["上\n下 ", remark, "lines below are counted by it"],
    ["\u202e甲局 ", name, "refused"],
    ["=SUM(A1) ", remark, "refused"],
  ])("leaves %j: %#", (original, field) => {
    expect(fixCell(original, field)).toBe(original);
  });
});
