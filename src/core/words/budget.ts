import { mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../site.ts";
import { formatNumber, formatValue, formatYears, roundTo } from "./format.ts";

/** A finished year of which outturn and budget are both known. */
type Budgeted = PublishedPoint & { readonly value: number; readonly budget: number };

/** Tell whether a figure has a budget for any year. */
export function hasBudget(figure: PublishedFigure): boolean {
  return figure.series.some(({ points }) => points.some(({ budget }) => budget !== null));
}

/** List the finished years whose outturn and budget are both known. */
function budgetedYears(figure: PublishedFigure): Budgeted[] {
  const points = mainSeries(figure)?.points ?? [];
  return points.filter(
    (point): point is Budgeted => point.value !== null && point.budget !== null && !point.partial,
  );
}

/** Give 预算执行率, 决算 ÷ 预算 in percent; null where either is unknown or nothing was budgeted. */
export function executionRate({ value, budget }: Pick<PublishedPoint, "value" | "budget">): number | null {
  return value === null || budget === null || budget <= 0 ? null : (value / budget) * 100;
}

/** Write 执行率 as everywhere, with one decimal; "" where there is none. */
export function formatExecution(point: Pick<PublishedPoint, "value" | "budget">): string {
  const rate = executionRate(point);
  return rate === null ? "" : `${formatNumber(rate, 1)}%`;
}

/** From how many years over budget on they are only counted. */
const mostNamed = 3;

/** Say how often the outturn went over the budget: 公务接待费有预算的 8 年里，只有 2023 年决算超过预算. */
export function budgetFinding(figure: PublishedFigure): string {
  const years = budgetedYears(figure);
  const [only] = years;
  if (!only) return `${figure.title}：没有预算与决算都有的年份`;
  const over = years.filter(({ value, budget }) => value > budget).map(({ year }) => year);
  if (years.length === 1) {
    const rate = formatExecution(only);
    return `${only.year} 年${figure.title}决算${over.length > 0 ? "超过" : "没有超过"}预算${rate === "" ? "" : `，执行率 ${rate}`}`;
  }
  const planned = mainSeries(figure)?.points.filter(({ budget }) => budget !== null).length ?? 0;
  const every = `${figure.title}有预算${planned > years.length ? "和决算" : ""}的 ${years.length} 年`;
  if (over.length === 0) return `${every}里，决算都没有超过预算`;
  if (over.length === years.length) return `${every}里，决算都超过预算`;
  const named = over.length <= mostNamed ? formatYears(over) : `${over.length} 年`;
  return `${every}里，${over.length === 1 ? "只有 " : ""}${named}决算超过预算`;
}

/** Describe a chart of outturn beside budget: the finding, the latest year, the highest and lowest 执行率. */
export function describeBudget(figure: PublishedFigure): string {
  const years = budgetedYears(figure);
  const latest = years.at(-1);
  const rated = years.flatMap((point) => {
    const rate = executionRate(point);
    return rate === null ? [] : [{ year: point.year, rate }];
  });
  const ends = ([1, -1] as const).flatMap((side) => {
    const [first, second] = rated.toSorted((a, b) => side * (b.rate - a.rate));
    if (!first || !second || roundTo(first.rate, 1).eq(roundTo(second.rate, 1))) return [];
    return [`${side === 1 ? "最高" : "最低"} ${formatNumber(first.rate, 1)}%（${first.year} 年）`];
  });
  const sayLatest = (point: Budgeted) => {
    const [value, budget] = [point.value, point.budget].map((one) => formatValue(one, figure));
    const rate = formatExecution(point);
    return `${point.year} 年决算 ${value}，预算 ${budget}${rate === "" ? "" : `，执行率 ${rate}`}`;
  };
  const parts = [
    budgetFinding(figure),
    latest ? sayLatest(latest) : "",
    ends.length > 0 ? `执行率${ends.join("，")}` : "",
  ];
  return `${parts.filter((part) => part !== "").join("；")}。`;
}
