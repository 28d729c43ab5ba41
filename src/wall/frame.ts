import { footOf } from "./foot.ts";
import type { Area, Format } from "./format.ts";
import { element, group, type Ink } from "./ink.ts";
import { cutLines, cutText, fitLines, type Lines, measure, measurePlain, setText } from "./type.ts";

/*
 * Every picture has the same frame: a head (topic, what is measured, marks, clock, headline), a body, and a foot (hairline,
 * seal, what is said, code). A drawing is a file of its own, drawings/<noun>.ts, with one function
 *
 *     draw<Noun>(what, areas: readonly Area[], format: Format): Drawing
 *
 * that fills the areas it is given and nothing beyond them. A scene (scenes.ts) says where its title stands, asks `stage` for
 * the areas, draws, and hands the result to `framed`. Areas: on one panel a single one; on a strip one a panel, the first
 * left out where the title takes it whole. Nothing but bands and hairlines may cross from one into the next.
 *
 * The player fills in what the drawing cannot know: .clock (data-clock: full, day, hour), .elapsed (by --elapsed, 0 to 1), and
 * what .say1 to .say3 and .cap1, .cap2 say instead (each as one text; data-room is the room in u; three lines need
 * .three on the foot).
 */

/** What a drawing gives: what is revealed along its axis, and the great figure that arrives after it. */
export interface Drawing {
  readonly drawing: Ink;
  readonly hero: Ink;
  readonly reveal?: "down" | "up"; // along which axis it enters; else from left to right
}

/** What the frame says of a scene. */
export interface Subject {
  readonly topic: string;
  readonly measures: readonly string[]; // what is measured, the fullest first; the first that fits stands there
  readonly headline: string;
  readonly names: readonly string[]; // that no line may break
  readonly says: readonly [first: string, second: readonly string[]]; // foot: 数据截至; remarks of which as many stand as fit
  readonly marks: readonly string[]; // 内部, 示例数据
  readonly code: Code | null;
}

/** A code that opens the scene's page on a telephone. */
export interface Code {
  readonly symbol: string; // id of the symbol
  readonly captions: readonly [string, string];
}

/** Where a scene's title stands: above the body, on a panel of its own (strips only), or nowhere. */
export type TitlePlace = "top" | "panel" | "none";

export interface Stage {
  readonly title: Lines & { readonly first: number; readonly pitch: number }; // first: its baseline
  readonly areas: readonly Area[];
}

const head = { topic: 3.6, small: 3.3, baseline: 3.05, bodyTop: 7.4 };
/** How far above the bottom a body ends, in u. */
const bodyEnd = 15;
type Choices = readonly (readonly [lines: number, sizes: readonly number[]])[];

/** Title sizes in u by the lines they take. */
const titles: Readonly<Record<Format["layout"] | "panel", Choices>> = {
  standard: [
    [1, [7.4, 7, 6.6]],
    [2, [7.4, 7, 6.6, 6.2, 5.6, 5]],
    [3, [5, 4.4]],
  ],
  portrait: [
    [2, [9.3, 8.7, 8.1, 7.7]],
    [3, [8.1, 7.7, 7, 6.4, 5.6]],
    [4, [5.6, 5]],
  ],
  strip: [
    [1, [7.4, 7, 6.6]],
    [2, [7.4, 7, 6.6, 6.2, 5.6, 5]],
    [3, [5, 4.4]],
  ],
  panel: [
    [3, [19.6, 18.6, 17.6, 16, 14.4, 13]],
    [4, [13, 12, 11]],
    [5, [10, 8.6, 7]],
  ],
};

/** On larger type a title over its picture stays about as large on the wall as it is usually: so many times that, at most. */
const titleGrowth = 1.12;

/** Choose among the sizes of titles: on larger type, over a picture, the smaller ones. */
function choicesFor({ layout, height }: Format, place: TitlePlace): Choices {
  if (place === "panel") return titles.panel;
  const usual = layout === "portrait" ? 1920 : 1080;
  const largest = Math.max(...titles[layout].flatMap(([, sizes]) => sizes));
  const limit = Math.max(5, largest * Math.min(1, (height / usual) * titleGrowth));
  return titles[layout].map(([lines, sizes]) => [lines, sizes.filter((size) => size <= limit)]);
}

function fitTitle(format: Format, { headline, names }: Subject, place: TitlePlace, height: number): Lines {
  const choices = choicesFor(format, place);
  const room = { width: widthOf(format), height, u: format.u };
  const whole = chooseLines(headline, names, choices, room);
  const broken = chooseLines(headline, [], choices, room); // a name may break where that sets the title much larger
  const best = whole && broken && broken.size > whole.size * 1.3 ? broken : (whole ?? broken);
  if (best) return best;
  const [most, sizes] = choices.at(-1) ?? [1, []];
  const size = (sizes.at(-1) ?? 5) * format.u;
  return { size, lines: cutLines(headline, size, "serif", room.width, most) };
}

/** Room for a title, in px. */
interface Room {
  readonly width: number;
  readonly height: number;
  readonly u: number;
}

function chooseLines(text: string, names: readonly string[], choices: Choices, room: Room): Lines | null {
  for (const [most, sizes] of choices) {
    for (const size of sizes) {
      const fitted = fitLines(text, names, [size * room.u], "serif", room.width, most);
      if (fitted && fitted.lines.length * fitted.size * 1.26 <= room.height) return fitted;
    }
  }
  return null;
}

function widthOf({ panels: [panel], width }: Format): number {
  return panel ? panel.x1 - panel.x0 : width;
}

/** Set out a scene's title and the areas that are left to draw upon. */
export function stage(format: Format, subject: Subject, place: TitlePlace): Stage {
  const { u, top, bottom, panels, height } = format;
  const above = top + head.bodyTop * u;
  const ground = bottom - bodyEnd * u;
  const title =
    place === "none"
      ? { size: 0, lines: [] }
      : fitTitle(format, subject, place, (ground - above) * (place === "panel" ? 1.08 : 0.45));
  const pitch = title.size * (place === "panel" ? 1.22 : 1.26);
  const block = (title.lines.length - 1) * pitch + title.size * 0.92;
  const room = ground - above;
  const first =
    place === "panel"
      ? above + Math.max(0, (room - block) / 2) + title.size * 0.84
      : top + 6 * u + title.size * 0.96;
  const under = place === "top" ? first + (title.lines.length - 1) * pitch + 6 * u : above;
  const areas = panels.flatMap(({ x0, x1 }, i): Area[] => {
    if (i === 0 && place === "panel") return [];
    const [y, end] = i === 0 ? [under, ground] : [above, bottom];
    return [{ x: x0, y, width: x1 - x0, height: Math.min(end, height) - y }];
  });
  return { title: { ...title, first, pitch }, areas };
}

/** Frame a drawing as one finished picture. */
export function framed(
  format: Format,
  subject: Subject,
  { title }: Stage,
  { drawing, hero, reveal }: Drawing,
): Ink {
  const [panel] = format.panels;
  const x = panel?.x0 ?? 0;
  const headline = title.lines.map((line, i) =>
    setText(line, { x, y: title.first + i * title.pitch, size: title.size, face: "serif" }),
  );
  return element(
    "svg",
    {
      class: "picture",
      "data-format": format.id,
      viewBox: `0 0 ${format.width} ${format.height}`,
      role: "img",
      "aria-label": subject.headline,
    },
    group("head", kicker(format, subject), group("headline", ...headline)),
    element("g", { class: "drawing", "data-reveal": reveal }, drawing),
    group("hero", hero),
    footOf(format, subject),
  );
}

/** The longest time each form of the clock has to show. */
const clocks = { full: "12 月 31 日 星期三 23:59", day: "12 月 31 日 23:59", hour: "23:59" };

function kicker(format: Format, { topic, measures, marks }: Subject): Ink {
  const { u, top, panels, layout, id } = format;
  const y = top + head.baseline * u;
  const [small, large] = [head.small * u, head.topic * u];
  const x0 = panels[0]?.x0 ?? 0;
  const x1 = panels.at(-1)?.x1 ?? format.width;
  const form = layout === "portrait" ? "hour" : id === "classic" ? "day" : "full";
  const clock = element("text", {
    class: "clock mute",
    x: x1,
    y,
    "font-size": small,
    "text-anchor": "end",
    "data-clock": form,
  });
  const mark = marks.join(" · ");
  const markEnd = x1 - measurePlain(clocks[form], small, "sans") - 2.4 * u;
  const markStart = mark === "" ? markEnd : markEnd - measure(mark, small, "bold") - 2.4 * u;
  const end = panels.length > 1 ? (panels[0]?.x1 ?? markStart) : markStart;
  const name = cutText(topic, large, "bold", end - x0);
  const after = x0 + measure(name, large, "bold") + 2.4 * u;
  const measured = measures.find((text) => after + measure(text, small, "sans") <= end) ?? "";
  return [
    setText(name, { x: x0, y, size: large, face: "bold" }),
    setText(measured, { x: after, y, size: small, colour: "mute" }),
    setText(mark, { x: markEnd, y, size: small, face: "bold", anchor: "end" }),
    clock,
  ].join("");
}
