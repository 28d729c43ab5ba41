import { isAbsent, type State, stateNames } from "../state.ts";
import type { ReleasedPoint } from "./release.ts";

/*
 * What a release says, and when another thing said later needs a row in revisions.csv:
 *
 * 1. A released number that is another number now, to the last digit of its JSON: who works with the downloads sees a difference that
 *    rounding hides on the page. 初步, 修订 and 正式 are no difference by themselves.
 * 2. A released number that is gone: its year, its series, its indicator, or the value, for whatever reason.
 * 3. A state that says something for good (未公开, 小数值不公布, 未统计, 不适用) and is a number, or another state, now.
 * 4. A released 增减率 of a year without a number (仅有增减率) that is another now.
 * 5. Something withdrawn that is a number again.
 *
 * No row is needed where nothing is taken back: a year that was not over; 未到期, 缺 or 分母缺, of which the number comes later;
 * 仅有增减率 that gets its number; a year, series or indicator that was in no release. Between two releases the same holds as between
 * the last one and now, so that no row can be lost.
 */

/** A figure of a year, as a release or the site of today has it. */
export type Stated = Pick<ReleasedPoint, "value" | "state" | "change" | "until"> & {
  readonly withdrawn?: ReleasedPoint["withdrawn"];
};

/** What revisions.csv calls what was taken out, and what is no longer there. */
export const withdrawnText = "已撤下";
export const goneText = "不再公布";

const promised: ReadonlySet<State> = new Set(["not-due", "missing", "no-denominator"]);

/** Write what is said of a figure in a year, as 原值 and 新值 have it: the unrounded number, or the word for why there is none. */
export function sayPoint(point: Stated | undefined): string {
  if (!point) return goneText;
  if (point.withdrawn) return withdrawnText;
  if (point.value !== null) return JSON.stringify(point.value);
  const rate = point.state === "rate-only" && point.change !== null ? ` ${JSON.stringify(point.change)}` : "";
  return stateNames[point.state] + rate;
}

/** Tell whether what was released is taken back by what is said later; see above. */
export function isTakenBack(before: Stated, after: Stated | undefined): boolean {
  if (sayPoint(before) === sayPoint(after)) return false;
  const isNumber = after !== undefined && after.value !== null;
  if (before.withdrawn) return isNumber;
  if (before.until !== null || promised.has(before.state)) return false;
  if (before.state === "rate-only" && isNumber) return false;
  return !(after?.withdrawn && isAbsent(before.state));
}

/** Tell whether a cell of revisions.csv says this; a table program keeps no more than 15 digits of a number. */
export function isSaid(cell: string, said: string): boolean {
  const text = cell.normalize("NFKC").replace(/\s+/g, " ").trim().replace("\u2212", "-");
  if (text === said) return true;
  const [a, b] = [text, said].map((one) => (/^[+-]?\d/.test(one) ? Number(one) : Number.NaN));
  return a !== undefined && b !== undefined && a.toPrecision(15) === b.toPrecision(15) && !Number.isNaN(a);
}
