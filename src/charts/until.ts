import type { PublishedPoint } from "../core/site.ts";
import type { Board } from "./board.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** Write up to which day an unfinished year is counted, over its hollow mark. */
export function untilLabel(
  points: readonly PublishedPoint[],
  plot: Plot,
  board: Board,
  palette: Palette,
): void {
  for (const { year, value, until } of points) {
    if (until === null || value === null) continue;
    const label = {
      text: `截至 ${until.slice(5)}`,
      x: plot.x(year),
      fill: palette.mute,
      align: "center",
    } as const;
    const places = [24, 36, 48, 60, 72].map((up) => board.clamp({ ...label, y: plot.y(value) - up }));
    board.tryWrite(...places, board.clamp({ ...label, y: 8 }));
  }
}
