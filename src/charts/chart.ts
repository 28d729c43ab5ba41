import type { Title } from "../core/figure.ts";
import type { PublishedFigure, UnitFigures } from "../core/site.ts";
import { drawBudget } from "./budget.ts";
import { type CadenceYear, drawCadenceRows } from "./cadence.ts";
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
) => Drawing;

const first =
  (draw: (figure: PublishedFigure, size: Size, palette: Palette, signs: readonly Sign[]) => Drawing): Draw =>
  ([figure], size, palette, signs) =>
    draw(figure as PublishedFigure, size, palette, signs);

type Kind = PublishedFigure["chart"] | "outturn";

const kinds: Readonly<Record<Kind, Draw>> = {
  line: first(drawLine),
  columns: first(drawColumns),
  stack: first(drawStack),
  index: drawIndex,
  ribbon: first(drawColumns),
  outturn: first(drawBudget),
};

export interface FiguresInput {
  readonly id: string; // unique in the page; prefix of every id inside
  readonly figures: readonly PublishedFigure[]; // drawn together, as the first one's kind
  readonly size: Size;
  readonly title: string;
  readonly desc: string;
  readonly signs?: readonly Sign[]; // numbers of the notes on breaks and on what happened
}

/** Draw figures as SVG text in the kind of the first. */
export function drawFigures({ id, figures, size, title, desc, signs = [] }: FiguresInput): string {
  const counted = figures.map(withoutFractions);
  const { option, width, height } = kinds[kindOf(figures)](counted, size, variables, signs);
  return renderSvg(option, { id, width, height, title, desc });
}

/** Draw a figure's outturn beside its budget, year by year, as SVG text; its height follows from its years. */
export function drawOutturn({ id, figure, size, title, desc }: FigureInput): string {
  const { option, width, height } = drawBudget(withoutFractions(figure), size, variables);
  return renderSvg(option, { id, width, height, title, desc });
}

/** Draw a figure's yearly changes as SVG text. */
export function drawYearly({ id, figure, size, title, desc }: FigureInput): string {
  const { option, width, height } = drawChanges(withoutFractions(figure), size, variables);
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

export interface CadenceInput extends Omit<FigureInput, "figure"> {
  readonly years: readonly CadenceYear[];
}

/** Draw in which windows of each year something took place, as SVG text; its height follows from its years. */
export function drawCadence({ id, years, size, title, desc }: CadenceInput): string {
  const { option, width, height } = drawCadenceRows(years, size, variables);
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

/** Choose the kind: the first figure's own, but columns with budgets stand beside them, a share has no index, and a figure whose base year is absent is drawn by its values. */
function kindOf(figures: readonly PublishedFigure[]): Kind {
  const [figure] = figures;
  if (!figure) throw new Error("figures: none to draw");
  const hasBudget = figure.series.some((series) => series.points.some((point) => point.budget !== null));
  if (figure.chart === "columns" && hasBudget) return "outturn";
  if (figure.chart !== "index") return figure.chart;
  const hasBase = figure.series.some((series) => series.points.some((point) => point.base !== null));
  return figure.unit === "%" || (figures.length === 1 && !hasBase) ? "line" : "index";
}

/** Give a figure that counts whole things no decimals, whatever its definition asks for. */
function withoutFractions(figure: PublishedFigure): PublishedFigure {
  return counting.has(figure.measure.kind) ? { ...figure, decimals: 0 } : figure;
}

const counting: ReadonlySet<string> = new Set(["count", "distinct", "held", "streak"]);
