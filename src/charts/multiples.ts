import type { PublishedFigure, PublishedPoint, UnitFigures } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, slotOf } from "./absence.ts";
import { Board } from "./board.ts";
import { cutsOf, isBroken } from "./breaks.ts";
import { dots, line, type Mark, path, rect } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { type Size, sizes } from "./plot.ts";
import type { Scale } from "./scale.ts";
import { textWidth, wrapText } from "./text.ts";
import { totalOf } from "./total.ts";
import { cellScale, rankUnits, yearsOfUnits } from "./units.ts";

const columns: Readonly<Record<Size, number>> = { narrow: 2, wide: 4, lead: 6 };
const between = 10;
const plotHeight = 83; // a cell of 134 with a name of one line

/** Draw a small line a unit, all on one scale and in the order of the ranking, the whole bureau in grey behind each. */
export function drawUnitCells(
  figure: PublishedFigure,
  units: readonly UnitFigures[],
  size: Size,
  palette: Palette,
): Drawing {
  const { width } = sizes[size];
  const years = yearsOfUnits(figure, units);
  const [first, last] = [years[0] ?? 0, years[years.length - 1] ?? 0];
  const whole = totalOf(figure).points.filter(({ year }) => year >= first);
  const ranked = rankUnits(figure, units, last);
  const count = columns[size];
  const cell = Math.floor((width - (count - 1) * between) / count);
  const names = ranked.map(({ name }) => wrapText(name, cell, 12, true));
  const scale = cellScale(figure, units);
  const ends = ranked.map(({ points }) => points.find((point) => point.year === last)?.value ?? null);
  const endTexts = ends.map((value) => (value === null ? "" : formatNumber(value, figure.decimals)));
  const widest = Math.max(0, ...endTexts.map((text) => textWidth(text, 12, true))) + 12;
  const isBeside = widest <= cell * 0.45; // else the last values stand over or under their dots
  const room = isBeside ? widest : 8;
  const rowTops: number[] = [];
  const rows = Math.ceil(ranked.length / count);
  let bottom = 0;
  for (let r = 0; r < rows; r++) {
    rowTops.push(bottom);
    const lines = Math.max(...names.slice(r * count, (r + 1) * count).map((name) => name.length));
    bottom += lines * 15 + 12 + plotHeight + 24;
  }
  const board = new Board(width, bottom + 4);
  const cuts = cutsOf(figure);
  const marks = ranked.flatMap(({ points }, i): Mark[] => {
    const left = (i % count) * (cell + between);
    const top = rowTops[Math.floor(i / count)] ?? 0;
    const next = rowTops[Math.floor(i / count) + 1] ?? bottom;
    const foot = next - 24;
    names[i]?.forEach((text, k) => {
      board.write({ text, x: left, y: top + 8 + k * 15, bold: true, fill: palette.ink });
    });
    const frame = { left: left + 4, right: left + cell - room, top: foot - plotHeight, foot };
    const place = placing(frame, scale, first, last);
    const base = line(left, foot + 0.5, left + cell, foot + 0.5, { stroke: palette.line });
    if (Math.floor(i / count) === rows - 1 || i + count >= ranked.length) {
      board.write({ text: String(first), x: left, y: foot + 13, fill: palette.mute });
      if (last > first) {
        const mark = {
          text: String(last),
          x: frame.right + 12,
          y: foot + 13,
          fill: palette.mute,
          align: "right",
        } as const;
        board.tryWrite(board.clamp(mark), board.clamp({ ...mark, x: left + cell }));
      }
    }
    if (points.every(({ value }) => value === null)) {
      const state = points.at(-1)?.state ?? "missing";
      const box = { left: left + 0.5, right: left + cell - 0.5, top: frame.top + 0.5, bottom: foot - 0.5 };
      const word = stateNames[state];
      const middle = { x: left + cell / 2, y: foot - plotHeight / 2 };
      const half = textWidth(word, 12) / 2 + 4;
      board.write({ text: word, ...middle, fill: palette.mute, align: "center" });
      return [
        base,
        ...slotOf(state, box, palette),
        rect(middle.x - half, middle.y - 9, 2 * half, 18, { fill: palette.card }),
      ];
    }
    const end = points.findLast(({ value }) => value !== null);
    const at = end && place(end.year, end.value ?? 0);
    if (end && at) {
      const text = `${end.year === last ? "" : `${end.year} 年 `}${formatNumber(end.value ?? 0, figure.decimals)}`;
      const mark = { text, x: at[0] + 8, y: at[1], bold: true, fill: palette.ink };
      const inside = board.clamp({ ...mark, x: at[0], y: at[1] - 14, align: "center" });
      const over = { ...mark, x: left + cell, align: "right" } as const;
      const aside = isBeside ? [mark] : [-14, 14, -28, 28].map((by) => ({ ...over, y: at[1] + by }));
      board.tryWrite(...(end.year === last ? aside : [inside, { ...inside, y: at[1] + 14 }]));
    }
    const half = ((frame.right - frame.left) / Math.max(1, last - first)) * 0.43;
    const slots = absencesOf(points.filter(({ year }) => year >= first)).flatMap(({ from, to, state }) => {
      const [start, end] = [place(from, scale.min)[0] - half, place(to, scale.min)[0] + half];
      return slotOf(state, { left: start, right: end, top: frame.top, bottom: foot }, palette);
    });
    return [
      base,
      ...slots,
      ...runs(whole, place, cuts, palette.rule, 1, false),
      ...runs(points, place, cuts, palette.c4, 2, true),
      ...(at ? [dots([at], 4, palette.c4)] : []),
      ...hollows(points, place, palette),
    ];
  });
  return { width, height: board.height, option: { series: [layer(0, [...marks, ...board.marks])] } };
}

type Place = (year: number, value: number) => readonly [number, number];

function placing(
  { left, right, top, foot }: { left: number; right: number; top: number; foot: number },
  { min, max }: Scale,
  first: number,
  last: number,
): Place {
  return (year, value) => [
    last === first ? (left + right) / 2 : left + ((year - first) / (last - first)) * (right - left),
    foot - ((value - min) / (max - min)) * (foot - top),
  ];
}

/** Draw the runs of a line, and a dot for a value with no neighbour. */
function runs(
  points: readonly PublishedPoint[],
  place: Place,
  cuts: ReadonlySet<number>,
  stroke: string,
  width: number,
  isDotted: boolean,
): Mark[] {
  const lone: (readonly [number, number])[] = [];
  let d = "";
  const isJoined = (a: PublishedPoint | undefined, b: PublishedPoint | undefined) =>
    a?.value != null && b?.value != null && !a.partial && !b.partial && !cuts.has(b.year) && !isBroken(a, b);
  points.forEach((point, i) => {
    if (point.value === null) return;
    const at = place(point.year, point.value);
    if (isJoined(points[i - 1], point)) d += `L${at.join(" ")}`;
    else if (isJoined(point, points[i + 1])) d += `M${at.join(" ")}`;
    else if (!point.partial) lone.push(at);
  });
  return [
    ...(d === "" ? [] : [path(d, { stroke, width })]),
    ...(isDotted && lone.length > 0 ? [dots(lone, 2, stroke)] : []),
  ];
}

/** Draw unfinished years as hollow dots. */
function hollows(points: readonly PublishedPoint[], place: Place, palette: Palette): Mark[] {
  return points.flatMap(({ year, value, partial }) => {
    if (!partial || value === null) return [];
    const [x, y] = place(year, value);
    return [
      path(`M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z`, {
        stroke: palette.c4,
        width: 2,
        fill: palette.card,
      }),
    ];
  });
}
