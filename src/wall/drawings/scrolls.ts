import { readCount } from "../../core/words/claim.ts";
import { hero, heroHeight } from "../digits.ts";
import type { Event, YearOfEvents } from "../events.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, short, stroke } from "../ink.ts";
import { breakLines, measure, setText } from "../type.ts";
import { drawScroll, middleOf, type Scroll, scrollOf, widthOf } from "./scroll.ts";

/** Draw a year's events as scrolls that hang under their months, beside the year in great digits with its theme. */
export function drawScrolls(found: YearOfEvents, areas: readonly Area[], { u, layout }: Format): Drawing {
  const [area, side] = areas;
  if (!area) return { drawing: "", hero: "" };
  const isTall = layout === "portrait";
  const wide = Math.min(56 * u, 0.34 * area.width);
  const room =
    side ?? (isTall ? { ...area, height: 21 * u } : { ...area, x: area.x + area.width - wide, width: wide });
  const isApart = side !== undefined;
  const rest = isApart
    ? area
    : isTall
      ? { ...area, y: area.y + 26 * u, height: area.height - 26 * u }
      : { ...area, width: area.width - wide - 5 * u };
  const hung = hang(found, rest, layout === "standard" ? [4.6, 4.2, 3.8] : [6.4, 5.6, 5, 4.6, 4.2, 3.8], u);
  const great = writeYear(found, hung.count, room, isTall, u);
  return { drawing: hung.ink + great.drawing, hero: great.hero, reveal: "down" };
}

/** Where a month lies, and the scrolls under it. */
interface Cell {
  readonly month: number;
  readonly x: number;
  readonly width: number;
  readonly scrolls: readonly Scroll[];
}

/** Hang the events under a row of months, as many as find room, the most important first. */
function hang(
  { events }: YearOfEvents,
  area: Area,
  sizes: readonly number[],
  u: number,
): { readonly ink: Ink; readonly count: number } {
  const axis = area.y + 4.6 * u;
  const top = axis + 3.2 * u;
  const layouts = sizes.map((size) => layCells(events, size * u, area, area.y + area.height - top, u));
  const most = Math.max(...layouts.map(({ count }) => count));
  const full = layouts.filter((one) => one.count === most);
  const isWhole = ({ cells }: (typeof layouts)[number]) =>
    cells.every(({ scrolls }) => scrolls.every(({ columns }) => columns.length === 1));
  const { cells, count } = full.find(isWhole) ?? full[0] ?? { cells: [], count: 0 };
  const size = 3.3 * u;
  const placed = cells.map((cell) => {
    const wide =
      cell.scrolls.reduce((sum, one) => sum + widthOf(one, u), 0) + (cell.scrolls.length - 1) * between * u;
    let x = cell.x + (cell.width - wide) / 2;
    const lefts = cell.scrolls.map((scroll) => {
      const left = x;
      x += widthOf(scroll, u) + between * u;
      return left;
    });
    const middles = cell.scrolls.map((scroll, i) => (lefts[i] ?? 0) + middleOf(scroll, u));
    const middle =
      middles.length === 0
        ? cell.x + cell.width / 2
        : middles.reduce((sum, one) => sum + one, 0) / middles.length;
    return { ...cell, lefts, middle };
  });
  const numbers = placed.map(({ month, middle, width, scrolls }) =>
    scrolls.length === 0 && width < measure(String(month), size, "sans") + 1.2 * u
      ? ""
      : setText(month > 12 ? "年内" : String(month), {
          x: middle,
          y: axis - 1.5 * u,
          size,
          face: scrolls.length > 0 ? "bold" : "sans",
          colour: scrolls.length > 0 ? "ink" : "mute",
          anchor: "middle",
        }),
  );
  const edges = [...cells.map(({ x }) => x), area.x + area.width];
  const ticks = edges.map((x) => `M${short(x)} ${short(axis - 0.9 * u)}V${short(axis)}`).join("");
  const ground = area.y + area.height;
  const rules = edges.map((x) => `M${short(x)} ${short(axis)}V${short(ground)}`).join(""); // as columns are ruled on paper
  const line = stroke(`M${area.x} ${short(axis)}H${short(area.x + area.width)}${ticks}`, "t2", 0.2 * u);
  const hung = placed.flatMap(({ scrolls, lefts }) =>
    scrolls.map((scroll, i) => drawScroll(scroll, lefts[i] ?? 0, axis, top, u)),
  );
  return { ink: [stroke(rules, "line", 0.19 * u), line, ...numbers, ...hung].join(""), count };
}

/** Air between scrolls of one month, in u. */
const between = 1.8;

/** Lay the months out evenly; where one has more scrolls than room, months without any make way. What finds no room at all is left out, the least important first. */
function layCells(
  events: readonly Event[],
  size: number,
  area: Area,
  height: number,
  u: number,
): { readonly cells: readonly Cell[]; readonly count: number } {
  const last = events.some(({ month }) => month > 12) ? 13 : 12;
  const months = Array.from({ length: last }, (_, i) => i + 1);
  for (let count = events.length; ; count--) {
    const hung = events.slice(0, count).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const scrolls = months.map((month) =>
      hung.filter((event) => event.month === month).map((event) => scrollOf(event, size, height, u)),
    );
    const needs = scrolls.map((own, i) =>
      Math.max(
        own.length > 0 ? 4.4 * u : i > 11 ? 0 : 1.8 * u,
        own.reduce((sum, one) => sum + widthOf(one, u) + between * u, 0),
      ),
    );
    const even = area.width / last;
    const sum = needs.reduce((all, one) => all + one, 0);
    if (sum > area.width && count > 0) continue;
    const isEven = needs.every((need) => need <= even);
    const spare = (area.width - sum) / last;
    let x = area.x;
    const cells = months.map((month, i) => {
      const width = isEven ? even : (needs[i] ?? 0) + spare;
      const cell = { month, x, width, scrolls: scrolls[i] ?? [] };
      x += width;
      return cell;
    });
    return { cells, count };
  }
}

/**
 * Write a year in great digits, and as wide as they are its theme or how much happened: below them, or beside them where `flat`;
 * and how much of it hangs, where that is not all.
 */
function writeYear(
  { year, events, theme }: YearOfEvents,
  hung: number,
  area: Area,
  flat: boolean,
  u: number,
): Drawing {
  const text = String(theme?.year ?? year);
  const said = theme?.text ?? `${readCount(Math.min(99, events.length))}件大事`;
  const unit = hero(text, "", 1000).width / 1000; // width at size 1
  const lines = theme !== null || flat ? halve(said) : [said];
  const longest = Math.max(...lines.map((line) => [...line].length));
  const left = hung < events.length ? `图中列出 ${hung} 件` : "";
  const foot = left === "" ? 0 : 6 * u;
  const line = 1.24;
  // The size at which digits and lines fill the width, or the height.
  const high = area.height - foot;
  const bySize = flat
    ? high / heroHeight
    : high / (heroHeight + (unit * (lines.length * line + 0.16)) / longest);
  const size = Math.min(flat ? (area.width - 5 * u) / (unit + 0.4 * longest) : area.width / unit, bySize);
  const great = hero(text, "", size);
  const baseline = area.y + size * heroHeight;
  const room = flat ? area.width - great.width - 5 * u : great.width;
  const x = flat
    ? area.x + great.width + 5 * u
    : area.x + (area.width - great.width) * (area.width > 100 * u ? 0 : 1);
  const of = Math.min(
    (0.95 * room) / longest,
    flat ? (size * heroHeight) / (lines.length * 1.16) : size * 0.6,
  );
  const first = flat ? baseline - (lines.length - 1) * line * of - 0.02 * of : baseline + 1.24 * of;
  const words = lines.map((one, i) => justify(one, x, first + i * line * of, of, room)).join("");
  const rest = setText(left, {
    x: flat ? area.x + area.width : x,
    y: flat ? area.y + area.height + 3 * u : first + (lines.length - 1) * line * of + 6.6 * u,
    size: 3.3 * u,
    colour: "mute",
    anchor: flat ? "end" : "start",
  });
  return { drawing: words + rest, hero: great.at(flat ? area.x : x, baseline) };
}

/** Break words in two where they are long, as near the middle as may be. */
function halve(text: string): string[] {
  const count = [...text].length;
  if (count < 4) return [text];
  const half = Math.ceil(count / 2);
  return (
    breakLines(text, [], 1, "serif", half, 2) ??
    breakLines(text, [], 1, "serif", half + 1, 2) ?? [
      [...text].slice(0, half).join(""),
      [...text].slice(half).join(""),
    ]
  );
}

/** Set characters over a width, the first and the last at its edges. */
function justify(text: string, x: number, y: number, size: number, width: number): Ink {
  const all = [...text];
  const step = all.length < 2 ? 0 : (width - size) / (all.length - 1);
  return all.map((character, i) => setText(character, { x: x + i * step, y, size, face: "serif" })).join("");
}
