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
export function drawBreaks(points: readonly PublishedPoint[], plot: Plot, board: Board, palette: Palette): Mark[] {
  const valued = points.filter((point) => point.value !== null);
  return valued.flatMap((point, i) => {
    const before = valued[i - 1];
    if (!before || !isBroken(before, point)) return [];
    const x = Math.round((plot.x(before.year) + plot.x(point.year)) / 2) + 0.5;
    const other = point.break ? point : before;
    const side = other === point ? 1 : -1;
    const label = { text: `${other.scope ?? "其他"}口径`, fill: palette.mute } as const;
    board.tryWrite(
      ...[20, 8, -8, -22].flatMap((up) => [
        { ...label, x: x + 5 * side, y: plot.top - up, align: side > 0 ? ("left" as const) : ("right" as const) },
        { ...label, x, y: plot.top - up, align: "center" as const },
      ]),
    );
    return [line(x, plot.top - 4, x, plot.bottom, { stroke: palette.mute, dash: [1, 3] })];
  });
}
