import { type Hero, hero, heroHeight } from "../digits.ts";
import type { Area } from "../format.ts";
import type { Drawing } from "../frame.ts";
import type { Saving } from "../saving.ts";
import { type Face, measure, setText } from "../type.ts";

/** How far to the right a row reaches. */
export interface Taken {
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line of the block: how high it is, how wide, and how it is set from a right or a left edge. */
interface Line {
  readonly above: number; // from the line before to its baseline
  readonly below: number; // descent
  readonly width: number;
  readonly height: number;
  readonly great: Hero | null;
  readonly text: string;
  readonly size: number;
  readonly face: Face;
}

/** Lines of the great figure at a size: what it is of, the number, what the blank comes to; narrow ones are broken or short. */
function linesOf({ caption, brief, share, blank }: Saving, size: number, narrow: boolean, u: number): Line[] {
  const larger = Math.max(1, size / (28 * u));
  const line = (text: string, of: number, face: Face, above: number): Line => ({
    above,
    below: 0.12 * of,
    width: measure(text, of, face),
    height: 0.88 * of,
    great: null,
    text,
    size: of,
    face,
  });
  const great = hero(share, "%", size);
  const number: Line = {
    ...line("", size, "serif", size * heroHeight + 2 * u * larger),
    below: 0.02 * size,
    width: great.width,
    height: size * heroHeight,
    great,
  };
  const [said = "", amount = ""] = blank?.words ?? [];
  const clauses = narrow ? said.split("，") : [said];
  const small = 4.6 * u * larger;
  const words = clauses.map((text, i) => line(text, small, "serif", i === 0 ? small * 1.56 : small * 1.34));
  const sum = line(amount, 1.26 * small, "serif", small * 1.62);
  const of = 4.2 * u * larger;
  return [line(narrow ? brief : caption, of, "serif", 0.9 * of), number, ...(blank ? [...words, sum] : [])];
}

function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { above }) => sum + above, 0) + (lines.at(-1)?.below ?? 0);
}

/** Place the block in the blank, at its right and as low and as large as may be; null where it finds no room. */
export function placeHero(
  saving: Saving,
  taken: readonly Taken[],
  bounds: Bounds,
  most: number,
  u: number,
): (Drawing & { readonly size: number }) | null {
  const edge = bounds.right - 3 * u;
  for (let size = most; size >= 15 * u; size -= u) {
    for (const narrow of [false, true]) {
      const lines = linesOf(saving, size, narrow, u);
      for (let top = bounds.bottom - heightOf(lines) - 1.6 * u; top >= bounds.top; top -= u) {
        if (isFree(lines, top, edge, taken, bounds.left, u)) return { ...write(lines, top, edge), size };
      }
    }
  }
  return null;
}

/** Tell whether every line of a block stands clear of the rows beside it. */
function isFree(
  lines: readonly Line[],
  top: number,
  edge: number,
  taken: readonly Taken[],
  left: number,
  u: number,
): boolean {
  let y = top;
  return lines.every(({ above, below, width, height }) => {
    y += above;
    const [from, to] = [y - height - 0.6 * u, y + below + 0.4 * u];
    const beside = taken.filter((row) => row.top < to && row.bottom > from);
    return edge - width >= left && beside.every(({ right }) => edge - width >= right + 2 * u);
  });
}

/** Set the block beside the bars, where the blank is too small to hold it. */
export function heroBeside(saving: Saving, area: Area, u: number): Drawing & { readonly width: number } {
  const sizes = Array.from({ length: 24 }, (_, i) => (28 - i) * u);
  const isFitting = (lines: readonly Line[]) =>
    lines.every(({ width }) => width <= 0.42 * area.width) && heightOf(lines) <= area.height;
  const blocks = sizes.flatMap((size) => [false, true].map((narrow) => linesOf(saving, size, narrow, u)));
  const bare = sizes.map((size) => linesOf({ ...saving, blank: null }, size, true, u));
  const lines =
    [...blocks.filter((_, i) => (sizes[Math.floor(i / 2)] ?? 0) >= 12 * u), ...bare].find(isFitting) ??
    bare.at(-1) ??
    [];
  const top = area.y + Math.max(0, (area.height - heightOf(lines)) / 2);
  return {
    ...write(lines, top, area.x + area.width),
    width: Math.max(...lines.map(({ width }) => width)),
  };
}

/** Set the bare figure above the bars, where their labels leave no room beside them. */
export function heroAbove(saving: Saving, area: Area, u: number): Drawing & { readonly height: number } {
  const sizes = Array.from({ length: 24 }, (_, i) =>
    linesOf({ ...saving, blank: null }, (28 - i) * u, true, u),
  );
  const lines =
    sizes.find(
      (one) => heightOf(one) <= 0.28 * area.height && one.every(({ width }) => width <= area.width),
    ) ??
    sizes.at(-1) ??
    [];
  return { ...write(lines, area.y, area.x + area.width), height: heightOf(lines) };
}

function write(lines: readonly Line[], top: number, edge: number): Drawing {
  let y = top;
  let [drawing, great] = ["", ""];
  for (const line of lines) {
    y += line.above;
    if (line.great) great = line.great.at(edge - line.width, y);
    else
      drawing += setText(line.text, {
        x: edge,
        y,
        size: line.size,
        face: line.face,
        anchor: "end",
      });
  }
  return { drawing, hero: great };
}
