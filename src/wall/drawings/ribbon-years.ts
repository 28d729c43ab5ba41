import { hero } from "../digits.ts";
import type { Area } from "../format.ts";
import type { Tenure } from "../tenure.ts";

/** Where the years of a ribbon lie. */
export interface Years {
  readonly at: (year: number) => number; // px
  readonly end: number; // px of the as-of day
  readonly tail: number; // px from there to where a title goes on being valid; 0: it does not
  readonly inside: boolean; // the great figure stands in the last band; else after the ribbon
}

/** The smallest great figure that still leads the picture, in u. */
const least = 16;

/**
 * Lay the years out over the width. On several panels a fold, which is a gap anyway, lies on the seam, if that costs no more than
 * a quarter of the scale; where the last band is too narrow for the great figure, room is kept after the ribbon.
 */
export function fitYears(tenure: Tenure, area: Area, seams: readonly number[], u: number): Years {
  const { from, to, main, years, until } = tenure;
  const last = main.bands.at(-1);
  const tail = until === null ? 0 : 5 * u;
  const narrow = hero(String(years), "", least * u).width + 3.4 * u;
  const isInside = (pitch: number) =>
    last !== undefined && last.kept === years && (last.to - last.from) * pitch >= narrow;
  const lay = (right: number) => {
    const pitch = (right - area.x) / (to - from);
    return { at: (year: number) => area.x + (year - from) * pitch, pitch };
  };
  const right = area.x + area.width - tail;
  const plain = lay(right);
  const folded = seams.flatMap((seam) =>
    main.bands.slice(1).map((band) => {
      const pitch = Math.min((seam - area.x) / (band.from - from), (right - seam) / (to - band.from));
      return { pitch, at: (year: number) => seam + (year - band.from) * pitch };
    }),
  );
  const best = folded
    .toSorted((a, b) => b.pitch - a.pitch)
    .find(({ pitch }) => pitch >= 0.75 * plain.pitch && isInside(pitch));
  const chosen = best ?? plain;
  if (isInside(chosen.pitch)) {
    const end = Math.round(chosen.at(to));
    return { at: chosen.at, end, tail: tail === 0 ? 0 : area.x + area.width - end, inside: true };
  }
  const { at } = lay(right - heroRoom(years, u));
  return { at, end: Math.round(at(to)), tail, inside: false };
}

/** Give the room of a great figure that stands after the ribbon. */
export function heroRoom(years: number, u: number): number {
  return hero(String(years), "年", 22 * u).width + 3.5 * u;
}

/** Where the main title is drawn. */
export interface Place {
  readonly top: number;
  readonly bottom: number;
  readonly u: number;
  readonly big: number;
  readonly years: Years;
}
