import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/cells/cell.ts";
import { compareSpellings } from "../../../src/core/cells/column.ts";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { makeField } from "../make-field.ts";

const share = makeField("number", { decimals: 3, percent: true });
const change = makeField("number", { decimals: 3, percent: true, signed: true });

function compare(field: Field, ...texts: string[]): string[] {
  const spellings = [...new Set(texts)].map((original) => ({
    original,
    reading: readCell(original, field, { now: "2026-03-01" }),
    count: texts.filter((text) => text === original).length,
  }));
  return compareSpellings(field, spellings).map(
    ({ original, issue }) => `${original} ${issue.code} ${issue.level} ${JSON.stringify(issue.facts)}`,
  );
}

describe("compareSpellings(field, spellings)", () => {
  it("finds 0.125 beside cells that carry a percent sign", () => {
    expect(compare(share, "12.5%", "0.125")).toEqual([
      '0.125 NUM-16 E {"text":"0.125","textRead":"","taken":false,"isRate":true}',
    ]);
  });

  it("doubts a column with shares below and above 1, and counts both", () => {
    expect(compare(share, "0.125", "0.125", "12.5", "0", "1")).toEqual([
      '0.125 NUM-17 W {"below":2,"above":1}',
    ]);
  });

  it("takes small changes for what they are, unless they are written finer than the others", () => {
    expect(compare(change, "-12.5", "+3.2", "+0.8")).toEqual([]);
    expect(compare(change, "-12.5", "+0.125")).toEqual(['+0.125 NUM-17 W {"below":1,"above":1}']);
  });

  it("finds nothing in a column of one scale", () => {
    expect(compare(share, "0.1", "0.8", "1")).toEqual([]);
    expect(compare(share, "12.5", "12.5%", "80")).toEqual([]);
    expect(compare(makeField("number", { decimals: 3 }), "0.125", "12.5")).toEqual([]);
  });

  it("finds several words for one absence", () => {
    expect(compare(makeField("integer"), "暂无", "未报", "12", "XX")).toEqual([
      '未报 MASK-13 T {"textWords":"暂无、未报","state":"未统计"}',
    ]);
    expect(compare(makeField("integer"), "未统计", " 未统计", "XX")).toEqual([]);
  });
});
