import type { Palette } from "./palette.ts";

/** How one code is painted: its area, its outline, what is written on it, and its name beside it. */
export interface Paint {
  readonly fill: string;
  readonly outline: string | null;
  readonly on: string;
  readonly name: string;
}

/** One level, one colour, on every page. */
const levels: Readonly<Record<string, (palette: Palette) => Paint>> = {
  国家级: (p) => ({ fill: p.c1, outline: null, on: p.o1, name: p.c1 }),
  省级: (p) => ({ fill: p.c3, outline: null, on: p.o3, name: p.t3 }),
  省直: (p) => ({ fill: p.c4s, outline: p.c4, on: p.o3, name: p.c4 }),
  市级: (p) => ({ fill: p.c2w, outline: p.c2, on: p.ink, name: p.c2 }),
  系统内: (p) => ({ fill: p.line, outline: p.rule, on: p.ink, name: p.mute }),
};

/** For codes that are no levels: neighbours differ in lightness or outline, not in hue alone. None is hollow: that means partial. */
const others: readonly ((palette: Palette) => Paint)[] = [
  (p) => ({ fill: p.c4, outline: null, on: p.card, name: p.c4 }),
  (p) => ({ fill: p.c2w, outline: p.c2, on: p.ink, name: p.c2 }),
  (p) => ({ fill: p.c3, outline: null, on: p.o3, name: p.t3 }),
  (p) => ({ fill: p.line, outline: p.rule, on: p.ink, name: p.mute }),
  (p) => ({ fill: p.c1, outline: null, on: p.o1, name: p.c1 }),
  (p) => ({ fill: p.c4s, outline: p.c4, on: p.o3, name: p.c4 }),
];

/** Choose the paint of a code: by its level, else by its place in the code list. */
export function paintOf(code: string, index: number, palette: Palette): Paint {
  const paint = levels[code] ?? (others[index % others.length] as (palette: Palette) => Paint);
  return paint(palette);
}
