import { daysIn, twoDigits } from "../cells/day.ts";
import type { Calendar } from "../declared/calendar.ts";

/** A stretch of time for which figures are expected, and the day by which they are. */
export interface Period {
  readonly name: string; // e.g. "2025 年第 3 季度"
  readonly from: string; // first and last day
  readonly to: string;
  readonly due: string;
}

/** Months in a period. */
const lengths = { year: 12, "half-year": 6, quarter: 3, month: 1 } as const;

/** Give the period of a calendar in which a day lies. */
export function periodAt(day: string, calendar: Calendar): Period {
  const months = lengths[calendar.every];
  const year = Number(day.slice(0, 4));
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / months);
  const last = (index + 1) * months;
  return {
    name: nameOf(year, index, calendar.every),
    from: `${year}-${twoDigits(last - months + 1)}-01`,
    to: lastDayOf(year, last),
    due: dueOf(year, last, calendar),
  };
}

/** Give the period that begins where another ends. */
export function periodAfter({ to }: Period, calendar: Calendar): Period {
  const [year, month] = monthAfter(Number(to.slice(0, 4)), Number(to.slice(5, 7)));
  return periodAt(`${year}-${twoDigits(month)}-01`, calendar);
}

function nameOf(year: number, index: number, every: Calendar["every"]): string {
  if (every === "year") return `${year} 年`;
  if (every === "half-year") return `${year} 年${index === 0 ? "上" : "下"}半年`;
  return every === "quarter" ? `${year} 年第 ${index + 1} 季度` : `${year} 年 ${index + 1} 月`;
}

function dueOf(year: number, lastMonth: number, { every, due }: Calendar): string {
  if (every === "year") return dayIn(year + 1, Number(due.slice(0, 2)), Number(due.slice(3)));
  const [nextYear, nextMonth] = monthAfter(year, lastMonth);
  return dayIn(nextYear, nextMonth, Number(due));
}

function monthAfter(year: number, month: number): [year: number, month: number] {
  return month === 12 ? [year + 1, 1] : [year, month + 1];
}

function lastDayOf(year: number, month: number): string {
  return dayIn(year, month, 31);
}

/** A day of a month, or the month's last where it has no such day. */
function dayIn(year: number, month: number, day: number): string {
  return `${year}-${twoDigits(month)}-${twoDigits(Math.min(day, daysIn(year, month)))}`;
}
