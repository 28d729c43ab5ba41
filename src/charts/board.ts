import { type Mark, type TextMark, text } from "./mark.ts";
import { textWidth } from "./text.ts";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The sheet on which texts find their places: none leaves it, none overlaps another. */
export class Board {
  readonly marks: Mark[] = [];
  readonly #taken: Box[] = [];
  readonly width: number;
  readonly height: number;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }

  /** Keep texts out of a box. */
  block(box: Box): void {
    this.#taken.push(box);
  }

  /** Set a text where it is, moved sideways only as far as the sheet's edge asks. */
  write(mark: TextMark): void {
    const placed = this.clamp(mark);
    this.block(boxOf(placed));
    this.marks.push(text(placed));
  }

  /** Move a text sideways onto the sheet, if it stands out. */
  clamp(mark: TextMark): TextMark {
    const box = boxOf(mark);
    return { ...mark, x: mark.x + Math.max(0, -box.left) - Math.max(0, box.right - this.width) };
  }

  /** Set a text at the first of the places that is free; tell whether there was one. */
  tryWrite(...candidates: readonly TextMark[]): boolean {
    const free = candidates.find((mark) => this.isFree(boxOf(mark)));
    if (free) this.write(free);
    return free !== undefined;
  }

  /** Tell whether a box lies on the sheet and touches no text. */
  isFree(box: Box): boolean {
    return (
      box.left >= 0 &&
      box.top >= 0 &&
      box.right <= this.width &&
      box.bottom <= this.height &&
      !this.#taken.some(
        (b) => b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom,
      )
    );
  }
}

/** Measure the box of a text and the air at its sides. */
export function boxOf({ text, x, y, size = 12, bold = false, align = "left", air = 1 }: TextMark): Box {
  const lines = text.split("\n");
  const width = Math.max(...lines.map((line) => textWidth(line, size, bold)));
  const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
  const half = ((lines.length - 1) * 14 + size * 1.16) / 2;
  return { left: left - air, top: y - half, right: left + width + air, bottom: y + half };
}
