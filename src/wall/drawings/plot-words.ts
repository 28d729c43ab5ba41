import type { PublishedFigure, PublishedPoint } from "../../core/site.ts";
import { isAbsent, stateNames } from "../../core/state.ts";
import { formatValue } from "../../core/words/format.ts";
import { decimalsOf } from "../../core/words/target.ts";
import type { Area } from "../format.ts";
import { group, type Ink, short, stroke } from "../ink.ts";
import { columnOf, measure, setColumn, setText } from "../type.ts";

/** A place on a plot. */
export type Spot = readonly [x: number, y: number];

/** Size of what is written on a plot, in u. */
export const label = 3.3;

/** Name the first year, the last in bold, and between them those that stand far enough apart. */
export function drawYears(
  points: readonly PublishedPoint[],
  x: (i: number) => number,
  y: number,
  step: number,
  u: number,
): Ink {
  const last = points.length - 1;
  const every = [1, 2, 4, 5, 10, 20].find((count) => count * step >= 13.4 * u) ?? 50;
  return points
    .map(({ year }, i) => {
      const shown = i === last || (i % every === 0 && (last - i) * step >= 12 * u);
      if (!shown) return "";
      const face = i === last ? "bold" : "sans";
      return setText(String(year), {
        x: x(i),
        y,
        size: label * u,
        face,
        colour: i === last ? "ink" : "mute",
        anchor: "middle",
      });
    })
    .join("");
}

/** Give the top of a word that stands upright on the axis. */
function topOf(word: string, axis: number, u: number): number {
  return axis - 1.2 * u - columnOf(word).length * label * u * 1.06;
}

/** Write the word of each absence upright where its mark would stand, once for years in a row. */
export function drawAbsences(
  points: readonly PublishedPoint[],
  x: (i: number) => number,
  axis: number,
  step: number,
  u: number,
): Ink {
  const runs: { state: PublishedPoint["state"]; from: number; to: number }[] = [];
  points.forEach(({ value, state }, i) => {
    if (value !== null || !isAbsent(state)) return;
    const run = runs.at(-1);
    if (run && run.to === i - 1 && (run.state === state || step < 4 * u)) run.to = i;
    else runs.push({ state, from: i, to: i });
  });
  const size = label * u;
  return group(
    "absences",
    ...runs.map(({ state, from, to }) => {
      const word = stateNames[state];
      const top = topOf(word, axis, u);
      return setColumn(word, { x: (x(from) + x(to)) / 2, y: top, size, colour: "mute" });
    }),
  );
}

/** Where values and years lie on a plot, and what is drawn there already. */
export interface Place {
  readonly x: (i: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
  readonly spots: readonly (Spot | null)[];
  readonly area: Area;
  readonly u: number;
}

/** Draw targets dashed, over the years they hold; the last is named where the line leaves room. */
export function drawTargets(
  figure: PublishedFigure,
  points: readonly PublishedPoint[],
  { x, y, step, spots, area, u }: Place,
): Ink {
  const held = points.flatMap(({ year }, i) => {
    const target = figure.targets.find((one) => one.year === year);
    return target ? [{ i, target }] : [];
  });
  const half = Math.min(step / 2, 3.7 * u);
  const paths: string[] = [];
  let from = 0;
  held.forEach(({ i, target }, k) => {
    const next = held[k + 1];
    if (next?.i === i + 1 && next.target.value === target.value) return;
    const start = held[from];
    if (start) paths.push(`M${short(x(start.i) - half)} ${short(y(target.value))}H${short(x(i) + half)}`);
    from = k + 1;
  });
  const last = held.at(-1);
  if (!last) return "";
  const begin = held.findLast(({ target }, k) => held[k - 1]?.target.value !== target.value) ?? last;
  const words = `目标 ${formatValue(last.target.value, { ...figure, decimals: decimalsOf(last.target) })}`;
  const size = label * u;
  const width = measure(words, size, "bold");
  const level = y(last.target.value);
  const left = x(begin.i) - half - 1.6 * u;
  const right = x(last.i) + half;
  const places: Spot[] = [
    [left, level + size * 0.36],
    [right - 5 * u, level - 1.1 * u],
    [right - 5 * u, level + 3.9 * u],
    [left, level - 1.1 * u],
    [left, level + 3.9 * u],
  ];
  const free = places.find(
    ([end, base]) =>
      end - width >= area.x &&
      !isCrossed(spots, end - width - u, end + u, base - size * 0.95, base + size * 0.2),
  );
  const [end, base] = free ?? [left, level + size * 0.36];
  return (
    stroke(paths.join(""), "ink", 0.3 * u, { "stroke-dasharray": `${short(1.7 * u)} ${short(1.1 * u)}` }) +
    setText(words, { x: Math.max(end, area.x + width), y: base, size, face: "bold", anchor: "end" })
  );
}

/** Where the first year's value is written. */
export interface First {
  readonly words: string;
  readonly x: number; // its left edge
  readonly y: number; // its baseline
  readonly width: number;
}

/** Place the first year's value above its mark, clear of the line and of words that stand beside it. */
export function placeFirst(
  figure: PublishedFigure,
  points: readonly PublishedPoint[],
  { x, spots, area, u, axis, isColumns }: Place & { readonly axis: number; readonly isColumns: boolean },
): First | null {
  const i = points.findIndex(({ value }) => value !== null);
  const [point, spot] = [points[i], spots[i]];
  if (!point || !spot || point.value === null || i === points.length - 1) return null;
  const size = label * u;
  const words = formatValue(point.value, figure);
  const width = measure(words, size, "bold");
  const x0 = Math.max(area.x, spot[0] - width / 2);
  const top = isColumns ? spot[1] : Math.min(spot[1], ...heights(spots, x0 - u, x0 + width + u));
  const beside = points.flatMap(({ value, state }, k) => {
    const near = x(k) + size * 0.6 > x0 && x(k) - size * 0.6 < x0 + width;
    return value === null && isAbsent(state) && near ? [topOf(stateNames[state], axis, u)] : [];
  });
  return {
    words,
    x: x0,
    y: Math.min(top - (isColumns ? 1.2 : 2.2) * u, ...beside.map((one) => one - 0.6 * u)),
    width,
  };
}

/** Write the first year's value. */
export function drawFirst(first: First | null, u: number): Ink {
  return first ? setText(first.words, { x: first.x, y: first.y, size: label * u, face: "bold" }) : "";
}

/** Name the line of 100%, at its left end, where nothing else stands there. */
export function drawCeiling(
  ceiling: number,
  first: First | null,
  points: readonly PublishedPoint[],
  { x, area, u, axis }: Place & { readonly axis: number },
): Ink {
  const size = label * u;
  const words = "100%";
  const [end, y] = [area.x + measure(words, size, "sans") + 0.6 * u, ceiling - 1.3 * u];
  const isTaken = first !== null && first.x < end && first.y > y - size && first.y - size * 0.9 < y + 0.3 * u;
  const isBeside = points.some(
    ({ value, state }, i) =>
      value === null &&
      isAbsent(state) &&
      x(i) - size * 0.6 < end &&
      topOf(stateNames[state], axis, u) < y + 0.3 * u,
  );
  return isTaken || isBeside ? "" : setText(words, { x: area.x, y, size, colour: "mute" });
}

/** Give the line's heights within a stretch: at its ends and at the years between. */
function heights(spots: readonly (Spot | null)[], x0: number, x1: number): number[] {
  return spots.flatMap((spot, i) => {
    const next = spots[i + 1];
    if (!spot) return [];
    const own = spot[0] >= x0 && spot[0] <= x1 ? [spot[1]] : [];
    if (!next) return own;
    const at = (x: number) => spot[1] + ((x - spot[0]) / (next[0] - spot[0])) * (next[1] - spot[1]);
    return [...own, ...[x0, x1].filter((x) => x > spot[0] && x < next[0]).map(at)];
  });
}

/** Tell whether the line passes through a box. */
function isCrossed(spots: readonly (Spot | null)[], x0: number, x1: number, y0: number, y1: number): boolean {
  const found = heights(spots, x0, x1);
  return found.length > 0 && Math.max(...found) >= y0 && Math.min(...found) <= y1;
}
