import { describe, expect, it } from "vitest";
import type { PublishedFigure, PublishedPoint } from "../../src/core/site.ts";
import { drawSaving } from "../../src/wall/drawings/saving-bars.ts";
import { type Format, formatsAt } from "../../src/wall/format.ts";
import { type Saving, savingOf } from "../../src/wall/saving.ts";
import { pointOf, streaksOf } from "./titles.ts";

const format = (id: string) => formatsAt().find((one) => one.id === id) as Format;
const area = { x: 96, y: 240, width: 1728, height: 610 };

type Year = number | { readonly value?: number; readonly more: Partial<PublishedPoint> };

/** What was spent, in 万元, year by year from 2012, the base year. */
function spendingOf(years: readonly Year[], more: Partial<PublishedFigure> = {}): PublishedFigure {
  const values = years.map((year) => (typeof year === "number" ? year : (year.value ?? null)));
  const [base] = values;
  const points = years.map((year, i) => {
    const [value, before] = [values[i] ?? null, values[i - 1] ?? null];
    const change = value === null || before === null ? null : (value / before - 1) * 100;
    const point = pointOf(2012 + i, {
      value,
      change,
      base: value === null || base == null ? null : (value / base - 1) * 100,
      state: value === null ? "withheld" : "final",
    });
    return typeof year === "number" ? point : { ...point, ...year.more };
  });
  return {
    ...streaksOf(2012, {}),
    id: "reception",
    title: "公务接待费",
    topic: "austerity",
    unit: "万元",
    decimals: 1,
    chart: "index",
    changeUnit: "%",
    measure: { kind: "sum", dataset: "austerity", column: "本年数", where: {} },
    series: [{ key: "total", title: "", points }],
    ...more,
  };
}

const falling = savingOf(spendingOf([80, 60, 40, 50, 20])) as Saving;
const wordsOf = (ink: string) => [...ink.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word);

/** The rectangles of the blank: left, right, height. */
function blankIn(ink: string): [left: number, right: number, height: number][] {
  const d = /<path class="card" d="([^"]*)"/.exec(ink)?.[1] ?? "";
  return [...d.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)/g)].map(([, left, top, right, bottom]) => [
    Number(left),
    Number(right),
    Number(bottom) - Number(top),
  ]);
}

describe("savingOf", () => {
  it("adds up what each year stayed below the base year", () => {
    expect(falling.blank?.amount).toBe(20 + 40 + 30 + 60);
    expect(falling.blank?.words).toEqual(["这片空白，是四年少花的", "150.0 万元"]);
    expect([falling.share, falling.caption]).toEqual(["25", "2016 年相当于 2012 年的"]);
  });

  it("adds in decimals", () => {
    expect(savingOf(spendingOf([0.3, 0.2, 0.1]))?.blank?.amount).toBe(0.3);
  });

  it("leaves out a year without a value, and says that it did", () => {
    const saving = savingOf(spendingOf([80, 60, { more: { state: "withheld" } }, 20])) as Saving;
    expect(saving.blank?.words[0]).toBe("这片空白，是有数的两年少花的");
    expect(saving.blank?.amount).toBe(20 + 60);
    expect(saving.bars.map(({ text }) => text)).toEqual(["80.0", "60.0", "未公开", "20.0"]);
  });

  it("counts neither an unfinished year nor one of another scope", () => {
    const running = { value: 5, more: { until: "2015-06-30", partial: true } };
    const saving = savingOf(
      spendingOf([80, { value: 30, more: { scope: "机关", base: null } }, 20, running]),
    ) as Saving;
    expect(saving.blank?.amount).toBe(60);
    expect(saving.latest).toBe(2014);
    expect(saving.bars.map(({ note }) => note)).toEqual(["", "机关口径", ""]);
  });

  it("claims no saving where a year exceeded the base year", () => {
    expect(savingOf(spendingOf([80, 90, 40]))?.blank).toBeNull();
  });

  it("says of what is not money that it became less", () => {
    const saving = savingOf(spendingOf([80, 60], { unit: "次", decimals: 0 }));
    expect(saving?.blank?.words).toEqual(["这片空白，是一年累计减少的", "20 次"]);
  });

  it("is nothing where the base year is absent, or the latest is not below it", () => {
    expect(savingOf(spendingOf([{ more: {} }, 60]))).toBeNull();
    expect(savingOf(spendingOf([80, 90]))).toBeNull();
    expect(savingOf(spendingOf([80, 80]))).toBeNull();
  });
});

describe("drawSaving", () => {
  const { drawing, hero } = drawSaving(falling, [area], format("wide"));

  it("leaves a blank whose area is what was saved", () => {
    const blank = blankIn(drawing);
    const base =
      [...drawing.matchAll(/<rect class="t3" x="([\d.]+)"[^>]*width="([\d.]+)"/g)].map(([, , width]) =>
        Number(width),
      )[0] ?? 0;
    const row = blank[0]?.[2] ?? 0;
    expect(blank).toHaveLength(4);
    for (const [, , height] of blank) expect(height).toBeCloseTo(row, 0);
    const squares = blank.reduce((sum, [left, right]) => sum + (right - left), 0); // of one row's height
    expect(squares / (base / 80)).toBeCloseTo(150, 0);
    expect(hero).toContain("<use");
  });

  it("shows a rise as the piece that rose", () => {
    const scale = (blankIn(drawing)[0]?.[1] ?? 0) - 96;
    const piece = /<rect class="ink" x="[\d.]+"[^>]*width="([\d.]+)"/.exec(drawing)?.[1];
    expect(Number(piece) / scale).toBeCloseTo(10 / 80, 1);
    expect(wordsOf(drawing)).toContain("▲");
  });

  it("puts a word, and no blank, in the place of a year that is not there", () => {
    const saving = savingOf(spendingOf([80, 60, { more: { state: "withheld" } }, 20])) as Saving;
    const ink = drawSaving(saving, [area], format("wide")).drawing;
    expect(blankIn(ink)).toHaveLength(2);
    expect(wordsOf(ink)).toContain("未公开");
  });

  it("ends no bar on a seam", () => {
    const across = { x: 2016, y: 54, width: 3648, height: 972 };
    const years = Array.from({ length: 40 }, (_, i) => 80 - 2 * i * 0.99);
    const saving = savingOf(spendingOf(years)) as Saving;
    const ink = drawSaving(
      saving,
      [
        { ...across, width: 1728 },
        { ...across, x: 3936, width: 1728 },
      ],
      format("triple"),
    ).drawing;
    const ends = [...ink.matchAll(/<rect class="(?:t2|mark)" x="([\d.]+)"[^>]*width="([\d.]+)"/g)].map(
      ([, x, w]) => Number(x) + Number(w),
    );
    expect(ends).toHaveLength(39);
    expect(ends.filter((end) => Math.abs(end - 3840) < 16)).toEqual([]);
  });
});
