import type { PublishedFigure } from "../core/site.ts";

const atMost = 6; // series in one chart

/** Group figures into cards: those compared on one index share a chart, every other has its own; the order stays. */
export function groupFigures(figures: readonly PublishedFigure[]): PublishedFigure[][] {
  const groups: PublishedFigure[][] = [];
  for (const figure of figures) {
    const open = groups.find(
      ([first, ...rest]) =>
        figure.chart === "index" &&
        first?.chart === "index" &&
        [figure, first].every(({ unit }) => unit !== "%") && // a share has no index
        first.topic === figure.topic &&
        first.baseYear === figure.baseYear &&
        first.scope === figure.scope &&
        rest.length < atMost - 1,
    );
    if (open) open.push(figure);
    else groups.push([figure]);
  }
  return groups;
}
