import type { Title } from "../core/figure.ts";
import type { Box } from "./board.ts";
import { hatch, line, type Mark, path, rect, type TextMark } from "./mark.ts";
import { type Band, halfBand, halfOf, type Place } from "./ribbon-band.ts";

type Event = Title["events"][number];

/** How an event is shown on its row: what is drawn, what texts keep off, and its words with the places they may take. */
interface Happening {
  readonly marks: readonly Mark[];
  readonly boxes?: readonly Box[];
  readonly words?: readonly TextMark[];
}

type Show = (event: Event, x: number, place: Place, title: Title, bands: readonly Band[]) => Happening;

const kinds: ReadonlyMap<string, Show> = new Map<string, Show>([
  ["复查合格", notch],
  ["黄牌", yellowCard],
  ["撤销", revocation],
  ["终止", (event, x, place) => ending(event, x, place, 8)],
  ["涉改认定", changeOver],
]);

/** Find what to show of a title's events; those before the first year or after the as-of day lie off the sheet. */
export function happeningsOf(title: Title, place: Place, bands: readonly Band[]): Happening[] {
  const { calendar, asOf } = place;
  return title.events.flatMap((event) => {
    const x = calendar.x(event.date);
    const show = kinds.get(event.event);
    return show && x >= calendar.left && event.date <= asOf ? [show(event, x, place, title, bands)] : [];
  });
}

/** Cut a notch into the band's lower edge. */
function notch(
  _event: Event,
  x: number,
  { middle, palette, paint }: Place,
  _title: Title,
  bands: readonly Band[],
): Happening {
  const half = halfOf(bands.find((band) => band.left <= x && x <= band.right));
  const foot = middle + half;
  const depth = Math.min(7, half);
  const outline = paint.outline === null ? {} : { stroke: paint.outline };
  return {
    marks: [
      path(`M${x - 4} ${foot}L${x} ${foot - depth}L${x + 4} ${foot}`, { fill: palette.card, ...outline }),
    ],
    boxes: [{ left: x - 4, right: x + 4, top: foot - depth, bottom: foot }],
  };
}

/** Draw a 9 × 13 card turned by 8°, hatch the time until 恢复, and give both dates. */
function yellowCard(
  { date, honor }: Event,
  x: number,
  place: Place,
  title: Title,
  bands: readonly Band[],
): Happening {
  const { calendar, middle, palette, isNarrow, paint } = place;
  const restored = title.events.find((e) => e.event === "恢复" && e.date >= date && e.honor === honor);
  const band = bands.find((b) => b.left <= x && x <= b.right);
  const right = Math.min(restored ? calendar.x(restored.date) : calendar.right, band?.right ?? x);
  const top = middle - halfBand;
  const color = paint.outline ?? paint.fill;
  const hatched =
    right - x < 2
      ? []
      : [
          rect(x, top, right - x, 2 * halfBand, { fill: palette.card }),
          rect(x + 0.5, top + 0.5, right - x - 1, 2 * halfBand - 1, { fill: hatch(color, 5), stroke: color }),
        ];
  const y = top - 4;
  const back = restored && !isNarrow ? ` → 恢复 ${restored.date.slice(0, 7)}` : "";
  const words = { text: `黄牌 ${date.slice(0, 7)}${back}`, y: y - 5, fill: palette.ink };
  return {
    marks: [...hatched, path(turnedCard(x, y), { fill: palette.yc, stroke: palette.ink, width: 1.5 })],
    boxes: [
      { left: x - 7, right: x + 7, top: y - 8, bottom: y + 8 },
      { left: x, right, top, bottom: middle + halfBand },
    ],
    words: [
      { ...words, x: x + 10 },
      { ...words, x: x - 10, align: "right" },
      { ...words, x: x + 10, y: middle + halfBand + 9 },
      { ...words, x: x + 7, y: middle + halfBand + 9, align: "right" },
    ],
  };
}

function turnedCard(x: number, y: number): string {
  const [cos, sin] = [Math.cos(Math.PI / 22.5), Math.sin(Math.PI / 22.5)];
  const corners = [
    [-4.5, -6.5],
    [4.5, -6.5],
    [4.5, 6.5],
    [-4.5, 6.5],
  ].map(([dx = 0, dy = 0]) => `${x + dx * cos - dy * sin} ${y + dx * sin + dy * cos}`);
  return `M${corners.join("L")}z`;
}

/** Stop a band with a bar and a cross. */
function revocation(event: Event, x: number, place: Place): Happening {
  const { middle, palette } = place;
  const cross = `M${x + 6} ${middle - 4}l8 8M${x + 14} ${middle - 4}l-8 8`;
  const { marks, words } = ending(event, x, place, 18);
  return {
    marks: [...marks, path(cross, { stroke: palette.ink, width: 2 })],
    boxes: [{ left: x, right: x + 15, top: middle - 5, bottom: middle + 5 }],
    ...(words ? { words } : {}),
  };
}

/** Stop a band with a bar; the word and the month stand right of it, or above or below where a band follows. */
function ending(
  { event, date }: Event,
  x: number,
  { middle, palette, board }: Place,
  aside: number,
): Happening {
  const words = { text: `${event} ${date.slice(0, 7)}`, x: x - 6, y: middle, fill: palette.ink };
  return {
    marks: [line(x, middle - 14, x, middle + 14, { stroke: palette.ink, width: 3 })],
    words: [
      { ...words, x: x + aside },
      board.clamp({ ...words, y: middle - halfBand - 9, align: "right" }),
      board.clamp({ ...words, y: middle + halfBand + 9, align: "right" }),
    ],
  };
}

/** Mark a reorganisation that the title survived: a thin line and its word above the band. */
function changeOver({ event }: Event, x: number, { middle, palette }: Place): Happening {
  const words = { text: event, x: x + 4, y: middle - halfBand - 9, fill: palette.ink };
  return {
    marks: [line(x, middle - halfBand - 6, x, middle + halfBand, { stroke: palette.ink })],
    words: [words, { ...words, x: x - 4, align: "right" }],
  };
}
