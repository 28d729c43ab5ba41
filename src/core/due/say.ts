import type { Due } from "./due.ts";

/** A line of what is owed: of which table, for when, by when, from whom. */
export interface DueLine {
  readonly group: DueGroup;
  readonly title: string;
  readonly period: string; // "" where nothing is scheduled
  readonly due: string; // a day, or ""
  readonly when: string; // 已过 29 天, 还有 2 天, 就是今天
  readonly owner: string;
  readonly dataset: string;
}

/** Groups in the order in which they matter. */
export const dueGroups = {
  late: "已经逾期",
  open: "到期未交",
  next: "下一次",
  never: "没有约定时间",
} as const;
export type DueGroup = keyof typeof dueGroups;

/** List what is owed, what is the latest first, then what comes next, then what nobody said a day for. */
export function listDue(all: readonly Due[]): DueLine[] {
  const lines = all.flatMap(({ dataset, title, owner, scheduled, owed, next }): DueLine[] => {
    const own = { dataset, title, owner };
    if (!scheduled) return [{ ...own, group: "never", period: "", due: "", when: "" }];
    const open = owed.map(({ period, overdue, days }): DueLine => {
      const when = overdue ? `已过 ${days} 天` : sayLeft(days);
      return { ...own, group: overdue ? "late" : "open", period: period.name, due: period.due, when };
    });
    const isSaid = owed.some(({ period }) => period.name === next?.period.name);
    if (!next || isSaid) return open;
    const { period, days } = next;
    return [...open, { ...own, group: "next", period: period.name, due: period.due, when: sayLeft(days) }];
  });
  const order = Object.keys(dueGroups);
  return lines.toSorted(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || (a.due < b.due ? -1 : Number(a.due > b.due)),
  );
}

function sayLeft(days: number): string {
  return days === 0 ? "就是今天" : `还有 ${days} 天`;
}
