import { describe, expect, it } from "vitest";
import { type Amount, noAmount } from "../../../src/core/figures/amount.ts";
import { compareYears } from "../../../src/core/figures/comparison.ts";
import { Decimal } from "../../../src/core/figures/decimal.ts";

/** Years from 2012 on: a count, a rate ("-10%"), or nothing; more is said in an object. */
function years(...list: (number | string | null | (Partial<Amount> & { count?: number }))[]): Amount[] {
  return list.map((what, i) => {
    const blank = noAmount(2012 + i, `${2012 + i}-12-31`, "missing");
    if (what === null) return blank;
    const known = { ...blank, reported: true, scope: "全局", state: "final" } as const;
    if (typeof what === "number") return { ...known, value: Decimal(what) };
    if (typeof what === "string")
      return { ...known, state: "rate-only", rate: Decimal(what.replace("%", "")) };
    const { count, ...more } = what;
    return { ...known, value: count === undefined ? null : Decimal(count), ...more };
  });
}

function changes(list: readonly Amount[], unit: "%" | "百分点" = "%") {
  return compareYears(list, 2012, unit).map(({ change }) => change?.toNumber() ?? null);
}

function bases(list: readonly Amount[], unit: "%" | "百分点" = "%") {
  return compareYears(list, 2012, unit).map(({ base, chained }) => [
    base?.round(6).toNumber() ?? null,
    chained,
  ]);
}

describe("compareYears(amounts, baseYear, unit): change", () => {
  it("is this ÷ last − 1 in percent, and null in the first year", () => {
    expect(changes(years(200, 150, 180))).toEqual([null, -25, 20]);
  });
  it("is a difference in 百分点 for a share", () => {
    expect(changes(years(28.5, 36.5), "百分点")).toEqual([null, 8]);
  });
  it("is null after a zero, and −100 down to zero", () => {
    expect(changes(years(4, 0, 5))).toEqual([null, -100, null]);
  });
  it("is null beside an absent, partial or broken year", () => {
    expect(changes(years(4, null, 5))).toEqual([null, null, null]);
    expect(changes(years(4, { count: 5, partial: true }, 6))).toEqual([null, null, null]);
    expect(changes(years(4, { count: 5, scope: "机关" }, 6))).toEqual([null, null, null]);
  });
  it("is null across a break in series that forbids comparing, and only there", () => {
    const severed = [{ year: 2014, comparable: false }];
    const list = years(4, 5, 6, 9);
    const of = (breaks: Parameters<typeof compareYears>[3]) =>
      compareYears(list, 2013, "%", breaks).map(({ change, base }) => [
        change?.toNumber() ?? null,
        base?.toNumber() ?? null,
      ]);
    expect(of(severed)).toEqual([
      [null, -20],
      [25, 0],
      [null, null],
      [50, null],
    ]);
    expect(of([{ year: 2014, comparable: true }])).toEqual([
      [null, -20],
      [25, 0],
      [20, 20],
      [50, 80],
    ]);
    expect(
      compareYears(years("-10%", "-10%", "-10%"), 2012, "%", [{ year: 2013, comparable: false }]),
    ).toMatchObject([
      { chained: false },
      { change: null, base: null, chained: false },
      { base: null, chained: false },
    ]);
    const restated = years(4, { count: 5, previous: Decimal(4) });
    expect(
      compareYears(restated.slice(1), 2012, "%", [{ year: 2013, comparable: false }])[0]?.change,
    ).toBeNull();
  });
  it("keeps a rate to itself beside a withheld count: the two would give the count away", () => {
    expect(changes(years(40, { state: "withheld", rate: Decimal(-10) }))).toEqual([null, null]);
  });
  it("takes 上年数 only where the year before has no row of its own", () => {
    expect(changes(years(null, { count: 20, previous: Decimal(25) }))).toEqual([null, -20]);
    expect(changes(years(40, { count: 20, previous: Decimal(25) }))).toEqual([null, -50]);
    const withheld = { state: "withheld" } as const;
    expect(changes(years(withheld, { count: 20, previous: Decimal(25) }))).toEqual([null, null]);
  });
  it("takes 增减率 only where counts do not exist", () => {
    expect(changes(years(100, "-12.5%"))).toEqual([null, -12.5]);
    expect(changes(years(100, "-12.5%", { count: 80, rate: Decimal("-8.6") }))).toEqual([null, -12.5, -8.6]);
    expect(changes(years(100, { count: 80, rate: Decimal("-19.9") }))).toEqual([null, -20]);
  });
  it("compares nothing for streaks", () => {
    expect(compareYears(years(1, 2), 2012, "")).toEqual([
      { change: null, base: null, chained: false },
      { change: null, base: null, chained: false },
    ]);
  });
});

describe("compareYears(amounts, baseYear, unit): base", () => {
  it("is 0 in the base year and compares every other with it directly", () => {
    expect(bases(years(200, 150, 180))).toEqual([
      [0, false],
      [-25, false],
      [-10, false],
    ]);
  });
  it("gives 三公经费 94.7 → 43.6 as −53.96 %", () => {
    const list = years(94.7, 93.64, 74.25, 70.15, 58.8, 53.73, 48.25, 43.6);
    expect(bases(list).at(-1)?.[0]).toBeCloseTo(-53.96, 2);
  });
  it("multiplies the yearly rates and never adds them", () => {
    // 0.9 × 0.8 = 0.72; added they would be −30 %
    expect(bases(years("3.0%", "-10%", "-20%"))).toEqual([
      [0, false],
      [-10, true],
      [-28, true],
    ]);
  });
  it("bridges a year of rates between years of counts", () => {
    // 118 → 102 is counted; × 0.863; 2015 is counted again
    expect(bases(years(118, 102, "-13.7%", { count: 84, rate: Decimal("-4.6") }))).toEqual([
      [0, false],
      [-13.559322, false],
      [-25.401695, true],
      [-28.813559, false],
    ]);
  });
  it("chains a count where the base year is known by its rate alone", () => {
    // 1.1, then × 120 ÷ 100
    const list = years("-5%", { count: 100, rate: Decimal(10) }, 120);
    expect(bases(list)).toEqual([
      [0, false],
      [10, true],
      [32, true],
    ]);
  });
  it("ends the chain at an unknown change and at a break", () => {
    expect(bases(years(100, null, "-10%")).at(-1)).toEqual([null, false]);
    expect(
      bases(years(100, { state: "rate-only", rate: Decimal(-5), scope: "机关" }, "-10%")).at(-1),
    ).toEqual([null, false]);
  });
  it("is null where the base year is 0, absent without rates, partial, or not there", () => {
    expect(bases(years(0, 5)).at(-1)).toEqual([null, false]);
    expect(bases(years(null, 5))).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(bases(years({ count: 4, partial: true }, 5)).at(-1)).toEqual([null, false]);
    expect(compareYears(years(4, 5), 2010, "%").map(({ base }) => base)).toEqual([null, null]);
  });
  it("gives an unfinished year neither change nor base", () => {
    const running = { count: 3, partial: true, until: "2013-06-30" };
    expect(compareYears(years(4, running), 2012, "%").at(-1)).toEqual({
      change: null,
      base: null,
      chained: false,
    });
  });
});
