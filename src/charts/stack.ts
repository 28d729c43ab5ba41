import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../core/site.ts";
import { isAbsent, stateNames } from "../core/state.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { blockMarks, blockScale, blockWidth } from "./blocks.ts";
import { Board } from "./board.ts";
import { drawBreaks } from "./breaks.ts";
import { barWidth, blockColumns, columnLabels, drawColumns, provisionalRing } from "./columns.ts";
import { type EndLine, endLabelsWidth, linesPerLabel, writeEndLabels } from "./end-labels.ts";
import { type Paint, paintOf } from "./level.ts";
import { hatch, type Mark, rect, text } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { labelPartial } from "./partial.ts";
import { axesOf, makePlot, type Plot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { drawSigns, type Sign } from "./signs.ts";
import { textWidth, wrapName } from "./text.ts";
import { totalOf, valueAt } from "./total.ts";
import { writeAll, writeSome } from "./value-labels.ts";

const swatch = 10;

/** Draw a figure by its codes as stacked columns: counts inside where they fit, totals on top, the codes named at the right. */
export function drawStack(
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[] = [],
): Drawing {
  const codes = figure.series.filter((s) => s.key !== "total" && s.points.some((point) => point.value));
  if (codes.length === 0) return drawColumns(figure, size, palette, signs, beside);
  return (
    layOut(figure, codes, size, palette, signs, beside, false) ??
    (layOut(figure, codes, size, palette, signs, beside, true) as Drawing)
  );
}

function layOut(
  figure: PublishedFigure,
  codes: readonly PublishedSeries[],
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[],
  axis: boolean,
): Drawing | null {
  const { points } = totalOf(figure);
  const valued = points.filter((point) => point.value !== null);
  const last = valued[valued.length - 1];
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const keys = figure.series.map((s) => s.key);
  const paints = codes.map((code) => paintOf(code.key, keys.indexOf(code.key), palette));
  const isLatest = last !== undefined && last === points[points.length - 1];
  const named = codes.flatMap((code, i) => (isNamed(code, last) ? [i] : []));
  const most = linesPerLabel(named.length, height);
  const names = named.map((i) =>
    nameLines(codes[i] as PublishedSeries, last, figure, (paints[i] as Paint).name, width, most),
  );
  const right = endLabelsWidth(names) + (isLatest ? 16 : swatch + 22);
  const values = [...valued.map((point) => point.value as number), ...beside];
  const items = axis || figure.decimals > 0 ? null : blockScale(values, size);
  const scale = items ?? niceScale(values, figure.decimals);
  const years = points.map((point) => point.year);
  const plot = makePlot(size, years, scale, axis ? figure.unit : null, right);
  const bar = barWidth(plot);
  const back = [
    ...(axis ? valueAxis(plot, board, figure.unit, palette) : []),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(absencesOf(points), plot, board, palette, bar),
  ];
  const totals = columnLabels(valued, figure, plot, palette);
  blockColumns(valued, plot, board);
  if (axis) writeSome(totals, board);
  else if (!writeAll(totals, board)) return null;
  labelPartial(valued, plot, board, palette);
  const breaks = drawBreaks(figure, points, signs, plot, board, palette);
  const heights = new Map(valued.map(({ year, value }) => [year, plot.y(value as number)]));
  const numbered = drawSigns(signs, heights, plot, board, palette);
  const inside = items ? [] : segmentLabels(codes, valued, paints, figure, plot, palette);

  const from = isLatest ? plot.x(last.year) + (items ? blockWidth(bar) : bar) / 2 + 2 : plot.right;
  const to = isLatest ? from + 20 : plot.right + 12;
  const ends = names.map((lines, i) => ({
    y: last ? middleOf(codes, named[i] as number, last, plot) : plot.bottom,
    lines,
  }));
  const leaders = writeEndLabels(ends, from, to, isLatest ? 0 : swatch + 4, board, palette.rule);
  const swatches = leaders.places.map((y, i) => swatchAt(to, y, paints[named[i] as number] as Paint));
  return {
    width,
    height,
    option: {
      ...axesOf(plot, board),
      series: [
        layer(0, [...back, ...breaks, ...numbered, ...(isLatest ? leaders.marks : [])]),
        ...(items ? [] : barSeries(codes, points, paints, plot, palette)),
        layer(9, [
          ...(items ? blockMarks(codes, valued, paints, bar, plot, palette) : inside),
          ...board.marks,
          ...(isLatest ? [] : swatches),
        ]),
      ],
    },
  };
}

/** Tell whether a code is named at the right: a level of which there is none has nothing to be named beside. */
function isNamed({ points }: PublishedSeries, last: PublishedPoint | undefined): boolean {
  return points.find((point) => point.year === last?.year)?.value !== 0;
}

/** Make a stacked ECharts series a code, and one for what the total holds beyond the codes that are known. */
function barSeries(
  codes: readonly PublishedSeries[],
  points: readonly PublishedPoint[],
  paints: readonly Paint[],
  plot: Plot,
  palette: Palette,
): object[] {
  const bar = barWidth(plot);
  const common = { type: "bar", stack: "codes", silent: true, barWidth: bar };
  const known = codes.map((code, i) => ({
    ...common,
    data: points.map((point) => ({
      value: point.value === null ? null : valueAt(code, point.year) || null,
      itemStyle: segmentStyle(point, paints[i] as Paint, bar < 8, palette),
    })),
  }));
  const rests = points.map(({ value, year }) =>
    value === null ? 0 : value - codes.reduce((sum, code) => sum + valueAt(code, year), 0),
  );
  if (!rests.some((rest) => rest > 0)) return known;
  const itemStyle = { color: hatch(palette.rule), borderColor: palette.rule, borderWidth: 1 };
  return [...known, { ...common, data: rests.map((rest) => (rest > 0 ? rest : null)), itemStyle }];
}

/** Fill a segment; without an outline of its own it has one of the ground's colour, which keeps neighbours apart. */
function segmentStyle(
  point: PublishedPoint,
  { fill, outline }: Paint,
  isThin: boolean,
  palette: Palette,
): object {
  if (point.partial) return { color: palette.card, borderColor: outline ?? fill, borderWidth: 1.5 };
  if (point.state === "provisional") return { color: fill, ...provisionalRing(palette) };
  if (isThin) return { color: fill, borderColor: outline ?? "none", borderWidth: outline ? 0.5 : 0 };
  return { color: fill, borderColor: outline ?? palette.card, borderWidth: 1 };
}

/** Write the count of each segment that is high enough for it; none at all where the columns are too thin for the longest. */
function segmentLabels(
  codes: readonly PublishedSeries[],
  points: readonly PublishedPoint[],
  paints: readonly Paint[],
  { decimals }: PublishedFigure,
  plot: Plot,
  palette: Palette,
): Mark[] {
  const counts = codes.flatMap((code) =>
    points.map(({ year }) => formatNumber(valueAt(code, year), decimals)),
  );
  if (Math.max(...counts.map((count) => textWidth(count, 12))) > barWidth(plot) - 2) return [];
  return codes.flatMap((code, i) =>
    points.flatMap((point) => {
      const value = valueAt(code, point.year);
      const label = formatNumber(value, decimals);
      if (plot.y(0) - plot.y(value) < 14) return [];
      const fill = point.partial ? palette.ink : (paints[i] as Paint).on;
      return [
        text({
          text: label,
          x: plot.x(point.year),
          y: middleOf(codes, i, point, plot),
          fill,
          align: "center",
        }),
      ];
    }),
  );
}

/** Find the middle of a code's segment in one year. */
function middleOf(
  codes: readonly PublishedSeries[],
  index: number,
  { year }: PublishedPoint,
  plot: Plot,
): number {
  const below = codes.slice(0, index).reduce((sum, code) => sum + valueAt(code, year), 0);
  return plot.y(below + valueAt(codes[index] as PublishedSeries, year) / 2);
}

/** Name a code, with its last value or the reason why there is none. */
function nameLines(
  code: PublishedSeries,
  last: PublishedPoint | undefined,
  { decimals }: PublishedFigure,
  fill: string,
  width: number,
  most: number, // lines
): EndLine[] {
  const point = code.points.find((p) => p.year === last?.year);
  const said = !point
    ? ""
    : isAbsent(point.state)
      ? stateNames[point.state]
      : formatNumber(point.value ?? 0, decimals);
  const whole = `${code.title} ${said}`.trim();
  const room = width * 0.28;
  const isShort = textWidth(whole, 12, true) <= room;
  const wrapped = () =>
    most < 2
      ? wrapName(code.title, ` ${said}`, 1, room, 12, true)
      : [...wrapName(code.title, "", most - 1, room, 12, true), said];
  const lines = isShort ? [whole] : wrapped();
  return lines.map((line) => ({ text: line, fill, bold: true }));
}

function swatchAt(x: number, y: number, { fill, outline }: Paint): Mark {
  return rect(x, Math.round(y - swatch / 2) + 0.5, swatch - 1, swatch - 1, { fill, stroke: outline ?? fill });
}
