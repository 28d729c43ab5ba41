import type { Measure } from "../declared/indicator.ts";
import type { CellSet, Figure, Point } from "../figure.ts";
import { isMoney } from "../figures/money.ts";
import { type Rows, stateAt, textAt } from "../rows.ts";
import { isAbsent } from "../state.ts";
import { type Expression, join, term } from "./expression.ts";
import { type CellOf, countOf, sumOf } from "./number-terms.ts";

/** How a value is made: what is computed in words, and with its numbers set in. */
export interface Made {
  readonly words: string;
  readonly formula: Expression;
}

type Make<M extends Measure = Measure> = (point: Point, measure: M, figure: Figure, cell: CellOf) => Made;

const columnOf = ([set]: readonly CellSet[]) => set?.column ?? "";

/** Name what is added up: 备案注册人数, or the sum of several rows'. */
function sayCells(sets: readonly CellSet[], otherwise: string): string {
  const name = columnOf(sets) || otherwise;
  return countOf(sets) > 1 ? `${countOf(sets)} 行的${name}之和` : name;
}

function textsOf(sets: readonly CellSet[]): string[] {
  return sets.flatMap(({ rows, column, indices }) => indices.map((row) => textAt(rows, row, column)));
}

/** Keep of the cells of a mean those with a number. */
function answered({ rows, column, indices, ...set }: CellSet): CellSet {
  return { ...set, rows, column, indices: indices.filter((row) => !isAbsent(stateAt(rows, row, column))) };
}

/** Name the windows in which at least one of the days lies. */
function windowsMet(point: Point, months: number): number {
  const days = point.cells.flatMap(({ rows, indices }) => indices.map((row) => timeAt(rows, row)));
  const windows = days.map((day) => Math.floor((Number(day.slice(5, 7)) - 1) / months));
  return new Set(windows.filter((window) => point.windows?.[window] === true)).size;
}

function timeAt(rows: Rows, row: number): string {
  return textAt(rows, row, rows.dataset.time ?? "");
}

const makers: { readonly [K in Measure["kind"]]: Make<Extract<Measure, { kind: K }>> } = {
  sum: ({ cells }, { column }, { indicator }, cell) => ({
    words: countOf(cells) === 0 ? "这一年没有这一项的行，所以是 0" : sayCells(cells, column),
    formula: sumOf(cells, indicator.unit, cell),
  }),
  count: ({ cells }) => ({ words: "符合条件的行数", formula: term(countOf(cells)) }),
  distinct: ({ cells }, { column }) => ({
    words: `不同的${column}的个数`,
    formula: term(new Set(textsOf(cells)).size),
  }),
  mean: ({ cells }, { column }, _, cell) => {
    const own = cells.map(answered);
    return {
      words: `${column}的平均：${countOf(own)} 行有数`,
      formula: join("÷", [sumOf(own, null, cell), term(countOf(own))]),
    };
  },
  ratio: ({ cells }, { numerator, denominator }, { indicator }, cell) => {
    const unit = isMoney(indicator.unit) ? indicator.unit : null;
    const [above, below] = (["numerator", "denominator"] as const).map((side) =>
      cells.filter((set) => set.side === side),
    ) as [CellSet[], CellSet[]];
    const quotient = [sumOf(above, unit, cell), sumOf(below, unit, cell)];
    const words = `${sayCells(above, numerator.column)} ÷ ${sayCells(below, denominator.column)}`;
    return indicator.unit === "%"
      ? { words: `${words} × 100`, formula: join("×", [join("÷", quotient), term(100)]) }
      : { words, formula: join("÷", quotient) };
  },
  held: ({ cells }) => ({
    words: "年末（没过完的年到截至日期）有效的荣誉数，前后相承的算一项",
    formula: term(countOf(cells)),
  }),
  streak: ({ value, year }) => ({
    words: value ? `从 ${year - value + 1} 年末到 ${year} 年末，年年都在` : "年末不持有",
    formula: value ? join("+", [join("−", [term(year), term(year - value + 1)]), term(1)]) : term(0),
  }),
  cadence: (point, { months }) => {
    const counted = point.windows?.filter((met) => met !== null).length ?? 0;
    return {
      words: "有活动的期数 ÷ 已过的期数 × 100",
      formula: join("×", [join("÷", [term(windowsMet(point, months)), term(counted)]), term(100)]),
    };
  },
  trend: ({ value, year }) => {
    const years = Math.abs(value ?? 0);
    const [from, to] = [term(year - years), term(year)];
    const way = (value ?? 0) > 0 ? "升" : "降";
    return {
      words: years === 0 ? "与上年持平，或不能与上年相比" : `${year - years} 年以后连${way} ${years} 年`,
      formula: years === 0 ? term(0) : join("−", (value ?? 0) > 0 ? [to, from] : [from, to]),
    };
  },
};

/** Say how a point's value is made, from its cells alone. */
export function makeValue(point: Point, figure: Figure, cell: CellOf): Made {
  const { measure } = figure.indicator;
  return (makers[measure.kind] as Make)(point, measure, figure, cell); // the kind picks the maker of its own measure
}
