import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { isAbsent, stateNames } from "../core/state.ts";
import { formatDirection, formatNumber, formatValue } from "../core/words/format.ts";
import { absencesOf, drawAbsences } from "./absence.ts";
import { labelAgainst } from "./against.ts";
import { Board } from "./board.ts";
import { cutsOf, drawBreaks } from "./breaks.ts";
import { type EndLine, endLabelsWidth, linesPerLabel, writeEndLabels } from "./end-labels.ts";
import { dots, line, type Mark } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { axesOf, makePlot, type Plot, type Size, sizes, valueAxis, yearAxis } from "./plot.ts";
import { niceScale } from "./scale.ts";
import { drawSigns, type Sign } from "./signs.ts";
import { wrapName } from "./text.ts";
import { totalOf } from "./total.ts";
import { blockTrace, type Shape, type Trace, type TracePoint, traceMarks, traceSeries } from "./trace.ts";

/** The looks of the series in their order: the first is the main line. */
export const looks: readonly {
  readonly color: "c1" | "c4" | "c2" | "t3" | "ink" | "mute";
  readonly shape: Shape;
}[] = [
  { color: "c1", shape: "dot" },
  { color: "c4", shape: "diamond" },
  { color: "c2", shape: "square" },
  { color: "t3", shape: "triangle" },
  { color: "ink", shape: "square" },
  { color: "mute", shape: "dot" },
];

/** Draw figures as index lines, the base year = 100: each named at its end with its value and its change on the base. */
export function drawIndex(
  figures: readonly PublishedFigure[],
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
): Drawing {
  const traces = figures.map((figure, i) => traceOf(figure, i, palette));
  const levels = traces.flatMap(({ points }) => points.flatMap(({ at }) => (at === null ? [] : [at])));
  const { width, height } = sizes[size];
  const board = new Board(width, height);
  const most = linesPerLabel(figures.length, height);
  const names = figures.map((figure, i) => endLines(figure, traces[i] as Trace, most, palette, width));
  const years = (traces[0]?.points ?? []).map(({ point }) => point.year);
  const right = endLabelsWidth(names) + 30;
  const plot = makePlot(size, years, niceScale([100, ...levels], 0), "", right);
  const baseYear = figures[0]?.baseYear ?? 0;
  const back = [
    ...valueAxis(plot, board, "", palette),
    ...yearAxis(plot, board, palette),
    ...drawAbsences(commonAbsences(traces, baseYear), plot, board, palette, Math.min(plot.pitch * 0.87, 48)),
  ];
  for (const trace of traces) blockTrace(trace, plot, board);
  const base = baseMarks(baseYear, levels.length > 0, plot, board, palette);
  const ends = traces.map(({ points }, i) => {
    const last = points.findLast(({ at }) => at !== null);
    return { y: last ? plot.y(last.at as number) : plot.y(0) - 12, lines: names[i] as EndLine[] };
  });
  const { marks: leaders } = writeEndLabels(ends, plot.right + 2, plot.right + 24, 4, board, palette.rule);
  const drawn = leaders.filter((_, i) => traces[i]?.points.at(-1)?.at != null);
  const breaks = drawBreaks({ breaks: uniqueBreaks(figures) }, [], signs, plot, board, palette);
  const [main] = traces;
  const [speaker] = figures;
  if (main && speaker) {
    const at = new Map(main.points.map((p) => [p.point.year, p.at]));
    labelAgainst(totalOf(speaker).points, speaker, ({ year }) => at.get(year) ?? null, plot, board, palette);
  }
  const tops = new Map(
    plot.years.map((year) => [
      year,
      Math.min(
        plot.bottom,
        ...traces.flatMap(({ points }) =>
          points.flatMap((p) => (p.point.year === year && p.at !== null ? [plot.y(p.at)] : [])),
        ),
      ),
    ]),
  );
  const marked = drawSigns(signs, tops, plot, board, palette);
  for (const trace of traces) nameGaps(trace, (drawn) => reasonOf(drawn, baseYear), plot, board);
  return {
    width,
    height,
    option: {
      ...axesOf(plot, board),
      series: [
        layer(0, [...back, ...breaks, ...marked, ...drawn]),
        ...traces.toReversed().flatMap(traceSeries),
        layer(9, [
          ...traces.toReversed().flatMap((trace) => traceMarks(trace, plot, palette)),
          ...base,
          ...board.marks,
        ]),
      ],
    },
  };
}

/** List the breaks of all figures, one a year. */
function uniqueBreaks(figures: readonly PublishedFigure[]): PublishedFigure["breaks"] {
  return [...new Map(figures.flatMap(({ breaks }) => breaks.map((b) => [b.year, b] as const))).values()];
}

/** Turn a figure into index points: 100 plus its change on the base year; from rates only, they are derived. */
function traceOf(figure: PublishedFigure, index: number, palette: Palette): Trace {
  const { color, shape } = looks[index % looks.length] as (typeof looks)[number];
  const points = totalOf(figure).points.map((point) => ({
    point,
    at: point.base === null ? null : 100 + point.base,
    derived: point.value === null,
  }));
  return { points, color: palette[color], width: index === 0 ? 3 : 2, shape, cuts: cutsOf(figure) };
}

/** Find the years in which no series has an index, if they agree why. */
function commonAbsences(traces: readonly Trace[], baseYear: number): ReturnType<typeof absencesOf> {
  const points = traces[0]?.points ?? [];
  return absencesOf(
    points.map(({ point }) => point),
    (year) => {
      const reasons = traces.map(({ points }) =>
        reasonOf(
          points.find(({ point }) => point.year === year),
          baseYear,
        ),
      );
      return reasons.every((reason) => reason === reasons[0]) ? (reasons[0] ?? null) : null;
    },
  );
}

/** Say why a point has no index; null if it has one. */
function reasonOf(drawn: TracePoint | undefined, baseYear: number): string | null {
  if (!drawn || drawn.at !== null) return null;
  const { state, partial, year } = drawn.point;
  if (isAbsent(state)) return stateNames[state];
  if (drawn.point.break) return `${drawn.point.scope ?? "其他"}口径`;
  if (partial) return "年度未完";
  return year < baseYear ? "基期之前" : "不可比";
}

/** Mark the base year with an ink dot on the line of 100. */
function baseMarks(year: number, isDrawn: boolean, plot: Plot, board: Board, palette: Palette): Mark[] {
  if (!isDrawn || !plot.years.includes(year)) return [];
  const [x, y] = [plot.x(year), plot.y(100)];
  board.block({ left: 0, right: plot.edge, top: y - 1, bottom: y + 1 });
  const label = { text: `基期 ${year} 年`, fill: palette.mute };
  const places = [-10, 12, -24].map((by) => ({ ...label, x: x + 8, y: y + by }));
  board.tryWrite(...places, ...places.map((place) => ({ ...place, text: "基期" })));
  const hundred = Math.round(y) + 0.5;
  return [line(0, hundred, plot.edge, hundred, { stroke: palette.ink }), dots([[x, y]], 5, palette.ink)];
}

/** Name the reason in a gap that only this series has, as near to the gap as there is room. */
export function nameGaps(
  { points, color }: Trace,
  reason: (drawn: TracePoint | undefined) => string | null,
  plot: Plot,
  board: Board,
): void {
  if (points.every(({ at }) => at === null)) return; // said at the series' end
  for (const [i, { point }] of points.entries()) {
    const text = reason(points[i]);
    if (text === null || text === reason(points[i - 1])) continue; // said at the gap's first year
    const near = points.slice(0, i).findLast((p) => p.at !== null) ?? points.find((p) => p.at !== null);
    const y = plot.y(near?.at ?? 0);
    const heights = [0, 14, -14, 28, -28, 42, -42].map((by) => y + by).filter((at) => at < plot.bottom - 6);
    const places = heights.flatMap((at) =>
      [0, 14, -14, 30, 44].map((aside) => ({ x: plot.x(point.year) + aside, y: at })),
    );
    board.tryWrite(...places.map((place) => ({ ...place, text, fill: color, align: "center" as const })));
  }
}

/** Name a series at its end: its title, its index, and how far that lies from the base year. */
function endLines(
  figure: PublishedFigure,
  { points, color }: Trace,
  most: number, // lines
  palette: Palette,
  width: number,
): EndLine[] {
  const last = points.findLast(({ point, at }) => at !== null || point.value !== null);
  const isNarrow = width < 400;
  const name = { fill: color, size: isNarrow ? 12 : 14, bold: true };
  const plain = (text: string) => ({ text, fill: palette.ink });
  if (!last) {
    const state = plain(stateNames[points.at(-1)?.point.state ?? "missing"]);
    const lines = wrapName(figure.title, "", Math.max(1, most - 1), width * 0.25, name.size, true);
    return [...lines.map((text) => ({ ...name, text })), state];
  }
  const { point, at } = last;
  const level = at === null ? "" : ` ${formatNumber(at, 0)}`;
  const said = at === null ? formatValue(point.value as number, figure) : changeOf(point, figure);
  const lines = wrapName(figure.title, level, Math.max(1, most - 1), width * 0.25, name.size, true).map(
    (text): EndLine => ({ ...name, text }),
  );
  const only = lines[0];
  if (said === "" || point.year === figure.baseYear) return lines;
  const isOneLine = lines.length === 1 && !isNarrow;
  return only && isOneLine ? [{ ...only, after: plain(said) }] : [...lines, plain(said)];
}

function changeOf({ base, chained }: PublishedPoint, figure: PublishedFigure): string {
  if (base === null) return "";
  const direction = formatDirection(base, figure, chained);
  if (direction === "") return "持平";
  return `${direction} ${chained ? "约 " : ""}${formatNumber(Math.abs(base), chained ? 0 : 1)}%`;
}
