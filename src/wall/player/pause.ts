import { sayLeft } from "./say-time.ts";
import { length, svg } from "./svg.ts";
import type { Span } from "./ticker.ts";

const u = 10.8;
const wide = 21 * u; // of the words and of the air before them: what is said at the left may run so far

/** The mark of a paused picture: the hairline runs out, and words say until when. */
export class PauseMark {
  private picture: SVGSVGElement | null = null;
  private mark: SVGGElement | null = null;
  private line: SVGRectElement | null = null;
  private words: SVGTextElement | null = null;

  /** Show how much of a pause is left, on the picture that is shown; null takes the mark away. */
  show(picture: SVGSVGElement | null, pause: Span | null, instant: number): void {
    if (!pause || picture !== this.picture) this.remove();
    document.documentElement.classList.toggle("paused", pause !== null);
    if (!pause || !picture) return;
    if (!this.mark) this.draw(picture);
    const part = (pause.until - instant) / (pause.until - pause.since);
    this.line?.setAttribute("width", String(length(picture.querySelector(".foot .line"), "width") * part));
    if (this.words) this.words.textContent = `${sayLeft(pause.until - instant)} 后继续`;
  }

  remove(): void {
    this.mark?.remove();
    this.picture = this.mark = this.line = this.words = null;
  }

  private draw(picture: SVGSVGElement): void {
    const rule = picture.querySelector(".foot .line");
    const x = length(rule, "x");
    const middle = length(rule, "y") + length(rule, "height") / 2;
    const caption = picture.querySelector(".cap1");
    const end = caption ? length(caption, "x") : x + length(rule, "width");
    const baseline = (place: 1 | 2) => {
      const say = picture.querySelector(`.say${place}`); // a clerk's picture has none
      return say ? length(say, "y") : middle + (place === 1 ? 6.1 : 11.2) * u;
    };
    const text = (place: 1 | 2, words: string, colour: string) =>
      svg(
        "text",
        {
          class: colour,
          x: end,
          y: baseline(place),
          "font-size": 3.3 * u,
          "text-anchor": "end",
        },
        words,
      );
    const words = text(2, "", "mute");
    const line = svg("rect", { class: "ink", x, y: middle - 0.325 * u, width: 0, height: 0.65 * u });
    const mark = svg("g", { class: "pause" });
    const top = baseline(1) - 4 * u;
    const plate = svg("rect", { class: "ground", x: end - wide, y: top, width: wide, height: 10.4 * u });
    mark.append(plate, line, text(1, "已暂停", "bold"), words);
    picture.querySelector(".foot")?.append(mark);
    this.picture = picture;
    this.mark = mark;
    this.line = line;
    this.words = words;
  }
}
