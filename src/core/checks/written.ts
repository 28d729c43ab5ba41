import type { Field } from "../declared/dataset.ts";
import { Decimal, sum } from "../figures/decimal.ts";
import { convert } from "../figures/money.ts";
import { originalAt, type Rows, textAt } from "../rows.ts";

/** A figure as a clerk wrote it. */
export interface Written {
  readonly value: Decimal;
  readonly decimals: number; // as they stand in the cell
  readonly slack: Decimal; // how far rounding may have moved it; without decimals it is exact, unless its column is coarse
}

/** Read a figure; null where it is absent. */
export function writtenAt(rows: Rows, row: number, column: string): Written | null {
  const text = textAt(rows, row, column);
  if (text === "") return null;
  const original = originalAt(rows, row, column).normalize("NFKC"); // "12.50" keeps its 0, "１２．５" its point
  const places = /\.(\d+)/.exec(original)?.[1]?.length ?? 0;
  const field = rows.dataset.schema.fields.find(({ name }) => name === column);
  const decimals = Math.min(places, field?.decimals || places); // what a column does not hold has been rounded off
  const isExact = decimals === 0 && !field?.coarse;
  return { value: Decimal(text), decimals, slack: isExact ? Decimal(0) : halfStep(decimals) };
}

/** Read a figure in the unit of measurement (计量单位) of another row, so that the two compare; null where they do not. */
export function writtenLike(rows: Rows, row: number, field: Field, other: number): Written | null {
  const written = writtenAt(rows, row, field.name);
  const unit = rows.dataset.comparison?.unit;
  if (!written || unit === undefined || field.unit !== "") return written; // a column with a unit of its own keeps it
  const [from, to] = [textAt(rows, row, unit), textAt(rows, other, unit)];
  const value = convert(written.value, from, to);
  const slack = convert(written.slack, from, to);
  return value && slack && { ...written, value, slack };
}

/**
 * Tell how far a sum may lie from its parts because each was rounded as it is written: half a unit of the last decimal each, the
 * total's own included. Whole numbers are exact, so that 30 + 25 is 55 and nothing else; 33.3 × 3 may be 100.0: ± 4 × 0.05.
 * Source: the bound of a sum's error is the sum of the bounds (first-order interval arithmetic).
 */
export function slackOf(figures: readonly Written[]): Decimal {
  return sum(figures.map(({ slack }) => slack));
}

function halfStep(decimals: number): Decimal {
  return Decimal(`0.5e-${decimals}`);
}

/** Tell whether a rate in percent can be numerator ÷ denominator × 100 − offset, all three being rounded as written. */
export function isRateOf(rate: Written, numerator: Written, denominator: Written, offset: 0 | 100): boolean {
  const least = denominator.value.minus(denominator.slack);
  const most = denominator.value.plus(denominator.slack);
  if (least.lte(0)) return true; // nothing can be said
  const low = numerator.value.minus(numerator.slack).div(most).times(100).minus(offset);
  const high = numerator.value.plus(numerator.slack).div(least).times(100).minus(offset);
  const around = halfStep(rate.decimals);
  return rate.value.plus(around).gte(low) && rate.value.minus(around).lte(high);
}
