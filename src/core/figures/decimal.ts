import Big from "big.js";

/** Decimals that are added exactly and divided to 20 places, half away from zero; its own constructor, so that no setting is shared. */
export const Decimal = Big();
Decimal.DP = 20;
Decimal.RM = 1;

export type Decimal = Big;

const zero = Decimal(0);

/** Add decimals exactly. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
}
