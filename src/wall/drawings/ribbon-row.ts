import type { Ink } from "../ink.ts";
import type { Held } from "../tenure.ts";
import { measure, setText } from "../type.ts";
import { drawBand, placeBands } from "./ribbon-band.ts";

/** Where a lesser row lies, and how it is set. */
export interface RowPlace {
  readonly at: (year: number) => number;
  readonly top: number;
  readonly height: number;
  readonly right: number; // to which a word after the last band may run
  readonly size: number; // of its text
  readonly u: number;
  readonly seams: readonly number[];
}

/** A stretch in which a text may stand. */
interface Slot {
  from: number;
  to: number;
}

/** Names of a level that a long name may go without. */
const level = /^(全国|国家级|省级|省直|市级|区级|县级|全省|全市)/u;

/** List the ways to write a title, the fullest first. */
export function namesOf({ name }: Held): string[] {
  const bare = name.replace(/^\d{4}(—\d{4})?年(度)?/u, "");
  const short = bare.replace(level, "");
  return [...new Set([name, bare, short.length >= 4 ? short : bare])];
}

/**
 * Draw a title as a grey row with its name, its unit and its sum inside the bands, none across a fold or a seam; null where they
 * find no room, for a band without its name, or a unit's title without the unit, says nothing true.
 */
export function drawRow(held: Held, place: RowPlace): Ink | null {
  const { at, top, height, size, u, seams } = place;
  const small = Math.max(3.3 * u, 0.94 * size);
  const spans = placeBands(held.bands, at, 0.4 * u);
  const pad = 1.1 * u;
  const hatched = held.bands.flatMap(({ cards }) =>
    cards.map(([from, to]): [number, number] => [at(from), at(to)]),
  );
  const cuts = [...seams.map((seam): [number, number] => [seam - clear, seam + clear]), ...hatched];
  const slots = spans.flatMap(([from, to]) => slotsOf(from + pad, to - pad, cuts));
  const middle = top + height / 2 + size * 0.36;
  const texts: Ink[] = [];
  const write = (text: string, x: number, colour: string, face: "bold" | "sans", of = size) =>
    setText(text, { x, y: top + height / 2 + of * 0.36, size: of, face, colour });

  const name = firstFitting(namesOf(held), slots, size);
  if (!name) return null;
  texts.push(setText(name.text, { x: name.slot.from, y: middle, size, face: "bold", colour: "on-area" }));
  name.slot.from += measure(name.text, size, "bold") + 1.6 * u;
  const after = slots.slice(slots.indexOf(name.slot));
  if (held.unit !== "") {
    const unit = firstFitting([held.unit], after, small, "sans");
    if (!unit) return null;
    texts.push(write(unit.text, unit.slot.from, "on-area", "sans", small));
    unit.slot.from += measure(unit.text, small, "sans") + 1.6 * u;
    after.splice(0, after.indexOf(unit.slot));
  }
  const sum = placeSum(held, after, size);
  if (sum) texts.push(write(sum.text, sum.slot.to - measure(sum.text, size, "bold"), "on-area", "bold"));
  return [
    ...held.bands.map((band, i) => {
      const [from, to] = spans[i] as [number, number];
      return drawBand(band, { from, to, near: top, far: top + height }, at, "right", "band", 0.65 * u);
    }),
    ...texts,
    ...gaps(held, spans, place),
  ].join("");
}

function firstFitting(
  texts: readonly string[],
  slots: readonly Slot[],
  size: number,
  face: "bold" | "sans" = "bold",
) {
  for (const text of texts) {
    const slot = slots.find(({ from, to }) => to - from >= measure(text, size, face));
    if (slot) return { text, slot };
  }
  return null;
}

/** Find where to write how long a title has been held: in the last band, short if need be, else in the last band that has room. */
function placeSum({ sum }: Held, slots: readonly Slot[], size: number) {
  const last = slots.slice(-1);
  const brief = sum.replace(/^\d+ 届 /u, "");
  return firstFitting([sum, brief], last, size) ?? firstFitting([sum, brief], slots.toReversed(), size);
}

/** How far a glyph keeps from a seam, in px. */
export const clear = 20;

/** Cut a stretch at what lies across it, so that no glyph comes near. */
export function slotsOf(from: number, to: number, cuts: readonly (readonly [number, number])[]): Slot[] {
  return cuts
    .filter(([start, end]) => start < to && end > from)
    .reduce<Slot[]>(
      (slots, [start, end]) =>
        slots.flatMap((slot) =>
          start >= slot.to || end <= slot.from
            ? [slot]
            : [
                { from: slot.from, to: start },
                { from: end, to: slot.to },
              ].filter((one) => one.to > one.from),
        ),
      [{ from, to }],
    );
}

/** What a gap between two bands says; the shorter where there is little room. */
export const lapses = ["到期未续", "未续"] as const;

/** Write 到期未续 where a title had lapsed, and after the last band how it ended. */
function gaps(
  held: Held,
  spans: readonly (readonly [number, number])[],
  { at, top, height, right, size, u, seams }: RowPlace,
): Ink[] {
  const small = Math.max(3.3 * u, 0.94 * size);
  const y = top + height / 2 + small * 0.36;
  const ends = [...spans.slice(1).map(([from]) => from), right];
  return spans.flatMap(([, to], i) => {
    const end = ends[i] ?? to;
    const isLast = i === spans.length - 1;
    if (!isLast && end - to < at(1) - at(0)) return [];
    const cuts = seams.map((seam): [number, number] => [seam - clear, seam + clear]);
    const words = isLast ? [held.end].filter((word) => word !== "") : lapses;
    const found = firstFitting(words, slotsOf(to + 0.9 * u, end - 0.9 * u, cuts), small, "sans");
    if (!found) return [];
    const wide = measure(found.text, small, "sans");
    const x = isLast ? found.slot.from : (found.slot.from + found.slot.to - wide) / 2;
    return [setText(found.text, { x, y, size: small, colour: "mute" })];
  });
}
