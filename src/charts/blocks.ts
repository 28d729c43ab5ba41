import type { PublishedPoint, PublishedSeries } from "../core/site.ts";
import type { Paint } from "./level.ts";
import { type Mark, path, rect } from "./mark.ts";
import type { Palette } from "./palette.ts";
import { type Plot, plotHeight, type Size } from "./plot.ts";
import type { Scale } from "./scale.ts";
import { valueAt } from "./total.ts";

const most = 24;
const pitch = 12;
const between = 2;
const widest = 24; // px a block

/** Give the scale on which one block is one item; null where there are too many items to count. */
export function blockScale(totals: readonly number[], size: Size): Scale | null {
  const high = Math.max(0, ...totals);
  if (high === 0 || high > most || !totals.every(Number.isInteger)) return null;
  const step = Math.min(pitch, Math.floor(plotHeight(size) / high));
  return { min: 0, max: plotHeight(size) / step, step: 1 };
}

/** Give the width of a block in a column of this width, in px. */
export function blockWidth(bar: number): number {
  return Math.min(bar, widest);
}

/** Draw every item as a block, code over code; what the total holds beyond the known codes comes last. */
export function blockMarks(
  codes: readonly PublishedSeries[],
  points: readonly PublishedPoint[],
  paints: readonly Paint[],
  bar: number, // px a column may be wide
  plot: Plot,
  palette: Palette,
): Mark[] {
  const width = blockWidth(bar);
  const below = (upTo: number, year: number) =>
    codes.slice(0, upTo).reduce((sum, code) => sum + valueAt(code, year), 0);
  const rest = { fill: palette.line, outline: palette.rule };
  const provisional = points.filter((point) => point.state === "provisional");
  const rings = provisional.map(({ year, value }) => {
    const top = plot.y(value ?? 0);
    return rect(plot.x(year) - width / 2 - 2.5, top - 1, width + 5, plot.bottom - top, {
      stroke: palette.ink,
      dash: [3, 3],
    });
  });
  const piled = [...codes.keys(), codes.length].flatMap((i) => {
    const code = codes[i];
    const piles = points.flatMap((point) => {
      const under = below(i, point.year);
      const count = code ? valueAt(code, point.year) : (point.value ?? 0) - under;
      return count > 0 ? [{ point, count, below: under }] : [];
    });
    return drawPiles(piles, paints[i] ?? rest, width, plot, palette);
  });
  return [...piled, ...rings];
}

/** A run of blocks one over the other: how many, of which code, on how many others. */
interface Pile {
  readonly point: PublishedPoint;
  readonly count: number;
  readonly below: number;
}

/** Draw piles of one paint: each a single dashed line, a dash a block; outlined ones have a second, thinner one inside. */
function drawPiles(
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
