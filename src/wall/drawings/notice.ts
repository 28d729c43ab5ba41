import type { Said } from "../clerk.ts";
import type { Format } from "../format.ts";
import { element, group, type Ink, rect } from "../ink.ts";
import { breakLines, cutLines, fitLines, type Lines, setText } from "../type.ts";
import { clock, label, standIn } from "./paper.ts";

/** Draw a notice: paper in place of the dark ground, its title in great ink, what follows from it, and whose it is till when; strips set title and text on panels of their own. */
export function drawNotice(said: Said, format: Format): Ink {
  const { u, top, bottom, panels, layout } = format;
  const [first] = panels;
  const last = panels.at(-1);
  if (!first || !last) return "";
  const isStrip = layout === "strip";
  const rule = bottom - 12.5 * u;
  const above = top + 6.4 * u;
  const wide = first.x1 - first.x0;
  const most = (isStrip ? 12 : layout === "portrait" ? 6.6 : 5.6) * u;
  const words = fitWords(said, last.x1 - last.x0, most, (isStrip ? 0.9 : 0.34) * (rule - above), u);
  const below = isStrip ? 0 : blockOf(words) + (words.lines.length > 0 ? 3 * u : 0);
  const high = rule - above - below - 2 * u;
  const spread = panels.length > 2 || (isStrip && words.lines.length === 0) ? panels.slice(0, 2) : [first];
  const title = fitTitle(said, wide, high, (layout === "portrait" ? 22 : 25) * u);
  const share = Math.ceil(title.lines.length / spread.length);
  const columns = spread.map(({ x0 }, i) => ({
    x: x0,
    lines: title.lines.slice(i * share, (i + 1) * share),
  }));
  const tall = (share - 1) * title.size * leading + title.size;
  const start = above + Math.max(0, (high - tall) * (isStrip ? 0.5 : 0.3));
  const headline = columns.flatMap(({ x, lines }) =>
    lines.map((line, i) =>
      setText(line, { x, y: start + (i * leading + 0.9) * title.size, size: title.size, face: "serif" }),
    ),
  );
  const wordsTop = isStrip
    ? start + (tall - blockOf(words)) / 2
    : Math.min(start + tall + 3.4 * u, rule - 2 * u - blockOf(words));
  return standIn(format, said.title, "notice", [
    group(
      "head",
      label("通知", said.marks, first.x0, top + 3.05 * u, 3.6 * u, u),
      clock(format, last.x1, top + 3.05 * u),
    ),
    group("drawing", ...headline, ...setWords(words, last.x0, wordsTop)),
    group(
      "foot",
      rect(first.x0, rule - 0.15 * u, wide, 0.3 * u, "line"),
      signature(said, first.x0, wide, format),
    ),
  ]);
}

/** From line to line of great words, in em. */
const leading = 1.2;

/** Measure how high lines of words stand. */
export function blockOf({ lines, size }: Lines): number {
  return lines.length * size * 1.5;
}

/** Set words line by line. */
export function setWords({ lines, size }: Lines, x: number, y: number): Ink[] {
  return lines.map((line, i) => setText(line, { x, y: y + (i * 1.5 + 1) * size, size }));
}

/** Sign a picture: the seal, the bureau, and when it is taken down. */
export function signature(
  { bureau, until, site }: Said,
  x: number,
  width: number,
  { u, bottom }: Format,
): Ink {
  const y = bottom - 10.4 * u;
  const side = 10.4 * u;
  const text = x + side + 2.7 * u;
  const room = width - side - 2.7 * u;
  const line = (words: string, baseline: number, face: "bold" | "sans", colour: string) => {
    const [shown = ""] = cutLines(words, 3.3 * u, face, room, 1);
    return setText(shown, { x: text, y: y + baseline * u, size: 3.3 * u, face, colour });
  };
  return [
    element("use", { class: "seal", href: "#seal", x, y, width: side, height: side }),
    line(bureau, 4, "bold", "ink"),
    line(until || site, 9.1, "sans", "mute"),
  ].join("");
}

/** Fit a title as large as it goes: in one to four lines, over a width and a height. */
export function fitTitle({ title, names }: Said, width: number, height: number, most: number): Lines {
  const sizes = Array.from({ length: 44 }, (_, i) => most * (1 - i / 52));
  for (const size of sizes) {
    const lines = Math.max(1, Math.floor((height - size) / (size * 1.2)) + 1);
    const fitted =
      fitLines(title, names, [size], "serif", width, Math.min(6, lines)) ??
      fitLines(title, [], [size], "serif", width, Math.min(6, lines));
    if (fitted) return fitted;
  }
  const size = sizes.at(-1) ?? 36;
  return {
    size,
    lines: cutLines(title, size, "serif", width, Math.max(1, Math.floor(height / (size * 1.2)))),
  };
}

/** Set the text's lines, all of them: each broken where it is too long, the whole smaller where it is much. */
export function fitWords(
  { lines, names }: Said,
  width: number,
  most: number,
  high: number,
  u: number,
): Lines {
  const least = 3.3 * u;
  const parts = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3].map((part) => part * most);
  const sizes = [...parts.filter((size) => size > least), least];
  const broken = (size: number) =>
    lines.flatMap((line) => {
      const set = breakLines(line, names, size, "sans", width, 3);
      return set ?? cutLines(line, size, "sans", width, Number.POSITIVE_INFINITY);
    });
  const fits = (size: number, more: number) =>
    broken(size).length <= lines.length + more && broken(size).length * size * 1.5 <= high;
  const size = sizes.find((one) => fits(one, 1)) ?? sizes.find((one) => fits(one, 3)) ?? least;
  return { size, lines: broken(size) };
}
