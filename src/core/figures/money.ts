import { Decimal } from "./decimal.ts";

const inYuan: ReadonlyMap<string, Decimal> = new Map([
  ["元", Decimal(1)],
  ["万元", Decimal(10_000)],
  ["亿元", Decimal(100_000_000)],
]);

/** Tell whether a unit measures money. */
export function isMoney(unit: string): boolean {
  return inYuan.has(unit);
}

/** Convert an amount exactly from one unit into another; null where the two do not measure the same. */
export function convert(value: Decimal, from: string, to: string): Decimal | null {
  if (from === to) return value;
  const [a, b] = [inYuan.get(from), inYuan.get(to)];
  return a && b ? value.times(a).div(b) : null;
}
