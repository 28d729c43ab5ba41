import type { Board } from "./board.ts";
import type { TextMark } from "./mark.ts";
import { textWidth } from "./text.ts";

/** What stands on a bar, and where. */
export interface ValueLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number; // of the bar's end
  readonly value: number;
  readonly fill: string;
  readonly last: boolean;
}

function markOf({ text, x, y, value, fill, last }: ValueLabel, away = 0): TextMark {
  return { text, x, y: value < 0 ? y + 10 + away : y - 9 - away, fill, bold: last, align: "center" };
}

/** Write the value of every bar; false if one of them has no room, and then they ask for an axis. */
export function writeAll(labels: readonly ValueLabel[], board: Board): boolean {
  return labels.map((label) => board.tryWrite(board.clamp(markOf(label)))).every(Boolean);
}

/** Write the values that matter most, as far as there is room: the last always, then the highest, lowest and first. */
export function writeSome(labels: readonly ValueLabel[], board: Board): void {
  const last = labels.find((label) => label.last);
  if (last) {
    const aside = textWidth(last.text, 12, true) / 2 - 8; // a long number leans over the last column
    const places = Array.from({ length: 60 }, (_, i) => markOf(last, i * 4)).flatMap((mark) => [
      board.clamp(mark),
      board.clamp({ ...mark, x: mark.x + Math.max(0, aside) }),
    ]);
    if (!board.tryWrite(...places)) board.write(markOf(last));
  }
  const ordered = [...labels].sort((a, b) => b.value - a.value);
  for (const label of [ordered[0], ordered[ordered.length - 1], labels[0]]) {
    if (label && label !== last) board.tryWrite(board.clamp(markOf(label)));
  }
}
