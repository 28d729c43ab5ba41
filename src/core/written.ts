import { Decimal } from "./decimal.ts";
import { originalAt, type Rows, textAt } from "./rows.ts";

/** A figure as a clerk wrote it: its value, and how many decimals stand in the cell. */
export interface Written {
  readonly value: Decimal;
  readonly decimals: number;
}

/** Read a figure; null where it is absent. */
export function writtenAt(rows: Rows, row: number, column: string): Written | null {
  const text = textAt(rows, row, column);
  if (text === "") return null;
  const original = originalAt(rows, row, column).normalize("NFKC"); // "12.50" keeps its 0, "１２．５" its point
  return { value: Decimal(text), decimals: /\.(\d+)/.exec(original)?.[1]?.length ?? 0 };
}

function half(decimals: number): Decimal {
  return Decimal(`0.5e-${decimals}`);
}

/**
 * Tell whether a rate in percent can be numerator ÷ denominator × 100 − offset, given that each may have been rounded
 * where its decimals end. A part without decimals is exact; a rate never is.
 */
export function isRateOf(rate: Written, numerator: Written, denominator: Written, offset: 0 | 100): boolean {
  const slack = ({ decimals }: Written) => (decimals === 0 ? Decimal(0) : half(decimals));
  const least = denominator.value.minus(slack(denominator));
  if (least.lte(0)) return true; // nothing can be said
  const most = denominator.value.plus(slack(denominator));
  const low = numerator.value.minus(slack(numerator)).div(most).times(100).minus(offset);
  const high = numerator.value.plus(slack(numerator)).div(least).times(100).minus(offset);
  const around = half(rate.decimals);
  return rate.value.plus(around).gte(low) && rate.value.minus(around).lte(high);
}
