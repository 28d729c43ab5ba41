import { hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, rect, shape, short, stroke } from "../ink.ts";
import type { Goal } from "../targets.ts";
import { cutText, measure, setText } from "../type.ts";
import { drawTrace, drawTraceYears, finishedYears } from "./trace.ts";

/** Where the target lies on every rail, of its length: beyond it there is room to pass. */
const goalAt = 0.78;
/** A row is no lower than this, in u. */
const least = 12.6;

/** Draw targets as rails that one line crosses: who passes it, who stays below it, and how far it is; each ends in its value in great digits. */
export function drawGoals(goals: readonly Goal[], areas: readonly Area[], { u, layout }: Format): Drawing {
  const [area, side] = areas;
  if (!area) return { drawing: "", hero: "" };
  const isStacked = layout === "portrait" && goals.length <= 5;
  const foot = 5.4 * u;
  const most = Math.max(1, Math.floor((area.height - foot) / ((isStacked ? 24 : least) * u)));
  const shown = goals.length <= most ? goals : goals.slice(0, most);
  const pitch = Math.min((area.height - foot) / shown.length, (isStacked ? 52 : 44) * u);
  const rows = shown.map((goal, i) => ({ goal, y: area.y + i * pitch }));
  const set = isStacked ? stacked(rows, pitch, area, u) : abreast(rows, pitch, area, side, u);
  const end = (rows.at(-1)?.y ?? area.y) + set.foot;
  const label = setText("目标", {
    x: set.goal,
    y: end + 4.3 * u,
    size: 3.3 * u,
    face: "bold",
    anchor: "middle",
  });
  return {
    drawing:
      set.drawing +
      label +
      restOf(goals, shown, { x: area.x, y: end + 4.3 * u, room: set.goal - area.x - 6 * u }, u),
    hero: set.hero,
  };
}

interface Row {
  readonly goal: Goal;
  readonly y: number;
}

interface Rows extends Drawing {
  readonly goal: number; // where the line of the targets lies
  readonly foot: number; // of the last rail, below its row's top
}

/** Say how many targets found no room, and that they were met where they were. */
function restOf(
  goals: readonly Goal[],
  shown: readonly Goal[],
  { x, y, room }: { readonly x: number; readonly y: number; readonly room: number },
  u: number,
): Ink {
  const rest = goals.slice(shown.length);
  if (rest.length === 0) return "";
  const size = 3.3 * u;
  const short = `另有 ${rest.length} 项`;
  const said = rest.every(({ met }) => met)
    ? [`${short}目标，都已达到`, `${short}达到`]
    : [`${short}目标`, short];
  const text = said.find((one) => measure(one, size, "sans") <= room) ?? short;
  return setText(text, { x, y, size, colour: "mute" });
}

/** Set each value at the right of its rail, as high as the rail; on three panels the values have one of their own. */
function abreast(rows: readonly Row[], pitch: number, area: Area, side: Area | undefined, u: number): Rows {
  const nameSize = Math.max(3.4 * u, Math.min(5.2 * u, 0.26 * pitch));
  const head = nameSize + 1.9 * u;
  const thick = Math.round(Math.min(24 * u, pitch - head - 2.6 * u));
  const room = side ? side.width : 0.4 * area.width;
  const wish = thick / heroHeight;
  const setAt = (size: number) =>
    rows.map(({ goal }) => hero(...splitValue(goal), size, Math.max(3.4 * u, size * 0.3)));
  const sizes = Array.from({ length: 80 }, (_, i) => wish * (1 - i / 100));
  const size = sizes.find((one) => setAt(one).every(({ width }) => width <= room)) ?? wish * 0.2;
  const values = setAt(size);
  const small = Math.max(3.4 * u, Math.min(4.4 * u, 0.86 * nameSize));
  const widths = rows.flatMap(({ goal }, i) => [values[i]?.width ?? 0, measure(goal.apart, small, "bold")]);
  const column = side ? side.x : area.x + area.width - Math.min(room, Math.max(...widths));
  const right = side ? area.x + area.width : column - 3.4 * u;
  const line = Math.round(area.x + (right - area.x) * goalAt);
  const texts = statusesOf(rows, small, (side ? side.x + side.width : area.x + area.width) - column);
  let [drawing, great] = ["", ""];
  if (side)
    drawing += drawYearsOf(
      rows,
      { ...side, x: column + Math.max(...widths), y: head, height: thick },
      side,
      u,
    );
  rows.forEach(({ goal, y }, i) => {
    const top = Math.round(y + head);
    const status = texts[i] ?? "";
    const next = rows[i + 1]?.y;
    drawing += writeName(goal, area.x, y + nameSize * 0.92, nameSize, right, u);
    drawing += drawRail(goal, {
      x: area.x,
      top,
      thick,
      right,
      goal: line,
      until: next === undefined ? top + thick + 1.4 * u : next - 0.6 * u,
      u,
    });
    drawing += setText(status, {
      x: column,
      y: y + nameSize * 0.92,
      size: small,
      face: "bold",
    });
    const ink =
      values[i]?.at(column, top + thick / 2 + (size * heroHeight) / 2, i === 0 ? "mark" : "ink") ?? "";
    if (i === 0) great = ink;
    else drawing += ink;
  });
  return { drawing, hero: great, goal: line, foot: head + thick };
}

/** Draw the years that led to each value, in the room that is left beside it on its panel. */
function drawYearsOf(rows: readonly Row[], beside: Area, panel: Area, u: number): Ink {
  const x = beside.x + 4 * u;
  const width = panel.x + panel.width - x;
  if (width < 40 * u) return "";
  const years = rows.flatMap(({ goal }) => finishedYears(goal.figure));
  const span = { first: Math.min(...years), last: Math.max(...years) };
  const place = (y: number) => ({ x, y: Math.round(y + beside.y), width, height: beside.height });
  const lines = rows.map(({ goal, y }, i) =>
    drawTrace(goal.figure, place(y), span, i === 0 ? "mark" : "ink", u),
  );
  const end = (rows.at(-1)?.y ?? 0) + beside.y + beside.height;
  return lines.join("") + drawTraceYears(place(0), end + 4.3 * u, span, u);
}

/** Set each value above its rail, which takes the whole width. */
function stacked(rows: readonly Row[], pitch: number, area: Area, u: number): Rows {
  const nameSize = 4.8 * u;
  const thick = Math.round(Math.min(7 * u, 0.16 * pitch));
  const high = Math.min(24 * u, (pitch - nameSize - thick - 9 * u) / heroHeight);
  const brief = Math.max(...rows.map(({ goal }) => measure(goal.apart, 4 * u, "bold")));
  const wide = (size: number) => Math.max(...rows.map(({ goal }) => hero(...splitValue(goal), size).width));
  const sizes = Array.from({ length: 70 }, (_, i) => high * (1 - i / 100));
  const wish = sizes.find((size) => wide(size) + brief + 4 * u <= area.width) ?? high * 0.3;
  const texts = statusesOf(rows, 4 * u, area.width - wide(wish) - 4 * u);
  const line = Math.round(area.x + area.width * goalAt);
  const under = nameSize + 2.6 * u + wish * heroHeight;
  let [drawing, great] = ["", ""];
  rows.forEach(({ goal, y }, i) => {
    const top = Math.round(y + under + 2.6 * u);
    const set = hero(...splitValue(goal), wish);
    const status = texts[i] ?? "";
    drawing += writeName(goal, area.x, y + nameSize * 0.92, nameSize, area.x + area.width, u);
    drawing += setText(status, {
      x: area.x + area.width,
      y: y + under,
      size: 4 * u,
      face: "bold",
      anchor: "end",
    });
    drawing += drawRail(goal, {
      x: area.x,
      top,
      thick,
      right: area.x + area.width,
      goal: line,
      until: top + thick + 1.4 * u,
      u,
    });
    const ink = set.at(area.x, y + under, i === 0 ? "mark" : "ink");
    if (i === 0) great = ink;
    else drawing += ink;
  });
  return { drawing, hero: great, goal: line, foot: under + 2.6 * u + thick };
}

function splitValue({ value, figure }: Goal): [number: string, unit: string] {
  return [value.slice(0, value.length - figure.unit.length).trim(), figure.unit];
}

/** Say of every row whether it met its target and how far it is; only how far, where that is too long for one of them. */
function statusesOf(rows: readonly Row[], size: number, room: number): string[] {
  const full = rows.map(({ goal: { met, apart } }) => `${met ? "已达到" : "没有达到"}，${apart}`);
  const brief = rows.map(({ goal }) => goal.apart);
  const fits = (texts: readonly string[]) => texts.every((text) => measure(text, size, "bold") <= room + 0.5);
  return fits(full) ? full : brief.map((text) => (fits([text]) ? text : ""));
}

function writeName({ name, bound }: Goal, x: number, y: number, size: number, right: number, u: number): Ink {
  const shown = cutText(name, size, "bold", right - x);
  const after = x + measure(shown, size, "bold") + 2 * u;
  const small = Math.max(3.3 * u, 0.8 * size);
  const fits = after + measure(bound, small, "sans") <= right;
  return (
    setText(shown, { x, y, size, face: "bold" }) +
    (fits ? setText(bound, { x: after, y, size: small, colour: "mute" }) : "")
  );
}

interface Rail {
  readonly x: number;
  readonly top: number;
  readonly thick: number;
  readonly right: number; // to which a bar may run
  readonly goal: number; // where the target lies
  readonly until: number; // how far down its line runs
  readonly u: number;
}

/** Draw a rail: what is there in grey, what passed the target in cinnabar, what is missing as an outline, what is too much in ink, what stayed free as a blank. */
function drawRail({ share, upward, met }: Goal, { x, top, thick, right, goal, until, u }: Rail): Ink {
  const wished = share === null ? x : x + (goal - x) * share;
  const to = Math.round(Math.min(wished, right));
  const bars = [
    rect(x, top, right - x, thick, "card"), // as far as a rail goes
    rect(x, top, Math.max(0, Math.min(to, goal) - x), thick, "t2"),
  ];
  if (to > goal) bars.push(rect(goal, top, to - goal, thick, upward ? "mark" : "ink"));
  if (to < goal && share !== null) {
    const outline = `M${to} ${top + 1}H${goal}V${top + thick - 1}H${to}`;
    bars.push(
      met
        ? rect(to, top, goal - to, thick, "card")
        : stroke(outline, "mute", 0.24 * u, { "stroke-dasharray": "9 6" }),
    );
  }
  if (wished > right) bars.push(tear(to - 3.6 * u, top, thick, u));
  bars.push(
    stroke(`M${goal} ${short(top - 1.2 * u)}V${short(until)}`, "ink", 0.3 * u, {
      "stroke-dasharray": `${short(1.7 * u)} ${short(1.1 * u)}`,
    }),
  );
  return bars.join("");
}

/** Tear a bar that is longer than its room. */
function tear(x: number, top: number, thick: number, u: number): Ink {
  const slant = 1.6 * u;
  const cut = (from: number) =>
    `M${short(from + slant)} ${top}h${short(0.7 * u)}L${short(from + 0.7 * u)} ${top + thick}h${short(-0.7 * u)}z`;
  return shape(cut(x) + cut(x + 1.7 * u), "ground");
}
