import { mainSeries, scopeSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedSeries } from "../core/site.ts";
import { isAbsent, type State, stateNames } from "../core/state.ts";
import { formatNumber } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { Board } from "./board.ts";
import { cutsOf, drawBreaks } from "./breaks.ts";
import { type EndLine, endLabelsWidth, writeEndLabels } from "./end-labels.ts";
import { looks, nameGaps } from "./index-lines.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { axesOf, makePlot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { drawSigns, type Sign } from "./signs.ts";
import { drawTargets, targetValues } from "./targets.ts";
import { wrapText } from "./text.ts";
import { totalOf } from "./total.ts";
import { blockTrace, type Trace, traceMarks, traceSeries } from "./trace.ts";

/** Draw a figure in several scopes, a line each, its own the main one; each named at its end with its last value. */
export function drawScopes(
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[] = [],
): Drawing {
  const own = mainSeries(figure) ?? totalOf(figure);
  const series = [{ ...own, title: figure.scope ?? own.title }, ...scopeSeries(figure)].slice(
    0,
    looks.length,
  );
  const traces = series.map(({ points }, i): Trace => {
    const { color, shape } = looks[i] as (typeof looks)[number];
    const drawn = points.map((point) => ({ point, at: point.value, derived: false }));
    return { points: drawn, color: palette[color], width: i === 0 ? 3 : 2, shape, cuts: cutsOf(figure) };
  });
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const years = own.points.map(({ year }) => year);
  const values = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const scale = niceScale([...values, ...targetValues(figure, years), ...beside], figure.decimals);
  const names = series.map((one, i) => endLines(one, figure, (traces[i] as Trace).color, palette, width));
  const plot = makePlot(size, years, scale, figure.unit, endLabelsWidth(names) + 30);
  const back = [
    ...valueAxis(plot, board, figure.unit, palette),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(commonAbsences(series), plot, board, palette, Math.min(plot.pitch * 0.87, 48)),
    ...drawBreaks(figure, own.points, signs, plot, board, palette),
  ];
  for (const trace of traces) blockTrace(trace, plot, board);
  const ends = traces.map(({ points }, i) => {
    const last = points.findLast(({ at }) => at !== null);
    return { y: plot.y(last?.at ?? 0), lines: names[i] ?? [] };
  });
  const { marks: leaders } = writeEndLabels(ends, plot.right + 2, plot.right + 24, 4, board, palette.rule);
  const targets = drawTargets(figure, plot, board, palette);
  const tops = new Map(
    years.map((year, k) => [
      year,
      Math.min(plot.bottom, ...traces.map(({ points }) => plot.y(points[k]?.at ?? scale.min))),
    ]),
  );
  const marked = drawSigns(signs, tops, plot, board, palette);
  for (const trace of traces) nameGaps(trace, (drawn) => gapOf(drawn?.point.state), plot, board);
  const last = traces.toReversed(); // the main line lies over the others
  return {
    width,
    height,
    option: {
      ...axesOf(plot, board),
      series: [
        layer(0, [...back, ...targets, ...marked, ...leaders]),
        ...last.flatMap(traceSeries),
        layer(9, [...last.flatMap((trace) => traceMarks(trace, plot, palette)), ...board.marks]),
      ],
    },
  };
}

/** Say why a line has a gap; where nobody reported anything, nothing is said. */
function gapOf(state: State | undefined): string | null {
  return state !== undefined && state !== "missing" && isAbsent(state) ? stateNames[state] : null;
}

/** Find the years that are absent in every scope for one reason. */
function commonAbsences(series: readonly PublishedSeries[]): ReturnType<typeof absencesOf> {
  return absencesOf(series[0]?.points ?? [], (year, state) => {
    const alike = series.every(({ points }) => points.find((point) => point.year === year)?.state === state);
    return alike && isAbsent(state) ? stateNames[state] : null;
  });
}

/** Name a scope at its line's end, with its last value and, where that is not the last year's, the year. */
function endLines(
  { title, points }: PublishedSeries,
  figure: PublishedFigure,
  fill: string,
  palette: Palette,
  width: number,
): EndLine[] {
  const last = points.findLast(({ value }) => value !== null);
  const size = width < 400 ? 12 : 14;
  const value = last
    ? ` ${formatNumber(last.value as number, figure.decimals)}${figure.unit === "%" ? "%" : ""}`
    : "";
  const lines = wrapText(title + value, width * 0.25, size, true).map(
    (text): EndLine => ({ text, fill, size, bold: true }),
  );
  const isLatest = last !== undefined && last === points.at(-1);
  return isLatest ? lines : [...lines, { text: last ? `${last.year} 年` : "", fill: palette.ink }];
}
