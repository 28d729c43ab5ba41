import type { PublishedFigure } from "../../core/site.ts";
import { type Hero, hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, line, stroke } from "../ink.ts";
import { cutText, measure, setText } from "../type.ts";
import { drawPlot } from "./plot.ts";
import { drawRows, type Row } from "./rows.ts";

/** How a figure stands: its great number, two rows that explain it, its change, and what fills the panel of a strip. */
export interface Standing {
  readonly figure: PublishedFigure;
  readonly number: string;
  readonly unit: string;
  readonly rows: readonly [Row, Row | null] | null;
  readonly change: readonly string[]; // ▲ 比上年提高 8.0 个百分点, whole and in two pieces
  readonly field: { readonly caption: string; draw(area: Area, u: number): Ink } | null;
}

/** Draw a figure's years, its line ending in the great number. */
export function drawStanding(standing: Standing, areas: readonly Area[], format: Format): Drawing {
  const [first, second] = areas;
  if (!first) return { drawing: "", hero: "" };
  if (second) return drawAcross(standing, first, second, format.u);
  return format.layout === "portrait"
    ? drawBelow(standing, first, format.u)
    : drawBeside(standing, first, format.u);
}

/** Find the largest size up to `most` at which a number with its unit is no wider than the room. */
function fitHero({ number, unit }: Standing, room: number, most: number): { size: number; set: Hero } {
  let size = most;
  let set = hero(number, unit, size);
  if (set.width > room) {
    size = Math.floor(size * (room / set.width) * 10) / 10;
    set = hero(number, unit, size);
  }
  return { size, set };
}

/** Join the last year's mark with the number that says it, by a hairline; an elbow where they stand at different heights. */
function leader(from: { x: number; y: number }, x1: number, y0: number, y1: number, u: number): Ink {
  const start = from.x + 2.4 * u;
  if (x1 - start < 1.2 * u) return "";
  if (from.y >= y0 && from.y <= y1)
    return stroke(
      line([
        [start, from.y],
        [x1, from.y],
      ]),
      "mark",
      0.28 * u,
    );
  const middle = start + Math.min(2.4 * u, (x1 - start) / 2); // far from any seam
  const y = from.y < y0 ? y0 : y1;
  return stroke(
    line([
      [start, from.y],
      [middle, from.y],
      [middle, y],
      [x1, y],
    ]),
    "mark",
    0.28 * u,
  );
}

/** One panel: the years at the left, the number and its rows at the right; the number stands as high as the last year's mark. */
function drawBeside(standing: Standing, area: Area, u: number): Drawing {
  const gap = Math.min(6 * u, area.width * 0.04);
  const side = Math.min(64 * u, area.width * 0.425);
  const fitted = fitHero(standing, side, 26 * u);
  if (fitted.size < 15 * u) return drawBelow(standing, area, u);
  const plot = drawPlot(standing.figure, { ...area, width: area.width - side - gap }, u);
  const x = area.x + area.width - side;
  const change = standing.change[0] ?? "";
  const level = plot.end?.y ?? area.y;
  const isLow = level > area.y + (plot.axis - area.y) * 0.6;
  const total = plot.axis - area.y;
  const numbers = Math.min(9 * u, total * 0.17);
  const rows = standing.rows ? numbers * 1.95 + 0.6 * u : 0;
  const block = rows + (change === "" ? 0 : (rows > 0 ? 8 : 4) * u); // rows and change, one below the other
  const room = total - block - (isLow ? 3 : 4.4) * u;
  const { set, size } = fitHero(standing, side, Math.min(fitted.size, room / heroHeight));
  const tall = size * heroHeight;
  const [highest, lowest] = isLow ? [plot.axis - room + tall, plot.axis] : [area.y + tall, area.y + room];
  const baseline = Math.min(Math.max(level + tall / 2, highest), lowest);
  const top = isLow ? area.y : plot.axis - block; // of the block
  const ruleY = top + numbers * 0.757 + numbers * 0.3;
  return {
    drawing: [
      plot.ink,
      plot.mark,
      plot.end ? leader(plot.end, x - 1.2 * u, baseline - tall * 0.85, baseline - tall * 0.15, u) : "",
      standing.rows
        ? drawRows(standing.rows, { x, width: side, y: ruleY, size: numbers, words: 3.9 * u })
        : "",
      setText(cutText(change, 4.2 * u, "bold", side), { x, y: top + block, size: 4.2 * u, face: "bold" }),
    ].join(""),
    hero: set.at(x, baseline),
  };
}

/** A portrait wall: the number above the years, over its own year; its rows below. */
function drawBelow(standing: Standing, area: Area, u: number): Drawing {
  const { size, set } = fitHero(standing, area.width, 27 * u);
  const right = area.x + area.width;
  const tall = size * heroHeight;
  const loose = area.height > 100 * u;
  const baseline = area.y + tall + (loose ? 3 * u : 0);
  const rows = standing.rows ? 22 * u : 0;
  const top = baseline + (loose ? 7 : 3) * u;
  const plot = drawPlot(standing.figure, { ...area, y: top, height: area.y + area.height - rows - top }, u);
  const ruleY = area.y + area.height - 9 * u;
  const [whole = "", ...pieces] = standing.change;
  const size9 = 8.4 * u;
  const x = right - set.width;
  return {
    drawing: [
      plot.ink,
      plot.mark,
      plot.end && plot.end.y - 2.6 * u > baseline + 2.4 * u
        ? stroke(
            line([
              [plot.end.x, baseline + 2.4 * u],
              [plot.end.x, plot.end.y - 2.6 * u],
            ]),
            "mark",
            0.28 * u,
          )
        : "",
      standing.rows
        ? drawRows(standing.rows, { x: area.x, width: area.width, y: ruleY, size: size9, words: 3.9 * u })
        : "",
      ...(pieces.length > 1 ? pieces : [whole]).map((piece, i, all) =>
        setText(piece, {
          x: right,
          y: i === all.length - 1 ? ruleY + size9 * 0.95 : ruleY - size9 * 0.3,
          size: 3.9 * u,
          face: i === all.length - 1 ? "bold" : "sans",
          anchor: "end",
        }),
      ),
    ].join(""),
    hero: set.at(x, baseline),
  };
}

/**
 * Two panels of a strip: the years on the first; on the second the number as high as the last year's mark, its rows beside it,
 * and a field that fills the rest, below the number or above it.
 */
function drawAcross(standing: Standing, first: Area, second: Area, u: number): Drawing {
  const plot = drawPlot(standing.figure, first, u);
  const { size, set } = fitHero(standing, second.width * 0.5, 28 * u);
  const tall = size * heroHeight;
  const { x, y, width, height } = second;
  const bottom = y + height;
  const level = plot.end?.y ?? y;
  const isLow = level > y + height * 0.55;
  const wanted = level + tall / 2;
  const baseline = isLow
    ? Math.min(Math.max(wanted, bottom - height * 0.3), bottom)
    : Math.min(Math.max(wanted, y + tall), y + height * 0.42);
  const right = x + width;
  const rowsX = x + Math.max(set.width + 8 * u, width * 0.5);
  const lineY = isLow ? y + 3.2 * u : baseline + 7.4 * u; // of the caption and the change
  const fieldY = lineY + 3.4 * u;
  const field: Area = { x, y: fieldY, width, height: (isLow ? baseline - tall - 4 * u : bottom) - fieldY };
  const change = standing.change[0] ?? "";
  const caption = standing.field?.caption ?? "";
  const room = width - measure(change, 4.2 * u, "bold") - 4 * u;
  const beside = { x: rowsX, width: right - rowsX, y: baseline - tall / 2, size: 9 * u, words: 4.2 * u };
  return {
    drawing: [
      plot.ink,
      plot.mark,
      plot.end ? leader(plot.end, x - 1.2 * u, baseline - tall * 0.85, baseline - tall * 0.15, u) : "",
      standing.rows ? drawRows(standing.rows, beside) : "",
      setText(cutText(caption, 3.9 * u, "sans", room), { x, y: lineY, size: 3.9 * u }),
      setText(change, { x: right, y: lineY, size: 4.2 * u, face: "bold", anchor: "end" }),
      standing.field?.draw(field, u) ?? "",
    ].join(""),
    hero: set.at(x, baseline),
  };
}
