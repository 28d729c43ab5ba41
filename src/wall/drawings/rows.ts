import { type Ink, rect } from "../ink.ts";
import { cutText, measure, setText } from "../type.ts";

/** A number and what it counts; two of them with a rule between are a quotient or a comparison. */
export interface Row {
  readonly number: string;
  readonly words: string;
}

export interface Ruled {
  readonly x: number;
  readonly width: number;
  readonly y: number; // of the rule
  readonly size: number; // of the numbers
  readonly words: number; // size of the words
}

/** Draw a number above a rule and a fainter one below it; long numbers are set smaller, and leave room for their words. */
export function drawRows([above, below]: readonly [Row, Row | null], place: Ruled): Ink {
  const { x, width, y, words } = place;
  const widest = Math.max(...[above, below].flatMap((row) => (row ? [measure(row.number, 1, "serif")] : [])));
  const said = Math.max(...[above, below].map((row) => measure(row?.words ?? "", words, "sans")));
  const size = Math.min(place.size, Math.max(width - said - words * 0.8, width * 0.4) / widest);
  const after = x + widest * size + words * 0.6;
  const row = ({ number, words: text }: Row, baseline: number, colour: string) =>
    setText(number, { x, y: baseline, size, face: "serif", colour }) +
    setText(cutText(text, words, "sans", x + width - after), { x: after, y: baseline, size: words, colour });
  return [
    row(above, y - place.size * 0.3, "ink"),
    below ? rect(x, y - words * 0.03, width, words * 0.06, "t2") : "",
    below ? row(below, y + Math.min(place.size * 0.95, size * 0.757 + place.size * 0.3), "mute") : "",
  ].join("");
}
