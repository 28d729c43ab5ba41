import type { Title } from "../core/figure.ts";
import type { PublishedFigure, PublishedPoint, UnitFigures } from "../core/site.ts";
import { drawBudget } from "./budget.ts";
import { drawCadence } from "./cadence.ts";
import { drawChanges } from "./changes.ts";
import { drawColumns } from "./columns.ts";
import { drawIndex } from "./index-lines.ts";
import { drawLine } from "./line.ts";
import { drawUnitCells } from "./multiples.ts";
import type { Drawing } from "./option.ts";
import { type Palette, variables } from "./palette.ts";
import type { Size } from "./plot.ts";
import { renderSvg } from "./render.ts";
import { drawRibbonRows, type RibbonSize } from "./ribbon.ts";
import type { Sign } from "./signs.ts";
import { drawStack } from "./stack.ts";
import { drawUnitRows } from "./units.ts";

type Draw = (
  figures: readonly PublishedFigure[],
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[],
) => Drawing;

type DrawOne = (
  figure: PublishedFigure,
  size: Size,
  palette: Palette,
  signs: readonly Sign[],
  beside: readonly number[],
) => Drawing;

const first =
  (draw: DrawOne): Draw =>
  ([figure], size, palette, signs, beside) =>
    draw(figure as PublishedFigure, size, palette, signs, beside);

type Kind = PublishedFigure["chart"];

const kinds: Readonly<Record<Kind, Draw>> = {
  line: first(drawLine),
  columns: first(drawColumns),
  stack: first(drawStack),
  index: drawIndex,
  ribbon: first(drawColumns),
  cadence: first(drawCadence),
  changes: first(drawChanges),
  budget: first(drawBudget),
};

export interface FiguresInput {
  readonly id: string; // unique in the page; prefix of every id inside
  readonly figures: readonly PublishedFigure[]; // drawn together, as the first one's kind
  readonly size: Size;
  readonly title: string;
  readonly desc: string;
  readonly signs?: readonly Sign[]; // numbers of the notes on breaks and on what happened
  readonly beside?: readonly number[]; // values of a chart beside it: lines, columns and stacks then share its scale
}

/** Draw figures as SVG text in the kind of the first. */
export function drawFigures(input: FiguresInput): string {
  const { id, figures, size, title, desc, signs = [], beside = [] } = input;
  const counted = figures.map(withoutFractions);
  const { option, width, height } = kinds[kindOf(figures)](counted, size, variables, signs, beside);
  return renderSvg(option, { id, width, height, title, desc });
}

export interface FigureInput extends Omit<FiguresInput, "figures" | "signs"> {
  readonly figure: PublishedFigure;
}

export interface UnitsInput extends FigureInput {
  readonly units: readonly UnitFigures[]; // those without the figure are left out
}

/** Draw a figure's latest year unit by unit as SVG text, the highest first; its height follows from its rows. */
export function drawUnits({ id, figure, units, size, title, desc }: UnitsInput): string {
  const { option, width, height } = drawUnitRows(withoutFractions(figure), units, size, variables);
  return renderSvg(option, { id, width, height, title, desc });
}

/** Draw a figure's years unit by unit as small lines on one scale, SVG text too; its height follows from its rows. */
export function drawMultiples({ id, figure, units, size, title, desc }: UnitsInput): string {
  const { option, width, height } = drawUnitCells(withoutFractions(figure), units, size, variables);
  return renderSvg(option, { id, width, height, title, desc });
}

export interface RibbonInput {
  readonly id: string;
  readonly titles: readonly Title[]; // a row each
  readonly asOf: string; // YYYY-MM-DD
  readonly from?: number; // first year drawn; by default that of the first naming
  readonly size: RibbonSize;
  readonly title: string;
  readonly desc: string;
}

/** Draw titles as a ribbon, SVG text too; its height follows from its rows. */
export function drawRibbon({ id, titles, asOf, from, size, title, desc }: RibbonInput): string {
  const { option, width, height } = drawRibbonRows(titles, asOf, size, variables, from);
  return renderSvg(option, { id, width, height, title, desc });
}

/** What a chart of some kinds cannot do without; where no point has it, another stands in for it. */
const needs: Partial<Record<Kind, readonly [has: keyof PublishedPoint, instead: Kind]>> = {
  budget: ["budget", "columns"],
  changes: ["change", "columns"],
  cadence: ["windows", "line"],
};

/** Choose the kind: the first figure's own, but a share has no index, and what lacks budgets, changes, windows or a base year is drawn by its values. */
function kindOf(figures: readonly PublishedFigure[]): Kind {
  const [figure] = figures;
  if (!figure) throw new Error("figures: none to draw");
  const has = (key: keyof PublishedPoint) =>
    figure.series.some((series) => series.points.some((point) => point[key] !== null));
  const [key, instead] = needs[figure.chart] ?? [];
  if (key && instead && !has(key)) return instead;
  if (figure.chart !== "index") return figure.chart;
  return figure.unit === "%" || (figures.length === 1 && !has("base")) ? "line" : "index";
}

/** Give a figure that counts whole things no decimals, whatever its definition asks for. */
function withoutFractions(figure: PublishedFigure): PublishedFigure {
  return counting.has(figure.measure.kind) ? { ...figure, decimals: 0 } : figure;
}

const counting: ReadonlySet<string> = new Set(["count", "distinct", "held", "streak"]);
