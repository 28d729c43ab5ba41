import type { PublishedDataset, PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatNumber } from "../core/words/format.ts";

export const sides = ["numerator", "denominator"] as const;
export type Side = (typeof sides)[number];

/** Name a ratio's part and its unit, as its data set has them; null for other measures. */
export function partName(
  figure: PublishedFigure,
  side: Side,
  datasets: readonly PublishedDataset[] = [],
): { name: string; unit: string } | null {
  if (figure.measure.kind !== "ratio") return null;
  const { dataset, column } = figure.measure[side];
  const field = datasets.find((d) => d.id === dataset)?.fields.find((f) => f.name === column);
  return { name: column, unit: field?.unit ?? "" };
}

/** Count the decimals of a number as written. */
export function decimalsOf(value: number): number {
  return String(value).split(".")[1]?.length ?? 0;
}

/** Write a ratio's numerator and denominator as counted; null unless both are known. */
export function partTexts(point: PublishedPoint): [string, string] | null {
  const { numerator = null, denominator = null } = point.parts ?? {};
  if (numerator === null || denominator === null) return null;
  return [formatNumber(numerator, decimalsOf(numerator)), formatNumber(denominator, decimalsOf(denominator))];
}
