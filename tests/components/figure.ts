import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../../src/core/site.ts";

/** Make a point of a year; what a case does not name is plain. */
export function point(year: number, more: Partial<PublishedPoint> = {}): PublishedPoint {
  return {
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    year,
    value: null,
    state: "final",
    parts: null,
    change: null,
    base: null,
    scope: "全局",
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

/** Make a series; its title is its key, or 合计. */
export function series(key: string, points: readonly PublishedPoint[]): PublishedSeries {
  return { key, title: key === "total" ? "合计" : key, points };
}

/** Make a figure with one total series of these points. */
export function figure(
  points: readonly PublishedPoint[],
  more: Partial<PublishedFigure> = {},
): PublishedFigure {
  return {
    id: "volunteer-ratio",
    title: "注册志愿者占比",
    topic: "volunteers",
    order: 1,
    unit: "%",
    decimals: 1,
    method: "备案注册人数除以在岗职工数。",
    note: "",
    chart: "line",
    also: [],
    measure: {
      kind: "ratio",
      numerator: { dataset: "volunteers", column: "备案注册人数", where: {} },
      denominator: { dataset: "headcount", column: "在岗职工数", where: {} },
    },
    changeUnit: "百分点",
    scope: "全局",
    baseYear: 2012,
    series: [series("total", points)],
    by: null,
    byScope: false,
    datasets: ["volunteers", "headcount"],
    present: true,
    notCounted: false,
    targets: [],
    breaks: [],
    ...more,
  };
}
