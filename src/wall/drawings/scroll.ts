import type { Event } from "../events.ts";
import { type Ink, short, stroke } from "../ink.ts";
import { breakLines, columnOf, setColumn } from "../type.ts";

/** An event's words, in columns from the right to the left, and whose it is at their foot. */
export interface Scroll {
  readonly columns: readonly string[];
  readonly unit: string;
  readonly size: number;
}

/** From character to character, and from column to column, in em. */
const [pitch, column] = [1.08, 1.2];
const signature = 4; // width of the unit's column, in u

function tall(text: string, size: number): number {
  return (columnOf(text).length - 1) * pitch * size + size;
}

/** Break an event's words into as few columns as hang in a height; what needs more than three is cut. */
export function scrollOf({ text, unit }: Event, size: number, height: number, u: number): Scroll {
  const most = Math.max(3, Math.floor((height - size) / (pitch * size)) + 1);
  const cells = columnOf(text);
  if (cells.length <= most) return { columns: [text], unit: fitUnit(unit, height, u), size };
  for (const count of [2, 3]) {
    const columns = breakLines(text, [], 1, "serif", most, count)?.filter(
      (one) => columnOf(one).length <= most,
    );
    if (columns && columns.length > 1 && columns.join("").length === text.length)
      return { columns, unit: fitUnit(unit, height, u), size };
  }
  const count = Math.min(3, Math.ceil(cells.length / most));
  const even = Math.min(most, Math.ceil(cells.length / count));
  const cut = cells.length > most * 3 ? [...cells.slice(0, most * 3 - 1), "…"] : cells;
  const columns = Array.from({ length: count }, (_, i) =>
    cut.slice(i * even, (i + 1) * even).join(""),
  ).filter((one) => one !== "");
  return { columns, unit: fitUnit(unit, height, u), size };
}

function fitUnit(unit: string, height: number, u: number): string {
  const most = Math.floor(height / (3.3 * u * pitch));
  const cells = columnOf(unit);
  return cells.length <= most ? unit : `${cells.slice(0, most - 1).join("")}…`;
}

/** Measure how wide a scroll hangs, in px. */
export function widthOf({ columns, unit, size }: Scroll, u: number): number {
  return columns.length * column * size + (unit === "" ? 0 : signature * u);
}

/** Find the middle of a scroll's columns without the unit, from its left edge. */
export function middleOf(scroll: Scroll, u: number): number {
  const wide = scroll.columns.length * column * scroll.size;
  return widthOf(scroll, u) - wide / 2;
}

/** Hang a scroll from the axis: its columns, and at their lower left whose it is. */
export function drawScroll(scroll: Scroll, x: number, axis: number, top: number, u: number): Ink {
  const { columns, unit, size } = scroll;
  const right = x + widthOf(scroll, u);
  const deepest = Math.max(...columns.map((one) => tall(one, size)));
  const small = 3.3 * u;
  const y = top + Math.max(0, deepest - tall(unit, small));
  return [
    stroke(`M${short(x + middleOf(scroll, u))} ${short(axis)}V${short(axis + 1.7 * u)}`, "ink", 0.3 * u),
    ...columns.map((text, i) =>
      setColumn(text, { x: right - (i + 0.5) * column * size, y: top, size, face: "serif" }, pitch),
    ),
    unit === ""
      ? ""
      : setColumn(unit, { x: x + 0.46 * signature * u, y, size: small, colour: "mute" }, pitch),
  ].join("");
}
