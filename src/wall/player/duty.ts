import type { Zone } from "../hours.ts";
import { type DutyRow, type DutyState, dutyOf } from "./duty-lines.ts";
import { lengthOf } from "./length.ts";
import { sayMoment } from "./said.ts";
import { length, svg } from "./svg.ts";

const u = 10.8;
const size = 3.3 * u;
const pitch = 5.15 * u;
const names = 16 * u;

/** Where something of the panel is set, and on what kind of picture. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly isUpright: boolean;
  readonly isNarrow: boolean;
}

/** The duty panel: a card over the body of a picture; head, foot and what is behind it stay where they are. */
export class DutyCard {
  private card: SVGGElement | null = null;

  /** Lay it over a picture, with what is known now. */
  show(picture: SVGSVGElement, state: DutyState, zone: Zone): void {
    this.remove();
    const card = svg("g", { class: "duty" });
    const rule = picture.querySelector(".foot .line");
    const [x, width] = [length(rule, "x"), length(rule, "width")];
    const y = length(picture.querySelector(".head text"), "y") + 2.6 * u;
    const height = length(rule, "y") - 1.6 * u - y;
    card.append(
      svg("rect", { class: "card", x, y, width, height }),
      svg("rect", { class: "t2", x, y, width: 0.75 * u, height }),
    );
    const isUpright = height > width;
    const isNarrow = !isUpright && width < 130 * u; // 4:3
    const pad = (isNarrow ? 3 : 4.5) * u;
    const { verdict, rows } = dutyOf(state, zone);
    this.title(card, verdict, { x: x + pad, y, width: width - 2 * pad, isUpright, isNarrow });
    const top = y + (isUpright ? 17.6 : 11.4) * u;
    const room = Math.floor((y + height - 1.8 * u - top) / pitch + 0.001);
    const left = x + pad;
    const column = isUpright ? width - 2 * pad : (width - 2 * pad) * (isNarrow ? 0.54 : 0.48);
    const right = isUpright ? left : left + column;
    const drawn = this.rows(card, fitRows(rows, isUpright ? room - 10 : room), left, top, column);
    const eventsTop = isUpright ? top + (drawn + 0.8) * pitch : top;
    const lines = Math.min(10, Math.floor((y + height - 1.8 * u - eventsTop) / pitch + 0.001));
    if (isUpright) {
      card.append(
        svg("rect", { class: "line", x: left, y: eventsTop - 0.3 * pitch, width: column, height: 0.2 * u }),
      );
    } else {
      const tall = room * pitch;
      card.append(svg("rect", { class: "line", x: right - 0.1 * u, y: top, width: 0.2 * u, height: tall }));
    }
    const eventsX = isUpright ? left : right + pad;
    const end = x + width - pad;
    this.events(
      card,
      state,
      zone,
      { x: eventsX, y: eventsTop, width: end - eventsX, isUpright, isNarrow },
      lines,
    );
    picture.append(card);
    this.card = card;
  }

  remove(): void {
    this.card?.remove();
    this.card = null;
  }

  private title(card: Element, verdict: string, { x, y, width, isUpright, isNarrow }: Place): void {
    const keys = isNarrow ? "I 收起，E 导出" : "按 I 键收起，按 E 键导出";
    const head = svg("text", { class: "serif", x, y: y + 6.4 * u, "font-size": 5.4 * u }, "值班面板");
    const baseline = isUpright ? y + 12.4 * u : y + 6.4 * u;
    const verdictX = isUpright ? x : x + 24.4 * u;
    const end = isUpright ? x + width : x + width - lengthOf(keys) * size;
    const most = (end - verdictX) / (3.6 * u) - (isUpright ? 0 : 1);
    card.append(
      head,
      svg("text", { class: "bold", x: verdictX, y: baseline, "font-size": 3.6 * u }, cut(verdict, most)),
      svg(
        "text",
        { class: "mute", x: x + width, y: y + 6.4 * u, "font-size": size, "text-anchor": "end" },
        keys,
      ),
      svg("rect", { class: "line", x, y: baseline + 2.3 * u, width, height: 0.2 * u }),
    );
  }

  /** Draw the rows, and tell how many lines they took. */
  private rows(card: Element, rows: readonly DutyRow[], x: number, top: number, width: number): number {
    let line = 0;
    const room = (width - names) / size - 0.5;
    const put = (text: string, colour: string, at: number) =>
      card.append(
        svg("text", { class: colour, x: at, y: top + (line + 0.72) * pitch, "font-size": size }, text),
      );
    for (const { name, text, remedy } of rows) {
      const colour = remedy === undefined ? "ink" : "bold amber";
      put(name, "mute", x);
      put(cut(text, room), colour, x + names);
      line++;
      if (remedy === undefined) continue;
      put(cut(remedy, room), colour, x + names);
      line++;
    }
    return line;
  }

  private events(
    card: Element,
    { events, now }: DutyState,
    zone: Zone,
    { x, y: top, width, isNarrow }: Place,
    lines: number,
  ): void {
    const today = sayMoment(now, zone).split(" ")[0];
    const moments = (isNarrow ? 11 : 20) * u;
    events.slice(0, Math.max(0, lines)).forEach(({ last, text, isTrouble }, i) => {
      const y = top + (i + 0.72) * pitch;
      const moment = sayMoment(last, zone);
      const [day, time] = moment.split(" ");
      const said = isNarrow ? (day === today ? time : day) : moment;
      card.append(
        svg("text", { class: "mute", x, y, "font-size": size }, said),
        svg(
          "text",
          { class: isTrouble ? "bold" : "ink", x: x + moments, y, "font-size": size },
          cut(text, (width - moments) / size),
        ),
      );
    });
  }
}

/** Leave out what matters least until the rest has room. */
function fitRows(rows: readonly DutyRow[], room: number): DutyRow[] {
  const kept = rows.slice();
  const lines = () => kept.reduce((sum, { remedy }) => sum + (remedy === undefined ? 1 : 2), 0);
  for (let rank = 5; rank > 0; rank--) {
    for (let i = kept.length - 1; i >= 0 && lines() > room; i--) {
      const row = kept[i];
      if (row?.rank === rank && row.remedy === undefined) kept.splice(i, 1);
    }
  }
  return kept;
}

/** Cut a text that is longer than so many em. */
function cut(text: string, most: number): string {
  if (lengthOf(text) <= most) return text;
  let kept = text;
  while (kept !== "" && lengthOf(kept) + 1 > most) kept = kept.slice(0, -1);
  return `${kept}…`;
}
