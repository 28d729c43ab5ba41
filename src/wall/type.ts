import { segment } from "../core/words/segment.ts";
import { advances } from "./advances.ts";
import { element, escapeText, type Ink, short } from "./ink.ts";

/** Serif bold speaks; sans counts, regular or bold. */
export type Face = keyof typeof advances;

/** Between Han and a number or Latin word, in em; a space in a text is this gap too. */
const gap = 0.2;
/** Between groups of thousands. */
const thin = 0.16;
/** What full-width marks take, in em: the rest of their square is air. */
const marks: Readonly<Record<Face, Readonly<Record<string, number>>>> = {
  serif: { "，": 0.62, "。": 0.62, "、": 0.62, "；": 0.62, "：": 0.62 },
  bold: { "，": 0.8, "。": 0.8, "、": 0.8, "；": 0.8, "：": 0.8 },
  sans: { "，": 0.8, "。": 0.8, "、": 0.8, "；": 0.8, "：": 0.8 },
};

/** Full-width signs that stand beside Latin without a gap. */
const tight = /^[，。、；：（《“]|[（）《》“”—·]$/u;

/** A piece of text that is set in one go, and where it begins and ends, in em. */
interface Run {
  text: string;
  readonly latin: boolean;
  readonly from: number;
  to: number;
}

/**
 * Cut a text into runs: Latin letters and digits by themselves (beside Han they would lose their widths), a new one after
 * every full-width mark, and a gap between Han and Latin.
 */
function runsOf(text: string, face: Face): Run[] {
  const runs: Run[] = [];
  let at = 0;
  let spaced = false;
  for (const character of text) {
    if (character === " " || character === "\u00a0" || character === "\u2009") {
      at += character === "\u2009" ? thin : gap;
      spaced = true;
      continue;
    }
    const latin = /[!-~\u2212]/.test(character);
    const last = runs.at(-1);
    const marked = last !== undefined && (marks[face][last.text.at(-1) ?? ""] ?? 1) < 1;
    if (last && last.latin !== latin && !spaced && !marked && !tight.test(latin ? last.text : character))
      at += gap;
    const wide = advanceOf(character, face);
    if (last && last.latin === latin && !spaced && !marked) {
      last.text += character;
      last.to = at + wide;
    } else runs.push({ text: character, latin, from: at, to: at + wide });
    at += wide;
    spaced = false;
  }
  return runs;
}

function advanceOf(character: string, face: Face): number {
  const code = character.charCodeAt(0);
  if (code === 0x2212) return face === "sans" ? 0.555 : face === "bold" ? 0.59 : 0.603;
  const known = advances[face][code - 33];
  return known === undefined ? (marks[face][character] ?? 1) : known / 1000;
}

/** Measure a text as it is set, in px. */
export function measure(text: string, size: number, face: Face): number {
  return (runsOf(text, face).at(-1)?.to ?? 0) * size;
}

/** Measure a text that is one run in the page, filled in by a script: marks take their whole square, a space a quarter. */
export function measurePlain(text: string, size: number, face: Face): number {
  let em = 0;
  for (const character of text) {
    em += character in marks[face] ? 1 : /[\s\u2009]/.test(character) ? 0.25 : advanceOf(character, face);
  }
  return em * size;
}

export interface Setting {
  readonly x: number;
  readonly y: number; // baseline
  readonly size: number;
  readonly face?: Face; // sans
  readonly colour?: string; // of the palette; ink
  readonly anchor?: "start" | "middle" | "end";
}

/** Set a text on a line; each run has an element of its own. */
export function setText(
  text: string,
  { x, y, size, face = "sans", colour = "ink", anchor = "start" }: Setting,
): Ink {
  const runs = runsOf(text, face);
  const width = (runs.at(-1)?.to ?? 0) * size;
  const start = x - (anchor === "start" ? 0 : anchor === "end" ? width : width / 2);
  const set = runs.map(
    (run) => `<text x="${short(start + run.from * size)}" y="${short(y)}">${escapeText(run.text)}</text>`,
  );
  if (set.length === 0) return "";
  return element("g", { class: `${face} ${colour}`, "font-size": short(size) }, ...set);
}

/** Set a text downwards, one character below the other, each number lying in one square; centred on x, from the top y. */
export function setColumn(
  text: string,
  { x, y, size, face = "sans", colour = "ink" }: Omit<Setting, "anchor">,
  pitch = 1.06,
): Ink {
  const cells = columnOf(text);
  const set = cells.map((cell, i) => {
    const width = measure(cell, size, face);
    const baseline = y + (i * pitch + 0.88) * size;
    return `<text x="${short(x - width / 2)}" y="${short(baseline)}">${escapeText(cell)}</text>`;
  });
  return element("g", { class: `${face} ${colour}`, "font-size": short(size) }, ...set);
}

/** Cut a text into the squares of a column: numbers of up to four digits stay together. */
export function columnOf(text: string): string[] {
  return text.replace(/[\s\u2009]/g, "").match(/[!-~]{1,4}|./gsu) ?? [];
}

/** Break a text into the fewest lines no wider than `width`, at clauses where it can, as even as may be; null if more than `most`. */
export function breakLines(
  text: string,
  names: readonly string[],
  size: number,
  face: Face,
  width: number,
  most: number,
): string[] | null {
  const clauses = segment(text, names);
  const pieces = clauses.flatMap((clause) =>
    clause.map((piece, i) => ({ piece, ends: i === clause.length - 1 })),
  );
  const joined = (from: number, to: number) =>
    pieces
      .slice(from, to)
      .map(({ piece }) => piece)
      .join("")
      .trim();
  for (let count = 1; count <= most; count++) {
    const ideal = measure(text, size, face) / count;
    const best = divide(pieces.length, count, (from, to) => {
      const long = measure(joined(from, to), size, face);
      if (long > width) return Number.POSITIVE_INFINITY;
      const uneven = ((long - ideal) / size) ** 2;
      return uneven + (to === pieces.length || pieces[to - 1]?.ends ? 0 : 12);
    });
    if (best) return best.map(([from, to]) => joined(from, to));
  }
  return null;
}

/** Measure how narrow a text can be made on so many lines: the widest of them, at the best places to break. */
export function narrowest(text: string, size: number, face: Face, most: number): number {
  const pieces = segment(text).flat();
  const wide = (from: number, to: number) => measure(pieces.slice(from, to).join("").trim(), size, face);
  const from = (start: number, lines: number): number => {
    if (lines === 1) return wide(start, pieces.length);
    const ends = pieces.map((_, i) => i + 1).filter((end) => end > start && end < pieces.length);
    return Math.min(
      wide(start, pieces.length),
      ...ends.map((end) => Math.max(wide(start, end), from(end, lines - 1))),
    );
  };
  return from(0, most);
}

/** Divide a row of pieces into so many lines at the least cost; null where no division is finite. */
function divide(
  length: number,
  count: number,
  cost: (from: number, to: number) => number,
): [number, number][] | null {
  let best: { readonly sum: number; readonly lines: [number, number][] } | null = null;
  const walk = (from: number, left: number, sum: number, lines: [number, number][]) => {
    if (best && sum >= best.sum) return;
    if (left === 1) {
      const total = sum + cost(from, length);
      if (Number.isFinite(total) && (!best || total < best.sum))
        best = { sum: total, lines: [...lines, [from, length]] };
      return;
    }
    for (let to = from + 1; to <= length - left + 1; to++) {
      const own = cost(from, to);
      if (Number.isFinite(own)) walk(to, left - 1, sum + own, [...lines, [from, to]]);
    }
  };
  walk(0, count, 0, []);
  return (best as { lines: [number, number][] } | null)?.lines ?? null;
}

/** Lines of a text at one size. */
export interface Lines {
  readonly size: number;
  readonly lines: readonly string[];
}

/** Choose the largest of several sizes at which a text fits into so many lines; null where it fits at none. */
export function fitLines(
  text: string,
  names: readonly string[],
  sizes: readonly number[],
  face: Face,
  width: number,
  most: number,
): Lines | null {
  for (const size of sizes) {
    const lines = breakLines(text, names, size, face, width, most);
    if (lines) return { size, lines };
  }
  return null;
}

/** Break a text anywhere but within a number; what is left beyond so many lines is cut, with … at its end. */
export function cutLines(text: string, size: number, face: Face, width: number, most: number): string[] {
  const lines: string[] = [""];
  for (const piece of text.match(/[!-~\u2009\u2212]+|./gsu) ?? []) {
    const line = lines[lines.length - 1] ?? "";
    if (line === "" || measure(line + piece, size, face) <= width) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), cutText(lines.slice(most - 1).join(""), size, face, width)];
}

/** Cut a text that is too wide, with … at its end; never within a number, unless there is nothing else. */
export function cutText(text: string, size: number, face: Face, width: number): string {
  if (measure(text, size, face) <= width) return text;
  const pieces = text.match(/[!-~\u2009\u2212]+|./gsu) ?? [];
  const all = measure(`${pieces[0]}…`, size, face) > width ? [...text] : pieces;
  while (all.length > 1 && measure(`${all.join("")}…`, size, face) > width) all.pop();
  return `${all.join("").trim()}…`;
}
