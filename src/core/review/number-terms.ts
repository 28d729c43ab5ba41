import type { CellSet } from "../figure.ts";
import { Decimal, sum } from "../figures/decimal.ts";
import { convert, isMoney } from "../figures/money.ts";
import { type Rows, textAt } from "../rows.ts";
import { type Expression, evaluate, join, term } from "./expression.ts";

/** Registers a cell and gives its mark on the page. */
export type CellOf = (rows: Rows, row: number, column: string) => string;

/** So many terms of a sum are written out; of more each file is one. */
const mostTerms = 40;

/**
 * Write the number in a cell, times what converts it where its row names another unit of money; `wanted` is the unit of the
 * result, null in a ratio of other things, whose money is taken in 元.
 */
export function numberTerm(
  rows: Rows,
  row: number,
  column: string,
  wanted: string | null,
  from: string | null,
): Expression {
  const number = term(textAt(rows, row, column), from);
  const { comparison, kind } = rows.dataset;
  const isMeasured =
    comparison && [comparison.value, comparison.previous, comparison.budget].includes(column);
  if (!isMeasured || kind !== "state") return number;
  const unit = textAt(rows, row, comparison.unit);
  const factor = convert(Decimal(1), unit, wanted ?? (isMoney(unit) ? "元" : unit));
  return factor === null || factor.eq(1) ? number : join("×", [number, term(factor)]);
}

/** Add up the cells of some sets. */
export function sumOf(sets: readonly CellSet[], wanted: string | null, cell: CellOf): Expression {
  const all = sets.flatMap(({ rows, column, indices }) =>
    indices.map((row) => ({ rows, row, column, file: rows.files[rows.file[row] ?? 0] ?? "" })),
  );
  if (all.length === 0) return term(0);
  if (all.length <= mostTerms) {
    return join(
      "+",
      all.map(({ rows, row, column }) => numberTerm(rows, row, column, wanted, cell(rows, row, column))),
    );
  }
  const files = [...Map.groupBy(all, ({ file }) => file).values()];
  const subtotals = files.map((of) =>
    sum(
      of.map(({ rows, row, column }) => evaluate(numberTerm(rows, row, column, wanted, null)) ?? Decimal(0)),
    ),
  );
  return join(
    "+",
    subtotals.map((subtotal) => term(subtotal)),
  );
}

/** Count the cells of some sets. */
export function countOf(sets: readonly CellSet[]): number {
  return sets.reduce((count, { indices }) => count + indices.length, 0);
}
