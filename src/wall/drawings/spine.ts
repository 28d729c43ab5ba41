import { hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { group, type Ink, rect } from "../ink.ts";
import { cutText, measure, setText } from "../type.ts";
import {
  foldsOf,
  foldWords,
  numbersFor,
  once,
  type Sizes,
  setNumbers,
  small,
  type Vertebra,
  widthsOf,
} from "./spine-sizes.ts";
import { drawTrace, drawTraceYears, finishedYears, type Span } from "./trace.ts";

/** Draw figures as sentences whose numbers end on one vertical line, the first the greatest. */
export function drawSpine(vertebrae: readonly Vertebra[], areas: readonly Area[], format: Format): Drawing {
  const [first, second] = areas.map((area) => ({ ...area, height: area.height - 1.2 * format.u })); // the words hang lower
  if (!first) return { drawing: "", hero: "" };
  const least = (format.layout === "portrait" ? 22 : 14) * format.u; // height of a row; where they are too many, the last go
  const rows = vertebrae.slice(0, Math.max(1, Math.floor(first.height / least)));
  if (second) return drawAcross(rows, first, second, format.u);
  return format.layout === "portrait" ? drawStacked(rows, first, format.u) : drawOnOne(rows, first, format.u);
}

/** One panel: words, number, words; where it is very wide, the years too. Sizes are the largest at which all fits. */
function drawOnOne(vertebrae: readonly Vertebra[], area: Area, u: number): Drawing {
  const trace = area.width > 190 * u ? 44 * u : 0;
  const width = area.width - 0.6 * u - (trace > 0 ? trace + 5 * u : 0); // great glyphs may be drawn a little wider than they measure
  const base = numbersFor(vertebrae.length, area.height, u);
  const choices = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.62, 0.54, 0.46, 0.4]
    .flatMap((scale) => [6.4, 6, 5.6, 5.2, 4.8, 4.4, 4].map((words) => ({ scale, words: words * u })))
    .toSorted((a, b) => b.scale + b.words / u / 20 - (a.scale + a.words / u / 20));
  const measured = (choice: (typeof choices)[number] | undefined) => {
    const { scale, words } = choice ?? { scale: 0.4, words: 4 * u };
    const numbers = base.numbers.map((size) => size * scale);
    const sets = setNumbers(vertebrae, { numbers });
    const spread = area.height - heroHeight * numbers.reduce((sum, size) => sum + size, 0);
    const gap = vertebrae.length > 1 ? spread / (vertebrae.length - 1) : 0;
    const folds = foldsOf(numbers, words, gap, u);
    const wholly = widthsOf(
      vertebrae,
      sets,
      folds.map(() => once),
      words,
      u,
    );
    return { numbers, words, gap, folds, wholly, ...widthsOf(vertebrae, sets, folds, words, u) };
  };
  const between = 3.4 * u;
  const set = measured(
    choices.find((choice) => {
      const { left, right, unit } = measured(choice);
      return left + unit + between + right <= width;
    }),
  );
  const spare = width - set.left - set.unit - between - set.right;
  const slack = Math.max(0, spare);
  const said = Math.max(Math.min(set.right, width * 0.3), set.right + Math.min(0, spare)); // words that do not fit are cut
  const before = Math.min(set.left, width - set.unit - between - said);
  const [wishLeft, wishRight] = [set.wholly.left - set.left, set.wholly.right - set.right];
  const moreRight = Math.min(slack, wishRight);
  const moreLeft = Math.min(slack - moreRight, wishLeft);
  const free = slack - moreRight - moreLeft;
  const spine = area.x + before + moreLeft + free * 0.4;
  const right = spine + set.unit + between + free * 0.3;
  const room = { x: right, width: area.x + area.width - (trace > 0 ? trace + 5 * u : 0) - right };
  const years = trace > 0 ? { ...area, x: area.x + area.width - trace, width: trace } : null;
  return drawRows(vertebrae, set, { area, spine, room, trace: years, u, flush: false });
}

/** Two panels of a strip: numbers end near the edge of the first, what is said of them stands on the second with their years. */
function drawAcross(vertebrae: readonly Vertebra[], first: Area, second: Area, u: number): Drawing {
  const { numbers, gap } = numbersFor(vertebrae.length, first.height, u);
  const sets = setNumbers(vertebrae, { numbers });
  const unit = Math.max(...sets.map((set) => set.unitWidth));
  const spine = first.x + first.width - unit;
  const most = second.width * 0.6; // of what is said
  const pitch = gap + (numbers.at(-1) ?? 0) * heroHeight;
  const words =
    [8.6, 8, 7.4, 6.8, 6.2, 5.6, 5, 4.4]
      .map((size) => size * u)
      .find((size) => {
        const { left, right } = widthsOf(vertebrae, sets, foldsOf(numbers, size, gap, u), size, u);
        return left + unit <= first.width && right <= most && size * 2.3 <= pitch;
      }) ?? 4 * u;
  const folds = foldsOf(numbers, words, gap, u);
  const whole = widthsOf(
    vertebrae,
    sets,
    folds.map(() => once),
    words,
    u,
  );
  const room = { x: second.x, width: Math.min(whole.right, most) };
  const x = room.x + room.width + 4 * u;
  const trace = { x, y: 0, width: second.x + second.width - x, height: 0 };
  return drawRows(
    vertebrae,
    { numbers, words, gap, folds },
    { area: first, spine, room, trace, u, flush: true },
  );
}

interface Place {
  readonly area: Area;
  readonly spine: number; // x on which the numbers end
  readonly room: { readonly x: number; readonly width: number }; // of what is said
  readonly trace: Area | null; // x and width of the years' lines
  readonly u: number;
  readonly flush: boolean; // the words before stand at the left edge, a hairline leads to the number
}

function drawRows(
  vertebrae: readonly Vertebra[],
  { numbers, words, gap, folds }: Sizes,
  { area, spine, room, trace, u, flush }: Place,
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
    const fold = folds[i] ?? once;
    const lines = foldWords(one.before, words, end - area.x, fold.before);
    const led = area.x + measure(lines.at(-1) ?? "", words, "serif") + 2.2 * u;
    heroes.push(set.at(start, baseline, i === 0 ? "mark" : "ink"));
    drawn.push(
      ...lines.map((text, k) =>
        setText(text, {
          x: flush ? area.x : end,
          y: baseline - (lines.length - 1 - k) * words * 1.24,
          size: words,
          face: "serif",
          anchor: flush ? "start" : "end",
        }),
      ),
      flush && end - led > 6 * u ? rect(led, baseline - 0.2 * u, end - led, 0.2 * u, "line") : "",
      say(one, room, baseline - tall / 2, { words, fold: fold.after, u }),
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
  { words, fold, u }: { readonly words: number; readonly fold: number; readonly u: number },
): Ink {
  const note = Math.max(small * u, words * 0.6);
  const lines = foldWords(after, words, room.width, fold);
  const lead = words * 1.24;
  const total = words * 0.92 + (lines.length - 1) * lead + (remark === "" ? 0 : note * 1.75);
  const y = middle - total / 2 + words * 0.86;
  const last = y + (lines.length - 1) * lead;
  return (
    lines
      .map((text, i) =>
        setText(cutText(text, words, "serif", room.width), {
          x: room.x,
          y: y + i * lead,
          size: words,
          face: "serif",
        }),
      )
      .join("") +
    setText(cutText(remark, note, "sans", room.width), {
      x: room.x,
      y: last + note * 1.75,
      size: note,
      colour: "mute",
    })
  );
}

function spanOf(vertebrae: readonly Vertebra[]): Span {
  const years = vertebrae.flatMap(({ figure }) => finishedYears(figure));
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
    const before = foldWords(one.before, words, x - area.x - 3 * u, 3);
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
