import { describe, expect, it } from "vitest";
import {
  type ComparedFigure,
  type ComparedPoint,
  compareFigures,
  type Version,
} from "../../../src/core/changes/figure-changes.ts";

type Values = Readonly<Record<number, number | null | Partial<ComparedPoint>>>;

function pointsOf(values: Values): ComparedPoint[] {
  return Object.entries(values).map(([year, value]): ComparedPoint => {
    const point = typeof value === "number" ? { value } : (value ?? {});
    return {
      year: Number(year),
      value: null,
      state: typeof point.value === "number" ? "final" : "missing",
      ...point,
    };
  });
}

function figureOf(id: string, series: Readonly<Record<string, Values>>): ComparedFigure {
  const listed = Object.entries(series).map(([key, values]) => ({
    key,
    title: key,
    points: pointsOf(values),
  }));
  return { id, title: `《${id}》`, unit: "人", decimals: 0, series: listed };
}

function version(figures: readonly ComparedFigure[], units: Readonly<Record<string, Values>> = {}): Version {
  return {
    figures,
    units: Object.entries(units).map(([code, values]) => ({
      code,
      name: `单位${code}`,
      figures: [{ id: "a", points: pointsOf(values) }],
    })),
  };
}

/** What changed, each in one line. */
function changes(before: Version, after: Version): string[] {
  return compareFigures(before, after).map(({ kind, figure, unit, series, year, ...sizes }) => {
    const who = unit ? `${unit.name} ` : "";
    const [was, is] = [sizes.before?.value ?? "–", sizes.after?.value ?? "–"];
    const size = sizes.difference === null ? "" : ` ${sizes.difference} ${sizes.percent}%`;
    return `${kind} ${who}${figure.id}/${series.key} ${year}: ${was} → ${is}${size}`;
  });
}

describe("compareFigures(before, after)", () => {
  it("finds nothing between a version and itself", () => {
    const one = version([figureOf("a", { total: { 2023: 4, 2024: null } })], { "01": { 2024: 3 } });
    expect(compareFigures(one, structuredClone(one))).toEqual([]);
  });

  it("says from what to what a figure changed, by how much, and by how many percent: 120 → 125 is 5, 4.1666…%", () => {
    const before = version([figureOf("a", { total: { 2023: 120, 2024: 7 } })]);
    const after = version([figureOf("a", { total: { 2023: 125, 2024: 7 } })]);
    const [change] = compareFigures(before, after);
    expect(change).toMatchObject({ kind: "changed", year: 2023, unit: null, difference: 5 });
    expect(change?.figure).toEqual({ id: "a", title: "《a》", unit: "人", decimals: 0 });
    expect(change?.percent).toBeCloseTo(4.166666666667, 10);
  });

  it("subtracts decimals exactly: 0.3 − 0.1 is 0.2; and from a negative figure by its size", () => {
    const before = version([figureOf("a", { total: { 2023: 0.1, 2024: -50 } })]);
    const after = version([figureOf("a", { total: { 2023: 0.3, 2024: -40 } })]);
    expect(changes(before, after)).toEqual([
      "changed a/total 2023: 0.1 → 0.3 0.2 200%",
      "changed a/total 2024: -50 → -40 10 20%",
    ]);
  });

  it("puts the biggest consequence first: gone, changed by how much, new, said otherwise, compared with another", () => {
    const before = version([
      figureOf("a", { total: { 2021: 100, 2022: 100, 2023: 0, 2024: 8 } }),
      figureOf("b", {
        total: { 2022: null, 2023: 5, 2024: { value: 6, change: 20 } },
      }),
    ]);
    const after = version([
      figureOf("a", { total: { 2021: 101, 2022: 150, 2023: 2, 2024: { value: null, state: "withheld" } } }),
      figureOf("b", {
        total: { 2022: 9, 2023: { value: 5, state: "revised" }, 2024: { value: 6, change: -10 } },
      }),
    ]);
    expect(changes(before, after)).toEqual([
      "gone a/total 2024: 8 → –",
      "changed a/total 2023: 0 → 2 2 null%", // from nothing
      "changed a/total 2022: 100 → 150 50 50%",
      "changed a/total 2021: 100 → 101 1 1%",
      "new b/total 2022: – → 9",
      "state b/total 2023: 5 → 5",
      "compared b/total 2024: 6 → 6",
    ]);
  });

  it("knows whole figures, series and years that came or went, with and without a value", () => {
    const before = version([
      figureOf("gone", { total: { 2024: 3 } }),
      figureOf("a", { 甲: { 2024: 1 }, total: { 2024: 1 } }),
    ]);
    const after = version([
      figureOf("a", { 乙: { 2024: 1 }, total: { 2024: 1, 2025: null } }),
      figureOf("new", { total: { 2024: 4 } }),
    ]);
    expect(changes(before, after)).toEqual([
      "gone gone/total 2024: 3 → –", // as they were listed
      "gone a/甲 2024: 1 → –",
      "new a/乙 2024: – → 1",
      "new new/total 2024: – → 4",
      "state a/total 2025: – → –",
    ]);
  });

  it("compares the units too, after the bureau's own figures, by their codes", () => {
    const figure = (value: number) => figureOf("a", { total: { 2024: value } });
    const before = version([figure(100)], { "0101": { 2024: 10 }, "0102": { 2024: 90 } });
    const after = version([figure(101)], { "0101": { 2024: 20 }, "0103": { 2024: 81 } });
    expect(changes(before, after)).toEqual([
      "gone 单位0102 a/total 2024: 90 → –",
      "changed a/total 2024: 100 → 101 1 1%",
      "changed 单位0101 a/total 2024: 10 → 20 10 100%",
      "new 单位0103 a/total 2024: – → 81",
    ]);
  });

  it("does not compare what one version does not know, as a release may not hold changes", () => {
    const before = version([figureOf("a", { total: { 2024: 6 } })]);
    const after = version([
      figureOf("a", { total: { 2024: { value: 6, change: 3, partial: false, scope: "全局" } } }),
    ]);
    expect(changes(before, after)).toEqual([]);
  });
});
