import { describe, expect, it } from "vitest";
import { columnsOf, joinCells, yearNote } from "../../src/components/table.ts";
import { figure, point, series } from "./figure.ts";

const ratio = figure([
  point(2012, { value: 28.358, parts: { numerator: 114, denominator: 402 }, base: 0 }),
  point(2013, { state: "withheld", parts: { numerator: null, denominator: 403 } }),
  point(2014, { value: 39.012, parts: { numerator: 158, denominator: 405 }, base: 10.654 }),
]);

const texts = (column: { cells: readonly { text: string }[] } | undefined) =>
  column?.cells.map((cell) => cell.text);

describe("columnsOf(figure, datasets)", () => {
  it("gives each scope beside a figure's own a column, and names its own", () => {
    const points = [point(2025, { value: 89.84 })];
    const scopes = figure(points, {
      by: "口径",
      byScope: true,
      measure: { kind: "sum", dataset: "headcount", column: "在岗职工数", where: {} },
      series: [
        series("机关", [point(2025, { value: 96 })]),
        series("全局", points),
        series("窗口", [point(2025, { state: "missing" })]),
        series("total", points),
      ],
    });
    expect(columnsOf(scopes, []).map(({ text }) => text)).toEqual(["机关", "全局", "比上年", "比 2012 年"]);
  });
  it("sets outturn beside budget with 执行率, and a dash where there is none", () => {
    const money = { unit: "万元", decimals: 2, changeUnit: "%", title: "公务接待费" } as const;
    const measure = { kind: "sum", dataset: "austerity", column: "本年数", where: {} } as const;
    const years = [
      point(2017, { value: 36.28 }),
      point(2023, { value: 29.4, budget: 28, change: 27.27 }),
      point(2024, { state: "withheld", budget: 30 }),
    ];
    const spent = figure(years, { ...money, measure, chart: "budget" });
    expect(columnsOf(spent, []).map(({ text }) => text)).toEqual(["预算", "决算", "执行率"]);
    expect(texts(columnsOf(spent, [])[0])).toEqual(["—", "28.00", "30.00"]);
    expect(texts(columnsOf(spent, [])[2])).toEqual(["—", "105.0", "—"]); // 29.40 ÷ 28.00
    expect(columnsOf({ ...spent, chart: "changes" }, []).map(({ text }) => text)).toEqual([
      "公务接待费",
      "比上年",
    ]);
    const plain = columnsOf({ ...spent, chart: "index" }, []).map(({ text }) => text);
    expect(plain).toEqual(["公务接待费", "比上年", "比 2012 年", "预算", "执行率"]);
    const elsewhere = columnsOf({ ...spent, chart: "index", also: ["budget"] }, []);
    expect(elsewhere.map(({ text }) => text)).toEqual(["公务接待费", "比上年", "比 2012 年"]);
  });
  it("sets the windows of a cadence beside its share", () => {
    const windows = [true, false, true, null];
    const years = [point(2024, { state: "not-collected" }), point(2025, { value: 66.7, windows, gap: 80 })];
    const measure = { kind: "cadence", dataset: "competitions", where: {}, months: 3 } as const;
    const columns = columnsOf(figure(years, { title: "按期开展", measure }), []);
    expect(columns.slice(0, 4).map((column) => [column.text, ...(texts(column) ?? [])])).toEqual([
      ["开展的期数", "未统计", "2"],
      ["已过的期数", "未统计", "3"],
      ["按期开展", "未统计", "66.7"],
      ["最长间隔", "未统计", "80"],
    ]);
  });
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
      { text: "a", unit: "", series: "total", cells: [absent, absent, known] },
      { text: "b", unit: "", series: "total", cells: [absent, absent, known] },
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
        series: "total",
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
