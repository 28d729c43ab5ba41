/** Advance widths in em, a little generous: the fonts of Windows, macOS and Linux differ by a few percent. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/\p{Mark}|\u2060/u, 0],
  [/[\u2009\u200a\u202f]/u, 0.22],
  [/[ \u00a0.,:;'|!ijl]/u, 0.3],
  [/[()[\]{}/\\\-\u00b7frt"]/u, 0.4],
  [/[0-9]/u, 0.58],
  [/[%mwMWOQ@]/u, 0.95],
  [/[a-z]/u, 0.58],
  [/[A-Z]/u, 0.7],
  [/[+=<>~\u00d7\u00f7\u2212\u2013#$&*?^_]/u, 0.6],
];
const spaced = /(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu;

/** Estimate how wide a text is set, in px; Han and whatever is unknown count as one em. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const character of text) em += widths.find(([set]) => set.test(character))?.[1] ?? 1;
  em += (text.match(spaced)?.length ?? 0) * 0.125; // text-autospace sets an eighth between Han and Latin
  return em * size * (bold ? 1.05 : 1);
}

/** Break a text into lines no wider than `width`; anywhere, as Chinese allows, but not within a number that has room on a line. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines = [""];
  const pieces = text.match(/[−+]?\d[\d.\u2009]*%?|./gsu) ?? [];
  const fitting = pieces.flatMap((piece) => (textWidth(piece, size, bold) > width ? [...piece] : piece));
  for (const piece of fitting) {
    const line = lines[lines.length - 1] ?? "";
    if (line !== "" && textWidth(line + piece, size, bold) > width) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines;
}

/** Break a name and what follows it into at most `most` lines no wider than `width`; a name too long for them is cut. */
export function wrapName(
  name: string,
  tail: string,
  most: number,
  width: number,
  size: number,
  bold = false,
): string[] {
  const all = [...name];
  const wrap = (kept: number) =>
    wrapText((kept < all.length ? `${all.slice(0, kept).join("")}…` : name) + tail, width, size, bold);
  let kept = all.length;
  while (kept > 1 && wrap(kept).length > most) kept--;
  return wrap(kept);
}
