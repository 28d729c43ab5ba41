import { type Ink, shape, short } from "../ink.ts";
import type { Band } from "../tenure.ts";

/** Where a band lies along the years and across them, in px. */
export interface Strip {
  readonly from: number; // along
  readonly to: number;
  readonly near: number; // across: the edge without notches
  readonly far: number;
}

/** How a ribbon runs: x along the years, or, hanging, y. */
export type Run = "right" | "down";

/** Find where bands begin and end in whole px; where one naming follows another at once, a fold parts them. */
export function placeBands(
  bands: readonly Band[],
  at: (year: number) => number,
  fold: number,
): [from: number, to: number][] {
  const placed: [from: number, to: number][] = [];
  for (const { from, to } of bands) {
    const before = placed.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
    const start = Math.max(Math.round(at(from)), before + Math.round(fold));
    placed.push([start, Math.max(start + 2, Math.round(at(to)))]);
  }
  return placed;
}

/** Draw a band with its notches cut out of the far edge; while a yellow card stood it is hatched. */
export function drawBand(
  band: Pick<Band, "cards" | "notches">,
  strip: Strip,
  at: (year: number) => number,
  run: Run,
  colour: string,
  notch: number,
): Ink {
  const clamp = (along: number) => Math.round(Math.min(strip.to, Math.max(strip.from, along)));
  const cards = band.cards
    .map(([from, to]) => [clamp(at(from)), clamp(at(to))] as const)
    .filter(([from, to]) => to - from >= 2);
  const cuts = [strip.from, ...cards.flat(), strip.to];
  const whole = cuts.flatMap((from, i) => {
    const to = cuts[i + 1];
    if (i % 2 === 1 || to === undefined || to <= from) return [];
    const notches = band.notches.map(at).filter((along) => along - notch > from && along + notch < to);
    return [outline({ ...strip, from, to }, notches, notch, run)];
  });
  const hatched = cards.flatMap(([from, to]) => hatch({ ...strip, from, to }, notch, run));
  return shape([...whole, ...hatched].join(""), colour);
}

function outline(
  { from, to, near, far }: Strip,
  notches: readonly number[],
  notch: number,
  run: Run,
): string {
  const depth = far > near ? notch : -notch;
  const edge = notches
    .toSorted((a, b) => b - a)
    .flatMap((along): [number, number][] => [
      [along + notch, far],
      [along, far - depth],
      [along - notch, far],
    ]);
  return closed([[from, near], [to, near], [to, far], ...edge, [from, far]], run);
}

/** Cut a strip into slanting bars, as wide as the gaps between them. */
function hatch({ from, to, near, far }: Strip, step: number, run: Run): string[] {
  const slant = Math.abs(far - near);
  const bars: string[] = [];
  for (let along = from - slant; along < to; along += 2 * step) {
    const corners = [
      [along, 0],
      [along + step, 0],
      [along + step + slant, 1],
      [along + slant, 1],
    ].map(([a = 0, side = 0]): [number, number] => [a, side === 0 ? near : far]);
    const cut = clip(clip(corners, from, 1), to, -1);
    if (cut.length > 2) bars.push(closed(cut, run));
  }
  return bars;
}

/** Cut a polygon at a line across; side 1 keeps what lies after it. */
function clip(points: readonly [number, number][], limit: number, side: 1 | -1): [number, number][] {
  const isIn = ([along]: [number, number]) => side * (along - limit) >= 0;
  return points.flatMap((point, i): [number, number][] => {
    const next = points[(i + 1) % points.length] as [number, number];
    const kept = isIn(point) ? [point] : [];
    if (isIn(point) === isIn(next)) return kept;
    const share = (limit - point[0]) / (next[0] - point[0]);
    return [...kept, [limit, point[1] + share * (next[1] - point[1])]];
  });
}

function closed(points: readonly (readonly [along: number, across: number])[], run: Run): string {
  const write = ([along, across]: readonly [number, number]) =>
    run === "right" ? `${short(along)} ${short(across)}` : `${short(across)} ${short(along)}`;
  return `M${points.map(write).join("L")}z`;
}
