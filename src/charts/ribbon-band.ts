import type { Naming, Title } from "../core/figure.ts";
import { dayNumber } from "../core/figures/period.ts";
import { stretchesOf } from "../core/figures/stretches.ts";
import type { Board } from "./board.ts";
import type { Paint } from "./level.ts";
import { line, type Mark, path, rect } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Calendar } from "./ribbon-time.ts";
import { textWidth } from "./text.ts";

/** Where a row is drawn, and with what. */
export interface Place {
  readonly middle: number;
  readonly asOf: string;
  readonly calendar: Calendar;
  readonly board: Board;
  readonly palette: Palette;
  readonly paint: Paint;
  readonly isNarrow: boolean;
}

/** A stretch of validity under one naming, cut to the sheet, in px. */
export interface Band {
  readonly naming: Naming;
  readonly left: number;
  readonly right: number;
  readonly open: boolean; // still valid after the as-of day
  readonly former: boolean; // of the title's predecessor: another name or another unit
}

export const halfBand = 10;

/** Give half the height of a band: a predecessor's is thin. */
export function halfOf(band: Band | undefined): number {
  return band?.former ? 4 : halfBand;
}

/** Cut a title's stretches of validity to the sheet. */
export function bandsOf(title: Title, { calendar, asOf }: Place): Band[] {
  return stretchesOf(title, asOf).flatMap(({ naming, from, end, open, former }) => {
    const left = Math.max(calendar.left, calendar.x(from));
    const right = Math.min(calendar.right, calendar.x(end));
    return right > left ? [{ naming, left, right, open, former }] : [];
  });
}

/** Draw the dotted thread under the bands, to the as-of line or to where the title was ended for good; name a lapse. */
export function drawThread(place: Place, bands: readonly Band[]): Mark[] {
  const { calendar, middle, palette, board } = place;
  const last = bands[bands.length - 1];
  const isOver = last?.naming.ended && last.naming.ended.event !== "到期";
  const end = isOver ? last.right : calendar.right;
  const y = Math.round(middle) + 0.5;
  const marks = [line(calendar.left, y, end, y, { stroke: palette.rule, dash: [1, 5] })];
  bands.forEach((band, i) => {
    const to = bands[i + 1]?.left ?? end;
    if (to - band.right < 66 || (band === last && isOver)) return;
    const label = {
      text: "到期未续",
      x: (band.right + to) / 2,
      y: middle,
      fill: palette.mute,
      align: "center",
    } as const;
    if (board.tryWrite(label)) marks.push(rect(label.x - 28, middle - 8, 56, 16, { fill: palette.card }));
  });
  return marks;
}

/** Draw the bands, 2 px apart where one naming follows another; an open one runs on past the as-of line. */
export function drawBands(place: Place, bands: readonly Band[]): Mark[] {
  const { fill, outline } = place.paint;
  const inset = outline === null ? 0 : 0.5;
  return bands.flatMap((piece, i) => {
    const { naming, left, right, open } = piece;
    const half = halfOf(piece);
    const before = bands[i - 1];
    const start = before && left - before.right < 2 ? left + 2 : left;
    const [width, height] = [right - start - 2 * inset, 2 * (half - inset)];
    const band = rect(start + inset, place.middle - half + inset, Math.max(0.5, width), height, {
      fill,
      ...(outline === null ? {} : { stroke: outline }),
    });
    return open ? [band, pointPast(naming, place)] : [band];
  });
}

/** Write each band's term inside it or, where it does not fit, above; then keep other texts off the bands. */
export function writeTerms({ middle, paint, board, palette, isNarrow }: Place, bands: readonly Band[]): void {
  for (const band of isNarrow ? [] : bands) {
    const { naming, left, right, former } = band;
    const text = `${former ? "前身 " : ""}${naming.term}`.trim();
    if (text === "") continue;
    const inside = { text, x: left + 8, y: middle, fill: paint.on };
    const isWide = textWidth(text, 12) > right - left; // stands over the next band too
    const above = {
      ...inside,
      x: left,
      y: middle - (isWide ? halfBand : halfOf(band)) - 9,
      fill: palette.mute,
    };
    const fits = !former && textWidth(text, 12) + 10 <= right - left;
    board.tryWrite(...(fits ? [inside] : []), above, { ...above, x: right - 4, align: "right" });
  }
  for (const band of bands) {
    const half = halfOf(band);
    board.block({ left: band.left, right: band.right, top: middle - half, bottom: middle + half });
  }
}

/** Draw the outline with a point by which a valid title runs past the as-of line, shorter if it ends soon. */
function pointPast({ to }: Naming, { calendar, middle, paint, asOf }: Place): Mark {
  const days = to === null ? 365 : dayNumber(to) - dayNumber(asOf);
  const tip = calendar.right + 8 + 20 * Math.min(1, days / 365);
  const x = calendar.right + 1;
  return path(
    `M${x} ${middle - halfBand + 0.5}L${tip - 7} ${middle - halfBand + 0.5}L${tip} ${middle}L${tip - 7} ${middle + halfBand - 0.5}L${x} ${middle + halfBand - 0.5}`,
    { stroke: paint.outline ?? paint.fill },
  );
}
