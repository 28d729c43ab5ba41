import type { PublishedFigure } from "../../core/site.ts";
import { type Hero, hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, line, rect, stroke } from "../ink.ts";
import { cutText, measure, setText } from "../type.ts";
import { drawPlot, type Plot } from "./plot.ts";
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
  if (fitted.size < 15 * u && area.height >= 34 * u) return drawAbove(standing, area, u);
  const plot = drawPlot(standing.figure, { ...area, width: area.width - side - gap }, u);
  const x = area.x + area.width - side;
  const level = plot.end?.y ?? area.y;
  const isLow = level > area.y + (plot.axis - area.y) * 0.6;
  const total = plot.axis - area.y;
  const numbers = Math.min(9 * u, total * 0.17);
  const explained = total > 34 * u ? standing.rows : null; // on a low wall with large type the number comes first
  const whole = standing.change[0] ?? "";
  const small = [4.2, 3.8, 3.3].find((one) => measure(whole, one * u, "bold") <= side);
  const change = total > 20 * u && small !== undefined ? whole : "";
  const rows = explained ? numbers * 1.95 + 0.6 * u : 0;
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
      explained ? drawRows(explained, { x, width: side, y: ruleY, size: numbers, words: 3.9 * u }) : "",
      setText(change, { x, y: top + block, size: (small ?? 0) * u, face: "bold" }),
    ].join(""),
    hero: set.at(x, baseline),
  };
}

/** A number too wide to stand beside the years: it stands above its own year, its rows at the left. */
function drawAbove(standing: Standing, area: Area, u: number): Drawing {
  const { size, set } = fitHero(standing, area.width * 0.66, 19 * u);
  const tall = size * heroHeight;
  const baseline = area.y + Math.max(tall, 12 * u);
  const right = area.x + area.width;
  const top = baseline + 4 * u;
  const plot = drawPlot(standing.figure, { ...area, y: top, height: area.y + area.height - top }, u);
  const room = area.width - set.width - 5 * u;
  const change = cutText(standing.change[0] ?? "", 3.9 * u, "bold", area.width * 0.7);
  const beside = { x: area.x, width: room, y: baseline - 6.2 * u, size: 6.4 * u, words: 3.6 * u };
  const isFree = (plot.firstTop ?? top + 20 * u) - top > 5 * u; // above the first years
  return {
    drawing: [
      plot.ink,
      plot.mark,
      drop(plot, baseline, u),
      standing.rows && room > 34 * u ? drawRows(standing.rows, beside) : "",
      isFree ? setText(change, { x: area.x, y: top + 2.4 * u, size: 3.9 * u, face: "bold" }) : "",
    ].join(""),
    hero: set.at(right - set.width, baseline),
  };
}

/** Join a number with the mark below it. */
function drop({ end }: Plot, baseline: number, u: number): Ink {
  const [from, to] = [baseline + 2.4 * u, (end?.y ?? 0) - 2.6 * u];
  return end && to > from
    ? stroke(
        line([
          [end.x, from],
          [end.x, to],
        ]),
        "mark",
        0.28 * u,
      )
    : "";
}

/** How much height the years need under a number, in u. */
const leastPlot = 25;

/** A portrait wall: the number above the years, over its own year; its rows below. */
function drawBelow(standing: Standing, area: Area, u: number): Drawing {
  const rows = standing.rows || standing.change.length > 0 ? 22 * u : 0;
  const most = Math.max(10 * u, (area.height - rows - 10 * u - leastPlot * u) / heroHeight);
  const { size, set } = fitHero(standing, area.width, Math.min(27 * u, most));
  const right = area.x + area.width;
  const tall = size * heroHeight;
  const baseline = area.y + tall + 3 * u;
  const top = baseline + 7 * u;
  const plot = drawPlot(standing.figure, { ...area, y: top, height: area.y + area.height - rows - top }, u);
  const numbers = 8.4 * u;
  const ruleY = area.y + area.height - 9 * u;
  const [whole = "", ...halves] = standing.change;
  const pieces = halves.length > 1 ? halves : whole === "" ? [] : [whole];
  const said = Math.max(0, ...pieces.map((piece) => measure(piece, 3.9 * u, "bold")));
  const width = area.width - (said > 0 ? said + 3 * u : 0);
  const place = { x: area.x, width, y: ruleY, size: numbers, words: 3.9 * u };
  return {
    drawing: [
      plot.ink,
      plot.mark,
      drop(plot, baseline, u),
      standing.rows ? drawRows(standing.rows, place) : "",
      standing.rows?.[1] && said > 0
        ? rect(area.x + width, ruleY - 0.12 * u, area.width - width, 0.24 * u, "t2")
        : "",
      ...pieces.map((piece, i) => {
        const isLast = i === pieces.length - 1;
        const y = isLast ? ruleY + numbers * 0.95 : ruleY - numbers * 0.3;
        return setText(piece, { x: right, y, size: 3.9 * u, face: isLast ? "bold" : "sans", anchor: "end" });
      }),
    ].join(""),
    hero: set.at(right - set.width, baseline),
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
  const room = width - measure(change, 4.2 * u, "bold") - 4 * u;
  const said = standing.field?.caption ?? "";
  const caption = measure(said, 3.9 * u, "sans") <= room ? said : (said.split("，")[0] ?? "");
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
