import type { PublishedFigure } from "./site.ts";

/** Say a figure's latest point in one true sentence, never more than the figure says. */
export function headline(figure: PublishedFigure): string {
  return figure.title;
}

/** Describe a figure for those who cannot see it: level, change, extreme, gaps with their states. */
export function describe(figure: PublishedFigure): string {
  return headline(figure);
}
