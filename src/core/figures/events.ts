import { type Rows, stateAt, textAt } from "../rows.ts";
import { combineStates, isAbsent, type State, statusOf } from "../state.ts";
import { type Amount, noAmount } from "./amount.ts";
import { absenceOf } from "./coverage.ts";
import { Decimal, sum } from "./decimal.ts";
import { rowsByYear, rowsWhere } from "./filter.ts";
import type { Material } from "./material.ts";
import { isUnfinished, lastDay } from "./period.ts";

/** How the rows of a year become a number. */
export interface Tally {
  readonly kind: "count" | "sum" | "distinct" | "mean";
  readonly dataset: string;
  readonly column?: string; // not for count
  readonly where: Record<string, string>;
}

/** Compute one number from a year's rows; for no rows it is 0. */
const tallies: Readonly<Record<Tally["kind"], (texts: readonly string[]) => Decimal>> = {
  count: (texts) => Decimal(texts.length),
  distinct: (texts) => Decimal(new Set(texts).size),
  sum: (texts) => sum(texts.map((text) => Decimal(text))),
  mean: (texts) => sum(texts.map((text) => Decimal(text))).div(texts.length),
};

/** Cells that a mean passes over: nobody knows their number, and nobody keeps it back. */
const unanswered: ReadonlySet<State> = new Set(["missing", "not-collected", "not-applicable"]);

/** What no rows at all come to: 0, but no mean. */
function none({ kind }: Tally): Partial<Amount> {
  return kind === "mean" ? { state: "no-denominator" } : { value: Decimal(0), state: "final" };
}

/**
 * Count, sum, tell apart or average the dated rows of each year, of all units and in no scope; a figure's 时点 is the year's
 * last day. A year without any row is 0 only if coverage says 齐全; in a year with rows, none that fits is 0. Shape: the rows'
 * cells of one column; unit: the column's own, or rows. A mean is the sum ÷ the rows that have a number: blank, 未统计 and 不适用
 * cells do not count, one that is kept back withholds the mean, and without any number there is none. Source: 人次 add
 * up over events, 人数 do not.
 */
export function readEvents(material: Material, tally: Tally): (year: number) => Amount {
  const rows = material.rows.get(tally.dataset);
  const dataset = material.datasets.get(tally.dataset);
  if (!dataset) throw new Error(`unknown data set: ${tally.dataset}`);
  const every = rows ? rowsByYear(rows, rowsWhere(rows, {})) : new Map<number, number[]>();
  const fitting = rows ? rowsByYear(rows, rowsWhere(rows, tally.where)) : every;
  return (year) => {
    const covered = material.coverage(dataset, year);
    const known = { partial: covered?.status === "部分" };
    const hidden = material.hidden.get(dataset.id)?.get(year);
    if (hidden) return noAmount(year, lastDay(year), hidden, known);
    if (!rows || !every.has(year)) {
      if (covered?.status !== "齐全") return noAmount(year, lastDay(year), absenceOf(covered), known);
      return { ...noAmount(year, lastDay(year), "missing", known), ...none(tally) };
    }
    const running = isUnfinished(year, material.now) ? { partial: true, until: material.asOf } : {};
    const indices = fitting.get(year) ?? [];
    return {
      ...noAmount(year, lastDay(year), "missing", known),
      ...compute(rows, indices, tally),
      reported: true,
      ...running,
    };
  };
}

function compute(rows: Rows, fitting: readonly number[], tally: Tally): Partial<Amount> {
  const column = tally.column ?? rows.dataset.time ?? "";
  const answered =
    tally.kind === "mean" ? fitting.filter((row) => !unanswered.has(stateAt(rows, row, column))) : fitting;
  const indices = answered.length > 0 ? answered : fitting;
  if (indices.length === 0) return none(tally);
  const state = combineStates(
    indices.flatMap((row) => [stateAt(rows, row, column), statusOf(textAt(rows, row, "数据状态"))]),
  );
  const cells = [{ rows, column, indices }];
  if (isAbsent(state)) return { value: null, state, cells };
  const texts = indices.map((row) => textAt(rows, row, column));
  return { value: tallies[tally.kind](texts), state, cells };
}
