import type { Area, Format } from "../format.ts";
import type { Drawing } from "../frame.ts";
import type { Ink } from "../ink.ts";
import type { Held, Tenure } from "../tenure.ts";
import { columnOf, fitLines, measure, setColumn, setText } from "../type.ts";
import { drawHangingRibbon } from "./hanging-ribbon.ts";
import { drawBand, placeBands } from "./ribbon-band.ts";
import { writeCounts, writeTerms } from "./ribbon-counts.ts";
import { clear, drawRow, type RowPlace } from "./ribbon-row.ts";
import { drawTail } from "./ribbon-tail.ts";
import { fitYears, type Place } from "./ribbon-years.ts";
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
