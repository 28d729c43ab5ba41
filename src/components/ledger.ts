import type { Naming, Title } from "../core/figure.ts";

export interface Entry {
  readonly title: Title;
  readonly naming: Naming;
  readonly status: "有效" | "到期" | "黄牌" | "撤销" | "终止" | "未生效";
}

/** Tell how a naming stands on a day. */
export function statusOf(title: Title, naming: Naming, day: string): Entry["status"] {
  if (naming.ended) return naming.ended.event as Entry["status"];
  if (naming.from > day) return "未生效";
  if (naming.to !== null && naming.to < day) return "到期";
  const last = title.events.findLast((event) => event.honor === naming.id && event.date <= day);
  return last?.event === "黄牌" ? "黄牌" : "有效";
}

/** List namings, the latest first. */
export function ledgerOf(titles: readonly Title[], day: string): Entry[] {
  return titles
    .flatMap((title) =>
      title.namings.map((naming) => ({ title, naming, status: statusOf(title, naming, day) })),
    )
    .sort((a, b) => (a.naming.awarded < b.naming.awarded ? 1 : -1));
}

/** Keep what a page has room for: the latest entries, and every one whose standing has changed. */
export function recentEntries(entries: readonly Entry[], count: number): Entry[] {
  const changed = new Set<Entry["status"]>(["黄牌", "撤销", "终止"]);
  return entries.filter((entry, i) => i < count || changed.has(entry.status));
}
