import type { Audience, Dataset } from "../declared/dataset.ts";
import { dayOf, daysBetween, timesOf } from "../figures/period.ts";
import { type Rows, textAt } from "../rows.ts";
import { type Period, periodAfter, periodAt } from "./period.ts";

/** A period that is over and of which nothing is known yet. */
export interface Owed {
  readonly period: Period;
  readonly overdue: boolean;
  readonly days: number; // late where it is overdue, else left; 0: today is the day
}

/** What is expected of a data set, and from whom. */
export interface Due {
  readonly dataset: string; // id
  readonly title: string;
  readonly owner: string;
  readonly audience: Audience;
  readonly scheduled: boolean; // false: nobody said when; nothing is owed
  readonly owed: readonly Owed[]; // earliest first
  readonly next: { readonly period: Period; readonly days: number } | null; // the first period whose day is still to come
}

/**
 * Say what is owed of every data set: periods that are over without a row in them and without a word in coverage.
 * The first period expected is the calendar's `since`, else the first of which anything is known, else the last that is over.
 */
export function findDue(datasets: Iterable<Dataset>, all: ReadonlyMap<string, Rows>, now: string): Due[] {
  return [...datasets].map((dataset) => {
    const { id, title, owner, audience, calendar } = dataset;
    const own = { dataset: id, title, owner, audience };
    if (!calendar) return { ...own, scheduled: false, owed: [], next: null };
    const rows = all.get(id);
    const days = rows ? timesOf(rows).map(dayOf) : [];
    const years = coverageOf(id, all.get("coverage"));
    const reported = new Set(days.map((day) => periodAt(day, calendar).from));
    const isAnswered = ({ from }: Period) => years.has(from.slice(0, 4)) || reported.has(from);

    const known = [...days, ...[...years.keys()].map((year) => `${year}-01-01`)].toSorted()[0];
    const start = calendar.since === undefined ? known : `${calendar.since}-01-01`;
    const owed: Owed[] = [];
    let period = start === undefined ? lastOver(now, calendar) : periodAt(start, calendar);
    for (; period.to <= now; period = periodAfter(period, calendar)) {
      if (isAnswered(period)) continue;
      const overdue = period.due < now;
      owed.push({ period, overdue, days: daysBetween(period.due, now) });
    }
    while (uncounted.has(years.get(period.from.slice(0, 4)) ?? "")) period = periodAfter(period, calendar);
    const open = owed.find((one) => !one.overdue);
    const next = open ?? { period, days: daysBetween(now, period.due) };
    return { ...own, scheduled: true, owed, next: { period: next.period, days: next.days } };
  });
}

/** Words of coverage after which no figures will come. */
const uncounted: ReadonlySet<string> = new Set(["未统计", "不适用", "不公开"]);

/** What coverage says of a data set, by year. */
function coverageOf(id: string, coverage: Rows | undefined): ReadonlyMap<string, string> {
  const years = new Map<string, string>();
  for (let row = 0; coverage && row < coverage.length; row++) {
    const year = textAt(coverage, row, "年度");
    if (textAt(coverage, row, "数据集") === id && year !== "") years.set(year, textAt(coverage, row, "状态"));
  }
  return years;
}

/** The last period that is over on a day. */
function lastOver(now: string, calendar: NonNullable<Dataset["calendar"]>): Period {
  let period = periodAt(`${Number(now.slice(0, 4)) - 1}-01-01`, calendar);
  for (let after = period; after.to <= now; after = periodAfter(after, calendar)) period = after;
  return period;
}
