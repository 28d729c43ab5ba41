import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/cells/cell.ts";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { constrained, makeField } from "../make-field.ts";

const count = makeField("integer", { unit: "人", constraints: constrained({ required: true, minimum: 0 }) });
const amount = makeField("number", { decimals: 2 });
const change = makeField("number", { decimals: 2, signed: true, percent: true, unit: "%" });
const share = makeField("number", { decimals: 1, percent: true });

/** The value, then each code with its level: "5 | NUM-07 T". */
function read(text: string, field: Field): string {
  const { value, issues } = readCell(text, field, { now: "2026-03-01" });
  return [value, ...issues.map(({ code, level }) => `${code} ${level}`)].join(" | ");
}

describe("readNumber(text, original, field) of a count", () => {
  it.each([
    ["0", "0"],
    ["12", "12"],
    ["-0", "0"],
    ["99", "99"],
    ["9007199254740991", "9007199254740991"],
    ["１２３", "123 | NUM-01 N"],
    ["３０", "30 | NUM-01 N"],
    ["＋５", "5 | NUM-02 N | NUM-07 T"],
    ["12,345", "12345 | NUM-03 N"],
    ["12，345", "12345 | NUM-03 N"],
    ["1,234,567", "1234567 | NUM-03 N"],
    ["1 234", "1234 | NUM-05 T"],
    ["1\u00a0234", "1234 | NUM-05 T"],
    ["1\u202f234", "1234 | NUM-05 T"],
    [" 12 ", "12 | NUM-06 N"],
    ["12\t", "12 | NUM-06 N"],
    ["\u200b12", "12 | NUM-06 N"],
    ["'123", "123 | NUM-06 N"],
    ["+5", "5 | NUM-07 T"],
    ["1.23457E+05", "123457 | NUM-10 W"],
    ["12人", "12 | NUM-11 T"],
    ["12 人", "12 | NUM-11 T"],
    ["12.0", "12 | NUM-21 N"],
    ["999", "999 | MASK-12 W"],
    ["9999", "9999 | MASK-12 W"],
  ])("takes %j as %s", (text, expected) => {
    expect(read(text, count)).toBe(expected);
  });

  it.each([
    ["NUM-04 E", ["1,2345", "12,34", "1,23,456", "1,", "12,3456,789"]],
    ["NUM-05 E", ["1 23", "12 34", "- 5"]],
    ["NUM-08 E", ["007", "00", "０７"]],
    ["NUM-09 E", ["4.40106E+17", "1.5E+11"]],
    ["NUM-10 E", ["1.2E+05", "1E+05", "1e3", "1.2345E+02", "1E-3"]],
    ["NUM-11 E", ["3个", "5次", "12家", "12kg"]],
    ["NUM-12 E", ["1.2万", "3千", "2亿", "1.2万人", "3w"]],
    ["NUM-13 E", ["约100", "100余人", "100多", "近百", "100左右", "100+", "约1.2万", "数十", "若干"]],
    ["NUM-14 E", ["<5", "≥100", "＜5", "10-20", "10~20", "10～20", "10—20", "10至20", "100以上"]],
    ["NUM-15 E", ["一百二十三", "壹佰", "百分之十二", "十二人", "三点五"]],
    ["NUM-16 E", ["12%", "12.5%", "１２％"]],
    ["NUM-18 E", ["5‰", "3.2个百分点"]],
    ["NUM-19 E", ["(5)", "（5）", "▲5", "△5", "5-", "负5"]],
    ["NUM-20 E", ["-3", "−5", "－５", "-12,345"]],
    ["NUM-21 E", ["12.5", "12．5", "0.1"]],
    ["NUM-22 E", ["12。5", "12·5"]],
    ["NUM-23 E", ["12,5", "0,125", "1.234,56"]],
    ["NUM-24 E", ["1O0", "l2", "〇", "1о0"]],
    ["NUM-25 E", ["1.2.3", "--5", "1-2", "5.", ".5"]],
    ["NUM-26 E", ["1月2日", "2-Jan", "Jan-02", "1/2", "2018/1/2", "2018-03-05", "3月"]],
    ["NUM-27 E", ["0.30000000000000004", "33.333333333"]],
    ["NUM-28 E", ["9007199254740992", "440106199001011234"]],
    ["NUM-29 E", ["NaN", "Infinity", "null", "undefined", "None", "TRUE", "false"]],
    ["NUM-30 E", ["######", "##"]],
    ["NUM-31 E", ["10²", "½", "①", "12㎡", "Ⅻ", "٣"]],
    ["NUM-32 E", ["", " ", "\u3000"]],
    ["NUM-33 E", ["同志", "abc", "见附件", "12人3户"]],
    ["MASK-12 E", ["-1", "-999"]],
  ])("refuses with %s alone: %j", (code, texts) => {
    for (const text of texts) expect([text, read(text, count)]).toEqual([text, ` | ${code}`]);
  });

  it("leaves an optional blank without a word", () => {
    expect(readCell("", makeField("integer"), { now: "2026-03-01" })).toEqual({
      value: "",
      state: "missing",
      issues: [],
    });
  });

  it("holds to the column's own bounds", () => {
    const bounded = makeField("integer", { constraints: constrained({ minimum: 10, maximum: 20 }) });
    expect(["10", "20", "9", "21", "-5"].map((text) => read(text, bounded))).toEqual([
      "10",
      "20",
      " | NUM-28 E",
      " | NUM-28 E",
      " | NUM-20 E",
    ]);
  });
});

describe("readNumber(text, original, field) of an amount", () => {
  it.each([
    ["-3.5", "-3.5"],
    ["12.50", "12.5"],
    ["0.50", "0.5"],
    ["1,234.50", "1234.5 | NUM-03 N"],
    ["−5", "-5 | NUM-19 N"],
    ["－5", "-5 | NUM-19 N"],
    ["１２．５", "12.5 | NUM-02 N"],
    ["12．5", "12.5 | NUM-22 N"],
    ["12.344", "12.34 | NUM-27 T"],
    ["12.345", "12.35 | NUM-27 T"],
    ["1.005", "1.01 | NUM-27 T"],
    ["-1.005", "-1.01 | NUM-27 T"],
    ["-0.004", "0 | NUM-27 T"],
    ["0.30000000000000004", "0.3 | NUM-27 T"],
    ["33.333333333", "33.33 | NUM-27 T"],
    ["12345678901234567.8", " | NUM-28 E"],
    ["00.5", " | NUM-08 E"],
    ["１２．５％", " | NUM-16 E"],
    ["12.5万元", " | NUM-12 E"],
  ])("reads %j as %s", (text, expected) => {
    expect(read(text, amount)).toBe(expected);
  });

  it("takes the declared unit, even one that holds 万", () => {
    expect(read("12.5万元", makeField("number", { decimals: 2, unit: "万元" }))).toBe("12.5 | NUM-11 T");
  });

  it("cuts only a float's tail where no decimals are declared", () => {
    const undeclared = makeField("number");
    expect(read("94.7123456789", undeclared)).toBe("94.7123456789");
    expect(read("0.30000000000000004", undeclared)).toBe("0.3 | NUM-27 T");
  });
});

describe("readNumber(text, original, field) of a rate", () => {
  it.each([
    ["+3.2", "3.2"],
    ["-12.5", "-12.5"],
    ["0", "0"],
    ["0.0", "0"],
    ["-1", "-1"],
    ["+999", "999"],
    ["＋３．２", "3.2 | NUM-02 N"],
    ["−12.5%", "-12.5 | NUM-19 N | NUM-16 N"],
    ["-12.5%", "-12.5 | NUM-16 N"],
    ["+1,250.5", "1250.5 | NUM-03 N"],
    ["12.5", " | NUM-34 E"],
    ["12.5%", " | NUM-34 E"],
    ["0.5", " | NUM-34 E"],
    ["+3.2个百分点", " | NUM-18 E"],
    ["减少12.5", " | NUM-33 E"],
  ])("reads the signed %j as %s", (text, expected) => {
    expect(read(text, change)).toBe(expected);
  });

  it.each([
    ["12.5", "12.5"],
    ["12.5%", "12.5 | NUM-16 N"],
    ["12.5 %", "12.5 | NUM-16 N"],
    ["１２．５％", "12.5 | NUM-02 N | NUM-16 N"],
    ["12.5％", "12.5 | NUM-02 N | NUM-16 N"],
  ])("reads the share %j as %s", (text, expected) => {
    expect(read(text, share)).toBe(expected);
  });
});

describe("isPlainNumber(text, field)", () => {
  it("says nothing else than the long way does", () => {
    const plain = ["0", "7", "12345", "0.5", "12.34", "100.01"];
    for (const text of plain) {
      expect(read(text, amount)).toBe(text);
      expect(read(` ${text}`, amount)).toBe(`${text} | NUM-06 N`);
    }
  });
});
