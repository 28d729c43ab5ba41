import type { PublishedFigure } from "../site.ts";
import { compareShown, type WholePoint } from "./comparable.ts";
import { formatDirection } from "./format.ts";

/** Rises, or falls, in a row, ending with the latest finished year. */
export interface Run {
  readonly side: 1 | -1;
  readonly length: number; // changes, not years
}

/** Tell where a year went against the year before: 0 where the two show the same, or where the change counts as 基本持平. */
function stepTo(figure: PublishedFigure, before: WholePoint, after: WholePoint): -1 | 0 | 1 {
  const fromZero = before.value === 0; // has no percentage, and yet is a rise
  if (after.change === null ? !fromZero : formatDirection(after.change, figure) === "") return 0;
  return compareShown(after, before, figure.decimals);
}

/** Count the changes of one direction that end comparable years (in order, without holes); null where the last is none. */
export function findRun(figure: PublishedFigure, years: readonly WholePoint[]): Run | null {
  const steps = years.slice(1).map((after, i) => stepTo(figure, years[i] as WholePoint, after));
  const side = steps.at(-1) ?? 0;
  if (side === 0) return null;
  const length = steps.length - 1 - steps.findLastIndex((step) => step !== side);
  return { side, length };
}
