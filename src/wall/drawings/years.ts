import type { PublishedFigure } from "../../core/site.ts";
import { stateNames } from "../../core/state.ts";
import { formatNumber } from "../../core/words/format.ts";
import type { Area } from "../format.ts";
import { type Ink, rect } from "../ink.ts";
import { measure, setText } from "../type.ts";
import { plottedPoints } from "./plot.ts";

/** Set a figure's years as a table that fills an area: each year over its number, or over the word of its absence. */
export function drawTable(figure: PublishedFigure, area: Area, u: number): Ink {
  const all = plottedPoints(figure);
  const textOf = ({ value, state }: (typeof all)[number]) =>
    value === null ? stateNames[state] : formatNumber(value, figure.decimals);
  const widest = Math.max(
    ...all.map((point) => measure(textOf(point), 1, point.value === null ? "sans" : "serif")),
  );
  const [gap, least] = [2.4 * u, 3.8 * u];
  const most = Math.max(1, Math.floor(area.width / (widest * least + gap))); // columns
  const down = Math.max(1, Math.min(4, Math.floor(area.height / (13 * u)), Math.ceil(all.length / 4)));
  const rows = Math.min(
    Math.max(1, Math.floor(area.height / (11 * u))),
    Math.max(down, Math.ceil(all.length / most)),
  );
  const points = all.slice(-rows * most);
  const columns = Math.ceil(points.length / rows);
  const [wide, high] = [area.width / columns, area.height / rows];
  const size = Math.min(7.4 * u, high * 0.46, (wide - gap) / widest);
  return points
    .map((point, i) => {
      const { year, value } = point;
      const x = area.x + (i % columns) * wide;
      const top = area.y + Math.floor(i / columns) * high;
      const isLast = i === points.length - 1;
      const width = wide - gap;
      return [
        rect(x, top, width, 0.2 * u, isLast ? "mark" : "line"),
        setText(String(year), {
          x,
          y: top + 4.6 * u,
          size: 3.3 * u,
          face: isLast ? "bold" : "sans",
          colour: isLast ? "ink" : "mute",
        }),
        setText(textOf(point), {
          x,
          y: top + 5.6 * u + size * 0.95,
          size: value === null ? Math.min(size, 4.2 * u) : size,
          face: value === null ? "sans" : "serif",
          colour: value === null ? "mute" : "ink",
        }),
      ].join("");
    })
    .join("");
}
