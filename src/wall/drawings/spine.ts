import type { PublishedFigure } from "../../core/site.ts";
import { type Hero, hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { group, type Ink, rect } from "../ink.ts";
import { breakLines, cutLines, cutText, measure, narrowest, setText } from "../type.ts";
import { drawTrace, drawTraceYears, type Span } from "./trace.ts";

/** One figure of the spine as a sentence: words before the number, the number, words after, and a remark below them. */
export interface Vertebra {
  readonly before: string;
  readonly number: string;
  readonly unit: string;
  readonly after: string;
  readonly remark: string;
  readonly figure: PublishedFigure;
}

/** How large one setting of the spine is, in px. */
interface Sizes {
  readonly numbers: readonly number[];
  readonly words: number;
  readonly gap: number; // between rows
}

/** The first number is the greatest; the others are two thirds of it. */
const lesser = 0.66;
const small = 3.3;

/** Draw figures as sentences whose numbers end on one vertical line, the first the greatest. */
export function drawSpine(vertebrae: readonly Vertebra[], areas: readonly Area[], format: Format): Drawing {
  const [first, second] = areas.map((area) => ({ ...area, height: area.height - 1.2 * format.u })); // the words hang lower
  if (!first) return { drawing: "", hero: "" };
  if (second) return drawAcross(vertebrae, first, second, format.u);
  return format.layout === "portrait"
    ? drawStacked(vertebrae, first, format.u)
    : drawOnOne(vertebrae, first, format.u);
}

/** Choose number sizes so that rows fill a height, at most 30 u. */
function numbersFor(count: number, height: number, u: number): { numbers: number[]; gap: number } {
  const rows = heroHeight * (1 + lesser * (count - 1)) + 0.13 * (count - 1);
  const great = Math.min(30 * u, height / rows);
  const used = great * heroHeight * (1 + lesser * (count - 1));
  const gap = count > 1 ? (height - used) / (count - 1) : 0;
  return { numbers: Array.from({ length: count }, (_, i) => great * (i === 0 ? 1 : lesser)), gap };
}

function setNumbers(vertebrae: readonly Vertebra[], { numbers }: Pick<Sizes, "numbers">): Hero[] {
  return vertebrae.map(({ number, unit }, i) => hero(number, unit, numbers[i] ?? 0));
}

/** Break the words before a number into as few lines as its width asks for. */
function linesBefore({ before }: Vertebra, size: number, width: number, most = 2): readonly string[] {
  return breakLines(before, [], size, "serif", width, most) ?? cutLines(before, size, "serif", width, most);
}

/** What lies left and right of the line on which the numbers end, at its narrowest. */
function widthsOf(vertebrae: readonly Vertebra[], sets: readonly Hero[], words: number, u: number) {
  const digits = sets.map((set) => set.width - set.unitWidth);
  const left = (width: (text: string) => number) =>
    Math.max(...vertebrae.map(({ before }, i) => (digits[i] ?? 0) + 2.2 * u + width(before)));
  const afters = vertebrae.map(({ after, remark }) =>
    Math.max(measure(after, words, "serif"), measure(remark, small * u, "sans")),
  );
  return {
    one: left((text) => measure(text, words, "serif")),
    two: left((text) => narrowest(text, words, "serif")),
    unit: Math.max(...sets.map((set) => set.unitWidth)),
    after: Math.max(...afters),
  };
}

/** One panel: words, number, words; where it is very wide, the years too. */
function drawOnOne(vertebrae: readonly Vertebra[], area: Area, u: number): Drawing {
  const trace = area.width > 190 * u ? 44 * u : 0;
  const width = area.width - (trace > 0 ? trace + 5 * u : 0);
  const base = numbersFor(vertebrae.length, area.height, u);
  const choices = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62].flatMap((scale) =>
    [6.4, 6, 5.6, 5.2, 4.8, 4.4, 4].map((words) => ({ scale, words: words * u })),
  );
  const fits = ({ scale, words }: (typeof choices)[number]) => {
    const sets = setNumbers(vertebrae, { numbers: base.numbers.map((size) => size * scale) });
    const { one, two, unit, after } = widthsOf(vertebrae, sets, words, u);
    return (scale === 1 ? one : two) + unit + 3.4 * u + after <= width;
  };
  const { scale, words } = choices.find(fits) ?? { scale: 0.62, words: 4 * u };
  const numbers = base.numbers.map((size) => size * scale);
  const sets = setNumbers(vertebrae, { numbers });
  const { one, unit, after } = widthsOf(vertebrae, sets, words, u);
  const left = Math.min(one, width - unit - 3.4 * u - after);
  const slack = Math.max(0, width - left - unit - 3.4 * u - after);
  const spine = area.x + left + slack * 0.4;
  const right = spine + unit + 3.4 * u + slack * 0.3;
  const spread = area.height - heroHeight * numbers.reduce((sum, size) => sum + size, 0);
  const gap = vertebrae.length > 1 ? spread / (vertebrae.length - 1) : 0;
  const room = { x: right, width: area.x + width - right };
  const years = trace > 0 ? { ...area, x: area.x + area.width - trace, width: trace } : null;
  return drawRows(vertebrae, { numbers, words, gap }, { area, spine, room, trace: years, u });
}

/** Two panels of a strip: numbers end near the edge of the first, what is said of them stands on the second with their years. */
function drawAcross(vertebrae: readonly Vertebra[], first: Area, second: Area, u: number): Drawing {
  const { numbers, gap } = numbersFor(vertebrae.length, first.height, u);
  const sets = setNumbers(vertebrae, { numbers });
  const unit = Math.max(...sets.map((set) => set.unitWidth));
  const spine = first.x + first.width - unit;
  const words =
    [8.6, 8, 7.4, 6.8, 6.2, 5.6, 5, 4.4]
      .map((size) => size * u)
      .find((size) => {
        const { one, after } = widthsOf(vertebrae, sets, size, u);
        const pitch = gap + (numbers.at(-1) ?? 0) * heroHeight;
        return one + unit <= first.width && after <= second.width * 0.56 && size * 2.3 <= pitch;
      }) ?? 4 * u;
  const { after } = widthsOf(vertebrae, sets, words, u);
  const room = { x: second.x, width: Math.min(after, second.width * 0.56) };
  const x = room.x + room.width + 4 * u;
  const trace = { x, y: 0, width: second.x + second.width - x, height: 0 };
  return drawRows(vertebrae, { numbers, words, gap }, { area: first, spine, room, trace, u });
}

interface Place {
  readonly area: Area;
  readonly spine: number; // x on which the numbers end
  readonly room: { readonly x: number; readonly width: number }; // of what is said
  readonly trace: Area | null; // x and width of the years' lines
  readonly u: number;
}

function drawRows(
  vertebrae: readonly Vertebra[],
  { numbers, words, gap }: Sizes,
  { area, spine, room, trace, u }: Place,
): Drawing {
  const sets = setNumbers(vertebrae, { numbers });
  const years = spanOf(vertebrae);
  let baseline = area.y - gap;
  const drawn: Ink[] = [];
  const heroes: Ink[] = [];
  vertebrae.forEach((one, i) => {
    const [size = 0, set] = [numbers[i], sets[i]];
    if (!set) return;
    const tall = size * heroHeight;
    baseline += gap + tall;
    const start = spine - (set.width - set.unitWidth);
    const end = start - 2.2 * u;
    const isLast = i === vertebrae.length - 1;
    heroes.push(set.at(start, baseline, i === 0 ? "mark" : "ink"));
    drawn.push(
      ...linesBefore(one, words, end - area.x).map((text, k, all) =>
        setText(text, {
          x: end,
          y: baseline - (all.length - 1 - k) * words * 1.24,
          size: words,
          face: "serif",
          anchor: "end",
        }),
      ),
      say(one, room, baseline - tall / 2, words, u),
    );
    if (trace) {
      const height = tall - (isLast ? 4.8 * u : 0);
      drawn.push(
        drawTrace(one.figure, { ...trace, y: baseline - tall, height }, years, i === 0 ? "mark" : "ink", u),
      );
      if (isLast) drawn.push(drawTraceYears(trace, baseline, years, u));
    }
  });
  return { drawing: drawn.join(""), hero: heroes.join("") };
}

/** Set what is said after a number, with its remark, around the middle of the number's height. */
function say(
  { after, remark }: Vertebra,
  room: Place["room"],
  middle: number,
  words: number,
  u: number,
): Ink {
  const note = Math.max(small * u, words * 0.6);
  const total = words * 0.92 + (remark === "" ? 0 : note * 1.75);
  const y = middle - total / 2 + words * 0.86;
  return (
    setText(cutText(after, words, "serif", room.width), { x: room.x, y, size: words, face: "serif" }) +
    setText(cutText(remark, note, "sans", room.width), {
      x: room.x,
      y: y + note * 1.75,
      size: note,
      colour: "mute",
    })
  );
}

function spanOf(vertebrae: readonly Vertebra[]): Span {
  const years = vertebrae.flatMap(({ figure }) =>
    figure.series.flatMap(({ points }) =>
      points.filter(({ until }) => until === null).map(({ year }) => year),
    ),
  );
  return { first: Math.min(...years), last: Math.max(...years) };
}

/** A portrait wall: one figure below the other, its words around it, hairlines between. */
function drawStacked(vertebrae: readonly Vertebra[], area: Area, u: number): Drawing {
  const high = area.height / vertebrae.length;
  const words = 5 * u;
  const drawn: Ink[] = [];
  const heroes: Ink[] = [];
  vertebrae.forEach((one, i) => {
    const top = area.y + i * high;
    const most = Math.min((i === 0 ? 30 : 24) * u, (high - 13 * u) / heroHeight);
    let size = most;
    let set = hero(one.number, one.unit, size);
    const least = area.width * 0.69;
    if (set.width > least) {
      size *= least / set.width;
      set = hero(one.number, one.unit, size);
    }
    const foot = top + high - (i === vertebrae.length - 1 ? 1 : 3.4) * u;
    const baseline = foot - 8.4 * u;
    const x = area.x + area.width - set.width;
    heroes.push(set.at(x, baseline, i === 0 ? "mark" : "ink"));
    const before = linesBefore(one, words, x - area.x - 3 * u, 3);
    const remark = measure(one.remark, small * u, "sans");
    const room = area.width - remark - 3 * u;
    drawn.push(
      ...before.map((text, k) =>
        setText(text, {
          x: area.x,
          y: baseline - (before.length - 1 - k) * words * 1.24,
          size: words,
          face: "serif",
        }),
      ),
      setText(cutText(one.after, words, "serif", room), { x: area.x, y: foot, size: words, face: "serif" }),
      setText(one.remark, {
        x: area.x + area.width,
        y: foot,
        size: small * u,
        colour: "mute",
        anchor: "end",
      }),
      i < vertebrae.length - 1 ? rect(area.x, top + high - 0.1 * u, area.width, 0.2 * u, "line") : "",
    );
  });
  return { drawing: group("rows", ...drawn), hero: heroes.join("") };
}
