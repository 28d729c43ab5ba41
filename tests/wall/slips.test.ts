import { describe, expect, it } from "vitest";
import type { PublishedFigure } from "../../src/core/site.ts";
import { drawSlipColumns } from "../../src/wall/drawings/slip-columns.ts";
import { spread } from "../../src/wall/drawings/slip-labels.ts";
import { type Format, formatsAt } from "../../src/wall/format.ts";
import { cutSlips, type Slips, slipStep, slipsOf } from "../../src/wall/slips.ts";
import { pointOf, streaksOf } from "./titles.ts";

const wide = formatsAt().find(({ id }) => id === "wide") as Format;
const area = { x: 96, y: 240, width: 1728, height: 610 };

/** Entries by kind, year by year from 2021; null is a year that was not counted. */
function entriesOf(
  kinds: Readonly<Record<string, readonly (number | null)[]>>,
  more: Partial<PublishedFigure> = {},
): PublishedFigure {
  const years = Object.values(kinds)[0]?.map((_, i) => 2021 + i) ?? [];
  const at = (i: number) => Object.values(kinds).map((values) => values[i] ?? null);
  const point = (year: number, value: number | null) =>
    pointOf(year, { value, state: value === null ? "not-collected" : "final" });
  return {
    ...streaksOf(2021, {}),
    id: "entries",
    title: "参赛人次",
    topic: "competitions",
    unit: "人次",
    chart: "stack",
    changeUnit: "%",
    measure: { kind: "sum", dataset: "competitions", column: "参赛人次", where: {} },
    by: "类别",
    series: [
      ...Object.entries(kinds).map(([key, values]) => ({
        key,
        title: key,
        points: values.map((value, i) => point(2021 + i, value)),
      })),
      {
        key: "total",
        title: "合计",
        points: years.map((year, i) =>
          point(
            year,
            at(i).some((one) => one === null)
              ? null
              : at(i).reduce<number>((sum, one) => sum + (one ?? 0), 0),
          ),
        ),
      },
    ],
    ...more,
  };
}

const figure = entriesOf({
  技能大赛: [300, 320, null, 396],
  知识竞赛: [100, 250, null, 402],
  岗位测试: [0, 30, null, 488],
});
const wordsOf = (ink: string) => [...ink.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word);
/** The slips of each path: how many, and how high. */
const slipsIn = (ink: string, colour: string) =>
  [...ink.matchAll(new RegExp(`<path class="${colour}" d="([^"]*)"`, "g"))].map(([, d = ""]) =>
    [...d.matchAll(/v([\d.]+)h/g)].map(([, high]) => Number(high)),
  );

describe("slipStep", () => {
  it("is the least of 1, 2, 5, 10 … of which the highest column has few enough", () => {
    expect(slipStep(1286, 65)).toBe(20); // 64.3 slips of 20; 128.6 of 10 are too many
    expect(slipStep(287, 60)).toBe(5);
    expect(slipStep(5, 60)).toBe(1);
    expect(slipStep(1_234_567, 60)).toBe(50_000);
    expect(slipStep(0, 60)).toBe(1);
  });

  it("leaves a part of a slip for the rest", () => {
    expect(cutSlips(396, 20)).toEqual({ whole: 19, rest: expect.closeTo(0.8) });
    expect(cutSlips(400, 20)).toEqual({ whole: 20, rest: 0 });
    expect(cutSlips(0.3, 0.1)).toEqual({ whole: 3, rest: 0 });
  });
});

describe("slipsOf", () => {
  it("puts the first kind on top, and says an absent year with its word", () => {
    const slips = slipsOf(figure) as Slips;
    expect(slips.parts).toEqual(["岗位测试", "知识竞赛", "技能大赛"]);
    expect(slips.columns.map(({ year, value, word }) => [year, value, word])).toEqual([
      [2021, 400, ""],
      [2022, 600, ""],
      [2023, null, "未统计"],
      [2024, 1286, ""],
    ]);
    expect(slips.columns[3]?.parts).toEqual([488, 402, 396]);
  });

  it("gathers the smallest of many kinds", () => {
    const slips = slipsOf(entriesOf({ 甲: [50], 乙: [40], 丙: [30], 丁: [2], 戊: [1] })) as Slips;
    expect(slips.parts).toEqual(["其余 2 类", "丙", "乙", "甲"]);
    expect(slips.columns[0]?.parts).toEqual([3, 30, 40, 50]);
  });

  it("shows what the total holds beyond the kinds that are known", () => {
    const { series, ...rest } = entriesOf({ 甲: [50] });
    const total = series.map((one) =>
      one.key === "total" ? { ...one, points: [pointOf(2021, { value: 80 })] } : one,
    );
    const slips = slipsOf({ ...rest, series: total }) as Slips;
    expect(slips.parts).toEqual(["甲", "未分列"]);
    expect(slips.columns[0]?.parts).toEqual([50, 30]);
  });

  it("is nothing for shares, and where the latest year has no value", () => {
    expect(slipsOf({ ...figure, unit: "%" })).toBeNull();
    expect(slipsOf(entriesOf({ 甲: [50, null] }))).toBeNull();
  });
});

describe("drawSlipColumns", () => {
  const slips = slipsOf(figure) as Slips;
  const { drawing, hero } = drawSlipColumns(slips, [area], wide);

  it("draws as many slips as the value comes to, the rest as a thinner one", () => {
    const said = /一横为|人次/.test(wordsOf(drawing).join(""));
    expect(said).toBe(true);
    const step = Number(/>(\d+)<\/text>[^人]*人次/.exec(drawing.slice(drawing.indexOf("一横为")))?.[1]);
    const latest = slipsIn(drawing, "mark");
    expect(latest.map((one) => one.length)).toEqual([488, 402, 396].map((value) => Math.ceil(value / step)));
    const [lowest = []] = latest;
    const rest = 488 / step - Math.floor(488 / step);
    expect((lowest.at(-1) ?? 0) / (lowest[0] ?? 1)).toBeCloseTo(rest, 0);
  });

  it("draws nothing in a year that was not counted but its word", () => {
    const columns = [...drawing.matchAll(/<path class="(t1|t2|t3|mark)" d="M(\d+)/g)].map(([, , x]) =>
      Number(x),
    );
    expect(new Set(columns).size).toBe(3); // 2021, 2022, 2024
    expect(wordsOf(drawing).join("")).toContain("未统计");
  });

  it("names the great figure, the first value, and the latest of each kind", () => {
    expect(hero).toContain("人次");
    expect(wordsOf(drawing)).toEqual(
      expect.arrayContaining(["400", "488", "402", "396", "岗位测试", "2024"]),
    );
  });
});

describe("spread", () => {
  it("moves names apart, upwards from the axis, and not above the top", () => {
    expect(spread([900, 895, 500], 50, 100, 950)).toEqual([900, 850, 500]);
    expect(spread([150, 140, 130], 50, 100, 950)).toEqual([200, 150, 100]);
  });
});
