import { hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, stroke } from "../ink.ts";
import type { Band, Held, Tenure } from "../tenure.ts";
import { columnOf, fitLines, measure, setColumn, setText } from "../type.ts";
import { drawHangingRibbon } from "./hanging-ribbon.ts";
import { drawBand, placeBands } from "./ribbon-band.ts";
import { clear, drawRow, type RowPlace } from "./ribbon-row.ts";
import { fitYears, type Years } from "./ribbon-years.ts";

/** Draw a title's years as a ribbon that counts them, with lesser titles as grey rows below; in portrait it hangs. */
export function drawRibbon(tenure: Tenure, areas: readonly Area[], format: Format): Drawing {
  const [first] = areas;
  const last = areas.at(-1);
  if (!first || !last) return { drawing: "", hero: "" };
  if (format.layout === "portrait") return drawHangingRibbon(tenure, first, format);
  const { u } = format;
  const area = { ...first, y: last.y, width: last.x + last.width - first.x, height: last.height };
  const big = Math.min(1.45, Math.max(1, area.height / (57 * u)));
  const axis = 5.4 * u;
  const pitch = Math.round(7 * u * big);
  const most = Math.max(0, Math.min(3, Math.floor((area.height - axis - 24 * u) / pitch)));
  const seams = format.seams.filter((seam) => seam > area.x && seam < area.x + area.width);
  const years = fitYears(tenure, area, seams, u);
  const rowPlace = (count: number) => (i: number, size: number) => ({
    at: years.at,
    top: Math.round(area.y + area.height - (count - i) * pitch + pitch - 5.3 * u * big),
    height: Math.round(5.3 * u * big),
    right: area.x + area.width,
    size,
    u,
    seams,
  });
  const sizes = [3.5 * u * big, 3.3 * u];
  const found = chooseRows(tenure.others, most, sizes, rowPlace(most)).length;
  const rows = chooseRows(tenure.others, found, sizes, rowPlace(found));
  const height = Math.round(area.height - axis - found * pitch);
  const place = { top: area.y, bottom: area.y + height, u, years, big };
  const main = drawMain(tenure, place, area);
  return {
    drawing: [...main.drawing, ...drawAxis(tenure, place, area, seams), ...rows].join(""),
    hero: main.hero,
  };
}

/** Draw the rows of the most telling titles: larger where the first ones fit so, else small; those that do not fit are passed over. */
function chooseRows(
  titles: readonly Held[],
  most: number,
  sizes: readonly number[],
  placeOf: (i: number, size: number) => RowPlace,
): Ink[] {
  const draw = (size: number) =>
    titles.reduce<{ rows: Ink[]; passed: boolean }>(
      ({ rows, passed }, held) => {
        const row = rows.length < most ? drawRow(held, placeOf(rows.length, size)) : null;
        return {
          rows: row === null ? rows : [...rows, row],
          passed: passed || (row === null && rows.length < most),
        };
      },
      { rows: [], passed: false },
    );
  const drawn = sizes.map(draw);
  return (drawn.find(({ passed }) => !passed) ?? drawn.at(-1))?.rows ?? [];
}

interface Place {
  readonly top: number;
  readonly bottom: number;
  readonly u: number;
  readonly big: number;
  readonly years: Years;
}

/** Draw the main title's bands, the lesser title before them, what the counts come to, and the outline of what is still to run. */
function drawMain(tenure: Tenure, place: Place, area: Area): Drawing {
  const { top, bottom, u, years, big } = place;
  const { main, before } = tenure;
  const spans = placeBands(main.bands, years.at, 0.55 * u);
  const low = Math.round(bottom - Math.min(0.45 * (bottom - top), 13.4 * u * big));
  const bands = main.bands.map((band, i) => {
    const [from, to] = spans[i] as [number, number];
    const strip = { from, to, near: band.former ? low : top, far: bottom };
    return drawBand(band, strip, years.at, "right", band.former ? "band" : "area", 1.7 * u);
  });
  const counts = writeCounts(tenure, spans, place);
  const lesser = before ? drawLesser(before, low, spans[0]?.[0] ?? area.x, place) : [];
  const gaps = spans.slice(1).flatMap(([from], i) => {
    const end = spans[i]?.[1] ?? from;
    return from - end < 6 * u ? [] : [centred("到期未续", end, from, place)];
  });
  const drawing = [...lesser, ...bands, ...writeTerms(main.bands, spans, place), ...counts.small, ...gaps];
  return { drawing: [...drawing, ...drawTail(tenure, place)].join(""), hero: counts.hero };
}

/** Draw what the same unit held before as a lower grey band, its name inside. */
function drawLesser(held: Held, low: number, until: number, { bottom, u, years, top }: Place): Ink[] {
  const spans = placeBands(held.bands, years.at, 0.55 * u);
  return held.bands.flatMap((band, i) => {
    const [from, end] = spans[i] as [number, number];
    const to = Math.min(end, until - Math.round(0.55 * u));
    const pad = 1.2 * u;
    const lines = fitLines(held.name, [], [3.6 * u, 3.3 * u], "bold", to - from - 2 * pad, 3);
    const tall = columnOf(held.name).length * 3.5 * u;
    const high = (lines?.lines.length ?? 0) * (lines?.size ?? 0) * 1.22 + 2 * u;
    const near = lines
      ? Math.round(Math.min(low, bottom - high))
      : Math.max(top, Math.min(low, bottom - tall - 2 * pad));
    const middle = (near + bottom) / 2;
    const words = lines
      ? lines.lines.map((line, n) => {
          const y = middle + (n - (lines.lines.length - 1) / 2) * lines.size * 1.22 + lines.size * 0.36;
          return setText(line, { x: from + pad, y, size: lines.size, face: "bold", colour: "on-area" });
        })
      : to - from >= 4 * u && tall + 2 * pad <= bottom - near
        ? [
            setColumn(held.name, {
              x: (from + to) / 2,
              y: near + pad,
              size: 3.3 * u,
              face: "bold",
              colour: "on-area",
            }),
          ]
        : [];
    return [
      drawBand(band, { from, to, near, far: bottom }, years.at, "right", "band", 1.7 * u),
      ...(i === 0 ? words : []),
    ];
  });
}

/** Name the term of each band at its head, where it fits. */
function writeTerms(
  bands: readonly Band[],
  spans: readonly (readonly [number, number])[],
  { top, u, big }: Place,
): Ink[] {
  return bands.flatMap(({ term, former }, i) => {
    const [from, to] = spans[i] as [number, number];
    const size = [3.6 * u * big, 3.3 * u].find((one) => measure(term, one, "bold") <= to - from - 3.2 * u);
    if (size === undefined || former) return [];
    return [
      setText(term, {
        x: from + 1.9 * u,
        y: top + 1.7 * u + size * 0.98,
        size,
        face: "bold",
        colour: "on-area",
      }),
    ];
  });
}

/** Count the years in the bands, each term's larger than the one before; the last count is the great figure. */
function writeCounts(
  { main, years: total }: Tenure,
  spans: readonly (readonly [number, number])[],
  { top, bottom, u, years, big }: Place,
): { small: Ink[]; hero: Ink } {
  const baseline = bottom - 3.6 * u * big;
  const room = (bottom - top - (1.7 + 3.6 + 1.4 + 3.6) * u * big) / heroHeight;
  const counted = main.bands.flatMap(({ kept, former }, i) =>
    kept === null || former ? [] : [{ kept, span: spans[i] as [number, number] }],
  );
  const great = years.inside ? counted.pop() : undefined;
  const wide = (span: readonly [number, number]) => span[1] - span[0] - 3.4 * u;
  const within = (text: string, unit: string, most: number, width: number, unitSize?: number) => {
    const set = hero(text, unit, most, unitSize);
    return set.width <= width ? set : null;
  };
  const sizes = (from: number) =>
    Array.from({ length: 60 }, (_, i) => from - i * 0.5 * u).filter((size) => size >= 5 * u);
  const greatSize = Math.min(room, 28 * u * big);
  const set = great
    ? sizes(greatSize).flatMap(
        (size) =>
          within(String(total), "年", size, wide(great.span)) ??
          (size <= 20 * u ? (within(String(total), "", size, wide(great.span)) ?? []) : []),
      )[0]
    : hero(String(total), "年", Math.min(room * 1.3, 22 * u));
  const hasUnit = (set?.unitWidth ?? 0) > 0;
  const small = counted.flatMap(({ kept, span }, i) => {
    const share = counted.length === 1 ? 0.5 : i / (counted.length - 1);
    const wished = Math.min(9 * (16 / 9) ** share * u * big, greatSize * 0.8);
    const unit = hasUnit ? "年" : "";
    const one = sizes(wished).flatMap(
      (size) => within(String(kept), unit, size, wide(span), 3.6 * u) ?? [],
    )[0];
    return one ? [one.at(span[0] + 1.7 * u, baseline, "on-area")] : [];
  });
  if (!set) return { small, hero: "" };
  const x = great ? great.span[0] + 1.7 * u : years.end + years.tail + 3 * u;
  return {
    small,
    hero: set.at(
      x,
      great ? baseline : (top + bottom) / 2 + (heroHeight / 2) * Math.min(room * 1.3, 22 * u),
      great ? "on-area" : "mark",
    ),
  };
}

/** Outline what a title has still to run after the as-of day, and say to when. */
function drawTail({ until }: Tenure, { top, bottom, u, years, big }: Place): Ink[] {
  if (until === null) return [];
  const [from, to] = [years.end + 0.55 * u, years.end + years.tail];
  const edge = (y: number) =>
    stroke(`M${from} ${y}H${to}`, "mark", 0.3 * u, { "stroke-dasharray": `${1.4 * u} ${u}` });
  const edges = [edge(top + 0.15 * u), edge(bottom - 0.15 * u)];
  const lines = until === "" ? ["未设期限"] : ["有效期至", until];
  const size = 3.3 * u * big;
  if (lines.every((line) => measure(line, size, "sans") <= to - from - 2 * u)) {
    const y = (i: number) => (i === 0 ? top + 1.7 * u + size * 0.98 : bottom - 3.6 * u * big);
    return [
      ...edges,
      ...lines.map((text, i) => setText(text, { x: from + 1.4 * u, y: y(i), size, colour: "mute" })),
    ];
  }
  const choices = until === "" ? ["未设期限"] : [`至${inHan(until)}`, "仍有效"];
  const column = choices.find((text) => columnOf(text).length * 3.5 * u <= bottom - top - u);
  if (column === undefined) return edges;
  const tall = columnOf(column).length * 3.5 * u;
  return [
    ...edges,
    setColumn(column, { x: (from + to) / 2, y: (top + bottom - tall) / 2, size: 3.3 * u, colour: "mute" }),
  ];
}

/** Write a day's month as it is set downwards: 二〇二六年六月. */
function inHan(day: string): string {
  const digits = [...day.slice(0, 4)].map((digit) => "〇一二三四五六七八九"[Number(digit)] ?? "").join("");
  return `${digits}年${months[Number(day.slice(5, 7)) - 1]}月`;
}

const months = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

/** Write a word in the middle of a gap, across or, where that is too narrow, downwards. */
function centred(word: string, from: number, to: number, { top, bottom, u }: Place): Ink {
  const size = 3.3 * u;
  const x = (from + to) / 2;
  if (measure(word, size, "sans") <= to - from - 2 * u)
    return setText(word, { x, y: (top + bottom) / 2 + size * 0.36, size, colour: "mute", anchor: "middle" });
  return setColumn(word, {
    x,
    y: (top + bottom - columnOf(word).length * 3.5 * u) / 2,
    size,
    colour: "mute",
  });
}

/** Name the years at which bands begin, the first and the last, as many as stand clear of one another and of the seams. */
function drawAxis(
  { from, to, main, before }: Tenure,
  { bottom, u, years }: Place,
  area: Area,
  seams: readonly number[],
): Ink[] {
  const size = 3.3 * u;
  const y = bottom + 4.1 * u;
  const wide = measure("2000", size, "sans");
  const lastYear = Math.ceil(to) - 1;
  const starts = [...(before?.bands ?? []), ...main.bands].map(
    (band) => [Math.floor(band.from), years.at(band.from)] as const,
  );
  const wished = [[lastYear, years.end - wide] as const, [Math.floor(from), area.x] as const, ...starts];
  const placed: [year: number, x: number][] = [];
  for (const [year, at] of wished) {
    const seam = seams.find((one) => at < one + clear && at + wide > one - clear);
    const x = seam === undefined ? Math.max(area.x, Math.round(at)) : seam + clear;
    const isClear = placed.every(([other, ox]) => other !== year && Math.abs(ox - x) >= wide + 1.2 * u);
    if (isClear) placed.push([year, x]);
  }
  return placed.map(([year, x]) => setText(String(year), { x, y, size, colour: "mute" }));
}
