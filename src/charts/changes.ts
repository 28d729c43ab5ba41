import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { isAbsent, stateNames } from "../core/state.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { Board } from "./board.ts";
import { barWidth } from "./columns.ts";
import { hatch, type Mark, rect } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { makePlot, type Plot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { totalOf } from "./total.ts";
import { type ValueLabel, writeAll, writeSome } from "./value-labels.ts";

/** Draw each year's change on the year before as a column: falls solid, rises hatched and outlined; an axis where the numbers have no room. */
export function drawChanges(figure: PublishedFigure, size: Size, palette: Palette): Drawing {
  return layOut(figure, size, palette, false) ?? (layOut(figure, size, palette, true) as Drawing);
}

type Changed = PublishedPoint & { readonly change: number };

function layOut(figure: PublishedFigure, size: Size, palette: Palette, axis: boolean): Drawing | null {
  const { points } = totalOf(figure);
  const after = points.length > 1 ? points.slice(1) : points;
  const changed = after.filter((point): point is Changed => point.change !== null);
  const decimals = figure.changeUnit === "百分点" ? figure.decimals : 1;
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const changes = changed.map(({ change }) => change);
  const scale = niceScale(changes, decimals);
  const unit = axis ? figure.changeUnit : null;
  const plot = makePlot(
    size,
    after.map(({ year }) => year),
    scale,
    unit,
    0,
  );
  const reasons = absencesOf(after, (year) => reasonOf(points, year));
  const back = [
    ...(unit === null ? [] : valueAxis(plot, board, unit, palette)),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(reasons, plot, board, palette, barWidth(plot)),
  ];
  const last = changed[changed.length - 1];
  const bars = changed.flatMap((point) => barOf(point, point === last, plot, board, palette));
  const labels = changed.map(
    (point): ValueLabel => ({
      text: signed(point.change, decimals),
      x: plot.x(point.year),
      y: plot.y(point.change),
      value: point.change,
      fill: palette.ink,
      last: point === last,
    }),
  );
  if (!axis && !writeAll(labels, board)) return null;
  if (axis) {
    writeSome(labels.slice(-1), board);
    writeAll(
      labels.filter(({ last, value }, i) => !last && (i === 0 || value > 0)),
      board,
    );
  }
  return { width, height, option: { series: [layer(0, [...back, ...bars, ...board.marks])] } };
}

function barOf(
  { year, change }: Changed,
  isLast: boolean,
  plot: Plot,
  board: Board,
  palette: Palette,
): Mark[] {
  const wide = barWidth(plot);
  const left = plot.x(year) - wide / 2;
  const [top, bottom] = [plot.y(Math.max(0, change)), plot.y(Math.min(0, change))];
  board.block({ left, right: left + wide, top, bottom });
  if (change <= 0) return [rect(left, top, wide, bottom - top, { fill: isLast ? palette.c4 : palette.c4s })];
  const outlined = { fill: hatch(palette.c4, 5), stroke: palette.c4, width: isLast ? 2 : 1 };
  return [rect(left + 0.5, top + 0.5, wide - 1, bottom - top - 0.5, outlined)];
}

function signed(change: number, decimals: number): string {
  const text = formatNumber(change, decimals);
  return change > 0 ? `+${text}` : text;
}

/** Say why a year has no change on the year before; null if it has one. */
function reasonOf(points: readonly PublishedPoint[], year: number): string | null {
  const at = points.findIndex((point) => point.year === year);
  const [before, point] = [points[at - 1], points[at]];
  if (!point || point.change !== null) return null;
  if (isAbsent(point.state)) return stateNames[point.state];
  if (!before || before.value === null) return "上年缺";
  return before.value === 0 ? "上年为零" : point.partial ? "年度未完" : "不可比";
}
