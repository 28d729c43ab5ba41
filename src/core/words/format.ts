import { Decimal } from "../figures/decimal.ts";

const thinSpace = "\u2009";
const minus = "\u2212";

/** What a change needs to be said: its unit, and the decimals of the figure. */
export interface Comparable {
  readonly changeUnit: "百分点" | "%" | "";
  readonly decimals: number;
}

/** Round half away from zero, in decimals. */
export function roundTo(value: number, decimals: number): Decimal {
  return Decimal(String(value)).round(decimals, 1);
}

/**
 * Write a number for reading: rounded half away from zero in decimals (1.005 is 1.01, −2.5 is −3; never by binary
 * floats), with all its decimals, thin spaces between thousands from five digits on, and a true minus.
 */
export function formatNumber(value: number, decimals: number): string {
  const rounded = roundTo(value, decimals);
  const [whole = "", fraction] = rounded.abs().toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, thinSpace) : whole;
  const sign = rounded.lt(0) ? minus : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** Give the decimals at which a change is shown: whole percent where it is chained, one for percent, the figure's for 百分点. */
function changeDecimals(figure: Comparable, chained: boolean): number {
  if (figure.changeUnit === "百分点") return figure.decimals;
  return chained ? 0 : 1;
}

/** Name the direction of a change as it is shown: ▲, ▼, or nothing where it rounds to zero. */
export function formatDirection(change: number, figure: Comparable, chained = false): "▲" | "▼" | "" {
  const rounded = roundTo(change, changeDecimals(figure, chained));
  if (rounded.eq(0)) return "";
  return rounded.gt(0) ? "▲" : "▼";
}

/** Say a change without what it is compared with: 提高 8.0 个百分点, 减少 10.3%, 减少约 54% (chained), 基本持平. */
export function formatChange(change: number, figure: Comparable, chained = false): string {
  const direction = formatDirection(change, figure, chained);
  if (direction === "") return "基本持平";
  const points = figure.changeUnit === "百分点";
  const up = points ? "提高" : "增长";
  const down = points ? "降低" : "减少";
  const size = formatNumber(Math.abs(change), changeDecimals(figure, chained));
  const verb = `${direction === "▲" ? up : down}${chained ? "约" : ""}`;
  return `${verb} ${size}${points ? " 个百分点" : "%"}`;
}

/** Say a change with what it is compared with: 比上年减少 10.3%, 比 2012 年减少约 54%, 与上年基本持平. */
export function formatComparison(change: number, figure: Comparable, other: string, chained = false): string {
  const said = formatChange(change, figure, chained);
  return said === "基本持平" ? `与${other}${said}` : `比${other}${said}`;
}

/** Write a value with its unit: 89.8%, 11 281 小时. */
export function formatValue(
  value: number,
  figure: { readonly unit: string; readonly decimals: number },
): string {
  return `${formatNumber(value, figure.decimals)}${figure.unit === "%" ? "" : " "}${figure.unit}`;
}

/** Join years for reading: 2013、2015—2017 年. */
export function formatYears(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of years.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return `${runs.map(([from, to]) => (from === to ? `${from}` : `${from}—${to}`)).join("、")} 年`;
}
