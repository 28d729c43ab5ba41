import { hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { cutText, measure, setText } from "../type.ts";

/** One figure of the spine as a sentence: words before the number, the number, words after, and a remark below them. */
export interface Vertebra {
  readonly before: string;
  readonly number: string;
  readonly unit: string;
  readonly after: string;
  readonly remark: string;
  readonly year: number;
}

/** Draw figures as sentences whose numbers end on one vertical line, the first the greatest. */
export function drawSpine(vertebrae: readonly Vertebra[], areas: readonly Area[], { u }: Format): Drawing {
  const [area] = areas;
  if (!area) return { drawing: "", hero: "" };
  const sizes = vertebrae.map((_, i) => (i === 0 ? 25 : 16.5) * u);
  const spine = area.x + area.width * 0.485;
  let y = area.y;
  const parts = vertebrae.map((one, i) => {
    const size = sizes[i] ?? 0;
    y += size * heroHeight + (i === 0 ? 0 : 3.2 * u);
    const set = hero(one.number, one.unit, size);
    const digits = set.width - set.unitWidth;
    const left = spine - digits;
    const words = (i === 0 ? 5.6 : 4.4) * u;
    const right = area.x + area.width * 0.6;
    const room = area.x + area.width - right;
    const beforeX = left - 2.2 * u;
    return {
      hero: set.at(left, y, i === 0 ? "mark" : "ink"),
      words: [
        setText(cutText(one.before, words, "serif", beforeX - area.x), {
          x: beforeX,
          y,
          size: words,
          face: "serif",
          anchor: "end",
        }),
        setText(cutText(one.after, words, "serif", room), {
          x: right,
          y: y - 5.4 * u,
          size: words,
          face: "serif",
        }),
        setText(cutText(one.remark, 3.3 * u, "sans", room), {
          x: right,
          y: y - 0.3 * u,
          size: 3.3 * u,
          colour: "mute",
        }),
      ].join(""),
      width: measure(one.before, words, "serif"),
    };
  });
  return { drawing: parts.map(({ words }) => words).join(""), hero: parts.map((part) => part.hero).join("") };
}
