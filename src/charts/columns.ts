import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { Board } from "./board.ts";
import { drawBreaks } from "./breaks.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { labelPartial } from "./partial.ts";
import { axesOf, makePlot, type Plot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { drawSigns, type Sign } from "./signs.ts";
import { drawTargets, targetValues } from "./targets.ts";
import { totalOf } from "./total.ts";
import { type ValueLabel, writeAll, writeSome } from "./value-labels.ts";

/** Give the width of a bar: 0.65 of the pitch, and never a block; in px of the pitch's own parity, so that it is centred on whole px. */
export function barWidth({ pitch }: Plot): number {
  const width = Math.max(1, Math.min(pitch * 0.65, 48));
  return Number.isInteger(pitch) ? pitch - 2 * Math.round((pitch - width) / 2) : width;
}

/** Draw one figure's values as columns, the last one dark, each with its value; an axis only where they have no room. */
export function drawColumns(
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[] = [],
): Drawing {
  return (
    layOut(figure, size, palette, signs, beside, false) ??
    (layOut(figure, size, palette, signs, beside, true) as Drawing)
  );
}

function layOut(
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[],
  axis: boolean,
): Drawing | null {
  const { points } = totalOf(figure);
  const years = points.map((point) => point.year);
  const valued = points.filter((point) => point.value !== null);
  const scale = niceScale(
    [...valued.map((point) => point.value as number), ...targetValues(figure, years), ...beside],
    figure.decimals,
  );
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const plot = makePlot(size, years, scale, axis ? figure.unit : null, 0);
  const back = [
    ...(axis ? valueAxis(plot, board, figure.unit, palette) : []),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(absencesOf(points), plot, board, palette, barWidth(plot)),
  ];
  const last = valued[valued.length - 1];
  blockColumns(valued, plot, board);
  const labels = columnLabels(valued, figure, plot, palette);
  if (axis) writeSome(labels, board);
  else if (!writeAll(labels, board)) return null;
  labelPartial(valued, plot, board, palette);
  const breaks = drawBreaks(figure, points, signs, plot, board, palette);
  const targets = drawTargets(figure, plot, board, palette);
  const heights = new Map(valued.map(({ year, value }) => [year, plot.y(value as number)]));
  const leaders = drawSigns(signs, heights, plot, board, palette);
  const bars = {
    type: "bar",
    silent: true,
    barWidth: barWidth(plot),
    data: points.map((point) => ({ value: point.value, itemStyle: styleOf(point, point === last, palette) })),
  };
  return {
    width,
    height,
    option: {
      ...axesOf(plot, board),
      series: [layer(0, [...back, ...breaks, ...leaders]), bars, layer(9, [...targets, ...board.marks])],
    },
  };
}

/** Keep texts off the columns. */
export function blockColumns(points: readonly PublishedPoint[], plot: Plot, board: Board): void {
  const half = barWidth(plot) / 2;
  for (const { year, value } of points) {
    const [x, y, zero] = [plot.x(year), plot.y(value ?? 0), plot.y(0)];
    board.block({ left: x - half, right: x + half, top: Math.min(y, zero), bottom: Math.max(y, zero) });
  }
}

/** Make the labels of the columns' values. */
export function columnLabels(
  points: readonly PublishedPoint[],
  { decimals }: PublishedFigure,
  plot: Plot,
  palette: Palette,
): ValueLabel[] {
  return points.map(({ year, value }, i) => ({
    text: formatNumber(value ?? 0, decimals),
    x: plot.x(year),
    y: plot.y(value ?? 0),
    value: value ?? 0,
    fill: palette.ink,
    last: i === points.length - 1,
  }));
}

/** Give the dashed outline of a bar whose value is provisional. */
export function provisionalRing({ ink }: Palette): object {
  return { borderColor: ink, borderWidth: 1, borderType: [3, 3] };
}

/** Fill a bar; an unfinished year is hollow. */
function styleOf(point: PublishedPoint, last: boolean, palette: Palette): object {
  if (point.partial) return { color: palette.card, borderColor: palette.c4, borderWidth: 1.5 };
  const ring = point.state === "provisional" ? provisionalRing(palette) : {};
  return { color: last ? palette.c4 : palette.c4s, ...ring };
}
