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
  const middle = (start + x1) / 2;
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

/** One panel: the years at the left, the number and its rows at the right. */
function drawBeside(standing: Standing, area: Area, u: number): Drawing {
  const gap = Math.min(6 * u, area.width * 0.04);
  const side = Math.min(64 * u, area.width * 0.425);
  const { size, set } = fitHero(standing, side, 26 * u);
  if (size < 15 * u) return drawAbove(standing, area, u);
  const plot = drawPlot(standing.figure, { ...area, width: area.width - side - gap }, u);
  const x = area.x + area.width - side;
  const tall = size * heroHeight;
  const rows = standing.rows ? 1 : 0;
  const change = standing.change[0] ?? "";
  const free = plot.axis - area.y - tall;
  const f = Math.min(1, free / ((rows ? 24 : 0) + (change === "" ? 0 : 9) || 1) / u);
  const numbers = 9 * u * Math.max(0.8, f);
  const words = 3.9 * u;
  const under = (rows ? 24 * u * f : 0) + (change === "" ? 0 : 8.5 * u * f);
  const level = plot.end?.y ?? area.y;
  const [highest, lowest] = [area.y + tall, plot.axis - under];
  const baseline = Math.min(Math.max(level + tall / 2, highest), Math.max(highest, lowest));
  const bottom = plot.axis;
  const ruleY = bottom - (change === "" ? 0 : 8.5 * u * f) - numbers * 0.95;
  return {
    drawing: [
      plot.ink,
      plot.mark,
      plot.end ? leader(plot.end, x - 1.2 * u, baseline - tall * 0.85, baseline - tall * 0.15, u) : "",
      standing.rows ? drawRows(standing.rows, { x, width: side, y: ruleY, size: numbers, words }) : "",
      setText(cutText(change, 4.2 * u, "bold", side), { x, y: bottom, size: 4.2 * u, face: "bold" }),
    ].join(""),
    hero: set.at(x, baseline),
  };
}

/** One panel and a number too wide to stand beside the years: it stands above them. */
function drawAbove(standing: Standing, area: Area, u: number): Drawing {
  return drawBelow(standing, area, u);
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

/** Two panels of a strip: the years on the first; on the second the number, its rows, and a field that fills it. */
function drawAcross(standing: Standing, first: Area, second: Area, u: number): Drawing {
  const plot = drawPlot(standing.figure, first, u);
  const { size, set } = fitHero(standing, second.width * 0.5, 28 * u);
  const tall = size * heroHeight;
  const level = plot.end?.y ?? second.y + tall / 2;
  const baseline = Math.min(Math.max(level + tall / 2, second.y + tall), second.y + second.height * 0.42);
  const x = second.x;
  const right = second.x + second.width;
  const rowsX = x + Math.max(set.width + 8 * u, second.width * 0.5);
  const captionY = baseline + 7.4 * u;
  const change = standing.change[0] ?? "";
  const field: Area = {
    x,
    y: captionY + 3.4 * u,
    width: second.width,
    height: second.y + second.height - captionY - 3.4 * u,
  };
  const caption = standing.field?.caption ?? "";
  const room = second.width - measure(change, 4.2 * u, "bold") - 4 * u;
  return {
    drawing: [
      plot.ink,
      plot.mark,
      plot.end ? leader(plot.end, x - 1.2 * u, baseline - tall * 0.85, baseline - tall * 0.15, u) : "",
      standing.rows
        ? drawRows(standing.rows, {
            x: rowsX,
            width: right - rowsX,
            y: baseline - tall / 2,
            size: 9 * u,
            words: 4.2 * u,
          })
        : "",
      setText(cutText(caption, 3.9 * u, "sans", room), { x, y: captionY, size: 3.9 * u }),
      setText(change, { x: right, y: captionY, size: 4.2 * u, face: "bold", anchor: "end" }),
      standing.field?.draw(field, u) ?? "",
    ].join(""),
    hero: set.at(x, baseline),
  };
}
