import { describe, expect, it } from "vitest";
import { columnsOf, joinCells, yearNote } from "../../src/components/table.ts";
import { figure, point } from "./figure.ts";

const ratio = figure([
  point(2012, { value: 28.358, parts: { numerator: 114, denominator: 402 }, base: 0 }),
  point(2013, { state: "withheld", parts: { numerator: null, denominator: 403 } }),
  point(2014, { value: 39.012, parts: { numerator: 158, denominator: 405 }, base: 10.654 }),
]);

const texts = (column: { cells: readonly { text: string }[] } | undefined) =>
  column?.cells.map((cell) => cell.text);

describe("columnsOf(figure, datasets)", () => {
  it("gives a ratio its numerator, denominator, value and changes", () => {
    expect(columnsOf(ratio, []).map((column) => column.text)).toEqual([
      "备案注册人数",
      "在岗职工数",
      "注册志愿者占比",
      "比上年",
      "比 2012 年",
    ]);
  });
  it("keeps the known part of an absent ratio and names what is absent", () => {
    const [numerator, denominator, value] = columnsOf(ratio, []);
    expect(texts(numerator)).toEqual(["114", "未公开", "158"]);
    expect(texts(denominator)).toEqual(["402", "403", "405"]);
    expect(texts(value)).toEqual(["28.4", "未公开", "39.0"]);
  });
  it("says why there is no change", () => {
    expect(texts(columnsOf(ratio, [])[3])).toEqual(["— 不适用", "未公开", "— 上年缺"]);
    expect(texts(columnsOf(ratio, [])[4])).toEqual(["0.0", "未公开", "+10.7"]);
  });
  it("shows a chained change as an estimate in whole percent", () => {
    const chained = figure([point(2013, { state: "rate-only", change: -12.5, base: -23.6, chained: true })], {
      measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
      changeUnit: "%",
    });
    const [value, change, base] = columnsOf(chained, []);
    expect(texts(value)).toEqual(["仅有增减率"]);
    expect(texts(change)).toEqual(["−12.5"]);
    expect(texts(base)).toEqual(["约 −24"]);
  });
});

describe("joinCells(columns)", () => {
  it("makes a rectangle of one absence one cell", () => {
    const absent = { text: "未统计", state: "not-collected" } as const;
    const known = { text: "1", state: null };
    const blocks = joinCells([
      { text: "a", unit: "", cells: [absent, absent, known] },
      { text: "b", unit: "", cells: [absent, absent, known] },
    ]);
    expect(blocks[0]?.[0]).toEqual({ ...absent, rows: 2, columns: 2 });
    expect([blocks[0]?.[1], blocks[1]?.[0], blocks[1]?.[1]]).toEqual([null, null, null]);
    expect(blocks[2]?.[1]).toEqual({ ...known, rows: 1, columns: 1 });
  });
  it("keeps different absences apart", () => {
    const blocks = joinCells([
      {
        text: "a",
        unit: "",
        cells: [
          { text: "未公开", state: "withheld" },
          { text: "未统计", state: "not-collected" },
        ],
      },
    ]);
    expect(blocks.map((row) => row[0]?.rows)).toEqual([1, 1]);
  });
});

describe("yearNote(point, usual)", () => {
  it("writes only what is exceptional", () => {
    expect(yearNote(point(2020, { value: 1 }), "全局")).toBe("");
    expect(yearNote(point(2020, { value: 1, state: "revised" }), "全局")).toBe("修订");
    expect(yearNote(point(2026, { value: 1, partial: true, until: "2026-06-30" }), "全局")).toBe(
      "截至 06-30",
    );
  });
});
