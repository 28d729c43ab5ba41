import type { Title } from "../core/figure.ts";
import type { PublishedFigure } from "../core/site.ts";
import { drawColumns } from "./columns.ts";
import { drawLine } from "./line.ts";
import type { Drawing } from "./option.ts";
import { type Palette, variables } from "./palette.ts";
import type { Size } from "./plot.ts";
import { renderSvg } from "./render.ts";

type Draw = (figures: readonly PublishedFigure[], size: Size, palette: Palette) => Drawing;

const kinds: Readonly<Record<PublishedFigure["chart"], Draw>> = {
  line: ([figure], size, palette) => drawLine(figure as PublishedFigure, size, palette),
  columns: ([figure], size, palette) => drawColumns(figure as PublishedFigure, size, palette),
  stack: ([figure], size, palette) => drawColumns(figure as PublishedFigure, size, palette),
  index: ([figure], size, palette) => drawLine(figure as PublishedFigure, size, palette),
  ribbon: ([figure], size, palette) => drawColumns(figure as PublishedFigure, size, palette),
};

export interface FiguresInput {
  readonly id: string; // unique in the page; prefix of every id inside
  readonly figures: readonly PublishedFigure[]; // drawn together, as the first one's kind
  readonly size: Size;
  readonly title: string;
  readonly desc: string;
}

/** Draw figures as SVG text in the kind of the first. */
export function drawFigures({ id, figures, size, title, desc }: FiguresInput): string {
  const chart = figures[0]?.chart ?? "line";
  const { option, width, height } = kinds[chart](figures, size, variables);
  return renderSvg(option, { id, width, height, title, desc });
}

export type RibbonSize = "wide" | "middle" | "narrow";

export interface RibbonInput {
  readonly id: string;
  readonly titles: readonly Title[]; // a row each
  readonly asOf: string; // YYYY-MM-DD
  readonly from?: number; // first year drawn; by default that of the first naming
  readonly size: RibbonSize;
  readonly title: string;
  readonly desc: string;
}

/** Draw titles as a ribbon: a row each, a band while it was valid. */
export function drawRibbon({ id, size, title, desc }: RibbonInput): string {
  const width = { wide: 1150, middle: 656, narrow: 328 }[size];
  return renderSvg({ series: [] }, { id, width, height: 56, title, desc });
}
