import type { Board } from "./board.ts";
import { line, type Mark, type TextMark } from "./mark.ts";
import { textWidth } from "./text.ts";

/** A line of a label, placed later; `after` is set after it, small and plain. */
export type EndLine = Omit<TextMark, "x" | "y"> & { readonly after?: { text: string; fill: string } };

/** What is said at the right end of a series, at the height of its last point. */
export interface EndLabel {
  readonly y: number;
  readonly lines: readonly EndLine[];
}

const leading = 16;

/** Tell how many lines each of so many labels may have, so that all of them fit a sheet. */
export function linesPerLabel(count: number, height: number): number {
  return Math.max(1, Math.floor(((height - 4) / Math.max(1, count) - 4) / leading));
}

/** Measure the widest line of all labels. */
export function endLabelsWidth(labels: readonly (readonly EndLine[])[]): number {
  return Math.max(
    0,
    ...labels.flat().map((line) => afterAt(line) + (line.after ? textWidth(line.after.text, 12) : 0)),
  );
}

function afterAt({ text, size = 12, bold, after }: EndLine): number {
  return textWidth(text, size, bold) + (after ? 8 : 0);
}

/**
 * Find places for labels of some heights near the wished ones, none overlapping: sorted by height, pushed apart half
 * each way, and kept between top and bottom.
 */
export function spread(
  wished: readonly { y: number; height: number }[],
  top: number,
  bottom: number,
): number[] {
  const order = wished.map((_, i) => i).sort((a, b) => (wished[a]?.y ?? 0) - (wished[b]?.y ?? 0));
  const items = order.map((i) => ({ ...(wished[i] as { y: number; height: number }) }));
  const clamp = (item: { y: number; height: number }) => {
    item.y = Math.min(Math.max(item.y, top + item.height / 2), bottom - item.height / 2);
  };
  for (let round = 0; round < 200; round++) {
    items.forEach((item, i) => {
      clamp(item);
      const above = items[i - 1];
      const overlap = above ? above.y + (above.height + item.height) / 2 - item.y : 0;
      if (!above || overlap <= 0) return;
      above.y -= overlap / 2;
      item.y += overlap / 2;
    });
  }
  const result = wished.map(() => 0);
  let free = top;
  items.forEach((item, i) => {
    const y = Math.max(item.y, free + item.height / 2);
    free = y + item.height / 2;
    result[order[i] as number] = y;
  });
  return result;
}

/** Write labels right of the plot, `indent` px right of where their leaders end; give the leaders and the height of each first line. */
export function writeEndLabels(
  labels: readonly EndLabel[],
  from: number,
  to: number,
  indent: number,
  board: Board,
  stroke: string,
): { marks: Mark[]; places: number[] } {
  const middles = spread(
    labels.map(({ y, lines }) => ({ y, height: lines.length * leading + 4 })),
    2,
    board.height - 2,
  );
  const places = labels.map(({ lines }, i) => (middles[i] as number) - ((lines.length - 1) / 2) * leading);
  labels.forEach(({ lines }, i) => {
    lines.forEach((mark, k) => {
      const at = { x: to + indent, y: (places[i] as number) + k * leading };
      board.write({ ...mark, ...at });
      if (mark.after) board.write({ ...mark.after, x: at.x + afterAt(mark), y: at.y });
    });
  });
  return { marks: labels.map(({ y }, i) => line(from, y, to - 3, places[i] as number, { stroke })), places };
}
