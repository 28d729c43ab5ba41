import { hero, heroHeight } from "../digits.ts";
import type { Area } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, rect, shape, short } from "../ink.ts";
import { cutSlips, type Slips } from "../slips.ts";
import { columnOf, cutText, measure, setText } from "../type.ts";
import { heightOf, type Plot } from "./slip-plot.ts";

/** Where the great figure stands with what is said of it: what a slip stands for at its upper right, or below. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly beside: boolean;
  readonly foot?: number; // the baseline of what a slip stands for, where it is not right below
}

/** The length of a slip beside the words that say what it stands for, in u. */
const sample = 6;

function captionOf({ unit }: Slips, step: number): string {
  return `一横为 ${formatStep(step)} ${unit}`;
}

/** Write a round number short: 20, 5000, 2 万. */
function formatStep(step: number): string {
  return step >= 10_000 ? `${step / 10_000} 万` : String(step);
}

/** A great figure with what is said of it, in px: the caption beside it is high up and may hang over higher columns than the rest. */
interface Block {
  readonly width: number;
  readonly height: number;
  readonly captionWidth: number; // from the left edge to the end of a caption beside; 0 where it is below
}

function blockOf(slips: Slips, step: number, size: number, beside: boolean, u: number): Block {
  const caption = (sample + 1.4) * u + measure(captionOf(slips, step), 3.3 * u, "sans");
  const change = measure(slips.change, 4.2 * u, "bold");
  const set = hero(slips.number, slips.unit, size);
  const width = Math.max(set.width, change, beside ? 0 : caption);
  const height = size * heroHeight + (slips.change === "" ? 0 : 6.4 * u) + (beside ? 0 : 5.6 * u) + 0.8 * u;
  return {
    width,
    height,
    captionWidth: beside ? set.width - set.unitWidth + 2.4 * u + caption : 0,
  };
}

/** Find where the great figure stands free over low columns, at their left or at their right, as large as may be; null where it would be small. */
export function findPlace(slips: Slips, plot: Plot, u: number): Place | null {
  const start = slips.columns.find(({ value }) => value !== null)?.year;
  const tops = slips.columns.map((column) => {
    const word = column.word === "" ? 0 : columnOf(column.word).length * 3.5 * u + 2 * u;
    const first = column.year === start ? 4.6 * u : 0;
    return {
      x: plot.x(column.year),
      top: plot.bottom - heightOf(column, plot) - Math.max(word, first),
    };
  });
  const end = plot.x(slips.columns.at(-1)?.year ?? 0) + plot.bar;
  const isFree = (x: number, width: number, height: number) =>
    tops
      .filter((one) => one.x < x + width + 2.2 * u && one.x + plot.bar > x - 2.2 * u)
      .every(({ top }) => plot.top + height + 1.4 * u <= top);
  for (let size = 28 * u; size >= 13 * u; size -= 0.5 * u) {
    for (const beside of [true, false]) {
      const { width, height, captionWidth } = blockOf(slips, plot.step, size, beside, u);
      const wide = Math.max(width, captionWidth);
      for (const x of [plot.left, end - wide]) {
        if (x >= plot.left && isFree(x, width, height) && isFree(x, captionWidth, 3.3 * u))
          return { x, y: plot.top, size, beside };
      }
    }
  }
  return null;
}

/** Give the great figure an area of its own: at the left of a wide area, at the top of a high one. The slips stand for at least `step`, and for more in what is left. */
export function takeApart(
  slips: Slips,
  step: number,
  area: Area,
  u: number,
): { readonly place: Place; readonly rest: Area } {
  const isWide = area.width > 2.2 * area.height;
  const [wide, high] = isWide ? [0.4 * area.width, area.height] : [area.width, 0.42 * area.height];
  const sizes = Array.from({ length: 50 }, (_, i) => 28 * u - i * 0.5 * u);
  const long = (of: number) => measure(captionOf(slips, of), 1, "sans");
  const longest = [1, 2, 5, 10].map((times) => times * step).reduce((a, b) => (long(b) > long(a) ? b : a));
  const fits = (size: number, beside: boolean) => {
    const { width, captionWidth, height } = blockOf(slips, longest, size, beside, u);
    return Math.max(width, captionWidth) <= wide && height <= high;
  };
  const choices = sizes.flatMap((size) =>
    [true, false].map((beside) => ({ size, beside: beside && !isWide })),
  );
  const { size, beside } = choices.find((one) => fits(one.size, one.beside)) ?? {
    size: 6 * u,
    beside: false,
  };
  const block = blockOf(slips, longest, size, beside, u);
  const place = { x: area.x, y: area.y, size, beside };
  if (!isWide)
    return {
      place,
      rest: {
        ...area,
        y: area.y + block.height + 3 * u,
        height: area.height - block.height - 3 * u,
      },
    };
  const shift = block.width + 5 * u;
  return {
    place: {
      ...place,
      foot: Math.max(area.y + area.height - 5 * u, area.y + block.height - 0.8 * u),
    },
    rest: { ...area, x: area.x + shift, width: area.width - shift },
  };
}

/** Set the great figure, how it stands to the year before, and what one slip stands for. */
export function writeHero(
  slips: Slips,
  step: number,
  { x, y, size, beside, foot }: Place,
  u: number,
): Drawing {
  const baseline = y + size * heroHeight;
  const set = hero(slips.number, slips.unit, size);
  const under = baseline + (slips.change === "" ? 0 : 6.4 * u);
  const change = setText(slips.change, {
    x,
    y: under,
    size: 4.2 * u,
    face: "bold",
  });
  const caption = beside
    ? writeCaption(slips, step, x + set.width - set.unitWidth + 2.4 * u, y + 2.9 * u, u)
    : writeCaption(slips, step, x, foot ?? under + 5.6 * u, u);
  return { hero: set.at(x, baseline), drawing: change + caption };
}

function writeCaption(slips: Slips, step: number, x: number, y: number, u: number): Ink {
  return (
    rect(x, y - 1.5 * u, sample * u, 0.56 * u, "t3") +
    setText(captionOf(slips, step), {
      x: x + (sample + 1.4) * u,
      y,
      size: 3.3 * u,
      colour: "mute",
    })
  );
}

/** Fill a panel with the great figure and, below it, what each kind comes to, counted in the same slips lying. */
export function besidePanel(slips: Slips, step: number, area: Area, u: number): Drawing {
  const sizes = Array.from({ length: 60 }, (_, i) => 40 * u - i * 0.5 * u);
  const size =
    sizes.find(
      (one) => hero(slips.number, slips.unit, one).width <= area.width && one <= 0.6 * area.height,
    ) ?? 10 * u;
  const { hero: great, drawing } = writeHero(slips, step, { ...area, size, beside: false }, u);
  const above = area.y + blockOf(slips, step, size, false, u).height + 2 * u;
  const most = Math.max(0, Math.floor((area.y + area.height - above) / (5.6 * u)));
  const rows = slips.parts
    .flatMap((name, i) => (slips.parts.length > 1 ? [{ name, text: slips.texts[i] ?? "" }] : []))
    .toReversed()
    .slice(0, most);
  const pitch = Math.min(13 * u, (area.y + area.height - above) / Math.max(1, rows.length));
  const start = area.y + area.height - rows.length * pitch;
  const figures = rows.map(({ text }) => hero(text, "", Math.min(9, (pitch / u) * 0.72) * u));
  const wide = Math.max(0, ...figures.map(({ width }) => width));
  const names = rows.map(({ name }) => cutText(name, 4.4 * u, "sans", 0.4 * area.width));
  const values = slips.columns.find(({ year }) => year === slips.latest)?.parts.toReversed() ?? [];
  const tallyX =
    area.x + wide + 5.4 * u + Math.max(0, ...names.map((name) => measure(name, 4.4 * u, "sans")));
  const longest = Math.max(1, ...values.map((value) => Math.ceil(value / step)));
  const tally = Math.min(Math.round(2.6 * u), Math.floor((area.x + area.width - tallyX) / longest));
  const list = rows.map((_, i) => {
    const y = start + i * pitch;
    const baseline = y + Math.min(pitch * 0.5 + 3.4 * u, pitch - 0.6 * u);
    const x = area.x + wide + 2.6 * u;
    const count = cutSlips(values[i] ?? 0, step);
    return [
      rect(area.x, y, area.width, 0.19 * u, "line"),
      figures[i]?.at(area.x + wide - (figures[i]?.width ?? 0), baseline, "ink") ?? "",
      setText(names[i] ?? "", {
        x,
        y: baseline - 0.2 * u,
        size: 4.4 * u,
        colour: "mute",
      }),
      layDown(count, {
        x: tallyX,
        y: baseline - Math.min(5.6 * u, pitch - 1.4 * u),
        height: Math.min(5.8 * u, pitch - 1.2 * u),
        pitch: tally,
      }),
    ].join("");
  });
  return { hero: great, drawing: drawing + list.join("") };
}

/** Lay slips side by side, the thinner one for the rest last. */
function layDown(
  { whole, rest }: ReturnType<typeof cutSlips>,
  {
    x,
    y,
    height,
    pitch,
  }: {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly pitch: number;
  },
): Ink {
  if (pitch < 3) return "";
  const thick = pitch - Math.max(2, Math.round(pitch * 0.24));
  const left = Math.round(rest * thick);
  const start = Math.round(x);
  const bars = Array.from({ length: whole }, (_, i): [number, number] => [start + i * pitch, thick]);
  if (left > 0) bars.push([start + whole * pitch, left]);
  return shape(
    bars.map(([at, wide]) => `M${at} ${short(y)}h${wide}v${short(height)}h${-wide}z`).join(""),
    "t3",
  );
}
