import type { PublishedFigure, PublishedPoint, PublishedSeries } from "../../src/core/site.ts";
import { isAbsent, type State } from "../../src/core/state.ts";
import { point } from "../components/figure.ts";

/** A point, written short: a value, a state, or what differs from the usual. */
export type Short = number | State | Partial<PublishedPoint>;

/** Make the points of a series from its first year on. */
export function pointsOf(first: number, values: readonly Short[]): PublishedPoint[] {
  return values.map((short, i) => {
    const year = first + i;
    const given: Partial<PublishedPoint> =
      typeof short === "number" ? { value: short } : typeof short === "string" ? { state: short } : short;
    return point(year, { scope: given.state && isAbsent(given.state) ? null : "全局", ...given });
  });
}

/** Make a figure; `series` maps a key to its values. */
export function figureOf(
  chart: PublishedFigure["chart"],
  first: number,
  series: Readonly<Record<string, readonly Short[]>>,
  more: Partial<PublishedFigure> = {},
): PublishedFigure {
  const made: PublishedSeries[] = Object.entries(series).map(([key, values]) => ({
    key,
    title: key,
    points: pointsOf(first, values),
  }));
  return {
    id: "sample",
    title: "参赛人次",
    topic: "competitions",
    order: 1,
    unit: "人次",
    decimals: 0,
    method: "",
    note: "",
    chart,
    also: [],
    measure: { kind: "sum", dataset: "competitions", column: "参赛人次", where: {} },
    changeUnit: "%",
    scope: "全局",
    baseYear: first,
    series: made,
    by: null,
    byScope: false,
    datasets: [],
    present: true,
    notCounted: false,
    targets: [],
    breaks: [],
    ...more,
  };
}
