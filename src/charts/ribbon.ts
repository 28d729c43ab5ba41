import type { Title } from "../core/figure.ts";
import { Board } from "./board.ts";
import { type Paint, paintOf } from "./level.ts";
import { line, type Mark } from "./mark.ts";
import { type Drawing, layer } from "./option.ts";
import type { Palette } from "./palette.ts";
import { bandsOf, drawBands, drawThread, writeTerms } from "./ribbon-band.ts";
import { happeningsOf } from "./ribbon-event.ts";
import { type Calendar, makeCalendar } from "./ribbon-time.ts";
import { textWidth, wrapText } from "./text.ts";

export type RibbonSize = "wide" | "middle" | "narrow";

/** Widths of the sheet, the column of names, the column of sums, and what lies after the as-of line. */
const sheets = {
  wide: { width: 1150, names: 184, sums: 176, after: 52, row: 56 },
  middle: { width: 656, names: 136, sums: 136, after: 36, row: 56 },
  narrow: { width: 328, names: 0, sums: 0, after: 30, row: 76 },
} as const;

const head = 30;
const foot = 26;

/** One row of the ribbon: where it lies, and what is said beside it. */
interface Row {
  readonly title: Title;
  readonly top: number;
  readonly height: number;
  readonly middle: number; // of the band
  readonly name: readonly string[]; // lines
  readonly unit: readonly string[]; // lines; none for the top unit
  readonly sum: string;
}

/** Draw titles as a ribbon: a row each, a band while it was valid, what happened to it, and the run it ends in. */
export function drawRibbonRows(
  titles: readonly Title[],
  asOf: string,
  size: RibbonSize,
  palette: Palette,
  from = firstYear(titles, asOf),
): Drawing {
  const sheet = sheets[size];
  const rows = layOutRows(titles, size);
  const bottom = rows.reduce((y, row) => Math.max(y, row.top + row.height), head);
  const height = bottom + foot;
  const board = new Board(sheet.width, height);
  const calendar = makeCalendar(from, asOf, sheet.names, sheet.width - sheet.sums - sheet.after);
  const stretches =
    size === "narrow" ? rows.map(({ middle }) => [middle - 16, middle + 16]) : [[head - 8, bottom]];
  const marks = drawCalendar(calendar, stretches, board, palette);
  const x = Math.round(calendar.right) + 0.5;
  for (const [top = 0, foot = 0] of stretches) {
    marks.push(line(x, top, x, foot, { stroke: palette.ink }));
    board.block({ left: x - 2, right: x + 2, top, bottom: foot });
  }
  rows.forEach((row, i) => {
    marks.push(line(0, row.top + 0.5, sheet.width, row.top + 0.5, { stroke: palette.line }));
    writeNames(row, size, board, palette);
    const paint = paintOf(row.title.level, i, palette);
    marks.push(...drawRow(row, paint, asOf, calendar, size === "narrow", board, palette));
  });
  board.write({
    text: `数据截至 ${asOf}`,
    x,
    y: bottom + 15,
    fill: palette.ink,
    bold: true,
    align: "center",
  });
  return { width: sheet.width, height, option: { series: [layer(0, [...marks, ...board.marks])] } };
}

function firstYear(titles: readonly Title[], asOf: string): number {
  const days = titles.flatMap((title) => title.namings.map((naming) => naming.from));
  return Number(([...days, asOf].toSorted()[0] as string).slice(0, 4));
}

function layOutRows(titles: readonly Title[], size: RibbonSize): Row[] {
  const { width, names, row } = sheets[size];
  const rows: Row[] = [];
  for (const title of titles) {
    const top = rows.reduce((y, r) => Math.max(y, r.top + r.height), head);
    const sum = sumOf(title);
    if (size === "narrow") {
      const beside = textWidth(title.name, 14) + 12 + textWidth(sum, 13, true) <= width;
      const name = beside ? [title.name] : wrapText(title.name, width, 14);
      const unit = unitOf(title, width);
      const height = row + (name.length + unit.length - (beside ? 1 : 0)) * 18;
      rows.push({ title, top, height, middle: top + height - 25, name, unit, sum });
    } else {
      const name = wrapText(title.name, names - 12, 14);
      const unit = unitOf(title, names - 12);
      const height = Math.max(row, (name.length + unit.length) * 18 + 16);
      rows.push({ title, top, height, middle: top + Math.round(height / 2), name, unit, sum });
    }
  }
  return rows;
}

/** Name the unit of a title, in lines, unless it is the top unit. */
function unitOf({ key, name, unit }: Title, width: number): string[] {
  return key === name ? [] : wrapText(unit, width, 12);
}

/** Say how long a title has been held, or in how many terms it once was. */
function sumOf({ held, terms, years, namings }: Title): string {
  if (!held) return `曾 ${namings.length} 届`;
  return `连续 ${terms} 届（${years > 0 ? `${years} 年` : "不满 1 年"}）`;
}

/** Say until when a title is valid, or how it ended. */
function validityOf({ held, namings }: Title): string {
  const last = namings[namings.length - 1];
  if (!last) return "";
  if (!held && last.ended) return `${last.ended.event} ${last.ended.date.slice(0, 7)}`;
  if (last.to === null) return "未设有效期";
  return `${held ? "有效期至" : "到期"} ${last.to.slice(0, 7)}`;
}

/** Draw a hairline a year and name the years over them, as many as there is room for. */
function drawCalendar(
  calendar: Calendar,
  stretches: readonly number[][],
  board: Board,
  palette: Palette,
): Mark[] {
  const { years, pitch, left, right } = calendar;
  const last = years.length - 1;
  const middle = (year: number) =>
    (calendar.x(`${year}-01-01`) + Math.min(right, calendar.x(`${year + 1}-01-01`))) / 2;
  const label = (index: number, isFull: boolean) => {
    const year = years[index] as number;
    const text = isFull ? String(year) : String(year % 100).padStart(2, "0");
    return board.clamp({ text, x: middle(year), y: 12, fill: palette.mute, align: "center" });
  };
  board.write({ ...label(last, true), fill: palette.ink, bold: true });
  if (last > 0) board.tryWrite(label(0, true));
  board.tryWrite({ text: "此后", x: right + 6, y: 12, fill: palette.mute });
  const isLong = years.length > 30;
  const step = [1, 2, 3, 5, 10, 20].find((every) => every * pitch >= (isLong ? 40 : 26)) ?? 50;
  for (let i = last - 1; i > 0; i--)
    if ((last - i) % step === 0) board.tryWrite({ ...label(i, isLong), air: 6 });
  const ruled = years.filter((_, i) => i > 0 && (pitch >= 12 || (last - i) % step === 0));
  return [left, ...ruled.map((year) => Math.round(calendar.x(`${year}-01-01`)) + 0.5)].flatMap((x) =>
    stretches.map(([top = 0, foot = 0]) => line(x, top, x, foot, { stroke: palette.line })),
  );
}

/** Write a row's name, and at its end how long the title has been held and until when. */
function writeNames(row: Row, size: RibbonSize, board: Board, palette: Palette): void {
  const { title, name, unit, sum } = row;
  const all = [
    ...name.map((text) => ({ text, size: 14, fill: palette.ink })),
    ...unit.map((text) => ({ text, size: 12, fill: palette.mute })),
  ];
  const sumMark = {
    text: sum,
    x: board.width,
    fill: palette.ink,
    size: size === "narrow" ? 13 : 14,
    bold: true,
    align: "right",
  } as const;
  if (size === "narrow") {
    all.forEach((mark, i) => {
      board.write({ ...mark, x: 0, y: row.top + 15 + i * 18 });
    });
    if (!board.tryWrite(board.clamp({ ...sumMark, y: row.top + 15 })))
      board.write({ ...sumMark, y: row.top + 15 + all.length * 18 });
    return;
  }
  all.forEach((mark, i) => {
    board.write({ ...mark, x: 0, y: row.middle + (i - (all.length - 1) / 2) * 18 });
  });
  board.write({ ...sumMark, y: row.middle - 8 });
  const until = {
    text: validityOf(title),
    x: board.width,
    y: row.middle + 10,
    fill: palette.mute,
    align: "right",
  } as const;
  if (until.text) board.write(until);
}

function drawRow(
  { title, middle }: Row,
  paint: Paint,
  asOf: string,
  calendar: Calendar,
  isNarrow: boolean,
  board: Board,
  palette: Palette,
): Mark[] {
  const place = { middle, asOf, calendar, board, palette, paint, isNarrow };
  const bands = bandsOf(title, place);
  const happenings = happeningsOf(title, place, bands);
  for (const { boxes = [] } of happenings) for (const box of boxes) board.block(box);
  writeTerms(place, bands);
  for (const { words } of happenings) if (words) board.tryWrite(...words);
  const thread = drawThread(place, bands);
  return [...thread, ...drawBands(place, bands), ...happenings.flatMap(({ marks }) => marks)];
}
