import type { PublishedPoint } from "../core/site.ts";
import type { Board } from "./board.ts";
import { isBroken } from "./breaks.ts";
import { dots, type Mark, path } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

export type Shape = "dot" | "square" | "diamond" | "triangle";

/** One line of a chart: its points, each with the height it is drawn at. */
export interface Trace {
  readonly points: readonly TracePoint[]; // a year each, without gaps in the years
  readonly color: string;
  readonly width: number;
  readonly shape: Shape;
  readonly cuts: ReadonlySet<number>; // years that are not joined with the year before
}

export interface TracePoint {
  readonly point: PublishedPoint;
  readonly at: number | null; // on the value axis; null is not drawn
  readonly derived: boolean; // from rates only: hollow, dotted on both sides
}

type Placed = TracePoint & { readonly at: number };

/** Tell whether a line may run from one point to the next: never over a gap, a break or into an unfinished year. */
function isLinked(a: TracePoint, b: TracePoint, cuts: ReadonlySet<number>): boolean {
  return (
    a.at !== null &&
    b.at !== null &&
    !a.point.partial &&
    !b.point.partial &&
    !cuts.has(b.point.year) &&
    !isBroken(a.point, b.point)
  );
}

/** Make ECharts line series of a trace: solid runs, and dotted segments beside points that come from rates only. */
export function traceSeries({ points, color, width, cuts }: Trace): object[] {
  const runs: { dotted: boolean; data: [number, number][] }[] = [];
  points.forEach((b, i) => {
    const a = points[i - 1];
    if (!a || !isLinked(a, b, cuts)) return;
    const dotted = a.derived || b.derived;
    const last = runs[runs.length - 1];
    const end: [number, number] = [i, b.at as number];
    if (last?.dotted === dotted && last.data[last.data.length - 1]?.[0] === i - 1) last.data.push(end);
    else runs.push({ dotted, data: [[i - 1, a.at as number], end] });
  });
  return runs.map(({ dotted, data }) => ({
    type: "line",
    silent: true,
    symbol: "none",
    data,
    lineStyle: { color, width, type: dotted ? [1, 5] : "solid", cap: "round", join: "round" },
  }));
}

/**
 * Draw a trace's markers: hollow if unfinished, ◇ if from rates only, in a dashed ring if provisional; the last one
 * larger if it is round.
 */
export function traceMarks({ points, color, shape }: Trace, plot: Plot, palette: Palette): Mark[] {
  const placed = points.filter((point): point is Placed => point.at !== null);
  const last = placed[placed.length - 1];
  const isOutline = (p: TracePoint) => p.derived || p.point.partial;
  const position = (p: Placed) => [plot.x(p.point.year), plot.y(p.at)] as const;
  const solid = placed.filter((p) => !isOutline(p));
  const usual = solid.filter((p) => shape !== "dot" || p !== last);
  const radius = plot.pitch < 9 ? 1.5 : 3;
  const marks: Mark[] = [];
  if (shape === "dot") {
    if (usual.length) marks.push(dots(usual.map(position), radius, color));
    if (last && solid.includes(last)) marks.push(dots([position(last)], 5, color));
  } else {
    const d = usual.map((p) => outline(shape, ...position(p), radius)).join("");
    if (d) marks.push(path(d, { fill: color }));
  }
  for (const p of placed.filter(isOutline)) {
    const d = outline(p.derived ? "diamond" : shape, ...position(p), radius + 1);
    marks.push(path(d, { stroke: color, width: 2, fill: palette.card }));
  }
  const rings = placed.filter((p) => p.point.state === "provisional");
  const ring = rings.map((p) => outline("dot", ...position(p), p === last ? 8 : radius + 3)).join("");
  if (ring) marks.push(path(ring, { stroke: palette.ink, dash: [2, 2] }));
  return marks;
}

function outline(shape: Shape, x: number, y: number, r: number): string {
  if (shape === "square") return `M${x - r} ${y - r}h${2 * r}v${2 * r}h${-2 * r}z`;
  if (shape === "triangle") return `M${x - r - 1} ${y + r}l${r + 1} ${-2 * r - 1}l${r + 1} ${2 * r + 1}z`;
  if (shape === "diamond")
    return `M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z`;
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

/** Keep texts off a trace. */
export function blockTrace({ points, cuts }: Trace, plot: Plot, board: Board): void {
  points.forEach((b, i) => {
    if (b.at === null) return;
    const [x, y] = [plot.x(b.point.year), plot.y(b.at)];
    board.block({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 });
    const a = points[i - 1];
    if (!a || a.at === null || !isLinked(a, b, cuts)) return;
    const [x0, y0] = [plot.x(a.point.year), plot.y(a.at)];
    const steps = Math.ceil(Math.hypot(x - x0, y - y0) / 4);
    for (let k = 1; k < steps; k++) {
      const [px, py] = [x0 + ((x - x0) * k) / steps, y0 + ((y - y0) * k) / steps];
      board.block({ left: px - 2, right: px + 2, top: py - 2, bottom: py + 2 });
    }
  });
}
