import { describe, expect, it } from "vitest";
import { sortFindings } from "../../../src/core/checks/finding-order.ts";
import { finding, type Place, severity } from "../../../src/core/finding.ts";

function at(file: string, line: number | null, cell: string | null): Place {
  return { file, line, row: line, column: null, cell };
}

describe("sortFindings(findings)", () => {
  it("sorts by file, line, cell and code; a whole file before its lines, B before AA", () => {
    const places = [
      at("b.csv", 1, "A1"),
      at("a.csv", 10, "A10"),
      at("a.csv", 2, "AA2"),
      at("a.csv", 2, "B2"),
      at("a.csv", 2, null),
      at("a.csv", null, null),
    ];
    const found = places.map((place) => finding("REQ-01", place, { column: "单位" }));
    const also = finding("DATE-13", at("a.csv", 2, "B2"), { title: "荣誉", year: 2018 });
    expect(sortFindings([...found, also]).map(({ file, cell, code }) => [file, cell, code])).toEqual([
      ["a.csv", null, "REQ-01"],
      ["a.csv", null, "REQ-01"],
      ["a.csv", "B2", "DATE-13"],
      ["a.csv", "B2", "REQ-01"],
      ["a.csv", "AA2", "REQ-01"],
      ["a.csv", "A10", "REQ-01"],
      ["b.csv", "A1", "REQ-01"],
    ]);
  });

  it("lists 10,000 findings of a file, then the rest as a number that weighs as much as the worst of them", () => {
    const many = Array.from({ length: 10_003 }, (_, i) =>
      finding("REQ-01", at("a.csv", i + 2, `A${i + 2}`), { column: "单位" }),
    );
    const sorted = sortFindings([...many, finding("REQ-01", at("b.csv", 2, "A2"), { column: "单位" })]);
    expect(sorted).toHaveLength(10_002);
    const more = sorted[10_000];
    expect(more).toMatchObject({ code: "MORE-01", file: "a.csv", line: null, facts: { count: 3 } });
    expect(more && severity(more)).toBe("error");
  });
});
