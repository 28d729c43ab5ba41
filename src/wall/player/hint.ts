import { length, svg } from "./svg.ts";

const u = 10.8;
const size = 3.3 * u;
const keys = [
  ["→ ←", "换幕"],
  ["空格", "暂停"],
  ["1–9", "选幕"],
  ["Home", "总览"],
  [".", "黑屏"],
  ["F", "全屏"],
  ["I", "值班"],
] as const;

/** A card over the foot of the body that says which keys there are, and which scenes. */
export class Hint {
  private card: SVGGElement | null = null;

  /** Lay the card over a picture; `titles` are the scenes of the round, the one shown marked. */
  show(picture: SVGSVGElement, titles: readonly string[], shown: number): void {
    this.remove();
    const rule = picture.querySelector(".foot .line");
    const [x, width] = [length(rule, "x"), length(rule, "width")];
    const bottom = length(rule, "y") - 1.6 * u;
    const card = svg("g", { class: "hint" });
    picture.append(card);
    const back = svg("rect", { class: "card", x, width, rx: 0.6 * u });
    card.append(back);
    const pieces = [
      ...keys.map(([key, does]) => [key, does, "ink"] as const),
      ...titles.slice(0, 9).map((title, i) => [String(i + 1), title, i === shown ? "ink" : "mute"] as const),
    ];
    let [left, row] = [x + 2 * u, 0];
    const placed: [SVGTextElement, number][] = [];
    pieces.forEach(([key, does, colour], i) => {
      const name = svg("text", { class: "bold ink", "font-size": size }, key);
      const text = svg("text", { class: i < keys.length ? "mute" : colour, "font-size": size }, does);
      card.append(name, text);
      const gap = name.getComputedTextLength() + 0.9 * u;
      const wide = gap + text.getComputedTextLength();
      if (i === keys.length || (left > x + 2 * u && left + wide > x + width - 2 * u)) {
        left = x + 2 * u;
        row += 1;
      }
      name.setAttribute("x", String(left));
      text.setAttribute("x", String(left + gap));
      placed.push([name, row], [text, row]);
      left += wide + 2.6 * u;
    });
    const pitch = 5.2 * u;
    const height = (row + 1) * pitch + 2.2 * u;
    back.setAttribute("y", String(bottom - height));
    back.setAttribute("height", String(height));
    for (const [text, of] of placed) text.setAttribute("y", String(bottom - height + 4.7 * u + of * pitch));
    this.card = card;
  }

  get isShown(): boolean {
    return this.card !== null;
  }

  remove(): void {
    this.card?.remove();
    this.card = null;
  }
}
