import { type Ink, stroke } from "../ink.ts";
import type { Slips } from "../slips.ts";
import { cutText, measure, setText } from "../type.ts";
import { heightOf, type Plot } from "./slip-plot.ts";

/** The names of the kinds, and what each comes to in the latest year. */
export interface Labels {
  readonly width: number; // with the gap before them
  readonly lines: readonly { readonly name: string; readonly text: string }[]; // as Slips.parts
}

/** From name to name, in u: with what it comes to below it, or on one line. */
const [high, low] = [9.4, 4.7];

/** Name the latest column's kinds, with what each comes to: below the name, on its line where there is little height, or not; none where names alone find no room. */
export function labelTexts({ parts, texts }: Slips, withTexts: boolean, height: number, u: number): Labels {
  if (parts.length < 2 || parts.length * low * u > height) return { width: 0, lines: [] };
  const isFlat = withTexts && parts.length * high * u > height;
  const lines = parts.map((part, i) => {
    const name = cutText(part, 3.5 * u, "sans", 22 * u);
    const text = withTexts ? (texts[i] ?? "") : "";
    return isFlat ? { name: `${name} ${text}`, text: "" } : { name, text };
  });
  const widths = lines.map(({ name, text }) =>
    Math.max(measure(name, 3.5 * u, "sans"), measure(text, 4.4 * u, "bold")),
  );
  return { width: Math.max(...widths) + 2.2 * u, lines };
}

/** Write the names at the right, each beside its part of the latest column where that is the last, else by a line from it. */
export function writeLabels(slips: Slips, plot: Plot, { lines, width }: Labels, u: number): Ink[] {
  const column = slips.columns.find(({ year }) => year === slips.latest);
  if (!column || lines.length === 0) return [];
  const x = plot.right + 2.2 * u;
  const pitch = lines.some(({ text }) => text !== "") ? high * u : low * u;
  let foot = plot.bottom;
  const wished = lines.flatMap(({ name, text }, i) => {
    const part = column.parts[i] ?? 0;
    if (part <= 0) return [];
    const high = (part / plot.step) * plot.slip;
    const middle = foot - high / 2;
    foot -= high + plot.between;
    return [{ name, text, middle }];
  });
  const places = spread(
    wished.map(({ middle }) => middle),
    pitch,
    plot.top + pitch / 2,
    plot.bottom - pitch / 2 + 0.6 * u,
  );
  const end = plot.x(column.year) + plot.bar;
  const isLast = slips.columns.at(-1)?.year === column.year;
  const top = plot.bottom - heightOf(column, plot);
  const year =
    isLast || width === 0
      ? ""
      : setText(`${column.year} 年`, {
          x,
          y: Math.max(plot.top + 2.6 * u, top - 2 * u),
          size: 3.3 * u,
          colour: "mute",
        });
  const leaders = isLast
    ? []
    : [stroke(`M${end + 0.6 * u} ${top + 0.2 * u}H${x - 0.8 * u}`, "mute", 0.2 * u)];
  return [
    year,
    ...leaders,
    ...wished.flatMap(({ name, text }, i) => {
      const middle = places[i] ?? 0;
      if (text === "") return [setText(name, { x, y: middle + 1.3 * u, size: 3.5 * u })];
      return [
        setText(name, { x, y: middle - 0.7 * u, size: 3.5 * u }),
        setText(text, { x, y: middle + 3.7 * u, size: 4.2 * u, face: "bold" }),
      ];
    }),
  ];
}

/** Move places, the lowest first, so far apart that none stands in another. */
export function spread(wished: readonly number[], pitch: number, top: number, bottom: number): number[] {
  const places: number[] = [];
  for (const one of wished) places.push(Math.min(one, (places.at(-1) ?? bottom + pitch) - pitch));
  const over = top - (places.at(-1) ?? top);
  if (over <= 0) return places;
  for (let i = places.length - 1, least = top; i >= 0; i--, least += pitch)
    places[i] = Math.max(places[i] ?? 0, least);
  return places;
}
