import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, rect, shape, short, stroke } from "../ink.ts";
import type { Bar, Saving } from "../saving.ts";
import { measure, setText } from "../type.ts";
import { heroAbove, heroBeside, placeHero, type Taken } from "./saving-hero.ts";

/** A row: a bar, what is written after it, and the room it has. */
interface Row {
  readonly bar: Bar;
  readonly y: number;
  readonly height: number;
  readonly named: boolean; // there is room for its year and its value
}

/** Where the bars lie. */
interface Place {
  readonly x0: number;
  readonly scale: number; // px a unit
  readonly u: number;
  readonly seams: readonly number[];
  readonly limit: number; // to which labels may run
}

/** How near to a seam no bar ends and no glyph comes, in px. */
const clear = 20;

/** Draw years as bars from zero below the base year's: the blank beside them is, in area, what was saved, and holds the great figure. */
export function drawSaving(
  saving: Saving,
  areas: readonly Area[],
  { u, layout, seams: all }: Format,
): Drawing {
  const [first] = areas;
  const last = areas.at(-1);
  if (!first || !last) return { drawing: "", hero: "" };
  const whole = {
    ...first,
    y: last.y,
    width: last.x + last.width - first.x,
    height: last.height,
  };
  const seams = all.filter((seam) => seam > whole.x && seam < whole.x + whole.width);
  const rows = layRows(saving, whole, u);
  const inside = placeBars(saving, whole, whole.x + whole.width, seams, u);
  const right = inside.x0 + saving.base * inside.scale;
  const bounds = {
    left: (seams.at(-1) ?? inside.x0 - clear) + clear,
    right,
    top: whole.y,
    bottom: whole.y + whole.height,
  };
  const most = (layout === "standard" ? 28 : 42) * u;
  const tries = [saving, { ...saving, change: "" }].flatMap((said) => {
    const taken = takenBy(said, rows, inside);
    const placed = said.blank && isRoomy(taken, inside) ? placeHero(said, taken, bounds, most, u) : null;
    return placed ? [{ said, placed }] : [];
  });
  // The change on the year before gives way where the great figure would be much smaller for it.
  const [fuller, other] = tries;
  const chosen = other && fuller && fuller.placed.size < 0.85 * other.placed.size ? other : fuller;
  if (chosen) {
    const { said, placed } = chosen;
    return { drawing: drawRows(said, rows, inside, whole) + placed.drawing, hero: placed.hero };
  }
  const beside = heroBeside(saving, whole, u);
  const end = whole.x + whole.width - beside.width - 4 * u;
  const narrow = placeBars(saving, whole, end, seams, u);
  const told = isRoomy(takenBy(saving, rows, narrow), narrow) ? saving : { ...saving, change: "" };
  if (seams.length === 0 && !isRoomy(takenBy(told, rows, narrow), narrow)) return drawUnder(told, whole, u);
  return { drawing: drawRows(told, rows, narrow, whole) + beside.drawing, hero: beside.hero };
}

/** Draw the bars under the great figure: labels this long leave no room for it beside them. */
function drawUnder(saving: Saving, area: Area, u: number): Drawing {
  const above = heroAbove(saving, area, u);
  const shift = above.height + 2.4 * u;
  const rest = { ...area, y: area.y + shift, height: area.height - shift };
  const place = placeBars(saving, rest, rest.x + rest.width, [], u);
  const rows = layRows(saving, rest, u);
  return {
    drawing: drawRows({ ...saving, blank: null }, rows, place, rest) + above.drawing,
    hero: above.hero,
  };
}

/** Lay the rows out: the base year's bar is high enough for its value; where rows are many, every so many is named. */
function layRows({ bars, latest }: Saving, area: Area, u: number): Row[] {
  const [, ...others] = bars;
  const even = area.height / bars.length;
  const head = Math.round(Math.max(Math.min(even, 22 * u), 5 * u));
  const pitch = Math.min((area.height - head) / Math.max(1, others.length), 22 * u);
  const line = 3.7 * u;
  const top = (i: number) => (i === 0 ? area.y : area.y + head + (i - 1) * pitch);
  const laid = bars.map(
    (bar, i): Row => ({
      bar,
      y: top(i),
      height: i === 0 ? head : pitch,
      named: false,
    }),
  );
  const middle = (i: number) => (laid[i]?.y ?? 0) + (laid[i]?.height ?? 0) / 2;
  const named: number[] = [];
  const name = (i: number) => {
    if (named.every((other) => Math.abs(middle(other) - middle(i)) >= line)) named.push(i);
  };
  const every = Math.ceil(line / pitch);
  [0, bars.findIndex(({ year }) => year === latest)].forEach(name);
  bars.forEach(({ value }, i) => {
    if (value === null) name(i);
  });
  bars.forEach((_, i) => {
    if (i % every === 0) name(i);
  });
  return laid.map((row, i) => ({ ...row, named: named.includes(i) }));
}

/** Scale the bars to end at `right`; a little shorter where one would end on a seam. */
function placeBars({ bars }: Saving, area: Area, right: number, seams: readonly number[], u: number): Place {
  const x0 = area.x + Math.ceil(measure("2000", 3.3 * u, "bold")) + 2.2 * u;
  const most = Math.max(...bars.map(({ value }) => value ?? 0));
  const scales = [1, 0.99, 0.98, 0.97, 0.96, 0.95, 0.94, 0.93].map((part) => ((right - x0) * part) / most);
  const isClear = (scale: number) =>
    bars.every(
      ({ value }) => value === null || seams.every((seam) => Math.abs(x0 + value * scale - seam) > clear),
    );
  return { x0, scale: scales.find(isClear) ?? scales[0] ?? 0, u, seams, limit: right - 0.6 * u };
}

/** What is written after a bar, in order: its value, how it rose, what must be known. */
function labelOf({ unit, latest, change }: Saving, bar: Bar): { text: string; bold: boolean } {
  const { year, text, note, risen, value } = bar;
  if (value === null) return { text, bold: false };
  const noted = note === "" ? "" : `（${note}）`;
  if (year === latest) return { text: `${text} ${unit}${noted}  ${change}`.trim(), bold: true };
  return { text: `${text}${noted}${risen > 0 ? " ▲" : ""}`, bold: risen > 0 };
}

/** Find where a row's label begins: after its bar, beyond a seam that it would cross, or in the bar where there is no room after it. */
function placeLabel(saving: Saving, bar: Bar, place: Place): { x: number; end: number; inside: boolean } {
  const { x0, scale, u, seams, limit } = place;
  const { text, bold } = labelOf(saving, bar);
  const after = bar.value === null ? x0 : x0 + bar.value * scale + 1.2 * u;
  const wide = measure(text, 3.3 * u, bold ? "bold" : "sans");
  const crossed = seams.find((seam) => after < seam + clear && after + wide > seam - clear);
  const x = crossed === undefined ? after : crossed + clear + 0.4 * u;
  const inside = x + wide > limit && after - x0 > wide + 3.4 * u && bar.note === "";
  const start = inside ? after - 2.4 * u - wide : x;
  return { x: start, end: start + wide, inside };
}

/** List what the rows take up: each as far as its bar and its label reach. */
function takenBy(saving: Saving, rows: readonly Row[], place: Place): Taken[] {
  return rows.map(({ bar, y, height, named }, i) => {
    const end = place.x0 + (bar.value ?? 0) * place.scale;
    const isOpen = i > 0 && bar.counted; // the blank runs through it
    const right = named ? Math.max(end, placeLabel(saving, bar, place).end) : end;
    return { top: y, bottom: y + height, right: isOpen ? right : Number.POSITIVE_INFINITY };
  });
}

/** Tell whether every label has room. */
function isRoomy(taken: readonly Taken[], { limit }: Place): boolean {
  return taken.every(({ right }) => !Number.isFinite(right) || right <= limit);
}

function drawRows(saving: Saving, rows: readonly Row[], place: Place, area: Area): Ink {
  const { x0, scale } = place;
  const right = x0 + saving.base * scale;
  const blank = rows.filter(({ bar }) => bar.counted && bar.value !== null && saving.blank !== null);
  const card = blank
    .map(({ bar, y, height }) => {
      const from = x0 + (bar.value ?? 0) * scale;
      return `M${short(from)} ${short(y)}H${short(right)}V${short(y + height)}H${short(from)}z`;
    })
    .join("");
  return (
    (card === "" ? "" : shape(card, "card")) + rows.map((row) => drawRow(saving, row, place, area)).join("")
  );
}

function drawRow(saving: Saving, { bar, y, height, named }: Row, place: Place, area: Area): Ink {
  const { x0, scale, u } = place;
  const { year, value, note, risen } = bar;
  const isBase = year === saving.bars[0]?.year;
  const isLatest = year === saving.latest;
  const gap = Math.max(2, Math.min(0.22 * height, 1.6 * u));
  const [top, thick] = [
    Math.round(y + (isBase ? 0 : gap / 2)),
    Math.max(2, Math.round(height - (isBase ? gap / 2 : gap))),
  ];
  const middle = top + thick / 2;
  const size = 3.3 * u;
  const colour = isLatest ? "mark" : isBase ? "t3" : "t2";
  const from = ((value ?? 0) - risen) * scale;
  const wide = (value ?? 0) * scale;
  const isHollow = note !== "" && !isLatest;
  const drawn = isHollow
    ? [
        stroke(
          `M${x0} ${top + 1}h${short(Math.max(2, wide - 1))}v${thick - 2}h${short(-Math.max(2, wide - 1))}z`,
          "t2",
          2,
          { "stroke-dasharray": "9 6" },
        ),
      ]
    : [
        rect(x0, top, wide, thick, colour),
        risen > 0 && !isLatest ? rect(x0 + from, top, risen * scale, thick, "ink") : "",
      ];
  if (!named) return value === null ? "" : drawn.join("");
  const { text, bold } = labelOf(saving, bar);
  const baseline = middle + 0.36 * size;
  const isStrong = isBase || isLatest || risen > 0;
  const yearText = setText(String(year), {
    x: area.x,
    y: baseline,
    size,
    face: isStrong ? "bold" : "sans",
    colour: isStrong ? "ink" : "mute",
  });
  const whole = `${text} ${saving.unit}`;
  const isInside = wide >= measure(whole, size, "bold") + 2.4 * u;
  const after = placeLabel(saving, bar, place);
  const label = isBase
    ? setText(whole, {
        x: x0 + wide + (isInside ? -1.2 : 1.2) * u,
        y: baseline,
        size,
        face: "bold",
        colour: isInside ? "ground" : "ink",
        anchor: isInside ? "end" : "start",
      })
    : setText(text, {
        x: after.x,
        y: baseline,
        size,
        face: bold ? "bold" : "sans",
        colour: after.inside ? "ground" : bold ? "ink" : "mute",
      });
  return [...(value === null ? [] : drawn), yearText, label].join("");
}
