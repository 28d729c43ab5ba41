import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import type { Board } from "./board.ts";
import { line, type Mark } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";
import type { Sign } from "./signs.ts";

/** Tell whether two points have different scopes, so that no line may join them. */
export function isBroken(a: PublishedPoint, b: PublishedPoint): boolean {
  return a.scope !== b.scope && a.value !== null && b.value !== null;
}

/** List the years that no line may enter from the year before: a break lies between them. */
export function cutsOf({ breaks }: PublishedFigure): ReadonlySet<number> {
  return new Set(breaks.filter(({ comparable }) => !comparable).map(({ year }) => year));
}

/** Draw a dotted vertical at every break, with its note's number or its kind; and one wherever the scope changes, with the other scope's name. */
export function drawBreaks(
  { breaks }: Pick<PublishedFigure, "breaks">,
  points: readonly PublishedPoint[],
  signs: readonly Sign[],
  plot: Plot,
  board: Board,
  palette: Palette,
): Mark[] {
  const valued = points.filter((point) => point.value !== null);
  const starts = valued.filter((point, i) => i > 0 && isBroken(valued[i - 1] as PublishedPoint, point));
  const edges = starts.map((point) => {
    const before = valued[valued.indexOf(point) - 1] as PublishedPoint;
    return Math.round((plot.x(before.year) + plot.x(point.year)) / 2) + 0.5;
  });
  [plot.left, ...edges].forEach((left, i) => {
    const right = edges[i] ?? plot.right;
    const first = i === 0 ? valued[0] : starts[i - 1];
    if (!first?.break || first.scope === null) return;
    const label = {
      text: `${first.scope}口径`,
      x: (left + right) / 2,
      fill: palette.mute,
      align: "center" as const,
    };
    board.tryWrite(...[8, 22, -8, -22].map((up) => board.clamp({ ...label, y: plot.top - up })));
  });
  const between = breaks.filter(({ year }) => plot.years.includes(year - 1) && plot.years.includes(year));
  const named = between.map(({ year, kind }) => {
    const x = Math.round(plot.x(year) - plot.pitch / 2) + 0.5;
    const sign = signs.find((s) => s.at === "break" && s.year === year)?.sign;
    const label = { text: sign ?? kind, x: x - 4, fill: palette.mute, align: "right" } as const;
    const heights = [-6, -20, 8, 22, 36].map((down) => plot.top + down);
    board.tryWrite(
      ...heights.flatMap((y) => [
        { ...label, y },
        { ...label, x: x + 4, y, align: "left" as const },
      ]),
    );
    return x;
  });
  return [...new Set([...edges, ...named])].map((x) =>
    line(x, plot.top - 12, x, plot.bottom, { stroke: palette.mute, dash: [1, 3] }),
  );
}
