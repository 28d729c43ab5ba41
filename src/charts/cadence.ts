import type { PublishedFigure } from "../core/site.ts";
import { Board } from "./board.ts";
import { type Mark, rect } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { type Size, sizes } from "./plot.ts";
import { stripMarks } from "./strip.ts";
import { totalOf } from "./total.ts";

const head = 24;
const row = 22;

/** Draw a strip of cells a year: full where it took place, a dash where it did not, dotted where the window is open; the sum at the right. */
export function drawCadence(figure: PublishedFigure, size: Size, palette: Palette): Drawing {
  const { width } = sizes[size];
  const { points } = totalOf(figure);
  const board = new Board(width, head + points.length * row + 4);
  const [left, right] = [44, width - 52];
  const count = Math.max(1, ...points.map(({ windows }) => windows?.length ?? 0));
  const pitch = Math.floor((right - left) / count);
  const months = 12 / count;
  for (let i = 0; i < count; i++) {
    const first = i * months + 1;
    const isRoomy = pitch >= 60;
    const range = isRoomy && months > 1 ? `${first}—${first + months - 1}` : `${first}`;
    const text = isRoomy || i === 0 ? `${range} 月` : range;
    board.tryWrite({ text, x: left + (i + 0.5) * pitch - 2, y: 10, fill: palette.mute, align: "center" });
  }
  const marks = points.flatMap(({ year, state, windows }, k): Mark[] => {
    const middle = head + (k + 0.5) * row;
    const bold = k === points.length - 1;
    const said = { y: middle, bold, fill: bold ? palette.ink : palette.mute };
    board.write({ ...said, text: String(year), x: 0 });
    if (!windows) return stripMarks(state, { left, right: left + count * pitch - 4, middle }, board, palette);
    const over = windows.filter((met) => met !== null);
    board.write({ ...said, text: over.length === 0 ? "—" : formatMet(over), x: width, align: "right" });
    return windows.map((met, i) => cellMark(met, left + i * pitch + 0.5, middle, pitch - 5, palette));
  });
  return { width, height: board.height, option: { series: [layer(0, [...marks, ...board.marks])] } };
}

/** Write in how many of the windows that are over it took place: 3 / 4. */
function formatMet(over: readonly boolean[]): string {
  return `${over.filter(Boolean).length} / ${over.length}`;
}

/** Mark a window. What did not take place is a dash, not an outline: hollow means partial and nothing else. */
function cellMark(met: boolean | null, left: number, middle: number, width: number, palette: Palette): Mark {
  if (met === false) return rect(left, middle - 1, width, 2, { fill: palette.rule });
  const style = met ? { fill: palette.c2, stroke: palette.c2 } : { stroke: palette.rule, dash: [1, 3] };
  return rect(left, middle - 7.5, width, 15, style);
}
