import type { CellSet, Figure, Point } from "../figure.ts";
import { changeUnitOf } from "../figures/comparison.ts";
import { daysBetween, firstDay, lastDay } from "../figures/period.ts";
import { type Rows, stateAt, textAt } from "../rows.ts";
import { isAbsent } from "../state.ts";
import { executionRate } from "../words/budget.ts";
import { type Expression, join, term } from "./expression.ts";
import { type Line, line } from "./line.ts";
import { type CellOf, numberTerm } from "./number-terms.ts";

/** What a point is compared with: the points of its series, and where each is explained. */
export interface Course {
  readonly figure: Figure;
  readonly points: readonly Point[];
  readonly addressOf: (year: number) => string;
}

/** Set the numbers of a year into what it is compared by: 比上年, 比基年, 预算, 执行率, 最长间隔. */
export function comparedLines(point: Point, course: Course, cell: CellOf): Line[] {
  return [
    changeLine(point, course, cell),
    baseLine(point, course),
    ...budgetLines(point, course.figure, cell),
    gapLine(point, course.figure),
  ].filter((one) => one !== null);
}

function changeLine(point: Point, { figure, points, addressOf }: Course, cell: CellOf): Line | null {
  if (point.change === null) return null;
  const unit = changeUnitOf(figure.indicator);
  const make = (words: string, formula: Expression) =>
    line("比上年", words, formula, point.change ?? 0, unit);
  const before = points.find(({ year }) => year === point.year - 1);
  const own = point.value === null ? null : term(point.value, addressOf(point.year));
  if (own && before?.value != null) {
    return make(sayChange(unit, "上年"), changeOf(own, term(before.value, addressOf(before.year)), unit));
  }
  const { comparison } = point.cells[0]?.rows.dataset ?? {};
  const previous = comparison && cellBeside(point.cells, comparison.previous);
  if (own && previous && previous.row !== null) {
    const { rows, row, column } = previous;
    const last = numberTerm(rows, row, column, figure.indicator.unit, cell(rows, row, column));
    const found = make(sayChange(unit, column), changeOf(own, last, unit));
    if (found.agrees) return found;
  }
  const rate = comparison && cellBeside(point.cells, comparison.rate);
  if (!rate || rate.row === null) return make("没有找到它的来源", term(0));
  const { rows, row, column } = rate;
  return make(`照录${column}`, term(textAt(rows, row, column), cell(rows, row, column)));
}

function sayChange(unit: string, other: string): string {
  return unit === "百分点" ? `本年 − ${other}` : `（本年 − ${other}）÷ ${other} × 100`;
}

function changeOf(now: Expression, then: Expression, unit: string): Expression {
  const difference = join("−", [now, then]);
  return unit === "百分点" ? difference : join("×", [join("÷", [difference, then]), term(100)]);
}

/** Set the change since the base year in: directly, or as the product of the yearly changes. */
function baseLine(point: Point, { figure, points, addressOf }: Course): Line | null {
  if (point.base === null) return null;
  const unit = changeUnitOf(figure.indicator);
  const { baseYear } = figure;
  const make = (words: string, formula: Expression) =>
    line(`比 ${baseYear} 年`, words, formula, point.base ?? 0, unit);
  if (point.year === baseYear) return make("基年", term(0));
  const base = points.find(({ year }) => year === baseYear);
  if (!point.chained && point.value !== null && base?.value != null) {
    const [now, then] = [term(point.value, addressOf(point.year)), term(base.value, addressOf(baseYear))];
    return make(sayChange(unit, `${baseYear} 年`), changeOf(now, then, unit));
  }
  const links = points.filter(({ year }) => baseYear < year && year <= point.year);
  const factors = links.map(({ change, year }) =>
    join("+", [term(1), join("÷", [term(change ?? 0, addressOf(year)), term(100)])]),
  );
  const product = join("×", [join("−", [join("×", factors), term(1)]), term(100)]);
  return make("（各年的 1 + 增减率连乘 − 1）× 100", product);
}

function budgetLines({ budget, cells, ...point }: Point, { indicator }: Figure, cell: CellOf): Line[] {
  if (budget === null) return [];
  const { comparison } = cells[0]?.rows.dataset ?? {};
  const planned = comparison?.budget === undefined ? null : cellBeside(cells, comparison.budget);
  if (!planned || planned.row === null) return [];
  const { rows, row, column } = planned;
  const number = numberTerm(rows, row, column, indicator.unit, cell(rows, row, column));
  const lines = [line("预算", column, number, budget, indicator.unit)];
  const rate = executionRate({ value: point.value, budget });
  if (rate === null || point.value === null) return lines;
  const quotient = join("×", [join("÷", [term(point.value), term(budget)]), term(100)]);
  return [...lines, line("执行率", "决算 ÷ 预算 × 100", quotient, rate, "%")];
}

/** The longest time without, between two days of the year that follow each other. */
function gapLine({ gap, year, until, cells }: Point, { indicator }: Figure): Line | null {
  const { measure } = indicator;
  if (gap === null || measure.kind !== "cadence") return null;
  const [first, last] = [firstDay(year), until ?? lastDay(year)];
  const start = measure.since !== undefined && measure.since > first ? measure.since : first;
  const dates = cells.flatMap(({ rows, indices }) =>
    indices.map((row) => textAt(rows, row, rows.dataset.time ?? "")),
  );
  const ends = [start, ...dates.filter((day) => start <= day && day <= last).toSorted(), last];
  const pairs = ends.slice(1).map((to, i) => ({ from: ends[i] ?? to, to }));
  const days = ({ from, to }: { from: string; to: string }) => daysBetween(from, to);
  const longest = pairs.toSorted((a, b) => days(b) - days(a))[0] ?? { from: start, to: last };
  const words = `从 ${longest.from} 到 ${longest.to} 的天数`;
  return line("最长间隔", words, term(days(longest)), gap, "天");
}

/** Find the cell of another column in the one row that a value stands in; its row is null where there is no number. */
function cellBeside(
  [set, ...more]: readonly CellSet[],
  column: string,
): { readonly rows: Rows; readonly row: number | null; readonly column: string } | null {
  const [row, ...others] = set?.indices ?? [];
  if (!set || row === undefined || more.length + others.length > 0) return null;
  return { rows: set.rows, row: isAbsent(stateAt(set.rows, row, column)) ? null : row, column };
}
