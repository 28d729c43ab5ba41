import type { Naming, Title } from "../../src/core/figure.ts";
import type { PublishedFigure, PublishedPoint } from "../../src/core/site.ts";

/** A title as its register has it; namings as [届次, first day, last day]. */
export function titleOf(
  name: string,
  namings: readonly (readonly [term: string, from: string, to: string | null, ended?: Naming["ended"]])[],
  more: Partial<Title> = {},
): Title {
  return {
    key: name,
    name,
    unit: "某省某局",
    level: "省级",
    kind: "集体",
    namings: namings.map(([term, from, to, ended = null], i) => ({
      id: `${name}${i}`,
      term,
      awarded: from,
      from,
      to,
      ended,
      granter: "某省文明委",
      document: "",
      predecessor: "",
    })),
    events: [],
    held: true,
    years: 1,
    terms: namings.length,
    ...more,
  };
}

export function eventOf(date: string, event: string): Title["events"][number] {
  return { date, event, honor: "" };
}

export function pointOf(year: number, more: Partial<PublishedPoint> = {}): PublishedPoint {
  return {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    year,
    value: null,
    state: "final",
    parts: null,
    change: null,
    base: null,
    scope: null,
    break: false,
    partial: false,
    until: null,
    chained: false,
    terms: null,
    gap: null,
    windows: null,
    dates: null,
    budget: null,
    sources: [],
    sourceCount: 0,
    ...more,
  };
}

/** A figure of streaks: years kept by title, year by year from the first. */
export function streaksOf(first: number, kept: Readonly<Record<string, readonly number[]>>): PublishedFigure {
  return {
    id: "honors-streak",
    title: "连续保持荣誉",
    topic: "honors",
    order: 3,
    unit: "年",
    decimals: 0,
    method: "。",
    note: "",
    chart: "ribbon",
    also: [],
    measure: { kind: "streak", dataset: "honors", events: "honor-events", where: {} },
    changeUnit: "",
    scope: null,
    baseYear: 2012,
    series: Object.entries(kept).map(([key, values]) => ({
      key,
      title: key,
      points: values.map((value, i) => pointOf(first + i, { value, terms: 1 })),
    })),
    by: null,
    byScope: false,
    datasets: ["honors"],
    present: true,
    notCounted: false,
    targets: [],
    breaks: [],
  };
}
