import type { Board } from "./board.ts";
import { line, type Mark } from "./mark.ts";
import type { Palette } from "./palette.ts";
import { type Scale, tickLabels, ticksOf } from "./scale.ts";
import { textWidth } from "./text.ts";

export type Size = "wide" | "narrow" | "lead";

export const sizes: Readonly<Record<Size, { readonly width: number; readonly height: number }>> = {
  wide: { width: 540, height: 296 },
  narrow: { width: 328, height: 248 },
  lead: { width: 840, height: 424 },
};

const plotTop = 34.5;
const underPlot = 27.5;

/** Give the height of a plot, in px. */
export function plotHeight(size: Size): number {
  return sizes[size].height - underPlot - plotTop;
}

/** Where years and values stand on the sheet, in px. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly edge: number; // where the lines of the axes end
  readonly years: readonly number[];
  readonly pitch: number; // px of one year
  readonly scale: Scale;
  x(year: number): number;
  y(value: number): number;
}

/** Lay out a plot: `unit` makes room for the labels of a value axis, null has none; `right` is kept for labels. */
export function makePlot(
  size: Size,
  years: readonly number[],
  scale: Scale,
  unit: string | null,
  right: number,
): Plot {
  const { width, height } = sizes[size];
  const axis =
    unit === null ? 0 : Math.max(...tickLabels(scale, unit).map((label) => textWidth(label, 12))) + 8;
  const room = { left: Math.ceil(axis), right: Math.floor(width - right) };
  // A pitch in whole px sets every bar on whole px; what is left over goes to the left of the first year, or to both sides.
  const exact = (room.right - room.left) / Math.max(1, years.length);
  const pitch = exact > 12 ? Math.floor(exact) : exact;
  const rest = Math.floor(room.right - room.left - pitch * years.length);
  const left = room.left + (unit === null && right === 0 ? Math.floor(rest / 2) : rest);
  const plot = {
    left,
    right: left + pitch * years.length,
    top: plotTop,
    bottom: height - underPlot,
    edge: room.right,
  };
  const first = years[0] ?? 0;
  return {
    ...plot,
    years,
    pitch,
    scale,
    x: (year) => plot.left + (year - first + 0.5) * pitch,
    y: (value) => plot.bottom - ((value - scale.min) / (scale.max - scale.min)) * (plot.bottom - plot.top),
  };
}

/** Give ECharts the same plot: a grid without axes drawn, a category a year. */
export function axesOf(plot: Plot, board: Board): { grid: object; xAxis: object; yAxis: object } {
  return {
    grid: {
      left: plot.left,
      right: board.width - plot.right,
      top: plot.top,
      bottom: board.height - plot.bottom,
      outerBoundsMode: "none",
    },
    xAxis: { type: "category", data: plot.years.map(String), show: false },
    yAxis: { type: "value", min: plot.scale.min, max: plot.scale.max, show: false },
  };
}

/** Draw the hairlines and write each tick's label on its line, flush with the sheet's left edge. */
export function valueAxis(plot: Plot, board: Board, unit: string, palette: Palette): Mark[] {
  const labels = tickLabels(plot.scale, unit);
  return ticksOf(plot.scale).flatMap((tick, i) => {
    const y = Math.round(plot.y(tick)) + 0.5;
    board.write({ text: labels[i] ?? "", x: 0, y: y - 8.5, fill: palette.mute });
    return tick === 0 ? [] : [line(0, y, plot.edge, y, { stroke: palette.line })];
  });
}

/** Draw the base line and name the years under the plot: first and last in full, the last bold, between them as many as fit. */
export function yearAxis(plot: Plot, board: Board, palette: Palette): Mark[] {
  const { years, pitch, bottom } = plot;
  const y = bottom + 15;
  const last = years.length - 1;
  const label = (index: number, full: boolean) => {
    const year = years[index] ?? 0;
    const text = full ? String(year) : String(year % 100).padStart(2, "0");
    return { text, x: plot.x(year), y, fill: palette.mute, align: "center" as const };
  };
  if (last >= 0) board.write({ ...label(last, true), fill: palette.ink, bold: true });
  if (last > 0) board.tryWrite(board.clamp(label(0, true)));
  const long = years.length > 30; // two digits no longer tell the decade
  const gap = long ? 40 : board.width < 400 ? 44 : 24;
  const step = (long ? [5, 10, 20, 50] : [1, 2, 3, 5, 10]).find((every) => every * pitch >= gap) ?? 100;
  for (let i = last - 1; i > 0; i--) {
    const wanted = long ? (years[i] ?? 0) % step === 0 : (last - i) % step === 0;
    if (wanted) board.tryWrite({ ...label(i, long), air: 3 });
  }
  const base = Math.round(plot.y(Math.max(0, plot.scale.min))) + 0.5;
  return [line(0, base, plot.edge, base, { stroke: palette.ink })];
}
