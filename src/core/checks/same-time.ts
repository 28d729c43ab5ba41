import { type Rows, textAt } from "../rows.ts";
import { yearAt } from "./history.ts";

/** Find the row of the same unit and scope on the same day, else the latest of the same year. */
export function matchTimes(rows: Rows, whole: Rows): (row: number) => number | undefined {
  const dayAt = (of: Rows, at: number) => (of.dataset.time ? textAt(of, at, of.dataset.time) : "");
  const whoAt = ({ dataset, columns }: Rows, at: number) => {
    const idAt = (name: string | undefined) => (name ? (columns.get(name)?.value[at] ?? 0) : 0);
    return idAt(dataset.unit) * 2 ** 26 + idAt(dataset.scope); // ids of one pool
  };
  const known = new Map<number, Map<string, number>>(); // who → day, or year → its latest row
  for (let at = 0; at < whole.length; at++) {
    const [who, day, year] = [whoAt(whole, at), dayAt(whole, at), String(yearAt(whole, at))];
    const times = known.get(who) ?? new Map<string, number>();
    known.set(who, times);
    if (!times.has(day)) times.set(day, at);
    const latest = times.get(year);
    if (latest === undefined || dayAt(whole, latest) < day) times.set(year, at);
  }
  return (row) => {
    const times = known.get(whoAt(rows, row));
    return times?.get(dayAt(rows, row)) ?? times?.get(String(yearAt(rows, row)));
  };
}
