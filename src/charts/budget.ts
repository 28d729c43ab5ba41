import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { formatExecution } from "../core/words/budget.ts";
import { formatNumber } from "../core/words/format.ts";
import { Board } from "./board.ts";
import { hatch, line, type Mark, rect } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { type Size, sizes } from "./plot.ts";
import { niceScale, tickLabels, ticksOf } from "./scale.ts";
import { stripMarks } from "./strip.ts";
import { textWidth } from "./text.ts";
import { totalOf } from "./total.ts";

const head = 28;
const foot = 6;

/** Draw a row a year: the outturn as a bar, the budget as an ink tick, what went over it hatched; the numbers at the right. */
export function drawBudget(figure: PublishedFigure, size: Size, palette: Palette): Drawing {
  const { points } = totalOf(figure);
  const first = points.findIndex((point) => point.budget !== null);
  const rows = points.slice(Math.max(0, first));
  const { width } = sizes[size];
  const row = rows.length > 10 ? 26 : 40;
  const bottom = head + rows.length * row;
  const board = new Board(width, bottom + foot);
  const left = 40;
  const columns = columnsOf(rows, figure, width);
  const room = columns.reduce((sum, column) => sum + column.width, 0);
  const over = (point: PublishedPoint) => Math.max(0, (point.value ?? 0) - (point.budget ?? Infinity));
  const overText = (point: PublishedPoint) => `超 ${formatNumber(over(point), figure.decimals)}`;
  const overRoom = Math.max(0, ...rows.filter(over).map((point) => textWidth(overText(point), 12) + 8));
  const right = width - room - 24;
  const values = rows.flatMap(({ value, budget }) => [value ?? 0, budget ?? 0]);
  const scale = niceScale(values, figure.decimals);
  const unitOfPx = (right - overRoom - left) / (scale.max - scale.min);
  const x = (value: number) => left + (value - scale.min) * unitOfPx;

  const labels = tickLabels(scale, size === "narrow" ? "" : figure.unit);
  const ticks = rows.some(({ value, budget }) => (value ?? budget) !== null) ? ticksOf(scale) : [];
  const grid = ticks
    .map((tick, i) => ({ tick, text: labels[i] ?? "", at: Math.round(x(tick)) + 0.5 }))
    .toReversed() // the last, which bears the unit, finds its place first
    .flatMap(({ tick, text, at }) => {
      board.tryWrite({ text, y: 10, x: at, fill: palette.mute, align: "center", air: 3 });
      return tick === 0 ? [] : [line(at, head - 8, at, bottom, { stroke: palette.line })];
    });
  for (const column of columns) {
    board.write({ text: column.title, x: column.right, y: 10, fill: palette.mute, align: "right" });
  }
  const marks = rows.flatMap((point, i): Mark[] => {
    const isLast = i === rows.length - 1;
    const middle = head + (i + 0.5) * row;
    const said = { y: middle, fill: palette.ink, bold: isLast };
    board.write({ ...said, text: String(point.year), x: 0, fill: isLast ? palette.ink : palette.mute });
    for (const column of columns) {
      const text = column.texts[i] ?? "";
      if (text !== "") board.write({ ...said, text, x: column.right, align: "right" });
    }
    const { value, budget } = point;
    const bar: Mark[] = [];
    if (value === null) {
      bar.push(...stripMarks(point.state, { left, right: right - 4, middle }, board, palette));
    } else {
      const within = over(point) > 0 ? (budget ?? 0) : value;
      const [from, to] = [x(Math.min(0, within)), x(Math.max(0, within))];
      const style = point.partial
        ? { fill: palette.card, stroke: palette.c4 }
        : { fill: isLast ? palette.c4 : palette.c4s };
      const ring = point.state === "provisional" ? { stroke: palette.ink, dash: [3, 3] } : {};
      bar.push(rect(from, middle - 8, to - from, 16, { ...style, ...ring }));
      if (over(point) > 0) {
        const hatched = { fill: hatch(palette.c4, 5), stroke: palette.c4 };
        bar.push(rect(x(within), middle - 7.5, x(value) - x(within), 15, hatched));
        board.tryWrite({ ...said, text: overText(point), x: x(value) + 8 });
      }
    }
    if (budget !== null) {
      bar.push(line(x(budget), middle - 13, x(budget), middle + 13, { stroke: palette.ink, width: 2 }));
    }
    return bar;
  });
  const base = line(x(0) - 0.5, head - 8, x(0) - 0.5, bottom, { stroke: palette.ink });
  return {
    width,
    height: board.height,
    option: { series: [layer(0, [...grid, ...marks, base, ...board.marks])] },
  };
}

/** A column of numbers at the right of the bars. */
interface Column {
  readonly title: string;
  readonly texts: readonly string[];
  readonly width: number;
  readonly right: number;
}

/** Lay the columns of numbers out from the right edge, as many as leave half of the sheet to the bars; 执行率 comes first. */
function columnsOf(rows: readonly PublishedPoint[], figure: PublishedFigure, width: number): Column[] {
  const number = (value: number | null) => (value === null ? "" : formatNumber(value, figure.decimals));
  const wished = [
    { title: "执行率", texts: rows.map(formatExecution) },
    {
      title: "决算",
      texts: rows.map((point) => (point.value === null ? stateNames[point.state] : number(point.value))),
    },
    { title: "预算", texts: rows.map((point) => number(point.budget)) },
  ];
  const columns: Column[] = [];
  let right = width;
  for (const { title, texts } of wished) {
    const wide = Math.max(...[title, ...texts].map((text) => textWidth(text, 12, true))) + 14;
    if (right - wide < width * (width < 400 ? 0.75 : 0.5)) break;
    columns.push({ title, texts, width: wide, right });
    right -= wide;
  }
  return columns;
}
