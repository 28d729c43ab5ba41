import type { Title } from "../core/figure.ts";
import { hatch, line, type Mark, path, rect } from "./mark.ts";
import { type Band, bandsOf, halfBand, type Place } from "./ribbon-band.ts";

type Event = Title["events"][number];
type DrawEvent = (event: Event, x: number, title: Title, place: Place, bands: readonly Band[]) => Mark[];

const kinds: ReadonlyMap<string, DrawEvent> = new Map<string, DrawEvent>([
  ["复查合格", (_event, x, _title, place) => [notch(x, place)]],
  ["黄牌", yellowCard],
  ["撤销", ({ event, date }, x, _title, place) => [...stop(x, place), cross(x, place, `${event} ${date.slice(0, 7)}`)]],
  ["终止", ({ event, date }, x, _title, place) => [...stop(x, place), ...say(x, 8, place, `${event} ${date.slice(0, 7)}`)]],
  ["涉改认定", changeOver],
]);

/** Draw what happened to a title on its band; events before the first year or after the as-of day lie off the sheet. */
export function drawEvents(title: Title, place: Place): Mark[] {
  const { calendar, asOf } = place;
  const bands = bandsOf(title, place);
  return title.events.flatMap((event) => {
    const x = calendar.x(event.date);
    if (x < calendar.left || event.date > asOf) return [];
    return kinds.get(event.event)?.(event, x, title, place, bands) ?? [];
  });
}

/** Cut a notch into the band's lower edge. */
function notch(x: number, { middle, palette, paint }: Place): Mark {
  const foot = middle + halfBand;
  const outline = paint.outline === null ? {} : { stroke: paint.outline };
  return path(`M${x - 4} ${foot}L${x} ${foot - 7}L${x + 4} ${foot}`, { fill: palette.card, ...outline });
}

/** Draw a 9 × 13 card turned by 8°, the time until 恢复 hatched, and both dates. */
function yellowCard({ date, honor }: Event, x: number, title: Title, place: Place, bands: readonly Band[]): Mark[] {
  const { calendar, middle, palette, board, isNarrow } = place;
  const restored = title.events.find((e) => e.event === "恢复" && e.date >= date && e.honor === honor);
  const band = bands.find((b) => b.left <= x && x <= b.right);
  const end = Math.min(restored ? calendar.x(restored.date) : calendar.right, band?.right ?? x);
  const marks: Mark[] = [];
  if (end - x >= 1) {
    marks.push(rect(x, middle - halfBand, end - x, 2 * halfBand, { fill: palette.card }));
    marks.push(
      rect(x + 0.5, middle - halfBand + 0.5, Math.max(0.5, end - x - 1), 2 * halfBand - 1, {
        fill: hatch(place.paint.outline ?? place.paint.fill, 5),
        stroke: place.paint.outline ?? place.paint.fill,
      }),
    );
  }
  const [cos, sin] = [Math.cos(Math.PI / 22.5), Math.sin(Math.PI / 22.5)];
  const cy = middle - halfBand - 4;
  const corners = [
    [-4.5, -6.5],
    [4.5, -6.5],
    [4.5, 6.5],
    [-4.5, 6.5],
  ].map(([dx = 0, dy = 0]) => `${x + dx * cos - dy * sin} ${cy + dx * sin + dy * cos}`);
  marks.push(path(`M${corners.join("L")}z`, { fill: palette.yc, stroke: palette.ink, width: 1.5 }));
  board.block({ left: x - 7, right: x + 7, top: cy - 8, bottom: cy + 8 });
  const back = restored && !isNarrow ? ` → 恢复 ${restored.date.slice(0, 7)}` : "";
  const label = { text: `黄牌 ${date.slice(0, 7)}${back}`, y: cy - 2, fill: palette.ink } as const;
  board.tryWrite({ ...label, x: x + 10 }, { ...label, x: x - 10, align: "right" }, { ...label, x: x + 10, y: middle + halfBand + 9 });
  return marks;
}

function stop(x: number, { middle, palette }: Place): Mark[] {
  return [line(x, middle - 14, x, middle + 14, { stroke: palette.ink, width: 3 })];
}

function cross(x: number, place: Place, words: string): Mark {
  const { middle, palette } = place;
  say(x, 18, place, words);
  return path(`M${x + 6} ${middle - 4}l8 8M${x + 14} ${middle - 4}l-8 8`, { stroke: palette.ink, width: 2 });
}

/** Write words beside a bar: right of it, else left, else below. */
function say(x: number, aside: number, { board, middle, palette }: Place, words: string): Mark[] {
  const label = { text: words, fill: palette.ink } as const;
  board.tryWrite(
    { ...label, x: x + aside, y: middle },
    board.clamp({ ...label, x: x - 6, y: middle - 18, align: "right" }),
    board.clamp({ ...label, x: x - 6, y: middle + 19, align: "right" }),
  );
  return [];
}

/** Mark a reorganisation that the title survived: a thin line and its word above the band. */
function changeOver({ event }: Event, x: number, _title: Title, place: Place): Mark[] {
  const { board, middle, palette } = place;
  const label = { text: event, x: x + 4, y: middle - halfBand - 9, fill: palette.ink } as const;
  board.tryWrite(label, { ...label, x: x - 4, align: "right" });
  return [line(x, middle - halfBand - 6, x, middle + halfBand, { stroke: palette.ink })];
}
