import { describe, expect, it } from "vitest";
import {
  drawCadence,
  drawFigures,
  drawMultiples,
  drawOutturn,
  drawUnits,
  drawYearly,
} from "../../src/charts/chart.ts";
import { figureOf, pointsOf } from "./sample.ts";
import { wordsOf } from "./words.ts";

const said = { id: "c", size: "wide", title: "标题", desc: "说明" } as const;

const reception = figureOf(
  "columns",
  2022,
  {
    total: [
      { value: 23.1, budget: 28 },
      { value: 29.4, budget: 28, change: 27.27 },
      { value: 25.08, budget: 30, change: -14.69 },
      { state: "withheld", budget: 28 },
    ],
  },
  { unit: "万元", decimals: 2 },
);

describe("drawOutturn({ id, figure, size, title, desc })", () => {
  it("writes budget, outturn and rate of every year, and by how much one went over", () => {
    // 29.40 − 28.00 = 1.40; 23.10 ÷ 28.00 = 82.5%; 29.40 ÷ 28.00 = 105.0%; 25.08 ÷ 30.00 = 83.6%
    const words = wordsOf(drawOutturn({ ...said, figure: reception }));
    expect(words).toEqual(
      expect.arrayContaining(["28.00", "23.10", "82.5%", "29.40", "105.0%", "超 1.40", "83.6%", "未公开"]),
    );
    expect(words.filter((word) => word.startsWith("超"))).toHaveLength(1);
  });

  it("is what columns with budgets become", () => {
    expect(drawFigures({ ...said, figures: [reception] })).toBe(drawOutturn({ ...said, figure: reception }));
  });
});

describe("drawYearly({ id, figure, size, title, desc })", () => {
  it("writes each change with its sign, and why a year has none", () => {
    const words = wordsOf(drawYearly({ ...said, figure: reception }));
    expect(words).toEqual(expect.arrayContaining(["+27.3", "−14.7", "未公开"]));
    expect(words).not.toContain("2022");
  });

  it("hatches rises only", () => {
    const falls = figureOf("columns", 2024, { total: [2, { value: 1, change: -50 }] });
    expect(drawYearly({ ...said, figure: falls })).not.toContain("<pattern");
    const rises = figureOf("columns", 2024, { total: [1, { value: 2, change: 100 }] });
    expect(drawYearly({ ...said, figure: rises })).toContain("<pattern");
  });
});

const share = figureOf(
  "line",
  2024,
  { total: [81.8, 89.8] },
  { unit: "%", decimals: 1, targets: [{ year: 2025, value: 85, direction: "up", source: "" }] },
);
const units = [
  { name: "甲处", values: [60, 76.9] },
  { name: "乙处", values: [80, "withheld"] },
  { name: "丙处", values: [90, { value: 100, parts: { numerator: 46, denominator: 46 } }] },
  { name: "丁处", values: [70, 76.9] },
].map(({ name, values }, i) => ({
  code: String(i),
  name,
  figures: [{ id: "sample", scope: null, points: pointsOf(2024, values as number[]) }],
}));

describe("drawUnits({ id, figure, units, size, title, desc })", () => {
  const words = wordsOf(drawUnits({ ...said, figure: share, units }));

  it("ranks units by the latest year, ties in the register's order, those withheld at the end", () => {
    expect(words.filter((word) => word.endsWith("处"))).toEqual(["丙处", "甲处", "丁处", "乙处"]);
  });

  it("names the target and the whole bureau, and writes parts beside values", () => {
    expect(words).toEqual(expect.arrayContaining(["目标 85%", "全局 89.8%", "100.0%", "46 ÷ 46", "未公开"]));
  });

  it("leaves out units that do not have the figure", () => {
    const other = units.map((unit) => ({ ...unit, figures: [] }));
    const none = wordsOf(drawUnits({ ...said, figure: share, units: other }));
    expect(none.some((word) => word.endsWith("处"))).toBe(false);
  });
});

describe("drawMultiples({ id, figure, units, size, title, desc })", () => {
  it("keeps the ranking's order, the last value at each line's end", () => {
    const words = wordsOf(drawMultiples({ ...said, figure: share, units }));
    expect(words.filter((word) => word.endsWith("处"))).toEqual(["丙处", "甲处", "丁处", "乙处"]);
    expect(words.filter((word) => word === "76.9")).toHaveLength(2);
  });
});

describe("drawCadence({ id, years, size, title, desc })", () => {
  it("counts what took place in the windows that are over", () => {
    const years = [{ year: 2025, windows: [true, true, false, true, null, null] }];
    const words = wordsOf(drawCadence({ ...said, years }));
    expect(words).toEqual(expect.arrayContaining(["2025", "3 / 4", "1—2 月", "11—12 月"]));
  });
});

describe("drawFigures on counts", () => {
  it("writes no fractions where whole things are counted, whatever decimals are asked for", () => {
    const measure = { kind: "count", dataset: "honors", where: {} } as const;
    const figure = figureOf("line", 2024, { total: [1, 1] }, { decimals: 2, unit: "项", measure });
    const words = wordsOf(drawFigures({ ...said, figures: [figure] }));
    expect(words.filter((word) => word.includes("."))).toEqual([]);
  });

  it("names a target for the years that it binds, and a break by its note's number", () => {
    const targets = [2024, 2025].map((year) => ({ year, value: 85, direction: "up" as const, source: "" }));
    const breaks = [{ year: 2024, date: "2024-01-01", kind: "口径调整", note: "", comparable: false }];
    const figure = figureOf("line", 2023, { total: [70, 80, 86] }, { unit: "%", targets, breaks });
    const figures = [figure];
    expect(wordsOf(drawFigures({ ...said, figures }))).toEqual(
      expect.arrayContaining(["目标 85%（2024 年起）", "口径调整"]),
    );
    const signs = [{ sign: "①", year: 2024, at: "break" }] as const;
    expect(wordsOf(drawFigures({ ...said, figures, signs }))).toContain("①");
  });
});
