import type { Measure } from "../declared/indicator.ts";
import { textAt } from "../rows.ts";
import { type Amount, noAmount } from "./amount.ts";
import { Decimal } from "./decimal.ts";
import { readEvents } from "./events.ts";
import type { Material } from "./material.ts";
import { dayNumber, daysBetween, firstDay, isUnfinished, lastDay } from "./period.ts";

type Cadence = Extract<Measure, { kind: "cadence" }>;

/**
 * Tell how regularly something took place: the share of a year's fixed windows (months 1–2, 3–4 … from January on) in which at
 * least one row's day lies, and the longest time without in days. Shape: dated rows; unit: %, days. The year begins on
 * 1 January or, if later, on the day the rule starts, and ends on 31 December, or at asOf while it runs; a window that is not
 * whole within it counts only if it is met. The longest time without is the largest difference between two days next to each
 * other of: the first of the year, those of the rows, the last. A year without rows is as for any count: 0 % only if coverage
 * says 齐全; before the rule it is not-applicable, before any window has closed not-due. Source: rules such as 每两月一次, held window by window.
 */
export function readCadence(material: Material, cadence: Cadence): (year: number) => Amount {
  const { dataset, where, months, since = "" } = cadence;
  const count = readEvents(material, { kind: "count", dataset, where });
  return (year) => {
    const amount = count(year);
    if (!amount.value) return amount;
    let first = firstDay(year);
    if (first < since) first = since;
    const last = isUnfinished(year, material.now) ? material.asOf : lastDay(year);
    const none = noAmount(year, amount.day, first > last ? "not-applicable" : "not-due", {
      partial: amount.partial,
      until: amount.until,
      cells: amount.cells,
    });
    if (first > last) return none;
    const days = daysOf(amount).filter((day) => first <= day && day <= last);
    const met = new Set(days.map((day) => Math.floor((Number(day.slice(5, 7)) - 1) / months)));
    const windows = Array.from({ length: 12 / months }, (_, window) => {
      if (met.has(window)) return true;
      return isWhole(year, window * months, months, first, last) ? false : null;
    });
    const counted = windows.filter((window) => window !== null);
    if (counted.length === 0) return none;
    return {
      ...amount,
      value: Decimal(met.size).times(100).div(counted.length),
      gap: longestGap([first, ...days, last]),
      windows,
    };
  };
}

/** List the days on which an amount's rows lie, in order. */
function daysOf(amount: Amount): string[] {
  return amount.cells
    .flatMap(({ rows, indices }) => indices.map((row) => textAt(rows, row, rows.dataset.time ?? "")))
    .sort();
}

/** Tell whether all the months of a window, the first after `before` months, lie between two days. */
function isWhole(year: number, before: number, months: number, first: string, last: string): boolean {
  const start = (month: number) =>
    month === 12 ? firstDay(year + 1) : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  return first <= start(before) && dayNumber(start(before + months)) - 1 <= dayNumber(last);
}

/** Give the most days between two that follow each other. */
function longestGap(days: readonly string[]): number {
  return Math.max(0, ...days.slice(1).map((day, i) => daysBetween(days[i] ?? day, day)));
}
