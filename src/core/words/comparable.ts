import { isSevered } from "../figures/comparison.ts";
import { latestPoint } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../site.ts";
import { roundTo } from "./format.ts";

/** A finished year whose value is known, whole and not negative. */
export type WholePoint = PublishedPoint & { readonly value: number };

/** Tell whether a point may be compared at all. */
export function isWhole(point: PublishedPoint): point is WholePoint {
  return point.value !== null && point.value >= 0 && !point.partial && point.until === null;
}

/** Name the scope of a point where it is not the figure's own. */
export function otherScope(figure: PublishedFigure, { scope }: PublishedPoint): string | null {
  return scope === figure.scope ? null : scope;
}

/**
 * List the years in a row, ending with the latest finished one, that stand to be compared with it: each whole, of its
 * scope, and with no break between. None where that year itself is not whole.
 */
export function comparableYears(figure: PublishedFigure, series: PublishedSeries | undefined): WholePoint[] {
  const latest = latestPoint(series);
  if (!series || !latest) return [];
  const years: WholePoint[] = [];
  for (const point of series.points.slice(0, series.points.indexOf(latest) + 1).reverse()) {
    const next = years[0] ?? point;
    const follows = next === point || (point.year === next.year - 1 && point.scope === next.scope);
    if (!follows || !isWhole(point) || isSevered(figure.breaks, point.year, next.year)) break;
    years.unshift(point);
  }
  return years;
}

/** Compare two years as they are shown: 1 where the first is higher, −1 where it is lower, 0 on a tie. */
export function compareShown(a: WholePoint, b: WholePoint, decimals: number): -1 | 0 | 1 {
  return roundTo(a.value, decimals).cmp(roundTo(b.value, decimals));
}

/** Tell whether a year stands above (1) or below (−1) all the others as shown; a tie is neither. */
export function isExtreme(
  year: WholePoint,
  years: readonly WholePoint[],
  side: 1 | -1,
  decimals: number,
): boolean {
  return years.every((other) => other === year || compareShown(year, other, decimals) === side);
}
