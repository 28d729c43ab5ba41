import type { PublishedFigure, PublishedPoint } from "../core/site.ts";
import { formatDirection, formatNumber } from "../core/words/format.ts";
import type { Board } from "./board.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** Find the years that moved against the whole: those of the other direction than first to last, if they are few. */
export function yearsAgainst(points: readonly PublishedPoint[], figure: PublishedFigure): PublishedPoint[] {
  const compared = points.filter((point) => point.change !== null && !point.partial);
  const valued = points.filter((point) => point.value !== null && !point.partial);
  const [first, last] = [valued[0]?.value ?? 0, valued[valued.length - 1]?.value ?? 0];
  const way = last > first ? "▲" : last < first ? "▼" : "";
  const against = compared.filter(({ change }) => {
    const direction = formatDirection(change ?? 0, figure);
    return direction !== "" && way !== "" && direction !== way;
  });
  return compared.length >= 5 && against.length * 4 <= compared.length ? against : [];
}

/** Name over its dot the year that moved furthest against the whole: 2023 年 ▲ 27.3%. */
export function labelAgainst(
  points: readonly PublishedPoint[],
  figure: PublishedFigure,
  height: (point: PublishedPoint) => number | null, // on the value axis
  plot: Plot,
  board: Board,
  palette: Palette,
): void {
  const size = ({ change }: PublishedPoint) => Math.abs(change ?? 0);
  const [point] = yearsAgainst(points, figure).sort((a, b) => size(b) - size(a));
  const at = point ? height(point) : null;
  if (!point || at === null) return;
  const isPoints = figure.changeUnit === "百分点";
  const change = formatNumber(size(point), isPoints ? figure.decimals : 1);
  const text = `${point.year} 年 ${formatDirection(point.change ?? 0, figure)} ${change}${isPoints ? "" : "%"}`;
  const mark = { text, x: plot.x(point.year), fill: palette.ink, align: "center" } as const;
  board.tryWrite(
    ...[-16, -24, -34, 18, 28].flatMap((by) =>
      [0, 16, -16, 32, -32].map((aside) => ({ ...mark, x: mark.x + aside, y: plot.y(at) + by })),
    ),
  );
}
