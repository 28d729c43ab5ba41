import type { Settings } from "../declared/settings.ts";
import { type Finding, filePlace, finding } from "../finding.ts";

/** No larger scale leaves room for a picture. */
const largest = 1.5;

/** So many times its height a wall can be read from: the smallest Han characters, nine tenths of 3.3 % of it, are a 150th of the distance. */
const reach = 0.0297 * 150;

/** Tell how much larger than usual the words must be so that the farthest seat can read them; at most what the pictures hold. */
export function wallScale({ height, farthest }: Pick<Settings["wall"], "height" | "farthest">): number {
  return Math.min(largest, neededScale(height, farthest));
}

/** Find a wall that is too low for its farthest seat (WALL-15). */
export function checkReach({ wall: { height, farthest } }: Settings): Finding[] {
  if (height === undefined || farthest === undefined || neededScale(height, farthest) <= largest) return [];
  const readable = (height * reach * largest).toFixed(1);
  return [finding("WALL-15", filePlace("site.json"), { height, farthest, reach: readable })];
}

function neededScale(height: number | undefined, farthest: number | undefined): number {
  return height === undefined || farthest === undefined ? 1 : Math.max(1, farthest / (height * reach));
}
