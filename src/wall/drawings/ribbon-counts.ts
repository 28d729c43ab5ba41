import { hero, heroHeight } from "../digits.ts";
import type { Ink } from "../ink.ts";
import type { Band, Tenure } from "../tenure.ts";
import { measure, setText } from "../type.ts";
import type { Place } from "./ribbon-years.ts";

/** Name the term of each band at its head, where it fits. */
export function writeTerms(
  bands: readonly Band[],
  spans: readonly (readonly [number, number])[],
  { top, u, big }: Place,
): Ink[] {
  return bands.flatMap(({ term, former }, i) => {
    const [from, to] = spans[i] as [number, number];
    const size = [3.6 * u * big, 3.3 * u].find((one) => measure(term, one, "bold") <= to - from - 3.2 * u);
    if (size === undefined || former) return [];
    return [
      setText(term, {
        x: from + 1.9 * u,
        y: top + 1.7 * u + size * 0.98,
        size,
        face: "bold",
        colour: "on-area",
      }),
    ];
  });
}

/** Count the years in the bands, each term's larger than the one before; the last count is the great figure. */
export function writeCounts(
  { main, years: total }: Tenure,
  spans: readonly (readonly [number, number])[],
  { top, bottom, u, years, big }: Place,
): { small: Ink[]; hero: Ink } {
  const baseline = bottom - 3.6 * u * big;
  const room = (bottom - top - (1.7 + 3.6 + 1.4 + 3.6) * u * big) / heroHeight;
  const counted = main.bands.flatMap(({ kept, former }, i) =>
    kept === null || former ? [] : [{ kept, span: spans[i] as [number, number] }],
  );
  const great = years.inside ? counted.pop() : undefined;
  const wide = (span: readonly [number, number]) => span[1] - span[0] - 3.4 * u;
  const within = (text: string, unit: string, most: number, width: number, unitSize?: number) => {
    const set = hero(text, unit, most, unitSize);
    return set.width <= width ? set : null;
  };
  const sizes = (from: number) =>
    Array.from({ length: 60 }, (_, i) => from - i * 0.5 * u).filter((size) => size >= 5 * u);
  const greatSize = Math.min(room, 28 * u * big);
  const set = great
    ? sizes(greatSize).flatMap(
        (size) =>
          within(String(total), "年", size, wide(great.span)) ??
          (size <= 20 * u ? (within(String(total), "", size, wide(great.span)) ?? []) : []),
      )[0]
    : hero(String(total), "年", Math.min(room * 1.3, 22 * u));
  const hasUnit = (set?.unitWidth ?? 0) > 0;
  const small = counted.flatMap(({ kept, span }, i) => {
    const share = counted.length === 1 ? 0.5 : i / (counted.length - 1);
    const wished = Math.min(9 * (16 / 9) ** share * u * big, greatSize * 0.8);
    const unit = hasUnit ? "年" : "";
    const one = sizes(wished).flatMap(
      (size) => within(String(kept), unit, size, wide(span), 3.6 * u) ?? [],
    )[0];
    return one ? [one.at(span[0] + 1.7 * u, baseline, "on-area")] : [];
  });
  if (!set) return { small, hero: "" };
  const x = great ? great.span[0] + 1.7 * u : years.end + years.tail + 3 * u;
  return {
    small,
    hero: set.at(
      x,
      great ? baseline : (top + bottom) / 2 + (heroHeight / 2) * Math.min(room * 1.3, 22 * u),
      great ? "on-area" : "mark",
    ),
  };
}
