import { describe, expect, it } from "vitest";
import { blankColumn, blankSpots, Pool, placeAt, type Rows, takeRows } from "../../src/core/rows.ts";
import { datasets } from "./read-rows.ts";

const pool = new Pool();

/** Two rows made of one line of a file: its cells B3 and C3 hold a figure each, A3 the unit, B2 and C2 the years. */
function spread(): Rows {
  const dataset = datasets.get("headcount");
  if (!dataset) throw new Error("no such data set");
  const at = (row: number[], index: number[]) => ({
    ...blankColumn(2),
    spots: { row: Uint32Array.from(row), index: Uint16Array.from(index) },
  });
  return {
    dataset,
    length: 2,
    pool,
    files: ["headcount/系统导出.csv"],
    sheets: [{ header: ["单位", "2024年", "2025年"], lines: [1, 3, 4] }],
    positions: [new Map()],
    file: Uint32Array.of(0, 0),
    line: Uint32Array.of(4, 4),
    row: Uint32Array.of(3, 3),
    columns: new Map([
      ["时点", at([2, 2], [1, 2])],
      ["单位", at([3, 3], [0, 0])],
      ["口径", { ...blankColumn(2), spots: blankSpots(2) }],
      ["在岗职工数", at([3, 3], [1, 2])],
      ...["数据状态", "公开属性", "发布时间", "备注", "来源"].map(
        (name) => [name, { ...blankColumn(2), spots: blankSpots(2) }] as const,
      ),
    ]),
  };
}

const file = "headcount/系统导出.csv";

describe("placeAt(rows, row, column)", () => {
  it("finds the cell that a figure was taken from, not the row it was put in", () => {
    const rows = spread();
    expect(placeAt(rows, 1, "在岗职工数")).toEqual({ file, line: 4, row: 3, column: "2025年", cell: "C3" });
    expect(placeAt(rows, 1, "时点")).toEqual({ file, line: 3, row: 2, column: "2025年", cell: "C2" });
    expect(placeAt(rows, 1, "单位")).toEqual({ file, line: 4, row: 3, column: "单位", cell: "A3" });
  });

  it("names no cell for what stands nowhere in the file", () => {
    expect(placeAt(spread(), 0, "口径")).toEqual({ file, line: 4, row: 3, column: "口径", cell: null });
    expect(placeAt(spread(), 0, null)).toEqual({ file, line: 4, row: 3, column: null, cell: null });
  });

  it("finds the same cells after rows were taken out", () => {
    const taken = takeRows(spread(), [1]);
    expect(placeAt(taken, 0, "在岗职工数").cell).toBe("C3");
    expect(placeAt(taken, 0, "时点").cell).toBe("C2");
  });
});
