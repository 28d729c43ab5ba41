import type { Area } from "../format.ts";
import { type Ink, short, stroke } from "../ink.ts";

/** Dots that stand for a share: how many each counts, and where they stand. */
export interface Dots {
  readonly per: number;
  readonly ink: Ink;
}

const most = 1500;

/** Draw a whole as dots, the part filled, the rest hollow; each stands for 1, 10, 100 … so that there are at most 1500. */
export function drawDots(part: number, whole: number, area: Area, u: number): Dots {
  let per = 1;
  while (whole / per > most) per *= 10;
  const [filled, count] = [Math.round(part / per), Math.round(whole / per)];
  const columns = columnsFor(count, area, 8 * u);
  const pitch = area.width / columns;
  const r = pitch * 0.36;
  const rows = Math.ceil(count / columns);
  const down = Math.min(pitch, area.height / rows);
  const path = (from: number, to: number) => {
    let d = "";
    for (let row = Math.floor(from / columns); row * columns < to; row++) {
      const [first, last] = [Math.max(from, row * columns), Math.min(to, (row + 1) * columns) - 1];
      const x = (i: number) => short(area.x + (i - row * columns + 0.5) * pitch);
      d += `M${x(first)} ${short(area.y + (row + 0.5) * down)}h${short((last - first) * pitch + 0.3)}`;
    }
    return d;
  };
  const dotted = { "stroke-linecap": "round", "stroke-dasharray": `0 ${Math.round(pitch * 1000) / 1000}` };
  const hollow = path(filled, count);
  return {
    per,
    ink: [
      filled > 0 ? stroke(path(0, filled), "t3", 2 * r, dotted) : "",
      hollow === ""
        ? ""
        : stroke(hollow, "t2", 2 * r, dotted) + stroke(hollow, "ground", 2 * r - 0.5 * u, dotted),
    ].join(""),
  };
}

/** Choose the fewest columns whose pitch, at most the given one, lets all dots stand in the area. */
function columnsFor(count: number, { width, height }: Area, widest: number): number {
  let columns = Math.max(1, Math.ceil(width / widest));
  while (Math.ceil(count / columns) * (width / columns) > height) columns++;
  return columns;
}
