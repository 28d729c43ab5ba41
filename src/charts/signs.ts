import type { Board } from "./board.ts";
import { line, type Mark } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** A note's number set where it belongs: at a year's value, or at the break before the year. */
export interface Sign {
  readonly sign: string; // ①
  readonly year: number;
  readonly at: "value" | "break";
}

/** Set the numbers of notes over the values of their years, each with a short leader. */
export function drawSigns(
  signs: readonly Sign[],
  heights: ReadonlyMap<number, number>, // year → y of its value
  plot: Plot,
  board: Board,
  palette: Palette,
): Mark[] {
  return signs.flatMap(({ sign, year, at }) => {
    if (at === "break" || !plot.years.includes(year)) return [];
    const x = plot.x(year);
    const y = heights.get(year);
    const mark = { text: sign, x, fill: palette.mute, align: "center" } as const;
    const ups = y === undefined ? [plot.top - 9, 8] : [26, 34, 42, 54, 66, 80, 94].map((up) => y - up);
    const place = ups.find((up) => {
      const box = { left: x - 7, right: x + 7, top: up - 7, bottom: up + 7 };
      return board.isFree(box);
    });
    if (place === undefined) {
      const aside = [26, 34, 42].flatMap((up) =>
        [-14, 14].map((by) => ({ ...mark, x: x + by, y: (y ?? 0) - up })),
      );
      board.tryWrite(...aside, { ...mark, y: 8 });
      return [];
    }
    board.write({ ...mark, y: place });
    const leader = { left: x - 0.5, right: x + 0.5, top: place + 9, bottom: (y ?? place) - 7 };
    const isLed = leader.bottom - leader.top >= 4 && board.isFree(leader);
    return isLed ? [line(x, leader.top, x, leader.bottom, { stroke: palette.rule })] : [];
  });
}
