import type { Settings } from "../declared/settings.ts";
import { type Finding, filePlace, finding } from "../finding.ts";

/** Beyond this the pictures cannot hold their words. */
export const largestScale = 1.5;

/** The smallest text of a wall can be read from this many heights of the wall: its characters are a 150th of that distance. */
const reach = 4.5;

/** Tell how much larger than usual the words must be so that the farthest seat can read them; at most what the pictures hold. */
export function wallScale({ height, farthest }: Settings["wall"]): number {
  return Math.min(largestScale, neededScale(height, farthest));
}

/** Find a wall that is too low for its farthest seat (WALL-15). */
export function checkReach({ wall: { height, farthest } }: Settings): Finding[] {
  if (height === undefined || farthest === undefined || neededScale(height, farthest) <= largestScale)
    return [];
  const readable = (height * reach * largestScale).toFixed(1);
  return [finding("WALL-15", filePlace("site.json"), { height, farthest, reach: readable })];
}

function neededScale(height: number | undefined, farthest: number | undefined): number {
  return height === undefined || farthest === undefined ? 1 : Math.max(1, farthest / (height * reach));
}
