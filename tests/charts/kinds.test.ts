import { describe, expect, it } from "vitest";
import { drawFigures, drawMultiples, drawUnits } from "../../src/charts/chart.ts";
import type { PublishedFigure } from "../../src/core/site.ts";
import { figureOf, pointsOf } from "./sample.ts";
import { wordsOf } from "./words.ts";

const said = { id: "c", size: "wide", title: "标题", desc: "说明" } as const;

/** The words of a figure drawn alone. */
function wordsOfFigure(figure: PublishedFigure): string[] {
  return wordsOf(drawFigures({ ...said, figures: [figure] }));
}

const reception = figureOf(
  "budget",
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

describe("a chart of outturn beside budget", () => {
  it("writes budget, outturn and rate of every year, and by how much one went over", () => {
    // 29.40 − 28.00 = 1.40; 23.10 ÷ 28.00 = 82.5%; 29.40 ÷ 28.00 = 105.0%; 25.08 ÷ 30.00 = 83.6%
    const words = wordsOfFigure(reception);
    expect(words).toEqual(
      expect.arrayContaining(["28.00", "23.10", "82.5%", "29.40", "105.0%", "超 1.40", "83.6%", "未公开"]),
    );
    expect(words.filter((word) => word.startsWith("超"))).toHaveLength(1);
  });

  it("writes the unit on its axis, whatever else has no room", () => {
    const total = [923456789012, 423456789012].map((value) => ({ value, budget: value * 1.2 }));
    const large = figureOf("budget", 2024, { total }, { unit: "元", decimals: 2 });
    expect(wordsOfFigure(large)).toContain("15\u2009000 亿元");
  });

  it("becomes columns where no year has a budget", () => {
    const without = { total: [1, 2] };
    expect(wordsOfFigure(figureOf("budget", 2024, without))).toEqual(
      wordsOfFigure(figureOf("columns", 2024, without)),
    );
  });
});

describe("a chart of yearly changes", () => {
  const changes = { ...reception, chart: "changes" } as const;

  it("writes each change with its sign, and why a year has none", () => {
    const words = wordsOfFigure(changes);
    expect(words).toEqual(expect.arrayContaining(["+27.3", "−14.7", "未公开"]));
    expect(words).not.toContain("2022");
  });

  it("hatches rises only", () => {
    const draw = (from: number, value: number, change: number) =>
      drawFigures({ ...said, figures: [figureOf("changes", 2024, { total: [from, { value, change }] })] });
    expect(draw(2, 1, -50)).not.toContain("<pattern");
    expect(draw(1, 2, 100)).toContain("<pattern");
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

  it("leaves out a unit that was no longer in use, and gives one that was not counted its word", () => {
    const past = { ...units[0], code: "5", name: "旧处" };
    const figures = [{ id: "sample", scope: null, points: pointsOf(2023, [50, 60]) }];
    const open = [{ id: "sample", scope: null, points: pointsOf(2024, [50, "not-collected"]) }];
    const all = [...units, { ...past, figures }, { ...past, name: "新处", figures: open }];
    const said2025 = wordsOf(drawUnits({ ...said, figure: share, units: all }));
    expect(said2025).not.toContain("旧处");
    expect(said2025).toEqual(expect.arrayContaining(["新处", "未统计"]));
    expect(wordsOf(drawMultiples({ ...said, figure: share, units: all }))).toContain("旧处");
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

  it("starts at the first year in which any unit has a value", () => {
    const figure = { ...share, series: figureOf("line", 2012, { total: Array<number>(14).fill(80) }).series };
    const words = wordsOf(drawMultiples({ ...said, figure, units }));
    expect(words).toContain("2024");
    expect(words).not.toContain("2012");
  });

  it("gives a year without a value its place, hatched if it is withheld, dotted if nobody counted", () => {
    const drawn = (...values: (number | "withheld" | "not-collected")[]) => {
      const figures = [{ id: "sample", scope: null, points: pointsOf(2022, values) }];
      const figure = { ...share, series: figureOf("line", 2022, { total: [70, 75, 80, 85] }).series };
      return drawMultiples({ ...said, figure, units: [{ code: "1", name: "甲处", figures }] });
    };
    expect(drawn(60, 70, 80, 90)).not.toMatch(/<pattern|stroke-dasharray/);
    expect(drawn(60, "withheld", 80, 90)).toContain("<pattern");
    expect(drawn(60, "not-collected", 80, 90)).toContain("stroke-dasharray");
  });
});

describe("a line split by 口径", () => {
  const scopes = { by: "口径", byScope: true, unit: "%", decimals: 1 } as const;
  const values = {
    机关: [90, 96],
    全局: [81.8, 89.8],
    窗口: ["missing", "missing"],
    total: [81.8, 89.8],
  } as const;

  it("names each scope that was reported at its line's end, its own once", () => {
    const words = wordsOfFigure(figureOf("line", 2024, values, scopes));
    expect(words).toEqual(expect.arrayContaining(["全局 89.8%", "机关 96.0%"]));
    expect(words.filter((word) => word.startsWith("窗口") || word.startsWith("全局"))).toHaveLength(1);
  });
  it("tells of which year a line's last value is, where it ends early", () => {
    const early = { ...values, 机关: [90, "withheld"] } as const;
    expect(wordsOfFigure(figureOf("line", 2024, early, scopes))).toEqual(
      expect.arrayContaining(["机关 90.0%", "2024 年"]),
    );
  });
  it("is one line where only its own scope was reported", () => {
    const alone = { 全局: [81.8, 89.8], total: [81.8, 89.8] };
    expect(wordsOfFigure(figureOf("line", 2024, alone, scopes))).toEqual(
      wordsOfFigure(figureOf("line", 2024, { total: [81.8, 89.8] }, { unit: "%", decimals: 1 })),
    );
  });
});

describe("a chart of a cadence", () => {
  it("counts what took place in the windows that are over, and names a year of which nothing is known", () => {
    const windows = [true, true, false, true, null, null];
    const total = ["not-collected" as const, { value: 75, windows }];
    const words = wordsOfFigure(figureOf("cadence", 2024, { total }, { unit: "%" }));
    expect(words).toEqual(expect.arrayContaining(["2025", "3 / 4", "1—2 月", "11—12 月", "未统计"]));
    expect(words.filter((word) => word.includes(" / "))).toHaveLength(1);
  });
});

describe("drawFigures on stacks", () => {
  const stackOf = (count: number) =>
    figureOf("stack", 2026 - count, {
      国家级: Array<number>(count).fill(8),
      省级: Array<number>(count).fill(33),
      total: Array<number>(count).fill(41),
    });

  it("writes every count inside, or none where the columns are too thin for the longest", () => {
    const inside = (count: number) =>
      wordsOf(drawFigures({ ...said, size: "narrow", figures: [stackOf(count)] })).filter((word) =>
        /^(8|33)$/.test(word),
      );
    expect(inside(4)).toHaveLength(8);
    expect(inside(20)).toEqual([]);
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
