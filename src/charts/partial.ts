import type { PublishedPoint } from "../core/site.ts";
import type { Board } from "./board.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** Write over a hollow mark up to which day an unfinished year is counted, or that only a part is. */
export function labelPartial(
  points: readonly PublishedPoint[],
  plot: Plot,
  board: Board,
  palette: Palette,
): void {
  for (const { year, value, partial, until } of points) {
    if (!partial || value === null) continue;
    const label = {
      text: until === null ? "部分" : `截至 ${until.slice(5)}`,
      x: plot.x(year),
      fill: palette.mute,
      align: "center",
    } as const;
    const places = [24, 36, 48, 60, 72].map((up) => board.clamp({ ...label, y: plot.y(value) - up }));
    board.tryWrite(...places, board.clamp({ ...label, y: 8 }));
  }
}
