import { hero, heroHeight } from "../digits.ts";
import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import { type Ink, stroke } from "../ink.ts";
import type { Band, Held, Tenure } from "../tenure.ts";
import { fitLines, measure, setText } from "../type.ts";
import { drawHangingRow } from "./hanging-row.ts";
import { drawBand, placeBands } from "./ribbon-band.ts";
import { lapses } from "./ribbon-row.ts";

/** Columns of lesser titles beside the main one, at most. */
const most = 3;

/** Draw a title's years as a ribbon that hangs, years downwards, with lesser titles hanging beside it. */
export function drawHangingRibbon(tenure: Tenure, area: Area, { u }: Format): Drawing {
  const { main, before, until } = tenure;
  const tail = until === null ? 0 : 5 * u;
  const foot = area.y + area.height - tail;
  const pitch = (foot - area.y) / (tenure.to - tenure.from);
  const at = (year: number) => area.y + (year - tenure.from) * pitch;
  const left = area.x + Math.round(10.4 * u);
  const wide = Math.round(9.1 * u);
  const step = wide + Math.round(1.5 * u);
  const rows: ((x: number) => Ink)[] = [];
  for (const held of tenure.others) {
    const row =
      rows.length < most ? drawHangingRow(held, { at, foot: area.y + area.height, width: wide, u }) : null;
    if (row) rows.push(row);
  }
  const right = area.x + area.width - (rows.length === 0 ? 0 : rows.length * step + Math.round(u));
  const spans = placeBands(main.bands, at, 0.55 * u);
  const narrow = Math.round(left + 0.56 * (right - left));
  const place: Place = { left, right, u, at };
  const bands = main.bands.map((band, i) => {
    const [from, to] = spans[i] as [number, number];
    return drawBand(
      band,
      { from, to, near: left, far: band.former ? narrow : right },
      at,
      "down",
      band.former ? "band" : "area",
      1.5 * u,
    );
  });
  const counts = writeCounts(tenure, spans, place);
  const drawing = [
    ...(before ? drawLesser(before, spans[0]?.[0] ?? foot, { ...place, right: narrow }) : []),
    ...bands,
    ...counts.small,
    ...writeGaps(spans, place),
    ...drawTail(tenure, spans.at(-1)?.[1] ?? foot, area.y + area.height, place),
    ...drawYears(tenure, area, at, u),
    ...rows.map((row, i) => row(area.x + area.width - (rows.length - i) * step + step - wide)),
  ];
  return { drawing: drawing.join(""), hero: counts.hero, reveal: "down" };
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly u: number;
  readonly at: (year: number) => number;
}

type Span = readonly [from: number, to: number];

/** Draw what the same unit held before as a narrower grey band, its name inside. */
function drawLesser(held: Held, until: number, { left, right, u, at }: Place): Ink[] {
  const spans = placeBands(held.bands, at, 0.55 * u);
  const [first] = spans;
  if (!first) return [];
  const ends = spans.map(([, to]) => Math.min(to, until - Math.round(0.55 * u)));
  const bands = held.bands.map((band, i) =>
    drawBand(
      band,
      { from: spans[i]?.[0] ?? 0, to: ends[i] ?? 0, near: left, far: right },
      at,
      "down",
      "band",
      1.5 * u,
    ),
  );
  const room = Math.max(1, Math.floor(((ends[0] ?? 0) - first[0] - 1.6 * u) / (4.4 * u)));
  const lines = fitLines(held.name, [], [3.6 * u, 3.3 * u], "bold", right - left - 3 * u, room);
  const words = (lines?.lines ?? []).map((line, n) =>
    setText(line, {
      x: left + 1.6 * u,
      y: first[0] + 1.4 * u + (0.95 + n * 1.24) * (lines?.size ?? 0),
      size: lines?.size ?? 0,
      face: "bold",
      colour: "on-area",
    }),
  );
  return [...bands, ...words];
}

/** Name each band's term at its left and count its years at its right; the last count is the great figure. */
function writeCounts(
  { main, years: total }: Tenure,
  spans: readonly Span[],
  { left, right, u }: Place,
): { small: Ink[]; hero: Ink } {
  const counted = main.bands.flatMap(({ kept, former }, i) =>
    former ? [] : [{ kept, band: main.bands[i] as Band, span: spans[i] as Span }],
  );
  let great: Ink = "";
  const small = counted.flatMap(({ kept, band, span: [from, to] }, i) => {
    const isLast = i === counted.length - 1 && kept === total;
    const high = to - from;
    const size = high < 4.6 * u ? 0 : 3.6 * u;
    const term = size > 0 && measure(band.term, size, "bold") <= 0.5 * (right - left) ? band.term : "";
    const wished = isLast ? 28 * u : Math.min(20 * u, (8 + (10 * i) / Math.max(1, counted.length - 1)) * u);
    const beside = right - left - 3.6 * u - (term === "" ? 0 : measure(term, size, "bold") + 2 * u);
    const sized = [...Array.from({ length: 46 }, (_, n) => wished - n * 0.5 * u)].filter(
      (one) => one >= 4 * u && one * heroHeight + 2.2 * u <= high,
    );
    const set = sized
      .map((one) => hero(String(kept), "年", one, Math.max(3.3 * u, one * 0.22)))
      .find((one) => one.width <= beside);
    const words =
      term === ""
        ? []
        : [
            setText(term, {
              x: left + 1.6 * u,
              y: from + 1.4 * u + 0.95 * size,
              size,
              face: "bold",
              colour: "on-area",
            }),
          ];
    if (!set || kept === null) return words;
    const ink = set.at(
      right - 2.6 * u - set.width,
      to - Math.max(1.1 * u, Math.min(1.9 * u, (high - 8 * u) / 4)),
      "on-area",
    );
    if (isLast) great = ink;
    return isLast ? words : [...words, ink];
  });
  return { small, hero: great };
}

/** Write 到期未续 in the middle of a gap. */
function writeGaps(spans: readonly Span[], { left, right, u }: Place): Ink[] {
  return spans.slice(1).flatMap(([from], i) => {
    const end = spans[i]?.[1] ?? from;
    const size = 3.3 * u;
    if (from - end < 5 * u) return [];
    return [
      setText(lapses[0], {
        x: (left + right) / 2,
        y: (from + end) / 2 + 0.36 * size,
        size,
        colour: "mute",
        anchor: "middle",
      }),
    ];
  });
}

/** Outline what a title has still to run after the as-of day, and say to when. */
function drawTail({ until }: Tenure, from: number, to: number, { left, right, u }: Place): Ink[] {
  if (until === null) return [];
  const side = (x: number) =>
    stroke(`M${x} ${from + 0.55 * u}V${to}`, "mark", 0.3 * u, { "stroke-dasharray": `${1.4 * u} ${u}` });
  const size = 3.3 * u;
  const said = until === "" ? "未设期限" : `有效期至 ${until}`;
  const text = measure(said, size, "sans") <= right - left - 3 * u ? said : "仍有效";
  return [
    side(left + 0.15 * u),
    side(right - 0.15 * u),
    setText(text, {
      x: (left + right) / 2,
      y: (from + to) / 2 + 0.4 * size + 0.3 * u,
      size,
      colour: "mute",
      anchor: "middle",
    }),
  ];
}

/** Name the years at which bands begin, the first and the last, as many as stand clear of one another. */
function drawYears(
  { from, to, main, before }: Tenure,
  area: Area,
  at: (year: number) => number,
  u: number,
): Ink[] {
  const size = 3.3 * u;
  const bands = [...(before?.bands ?? []), ...main.bands];
  const wished = [
    [Math.ceil(to) - 1, at(to) - 0.2 * u] as const,
    [Math.floor(from), area.y + 0.9 * size] as const,
    ...bands.map((band) => [Math.floor(band.from), at(band.from) + 0.9 * size + 0.5 * u] as const),
  ];
  const placed: [year: number, y: number][] = [];
  for (const [year, y] of wished) {
    if (placed.every(([other, oy]) => other !== year && Math.abs(oy - y) >= 1.25 * size))
      placed.push([year, y]);
  }
  return placed.map(([year, y]) => setText(String(year), { x: area.x, y, size, colour: "mute" }));
}
