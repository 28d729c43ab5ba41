import type { PublishedFigure } from "../../core/site.ts";
import { stateNames } from "../../core/state.ts";
import { formatNumber } from "../../core/words/format.ts";
import type { Area } from "../format.ts";
import { type Ink, rect } from "../ink.ts";
import { measure, setText } from "../type.ts";
import { plottedPoints } from "./plot.ts";

/** Set a figure's years as a table that fills an area: each year over its number, or over the word of its absence. */
export function drawTable(figure: PublishedFigure, area: Area, u: number): Ink {
  const points = plottedPoints(figure).slice(-24);
  const texts = points.map(({ value, state }) =>
    value === null ? stateNames[state] : formatNumber(value, figure.decimals),
  );
  const rows = Math.max(1, Math.min(4, Math.floor(area.height / (13 * u)), Math.ceil(points.length / 4)));
  const columns = Math.ceil(points.length / rows);
  const [wide, high] = [area.width / columns, area.height / rows];
  const widest = Math.max(...texts.map((text) => measure(text, 1, "serif")));
  const size = Math.min(7.4 * u, high * 0.46, (wide - 2.4 * u) / widest);
  return points
    .map(({ year, value }, i) => {
      const x = area.x + (i % columns) * wide;
      const top = area.y + Math.floor(i / columns) * high;
      const isLast = i === points.length - 1;
      const width = wide - 2.4 * u;
      return [
        rect(x, top, width, 0.2 * u, isLast ? "mark" : "line"),
        setText(String(year), {
          x,
          y: top + 4.6 * u,
          size: 3.3 * u,
          face: isLast ? "bold" : "sans",
          colour: isLast ? "ink" : "mute",
        }),
        setText(texts[i] ?? "", {
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
