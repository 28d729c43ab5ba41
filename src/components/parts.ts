import type { PublishedDataset, PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatNumber } from "../core/words/format.ts";

export const sides = ["numerator", "denominator"] as const;
export type Side = (typeof sides)[number];

/** Name what a share is made of, and in which unit: a ratio's parts as their data sets have them, a cadence's windows; null for other measures. */
export function partName(
  figure: PublishedFigure,
  side: Side,
  datasets: readonly PublishedDataset[] = [],
): { name: string; unit: string } | null {
  if (figure.measure.kind === "cadence") {
    return { name: side === "numerator" ? "开展的期数" : "已过的期数", unit: "期" };
  }
  if (figure.measure.kind !== "ratio") return null;
  const { dataset, column } = figure.measure[side];
  const field = datasets.find((d) => d.id === dataset)?.fields.find((f) => f.name === column);
  return { name: column, unit: field?.unit ?? "" };
}

/** Count the decimals of a number as written. */
export function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/** Give the two numbers a share is made of: a ratio's parts, or of a cadence's windows those met and those that are over. */
export function partsAt({ parts, windows }: PublishedPoint): PublishedPoint["parts"] {
  if (!windows) return parts;
  const over = windows.filter((met) => met !== null);
  return { numerator: over.filter(Boolean).length, denominator: over.length };
}

/** Write a share's numerator and denominator as counted; null unless both are known. */
export function partTexts(point: PublishedPoint): [string, string] | null {
  const { numerator = null, denominator = null } = partsAt(point) ?? {};
  if (numerator === null || denominator === null) return null;
  return [formatNumber(numerator, decimalsOf(numerator)), formatNumber(denominator, decimalsOf(denominator))];
}
