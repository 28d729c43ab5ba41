import { describe, expect, it } from "vitest";
import { findFormula, formulaSafe } from "../../../src/core/cells/formula.ts";

describe("findFormula(original)", () => {
  it.each([
    ["FML-01", ["=SUM(B2:B9)", "=B2+C2", " =1", "=TODAY()"]],
    ["FML-02", ["+1+2", "-1+2", "@SUM(A1)", "\t=1", "＝SUM()", "-A1", "+B2*3", "-SUM(A1)"]],
    [
      "FML-03",
      [
        "=cmd|'/C calc'!A0",
        "+cmd|'/C calc'!A0",
        '=HYPERLINK("http://x")',
        "=WEBSERVICE(A1)",
        "@importxml(A1)",
        "=1+IMPORTDATA(A1)",
      ],
    ],
    [
      "FML-04",
      ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", " #n/a "],
    ],
  ])("finds %s in %j", (code, texts) => {
    for (const text of texts) expect([text, findFormula(text)?.code]).toEqual([text, code]);
  });

  it.each([
    "-3.5",
    "+5",
    "-12,345",
    "-",
    "——",
    "-无",
    "- 见附件",
    "+86",
    "@",
    "A=B",
    "#12",
    "N/A",
    "a|b!",
    "#IMAGE(1)",
  ])("finds none in %j", (text) => {
    expect(findFormula(text)).toBeNull();
  });
});

describe("formulaSafe(text, isNumber)", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-无", "'-无"],
    ["@某人", "'@某人"],
    ["\t=1", "'\t=1"],
    ["\r=1", "'\r=1"],
    ["甲局", "甲局"],
    ["a=b", "a=b"],
    ["", ""],
  ])("writes the text %j as %j", (text, expected) => {
    expect(formulaSafe(text, false)).toBe(expected);
  });

  it("leaves plain negatives untouched, and nothing that only claims to be a number", () => {
    expect(formulaSafe("-3.5", true)).toBe("-3.5");
    expect(formulaSafe("+3.2", true)).toBe("+3.2");
    expect(formulaSafe("-1+2", true)).toBe("'-1+2");
  });
});
