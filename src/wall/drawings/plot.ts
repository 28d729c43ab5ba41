import { isSevered } from "../../core/figures/comparison.ts";
import { latestPoint, mainSeries } from "../../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../../core/site.ts";
import { isAbsent, stateNames } from "../../core/state.ts";
import { formatValue } from "../../core/words/format.ts";
import { decimalsOf, judgeTarget } from "../../core/words/target.ts";
import type { Area } from "../format.ts";
import { dot, group, type Ink, line, rect, short, stroke } from "../ink.ts";
import { columnOf, measure, setColumn, setText } from "../type.ts";

/** A figure's years as drawn, and where its last year ends. */
export interface Plot {
  readonly ink: Ink;
  readonly mark: Ink; // what is drawn in cinnabar: the last year
  readonly axis: number; // y of the ground line
  readonly firstTop: number | null; // of what stands above the years of the left half
  readonly end: { readonly x: number; readonly y: number } | null; // of the last year's value
}

type Spot = readonly [x: number, y: number];

const label = 3.3;

/** List the years that are drawn: up to the latest finished one; years before the first value only where they are the fewer. */
export function plottedPoints(figure: PublishedFigure): readonly PublishedPoint[] {
  const series = mainSeries(figure);
  const latest = latestPoint(series);
  if (!series || !latest) return [];
  const points = series.points.slice(0, series.points.indexOf(latest) + 1);
  const first = points.findIndex(({ value }) => value !== null);
  return first > 0 && first > points.length - first ? points.slice(first) : points;
}

/** Draw a figure's years from zero: as a line on stems, or as columns; absences as words in the place of the mark. */
export function drawPlot(figure: PublishedFigure, area: Area, u: number): Plot {
  const points = plottedPoints(figure);
  const isShare = figure.unit === "%";
  const targets = figure.targets.filter(({ year }) => points.some((point) => point.year === year));
  const highest = Math.max(0, ...points.map(({ value }) => value ?? 0), ...targets.map(({ value }) => value));
  const hasCeiling = isShare && highest > 50 && highest <= 100;
  const axis = area.y + area.height - 5 * u;
  const ceiling = area.y + (hasCeiling ? 4.6 : 7) * u;
  const inset = 3.7 * u;
  const step = points.length > 1 ? (area.width - 2 * inset) / (points.length - 1) : 0;
  const x = (i: number) => (points.length > 1 ? area.x + inset + i * step : area.x + area.width / 2);
  const y = (value: number) =>
    axis - (Math.max(0, value) / (hasCeiling ? 100 : highest || 1)) * (axis - ceiling);
  const spots = points.map(({ value }, i): Spot | null => (value === null ? null : [x(i), y(value)]));
  const last = points.length - 1;
  const end = spots[last] ?? null;
  const isColumns = figure.chart === "columns" || figure.chart === "stack";
  const first = judgeTarget(figure, mainSeries(figure))?.first ?? false;
  const drawn = isColumns
    ? drawColumns(spots, Math.min(step * 0.62, 9 * u) || 9 * u, axis)
    : drawLine(spots, segmentsOf(figure, points), points, { axis, u, first });
  const left = spots.flatMap((spot) => (spot && spot[0] < area.x + area.width / 2 ? [spot[1]] : []));
  return {
    axis,
    firstTop: hasCeiling ? area.y : left.length > 0 ? Math.min(...left) - 6 * u : null,
    end: end && { x: end[0], y: end[1] },
    ink: [
      hasCeiling
        ? rect(area.x, ceiling - 0.09 * u, area.width, 0.19 * u, "line") +
          setText("100%", { x: area.x, y: ceiling - 1.3 * u, size: label * u, colour: "mute" })
        : "",
      drawn.ink,
      rect(area.x, axis - 0.14 * u, area.width, 0.28 * u, "t1"),
      drawYears(points, x, axis + 4.2 * u, step, u),
      drawAbsences(points, x, axis, step, u),
      drawTargets(figure, points, { x, y, step, spots, area, u }),
      drawFirst(figure, points, spots, area, u, isColumns),
    ].join(""),
    mark: drawn.mark,
  };
}

/** Cut the years into stretches that may be joined: no year absent, no break that forbids comparing, one scope. */
export function segmentsOf(figure: PublishedFigure, points: readonly PublishedPoint[]): number[][] {
  const segments: number[][] = [];
  points.forEach((point, i) => {
    if (point.value === null) return;
    const before = points[i - 1];
    const joins =
      before?.value != null &&
      before.scope === point.scope &&
      !isSevered(figure.breaks, before.year, point.year);
    if (joins) segments.at(-1)?.push(i);
    else segments.push([i]);
  });
  return segments;
}

interface Inks {
  readonly ink: Ink;
  readonly mark: Ink;
}

interface Line {
  readonly axis: number;
  readonly u: number;
  readonly first: boolean; // the last step crosses the target
}

function drawLine(
  spots: readonly (Spot | null)[],
  segments: readonly (readonly number[])[],
  points: readonly PublishedPoint[],
  { axis, u, first }: Line,
): Inks {
  const last = spots.length - 1;
  const at = (i: number): Spot => spots[i] ?? [0, 0];
  const stems = spots.flatMap((spot, i) =>
    spot && i < last ? [`M${short(spot[0])} ${short(axis)}V${short(spot[1])}`] : [],
  );
  const crosses = first && spots[last - 1] && spots[last];
  const paths = segments
    .map((segment) => line((crosses ? segment.filter((i) => i < last) : segment).map(at)))
    .filter((d) => d.includes("L"));
  const alone = segments.map(([i = 0]) => i).filter((i) => i < last);
  const partial = points.flatMap((point, i) => (point.partial && spots[i] && i < last ? [i] : []));
  const end = spots[last];
  return {
    ink: [
      stems.length > 0 ? stroke(stems.join(""), "t1", 0.28 * u) : "",
      paths.length > 0 ? stroke(paths.join(""), "t3", 0.74 * u, { "stroke-linejoin": "round" }) : "",
      ...alone.map((i) => dot(at(i)[0], at(i)[1], 0.96 * u, "t3")),
      ...partial.map((i) => dot(at(i)[0], at(i)[1], 0.5 * u, "ground")),
    ].join(""),
    mark: end
      ? [
          stroke(`M${short(end[0])} ${short(axis)}V${short(end[1])}`, "mark", 0.28 * u),
          crosses ? stroke(line([at(last - 1), end]), "mark", 0.93 * u) : "",
          dot(end[0], end[1], 1.5 * u, "mark"),
        ].join("")
      : "",
  };
}

function drawColumns(spots: readonly (Spot | null)[], width: number, axis: number): Inks {
  const column = (spot: Spot | null | undefined, colour: string) =>
    spot ? rect(Math.round(spot[0] - width / 2), spot[1], Math.round(width), axis - spot[1], colour) : "";
  return {
    ink: spots
      .slice(0, -1)
      .map((spot) => column(spot, "t2"))
      .join(""),
    mark: column(spots.at(-1), "mark"),
  };
}

/** Name the first year, the last in bold, and between them those that stand far enough apart. */
function drawYears(
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

/** Write the word of each absence upright where its mark would stand, once for years in a row. */
function drawAbsences(
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
      const top = axis - 1.2 * u - columnOf(word).length * size * 1.06;
      return setColumn(word, { x: (x(from) + x(to)) / 2, y: top, size, colour: "mute" });
    }),
  );
}

interface Place {
  readonly x: (i: number) => number;
  readonly y: (value: number) => number;
  readonly step: number;
  readonly spots: readonly (Spot | null)[];
  readonly area: Area;
  readonly u: number;
}

/** Draw targets dashed, over the years they hold; the last is named where the line leaves room. */
function drawTargets(
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

/** Name the first year's value above its mark, clear of the line. */
function drawFirst(
  figure: PublishedFigure,
  points: readonly PublishedPoint[],
  spots: readonly (Spot | null)[],
  area: Area,
  u: number,
  isColumns: boolean,
): Ink {
  const i = points.findIndex(({ value }) => value !== null);
  const [point, spot] = [points[i], spots[i]];
  if (!point || !spot || point.value === null || i === points.length - 1) return "";
  const size = label * u;
  const words = formatValue(point.value, figure);
  const width = measure(words, size, "bold");
  const x0 = Math.max(area.x, spot[0] - width / 2);
  const top = isColumns ? spot[1] : Math.min(spot[1], ...heights(spots, x0 - u, x0 + width + u));
  return setText(words, { x: x0, y: top - (isColumns ? 1.2 : 2.2) * u, size, face: "bold" });
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
