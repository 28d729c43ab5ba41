import type { ChangeKind, ComparedPoint, FigureChange } from "../changes/figure-changes.ts";
import { stateNames } from "../state.ts";
import { formatNumber, formatValue } from "./format.ts";

/** The heading above the changes of one kind. */
export const changeHeadings: Readonly<Record<ChangeKind, string>> = {
  gone: "不再有数",
  changed: "数改了",
  new: "新有的数",
  state: "数没有变，说法变了",
  compared: "数没有变，与上年或基年的比较变了",
};

/** What one change comes to, in words: whose, of which year, what it was, what it is, and by how much. */
export interface SaidChange {
  readonly whose: string; // 注册志愿者比例, 荣誉授予数·国家级, 一处·注册志愿者比例
  readonly year: number;
  readonly before: string;
  readonly after: string;
  readonly size: string; // "" where there is nothing to measure
}

const mostDecimals = 10;

/** Say a change; two values that would look alike as displayed are written with as many decimals as tell them apart. */
export function sayChange(change: FigureChange): SaidChange {
  const { figure, unit, series, year, before, after } = change;
  const part = series.key === "total" || series.title === figure.title ? "" : `·${series.title}`;
  const whose = `${unit ? `${unit.name}·` : ""}${figure.title}${part}`;
  if (change.kind === "compared") {
    const said = comparisons(before, after, figure.unit);
    return { whose, year, before: said[0], after: said[1], size: "" };
  }
  const decimals = decimalsApart(before?.value ?? null, after?.value ?? null, figure.decimals);
  const write = (point: ComparedPoint | null, other: ComparedPoint | null) => {
    if (!point) return "没有这一项";
    if (point.value === null) return stateNames[point.state];
    return formatValue(point.value, { unit: figure.unit, decimals }) + marksOf(point, other);
  };
  return { whose, year, before: write(before, after), after: write(after, before), size: sizeOf(change) };
}

/** Give the fewest decimals with which two numbers are written differently. */
function decimalsApart(a: number | null, b: number | null, least: number): number {
  if (a === null || b === null || a === b) return least;
  let decimals = least;
  while (decimals < mostDecimals && formatNumber(a, decimals) === formatNumber(b, decimals)) decimals++;
  return decimals;
}

/** Name what else is said of a value, where another version says it otherwise. */
function marksOf(point: ComparedPoint, other: ComparedPoint | null): string {
  if (!other || point.value !== other.value) return "";
  const marks = [
    ...(point.state === other.state ? [] : [stateNames[point.state]]),
    ...(point.partial === other.partial || point.partial === undefined
      ? []
      : [point.partial ? "不完整" : "完整"]),
    ...(point.scope === other.scope || !point.scope ? [] : [`口径：${point.scope}`]),
    ...(point.break === other.break || point.break === undefined
      ? []
      : [point.break ? "与前一年不可比" : "与前一年可比"]),
  ];
  return marks.length > 0 ? `（${marks.join("，")}）` : "";
}

function sizeOf({ figure, difference, percent }: FigureChange): string {
  if (difference === null) return "";
  const sign = difference > 0 ? "+" : "";
  if (figure.unit === "%") return `${sign}${shortest(difference, figure.decimals)} 个百分点`;
  if (percent === null) return `${sign}${shortest(difference, figure.decimals)} ${figure.unit}`;
  return `${sign}${shortest(percent, 1)}%`;
}

/** Write a number that is not 0 with the fewest decimals that keep it from looking like 0. */
function shortest(value: number, least: number): string {
  return formatNumber(value, decimalsApart(value, 0, least));
}

/** Say what a value was compared to before and now: the change on the year before, or on the base year. */
function comparisons(
  before: ComparedPoint | null,
  after: ComparedPoint | null,
  unit: string,
): readonly [string, string] {
  const name = before?.change !== after?.change && after?.change !== undefined ? "change" : "base";
  const [was = null, is = null] = [before?.[name], after?.[name]];
  const decimals = decimalsApart(was, is, 1);
  const write = (value: number | null) => {
    if (value === null) return `${name === "change" ? "比上年" : "比基年"}：不能比`;
    const size = `${value > 0 ? "+" : ""}${formatNumber(value, decimals)}${unit === "%" ? " 个百分点" : "%"}`;
    return `${name === "change" ? "比上年" : "比基年"} ${size}`;
  };
  return [write(was), write(is)];
}
