import type { Said } from "../clerk.ts";
import type { Format } from "../format.ts";
import { element, group, type Ink, rect, short } from "../ink.ts";
import { setText } from "../type.ts";
import { blockOf, fitTitle, fitWords, setWords, signature } from "./notice.ts";
import { clock, label, standIn } from "./paper.ts";

/** Draw a welcome as a cloth-bound yearbook: 欢迎 on a paper title slip, the guest in great characters, what they will see, and who receives them. */
export function drawWelcome(said: Said, format: Format): Ink {
  const { u, top, bottom, panels, layout, id, height } = format;
  const [first] = panels;
  const last = panels.at(-1);
  if (!first || !last) return "";
  const isTall = layout === "portrait";
  const isTriple = panels.length > 2;
  const wide = first.x1 - first.x0;
  const part = isTriple ? 1 : isTall ? 0.42 : id !== "classic" ? 0.215 : height < 900 ? 0.15 : 0.24;
  const slip = {
    x: first.x0,
    y: top,
    width: isTriple ? wide : part * Math.min(wide, 180 * u),
    height: isTall ? 0.4 * (bottom - top) : bottom - top,
  };
  const left = isTall ? first.x0 : isTriple ? (panels[1]?.x0 ?? first.x0) : first.x0 + slip.width + 7.4 * u;
  const room = (isTriple ? (panels[1]?.x1 ?? first.x1) : first.x1) - left;
  const apart = layout === "strip"; // the words have a panel of their own
  const text = apart ? { x: last.x0, width: last.x1 - last.x0 } : { x: left, width: room };
  const rule = bottom - 12.5 * u;
  const above = isTall ? slip.y + slip.height + 10 * u : top + 7.4 * u;
  const words = fitWords(said, text.width, (apart ? 9.6 : 4.8) * u, (apart ? 0.9 : 0.42) * (rule - above), u);
  const below = apart || words.lines.length === 0 ? 0 : blockOf(words) + 3 * u;
  const high = rule - above - below - 2.4 * u;
  const guest = fitTitle(said, room, high, sizeOf(said.title) * u);
  const tall = (guest.lines.length - 1) * guest.size * 1.2 + guest.size;
  const start = above + Math.max(0, (high - tall) * (apart ? 0.5 : 0.4));
  const guests = guest.lines.map((line, i) =>
    setText(line, { x: left, y: start + (i * 1.2 + 0.9) * guest.size, size: guest.size, face: "serif" }),
  );
  const wordsTop = apart
    ? start + (tall - blockOf(words)) / 2
    : Math.min(start + tall + 3.2 * u, rule - 2 * u - blockOf(words));
  const baseline = isTall ? above - 3.6 * u : top + 3.6 * u;
  return standIn(format, `欢迎${said.title}`, "welcome", [
    group(
      "head",
      label("来访", said.marks, left, baseline, 4.2 * u, u),
      clock(format, last.x1, isTall ? top + 3.05 * u : baseline, "ink"),
    ),
    group("drawing", titleSlip(slip, u), ...guests, ...setWords(words, text.x, Math.max(above, wordsTop))),
    group(
      "foot",
      rect(left, rule - 0.1 * u, room, 0.2 * u, "line"),
      signature({ ...said, until: said.site }, left, room, format),
    ),
  ]);
}

/** Give a guest's size in u by the length of the name: the shorter, the greater. */
function sizeOf(name: string): number {
  const count = [...name].length;
  return count <= 10 ? 22 : count <= 16 ? 18 : 14;
}

interface Slip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Paste the title slip: paper with a thin red frame, 欢迎 downwards, or across where it is wide. */
function titleSlip({ x, y, width, height }: Slip, u: number): Ink {
  const inset = 1.5 * u;
  const isWide = width > height;
  const [along, across] = isWide ? [width, height] : [height, width];
  const size = Math.min((isWide ? 0.72 : 0.76) * across, (along - 6 * u) / 2.3);
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  const at = (i: number) => (i === 0 ? -1.11 : 0.11) * size;
  const place = (i: number) =>
    isWide
      ? { x: middleX + at(i), y: middleY + 0.38 * size }
      : { x: middleX - size / 2, y: middleY + at(i) + 0.88 * size };
  return [
    rect(x, y, width, height, "slip"),
    element("rect", {
      class: "frame",
      x: x + inset,
      y: y + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      "stroke-width": short(0.26 * u),
    }),
    ...["欢", "迎"].map((character, i) =>
      setText(character, { ...place(i), size, face: "serif", colour: "on-slip" }),
    ),
  ].join("");
}
