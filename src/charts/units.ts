import type { PublishedFigure, PublishedPoint, UnitFigures } from "../core/site.ts";
import { formatValue } from "../core/words/format.ts";
import { Board } from "./board.ts";
import { partsOf } from "./line.ts";
import { dots, line, type Mark, path } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { type Size, sizes } from "./plot.ts";
import { rangeScale, type Scale, tickLabels, ticksOf } from "./scale.ts";
import { stripMarks } from "./strip.ts";
import { textWidth, wrapText } from "./text.ts";
import { totalOf } from "./total.ts";

/** A unit with its points of one figure. */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly points: readonly PublishedPoint[];
}

/** List the units that have a figure, the highest value of a year first, those without a value at the end. */
export function rankUnits(figure: PublishedFigure, units: readonly UnitFigures[], year: number): Unit[] {
  return units
    .flatMap(({ code, name, figures }) => {
      const points = figures.find(({ id }) => id === figure.id)?.points;
      return points ? [{ code, name, points }] : [];
    })
    .sort((a, b) => (valueIn(b, year) ?? -Infinity) - (valueIn(a, year) ?? -Infinity) || 0);
}

/** List the years from the first in which any unit has a value to the last of the whole. */
export function yearsOfUnits(figure: PublishedFigure, units: readonly UnitFigures[]): number[] {
  const valued = rankUnits(figure, units, 0).flatMap(({ points }) =>
    points.flatMap(({ year, value }) => (value === null ? [] : year)),
  );
  const all = totalOf(figure).points.map(({ year }) => year);
  return valued.length === 0 ? all : all.filter((year) => year >= Math.min(...valued));
}

/** Choose the axis of the dots: it holds what is drawn of the last two years, the whole's value and the target. */
export function dotScale(figure: PublishedFigure, units: readonly UnitFigures[]): Scale | null {
  const whole = totalOf(figure).points.at(-1);
  const year = whole?.year ?? 0;
  const shown = unitsInUse(figure, units, year).flatMap((unit) => [
    valueIn(unit, year),
    valueIn(unit, year - 1),
  ]);
  const target = targetIn(figure, year);
  const given = [...shown, whole?.value ?? null, target].filter((value) => value !== null);
  return given.length === 0 ? null : rangeScale(given, figure.decimals);
}

/** Choose the axis that all small lines share: it holds every value of every unit and of the whole. */
export function cellScale(figure: PublishedFigure, units: readonly UnitFigures[]): Scale {
  const [first = 0] = yearsOfUnits(figure, units);
  const whole = totalOf(figure).points.filter(({ year }) => year >= first);
  const all = [...rankUnits(figure, units, 0).map(({ points }) => points), whole];
  return rangeScale(
    all.flatMap((points) => points.flatMap(({ value }) => value ?? [])),
    figure.decimals,
  );
}

/** Say from where to where an axis reaches: 60—100%. */
export function rangeText(scale: Scale, unit: string): string {
  const labels = tickLabels(scale, unit);
  return `${labels[0]}—${labels.at(-1)}`;
}

/** Say where an axis starts: 60%. */
export function startText(scale: Scale, unit: string): string {
  const labels = tickLabels(scale, unit);
  return (labels.at(-1) ?? "").replace(/^[−\d.\u2009]+/, labels[0] ?? "");
}

function unitsInUse(figure: PublishedFigure, units: readonly UnitFigures[], year: number): Unit[] {
  return rankUnits(figure, units, year).filter(({ points }) => points.some((point) => point.year === year));
}

function targetIn({ targets }: PublishedFigure, year: number): number | null {
  return targets.find((target) => target.year === year)?.value ?? null;
}

function valueIn({ points }: Unit, year: number): number | null {
  return points.find((point) => point.year === year)?.value ?? null;
}

const head = 32;
const foot = 24;
const least = 31; // px a row

/**
 * Draw a row a unit in use in the last year: last year's dot grey, this year's solid, a line between them; the target dotted, the
 * whole bureau a line in ink. Units without a value stay, at the end, as strips with the word.
 */
export function drawUnitRows(
  figure: PublishedFigure,
  units: readonly UnitFigures[],
  size: Size,
  palette: Palette,
): Drawing {
  const { width } = sizes[size];
  const whole = totalOf(figure).points.at(-1);
  const year = whole?.year ?? 0;
  const ranked = unitsInUse(figure, units, year);
  const isNarrow = width < 400;
  const names = ranked.map(({ name }) => wrapText(name, width * (isNarrow ? 0.26 : 0.24), 13));
  const tops: number[] = [];
  const bottom = names.reduce((y, lines) => {
    tops.push(y);
    return y + Math.max(least, lines.length * 16 + 12);
  }, head);
  const board = new Board(width, bottom + foot);
  const now = ranked.map(({ points }) => points.find((point) => point.year === year));
  const values = now.map((point) => (point?.value == null ? "" : formatValue(point.value, figure)));
  const parts = now.map((point) => (isNarrow ? "" : partsOf(point)));
  const partsWidth = Math.max(0, ...parts.map((text) => textWidth(text, 12)));
  const valuesRight = width - (partsWidth > 0 ? partsWidth + 12 : 0);
  const valuesWidth = Math.max(0, ...values.map((text) => textWidth(text, 14, true)));
  const left = Math.max(0, ...names.flat().map((text) => textWidth(text, 13))) + 16;
  const right = valuesRight - valuesWidth - 18;
  const target = targetIn(figure, year);
  const known = dotScale(figure, units);
  const scale = known ?? rangeScale([], figure.decimals);
  const x = makeX(scale, left, right);

  const labels = tickLabels(scale, isNarrow ? (figure.unit === "%" ? "%" : "") : figure.unit);
  const ticks = known ? ticksOf(known) : [];
  const grid = ticks
    .map((tick, i) => ({ text: labels[i] ?? "", at: x(tick) }))
    .toReversed() // the last, which bears the unit, finds its place first
    .map(({ text, at }) => {
      const mark = { text, x: at, y: bottom + 14, fill: palette.mute, align: "center", air: 3 } as const;
      board.tryWrite(board.clamp(mark));
      return line(Math.round(at) + 0.5, bottom, Math.round(at) + 0.5, bottom + 4, { stroke: palette.ink });
    });
  const valuedBottom = tops[now.findIndex((point) => point?.value == null)] ?? bottom;
  const lines: Mark[] = [];
  const guide = (value: number, text: string, bold: boolean, dash: readonly number[] | null) => {
    const at = Math.round(x(value)) + 0.5;
    lines.push(line(at, head - 6, at, valuedBottom, { stroke: palette.ink, ...(dash ? { dash } : {}) }));
    const mark = { text, fill: palette.ink, bold, y: head - 15 };
    const side = dash ? (["right", "left"] as const) : (["left", "right"] as const);
    const places = [head - 15, head - 27].flatMap((y) =>
      side.map((align) => board.clamp({ ...mark, x: at, y, align })),
    );
    board.tryWrite(...places);
  };
  const isAnyShown = valuedBottom > head;
  if (isAnyShown && whole && whole.value !== null) {
    guide(whole.value, `${figure.scope ?? "全局"} ${formatValue(whole.value, figure)}`, true, null);
  }
  if (isAnyShown && target !== null) {
    const decimals = String(target).split(".")[1]?.length ?? 0;
    guide(target, `目标 ${formatValue(target, { ...figure, decimals })}`, false, [1, 3]);
  }

  const marks = ranked.flatMap((unit, i): Mark[] => {
    const [top, end] = [tops[i] ?? 0, tops[i + 1] ?? bottom];
    const middle = Math.round((top + end) / 2);
    const lines = names[i] ?? [];
    lines.forEach((text, k) => {
      board.write({ text, x: 0, y: middle + (k - (lines.length - 1) / 2) * 16, size: 13, fill: palette.ink });
    });
    const point = now[i];
    const rule = line(0, end + 0.5, width, end + 0.5, { stroke: palette.line });
    if (!point || point.value === null) {
      const state = point?.state ?? "missing";
      return [rule, ...stripMarks(state, { left, right, middle }, board, palette)];
    }
    board.write({
      text: values[i] ?? "",
      x: valuesRight,
      y: middle,
      size: 14,
      bold: true,
      fill: palette.ink,
      align: "right",
    });
    if (parts[i]) board.write({ text: parts[i], x: width, y: middle, fill: palette.mute, align: "right" });
    return [rule, ...pairOf(point, valueIn(unit, year - 1), x, middle, palette)];
  });
  const base = line(left, bottom + 0.5, right, bottom + 0.5, { stroke: palette.ink });
  return {
    width,
    height: board.height,
    option: { series: [layer(0, [...lines, ...marks, ...grid, base, ...board.marks])] },
  };
}

function makeX({ min, max }: Scale, left: number, right: number): (value: number) => number {
  return (value) => left + 8 + ((value - min) / (max - min)) * (right - left - 16);
}

/** Draw last year's dot in grey, this year's in colour, hollow where the year is not over, and what lies between. */
function pairOf(
  { value, partial, state }: PublishedPoint,
  before: number | null,
  x: (value: number) => number,
  y: number,
  palette: Palette,
): Mark[] {
  const at = x(value ?? 0);
  const ring = (r: number) => `M${at - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  const trail =
    before === null
      ? []
      : [
          line(x(before), y, at, y, { stroke: palette.rule, width: 2 }),
          dots([[x(before), y]], 4, palette.rule),
        ];
  const dot = partial
    ? path(ring(5), { stroke: palette.c4, width: 2, fill: palette.card })
    : dots([[at, y]], 6, palette.c4);
  const around = state === "provisional" ? [path(ring(9), { stroke: palette.ink, dash: [2, 2] })] : [];
  return [...trail, dot, ...around];
}
