import { type State, stateNames } from "../core/state.ts";
import { slotOf } from "./absence.ts";
import { type Board, boxOf } from "./board.ts";
import { type Mark, rect } from "./mark.ts";
import type { Palette } from "./palette.ts";

/** Draw absence in a row: a strip as long as the row, hatched where the value is not public, dotted otherwise, with the word in it. */
export function stripMarks(
  state: State,
  { left, right, middle }: { left: number; right: number; middle: number },
  board: Board,
  palette: Palette,
): Mark[] {
  const word = {
    text: stateNames[state],
    x: (left + right) / 2,
    y: middle,
    fill: palette.mute,
    align: "center",
  } as const;
  const box = boxOf(word);
  board.tryWrite(word);
  const strip = { left: left + 0.5, right: right - 0.5, top: middle - 5.5, bottom: middle + 5.5 };
  const ground = rect(box.left - 3, middle - 7, box.right - box.left + 6, 14, { fill: palette.card });
  const slot = slotOf(state, strip, palette);
  return slot.length > 0 ? [...slot, ground] : [];
}
