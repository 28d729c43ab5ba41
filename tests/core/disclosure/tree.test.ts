import { describe, expect, it } from "vitest";
import { inferTree, type Published } from "../../../src/core/disclosure/tree.ts";
import { Decimal } from "../../../src/core/figures/decimal.ts";

/** 局 over 甲, 乙, 丙; 甲 over 甲一, 甲二. */
const tree: Readonly<Record<string, readonly string[]>> = { 局: ["甲", "乙", "丙"], 甲: ["甲一", "甲二"] };
const codes = ["局", "甲", "甲一", "甲二", "乙", "丙"];

/** What follows from these numbers: "?" is hidden, a unit that is not named has no row. */
function infer(numbers: Readonly<Record<string, number | "?" | null>>) {
  const published = Object.entries(numbers).map(([code, value]): [string, Published] => [
    code,
    value === "?" ? "hidden" : value === null ? null : Decimal(value),
  ]);
  const isSmall = (value: number) => value > 0 && value < 5;
  const found = inferTree(new Map(published), (code) => tree[code] ?? [], codes, isSmall);
  return found.map(({ code, how, from }) => `${code} ${how} ${from.join("+")}`);
}

describe("inferTree(numbers, below, codes, isSmall)", () => {
  it("subtracts the others from the total", () => {
    expect(infer({ 局: 60, 甲: 30, 乙: "?", 丙: 10 })).toEqual(["乙 rest 局+甲+丙"]);
  });

  it("finds nothing where two are hidden and enough is left for them", () => {
    expect(infer({ 局: 60, 甲: 30, 乙: "?", 丙: "?" })).toEqual([]);
  });

  it("finds nothing where the total is hidden too, or is not to be had", () => {
    expect(infer({ 局: "?", 甲: 30, 乙: "?", 丙: 10 })).toEqual([]);
    expect(infer({ 局: null, 甲: 30, 乙: "?", 丙: 10 })).toEqual([]);
    expect(infer({ 甲: 30, 乙: "?", 丙: 10 })).toEqual([]);
  });

  it("finds nothing where another unit's number is not to be had", () => {
    expect(infer({ 局: 60, 甲: null, 乙: "?", 丙: 10 })).toEqual([]);
  });

  it("adds up the parts of a unit that has no row of its own", () => {
    expect(infer({ 局: 60, 甲一: 12, 甲二: 18, 乙: "?", 丙: 10 })).toEqual(["乙 rest 局+甲+丙"]);
  });

  it("adds up the parts of a hidden total", () => {
    expect(infer({ 局: "?", 甲: 30, 乙: 20, 丙: 10 })).toEqual(["局 parts 甲+乙+丙"]);
  });

  it("goes on from what it has worked out", () => {
    expect(infer({ 局: 60, 甲: "?", 甲一: 12, 甲二: 18, 乙: "?", 丙: 10 })).toEqual([
      "甲 parts 甲一+甲二",
      "乙 chain 局+甲+丙",
    ]);
  });

  it("knows that several are 0 where nothing is left for them", () => {
    expect(infer({ 局: 40, 甲: 30, 乙: "?", 丙: "?", 甲一: 30, 甲二: 0 })).toEqual([]); // 10 are left
    expect(infer({ 局: 30, 甲: 30, 乙: "?", 丙: "?" })).toEqual(["乙 none 局+甲", "丙 none 局+甲"]);
  });

  it("knows that several are few where few are left for them: 34 − 30 = 4, but not 35 − 30 = 5", () => {
    expect(infer({ 局: 34, 甲: 30, 乙: "?", 丙: "?" })).toEqual(["乙 few 局+甲", "丙 few 局+甲"]);
    expect(infer({ 局: 35, 甲: 30, 乙: "?", 丙: "?" })).toEqual([]);
  });
});
