import type { PublishedPoint } from "../core/site.ts";
import type { Paint } from "./level.ts";
import { type Mark, path } from "./mark.ts";
import type { Palette } from "./palette.ts";
import { type Plot, plotHeight, type Size } from "./plot.ts";
import type { Scale } from "./scale.ts";

const most = 24;
const pitch = 12;
const between = 2;

/** Give the scale on which one block is one item; null where there are too many items to count. */
export function blockScale(totals: readonly number[], size: Size): Scale | null {
  const high = Math.max(0, ...totals);
  if (high === 0 || high > most || !totals.every(Number.isInteger)) return null;
  const step = Math.min(pitch, Math.floor(plotHeight(size) / high));
  return { min: 0, max: plotHeight(size) / step, step: 1 };
}

/** A run of blocks one over the other: how many, of which code, on how many others. */
export interface Pile {
  readonly point: PublishedPoint;
  readonly count: number;
  readonly below: number;
}

/** Draw piles of one paint: each a single dashed line, a dash a block; outlined ones have a second, thinner one inside. */
export function drawPiles(
  piles: readonly Pile[],
  { fill, outline }: Pick<Paint, "fill" | "outline">,
  width: number,
  plot: Plot,
  palette: Palette,
): Mark[] {
  const step = plot.y(0) - plot.y(1);
  const stacked = (stroke: string, inset: number, dash: readonly number[], chosen: readonly Pile[]) =>
    chosen.length === 0
      ? []
      : [
          path(
            chosen
              .map(({ point, count, below }) => {
                const foot = plot.bottom - 0.5 - below * step - inset;
                return `M${plot.x(point.year)} ${foot}V${foot - count * step + between + 2 * inset}`;
              })
              .join(""),
            { stroke, width: width - 2 * inset, dash },
          ),
        ];
  const draw = (chosen: readonly Pile[], edge: string, inside: string | null) => [
    ...stacked(edge, 0, [step - between, between], chosen),
    ...(inside === null ? [] : stacked(inside, 1, [step - between - 2, between + 2], chosen)),
  ];
  const isHollow = ({ point }: Pile) => point.partial;
  return [
    ...draw(
      piles.filter((pile) => !isHollow(pile)),
      outline ?? fill,
      outline === null ? null : fill,
    ),
    ...draw(piles.filter(isHollow), outline ?? fill, palette.card),
  ];
}
