import { scopeSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { labelAgainst } from "./against.ts";
import { Board } from "./board.ts";
import { cutsOf, drawBreaks } from "./breaks.ts";
import type { TextMark } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { labelPartial } from "./partial.ts";
import { axesOf, makePlot, type Plot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { drawScopes } from "./scope-lines.ts";
import { drawSigns, type Sign } from "./signs.ts";
import { drawTargets, targetValues } from "./targets.ts";
import { textWidth } from "./text.ts";
import { totalOf } from "./total.ts";
import { blockTrace, type Trace, traceMarks, traceSeries } from "./trace.ts";

/**
 * Draw one figure as a line from zero: the first value named (in the lead drawing all of them), the last one large,
 * with its parts under it.
 */
export function drawLine(
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[] = [],
): Drawing {
  if (scopeSeries(figure).length > 0) return drawScopes(figure, size, palette, signs, beside);
  const { points } = totalOf(figure);
  const valued = points.filter((point) => point.value !== null);
  const last = valued[valued.length - 1];
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const years = points.map((point) => point.year);
  const scale = niceScale(
    [...valued.map((point) => point.value as number), ...targetValues(figure, years), ...beside],
    figure.decimals,
  );
  const end = last ? endLines(last, figure, palette, width) : [];
  const endWidth = Math.max(0, ...end.map((mark) => textWidth(mark.text, mark.size ?? 12, mark.bold)));
  const isLatest = last !== undefined && last === points[points.length - 1];
  const unit = valued.length ? figure.unit : null;
  const room = isLatest ? endWidth + gap : 0;
  const plot = makePlot(
    size,
    years,
    scale,
    unit,
    Math.max(0, room - makePlot(size, years, scale, unit, room).pitch / 2),
  );
  const trace: Trace = {
    points: points.map((point) => ({ point, at: point.value, derived: false })),
    color: palette.c1,
    width: 3,
    shape: "dot",
    cuts: cutsOf(figure),
  };
  const back = [
    ...(unit === null ? [] : valueAxis(plot, board, unit, palette)),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(absencesOf(points), plot, board, palette, Math.min(plot.pitch * 0.87, 48)),
    ...drawBreaks(figure, points, signs, plot, board, palette),
  ];
  blockTrace(trace, plot, board);
  if (last) writeEnd(end, plot.x(last.year), plot.y(last.value as number), isLatest, board);
  const targets = drawTargets(figure, plot, board, palette);
  labelPartial(valued, plot, board, palette);
  const named = size === "lead" && plot.pitch >= 36 ? valued : valued.slice(0, 1);
  for (const point of named) if (point !== last) writeValue(point, figure, plot, board, palette);
  labelAgainst(points, figure, (point) => point.value, plot, board, palette);
  const heights = new Map(valued.map(({ year, value }) => [year, plot.y(value as number)]));
  const leaders = drawSigns(signs, heights, plot, board, palette);
  const marks = [...traceMarks(trace, plot, palette), ...board.marks];
  return {
    width,
    height,
    option: {
      ...axesOf(plot, board),
      series: [layer(0, [...back, ...targets, ...leaders]), ...traceSeries(trace), layer(9, marks)],
    },
  };
}

const gap = 14; // from the last dot to its value

/** Set the last value large, unless it is too long for that, and its parts below. */
function endLines(
  point: PublishedPoint,
  figure: PublishedFigure,
  palette: Palette,
  width: number,
): TextMark[] {
  const text = labelOf(point, figure);
  const size = textWidth(text, 22, true) > width * 0.3 ? 14 : 22;
  const lines: TextMark[] = [{ text, x: 0, y: 0, size, bold: true, fill: palette.c1 }];
  const parts = partsOf(point);
  return parts === "" ? lines : [...lines, { text: parts, x: 0, y: 22, fill: palette.mute }];
}

/** Set the last value right of its dot, or over it where later years without a value follow. */
function writeEnd(lines: readonly TextMark[], x: number, y: number, isLatest: boolean, board: Board): void {
  if (isLatest) {
    for (const mark of lines) board.write({ ...mark, x: x + gap, y: Math.max(y, 12) + mark.y });
    return;
  }
  const [value] = lines;
  if (!value) return;
  const mark = { ...value, size: 14, x, align: "center" } as const;
  const places = [-16, 18, -30, 32, -44, 46].map((by) => board.clamp({ ...mark, y: y + by }));
  if (!board.tryWrite(...places)) board.write({ ...mark, y: 10 });
}

/** Name a value beside its dot, where it does not touch the line. */
function writeValue(
  point: PublishedPoint,
  figure: PublishedFigure,
  plot: Plot,
  board: Board,
  palette: Palette,
): void {
  const [x, y] = [plot.x(point.year), plot.y(point.value as number)];
  const mark = { text: labelOf(point, figure), fill: palette.ink, align: "center" } as const;
  const places = [16, 22, -15, -22].map((by) => ({ ...mark, x, y: y + by }));
  const beside = [16, -15].flatMap((by) => [-10, 10].map((aside) => ({ ...mark, x: x + aside, y: y + by })));
  const left = [16, -15].map((by) => board.clamp({ ...mark, x: x + 5, y: y + by, align: "right" }));
  board.tryWrite(...places, ...beside, ...left);
}

/** Write a value as everywhere else; its unit stands on the axis, but a percent sign stays with its number. */
function labelOf({ value }: PublishedPoint, { unit, decimals }: PublishedFigure): string {
  return `${formatNumber(value as number, decimals)}${unit === "%" ? "%" : ""}`;
}

/** Write a ratio's parts as a division: 389 ÷ 433; "" where there are none. */
export function partsOf(point: PublishedPoint | undefined): string {
  const { numerator, denominator } = point?.parts ?? {};
  return numerator == null || denominator == null ? "" : `${plain(numerator)} ÷ ${plain(denominator)}`;
}

/** Write a part of a ratio with the decimals it has, two at most. */
function plain(value: number): string {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return formatNumber(value, Math.min(decimals, 2));
}
