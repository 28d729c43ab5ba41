import { formatNumber } from "../core/words/format.ts";

/** A value axis: from min to max in steps that people count in. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Choose an axis that holds zero and all values in about four steps of 1, 2, 2.5 or 5 times a power of ten, none finer than the values' decimals. */
export function niceScale(values: readonly number[], decimals: number): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const power = 10 ** Math.max(-decimals, Math.floor(Math.log10(span / 4)));
  const usual = power === 10 ** -decimals ? [1, 2, 5, 10] : [1, 2, 2.5, 5, 10];
  const step = power * (usual.find((nice) => span / (power * nice) <= 4.4) ?? 10);
  const min = Math.floor(low / step) * step;
  const max = Math.ceil(high / step - 1e-9) * step;
  return { min, max: max === min ? min + step : max, step };
}

/** Choose an axis for dots, which need no zero: from zero only where the least value is not far from it. */
export function rangeScale(values: readonly number[], decimals: number): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0 || low <= high * 0.4 || low === high) return niceScale(values, decimals);
  const { step } = niceScale([high - low], decimals);
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step - 1e-9) * step, step };
}

/** List an axis's ticks from the foot to the top. */
export function ticksOf({ min, max, step }: Scale): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) =>
    Number((min + i * step).toPrecision(12)),
  );
}

const myriads = [
  [1e8, "亿"],
  [1e4, "万"],
] as const;

/** Write the ticks' labels, large numbers in 万 or 亿, the unit on the top one only. */
export function tickLabels(scale: Scale, unit: string): string[] {
  const ticks = ticksOf(scale);
  const [size, word] = myriads.find(([size]) => scale.max >= 10 * size) ?? [1, ""];
  const decimals = Math.max(0, ...ticks.map((tick) => (String(tick / size).split(".")[1] ?? "").length));
  const top = `${word}${unit}`;
  return ticks.map((tick, i) => {
    const number = tick === 0 ? "0" : formatNumber(tick / size, decimals);
    if (i < ticks.length - 1) return number;
    return top === "%" || top === "" ? number + top : `${number} ${top}`;
  });
}
