import { type Absence, isAbsent, type State, stateNames } from "../core/state.ts";
import { type Board, type Box, boxOf } from "./board.ts";
import { hatch, type Mark, rect, type TextMark, text } from "./mark.ts";
import type { Palette } from "./palette.ts";
import type { Plot } from "./plot.ts";

/** Years in a row without a value, for one reason. */
export interface Absent {
  readonly from: number;
  readonly to: number;
  readonly state: Absence | null; // null: there is a value, but `word` says why it is not drawn
  readonly word: string;
}

/** Collect the years without a value; years in a row with one reason are one absence. */
export function absencesOf(
  points: readonly { readonly year: number; readonly state: State }[],
  word: (year: number, state: State) => string | null = (_, state) =>
    isAbsent(state) ? stateNames[state] : null,
): Absent[] {
  const found: Absent[] = [];
  for (const { year, state } of points) {
    const said = word(year, state);
    if (said === null) continue;
    const last = found[found.length - 1];
    const same = last && last.word === said && last.to === year - 1;
    if (same) found[found.length - 1] = { ...last, to: year };
    else found.push({ from: year, to: year, state: isAbsent(state) ? state : null, word: said });
  }
  return found;
}

/** Reasons that have a form of their own, the same as in keys and tables; for any other nothing is drawn but the word. */
const hatched: ReadonlySet<State | null> = new Set(["withheld", "suppressed"]);
const dotted: ReadonlySet<State | null> = new Set(["not-collected", "missing"]);

/** Draw the empty place of an absence: hatched where the value is not public, dotted where nobody knows it. */
export function slotOf(
  state: State | null,
  { left, right, top, bottom }: Box,
  { rule }: Pick<Palette, "rule">,
): Mark[] {
  if (hatched.has(state)) return [rect(left, top, right - left, bottom - top, { fill: hatch(rule) })];
  if (!dotted.has(state)) return [];
  return [rect(left, top, right - left, bottom - top, { stroke: rule, dash: [1, 3] })];
}

/**
 * Draw absence as absence: a slot as wide as a bar and as high as the plot, the word set vertically inside. A slot too thin for it has the word above.
 */
export function drawAbsences(
  absences: readonly Absent[],
  plot: Plot,
  board: Board,
  palette: Palette,
  width: number, // of a slot
): Mark[] {
  return absences.flatMap(({ from, to, state, word }) => {
    const half = width / 2;
    const left = Math.round(plot.x(from) - half) + 0.5;
    const right = Math.round(plot.x(to) + half) + 0.5;
    const box = { left, right, top: plot.top, bottom: plot.bottom };
    const middle = { x: (left + right) / 2, fill: palette.mute, align: "center" } as const;
    const down: TextMark = { ...middle, text: [...word].join("\n"), y: (plot.top + plot.bottom) / 2 };
    const slot = slotOf(state, box, palette);
    const inside = boxOf(down);
    const fits = right - left >= 13 || (slot.length === 0 && plot.pitch >= 13);
    if (fits && board.isFree(inside)) {
      board.block(box);
      const ground = hatched.has(state)
        ? [
            rect(
              inside.left - 1,
              inside.top - 2,
              inside.right - inside.left + 2,
              inside.bottom - inside.top + 4,
              { fill: palette.card },
            ),
          ]
        : [];
      return [...slot, ...ground, text(down)];
    }
    board.block(box);
    const above = { ...middle, text: word, y: plot.top - 9 };
    board.tryWrite(above, { ...above, y: plot.top - 23 });
    return slot;
  });
}
