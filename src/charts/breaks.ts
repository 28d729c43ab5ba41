import type { PublishedPoint } from "../core/site.ts";
import type { Board } from "./board.ts";
import { line, type Mark } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** Tell whether two points have different scopes, so that no line may join them. */
export function isBroken(a: PublishedPoint, b: PublishedPoint): boolean {
  return a.scope !== b.scope && a.value !== null && b.value !== null;
}

/** Draw a dotted vertical wherever the scope changes from one value to the next, and name the other scope. */
export function drawBreaks(
  points: readonly PublishedPoint[],
  plot: Plot,
  board: Board,
  palette: Palette,
): Mark[] {
  const valued = points.filter((point) => point.value !== null);
  const starts = valued.filter((point, i) => i > 0 && isBroken(valued[i - 1] as PublishedPoint, point));
  const edges = starts.map((point) => {
    const before = valued[valued.indexOf(point) - 1] as PublishedPoint;
    return Math.round((plot.x(before.year) + plot.x(point.year)) / 2) + 0.5;
  });
  [plot.left, ...edges].forEach((left, i) => {
    const right = edges[i] ?? plot.right;
    const scope = (i === 0 ? valued[0] : starts[i - 1])?.break
      ? (i === 0 ? valued[0] : starts[i - 1])?.scope
      : null;
    if (scope == null) return;
    const label = {
      text: `${scope}口径`,
      x: (left + right) / 2,
      fill: palette.mute,
      align: "center" as const,
    };
    board.tryWrite(...[8, 22, -8, -22].map((up) => board.clamp({ ...label, y: plot.top - up })));
  });
  return edges.map((x) => line(x, plot.top, x, plot.bottom, { stroke: palette.mute, dash: [1, 3] }));
}
