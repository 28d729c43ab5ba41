import type { Zone } from "../hours.ts";
import { isNight } from "./night.ts";
import type { Options } from "./options.ts";

const minutes = 60_000;

/** Which palette a wall has at an instant: that of the night, or the one that is asked for. */
export function paletteAt(
  instant: number,
  { theme, night }: Options,
  zone: Zone,
): "dark" | "light" | "night" {
  return isNight(instant, night, zone) ? "night" : theme;
}

/**
 * Say how far the whole picture stands off its place, so that nothing burns in: at most half a hundredth of the shorter side,
 * in px, on a path that comes back to its start after two days and moves by a px a minute at most at 1080 lines.
 */
export function shiftAt(instant: number, shorter: number): readonly [x: number, y: number] {
  const most = (0.5 / 100) * shorter * Math.SQRT1_2;
  const turn = (period: number) => (2 * Math.PI * instant) / (period * minutes);
  return [Math.round(most * Math.sin(turn(64))), Math.round(most * Math.sin(turn(90)))];
}
