import { issue } from "../cells/reading.ts";
import { cellFinding } from "../checks/cell-finding.ts";
import { type Dataset, isNumeric } from "../declared/dataset.ts";
import type { Finding } from "../finding.ts";
import { type Column, type Rows, textAt } from "../rows.ts";
import { states } from "../state.ts";
import type { Units } from "../units.ts";

/** Columns of persons of whose split (by unit; in an event data set by event) some cell is small: by data set. */
export type SmallSplits = ReadonlyMap<string, ReadonlySet<string>>;

/** Tell whether a number of persons is so small that it may name them: from 1 to below the data set's `smallCell`. */
export function isSmall(value: number, dataset: Dataset): boolean {
  return value > 0 && value < dataset.smallCell;
}

/** Name the columns that count persons. */
export function personColumns(dataset: Dataset): string[] {
  return dataset.schema.fields
    .filter((field) => isNumeric(field) && field.additive !== "all")
    .map((field) => field.name);
}

/**
 * Find every cell of 1 to 4 persons (the data set's `smallCell`) of a split in the rows an edition may show: SDC-01. The top
 * unit's own number is the split's total and no cell of it. Where one cell is small, nothing of the split is published, in no
 * year, so that nothing can be worked out from the rest (Hundepool et al., Statistical Disclosure Control, 2012, 4.2: table redesign).
 */
export function findSmallCells(
  all: ReadonlyMap<string, Rows>,
  units: Units,
): { splits: SmallSplits; findings: Finding[] } {
  const splits = new Map<string, ReadonlySet<string>>();
  const findings: Finding[] = [];
  for (const [id, rows] of all) {
    const { dataset } = rows;
    const columns = new Set<string>();
    for (const column of personColumns(dataset)) {
      const ids = rows.columns.get(column)?.value;
      if (!ids) continue;
      for (let row = 0; row < rows.length; row++) {
        if (ids[row] === 0 || !isSmall(Number(rows.pool.text(ids[row] ?? 0)), dataset)) continue;
        if (isOfTop(rows, row, units)) continue;
        columns.add(column);
        const facts = { whose: whoseAt(rows, row, units), column, limit: dataset.smallCell };
        findings.push(cellFinding(rows, row, column, issue("SDC-01", facts), units));
      }
    }
    if (columns.size > 0) splits.set(id, columns);
  }
  return { splits, findings };
}

/** Make the rows that may be published one by one: of a split with a small cell no cell is left. */
export function coarsen(
  all: ReadonlyMap<string, Rows>,
  splits: SmallSplits,
  units: Units,
): ReadonlyMap<string, Rows> {
  const coarse = new Map(all);
  for (const [id, small] of splits) {
    const rows = all.get(id);
    if (!rows) continue;
    const columns = new Map(rows.columns);
    for (const column of [...small, ...ratesOf(rows.dataset, small)]) {
      hide(columns, column, rows, (row) => !isOfTop(rows, row, units));
    }
    coarse.set(id, { ...rows, columns });
  }
  return coarse;
}

/** Name the rates that would give a number of these columns back: rate × the other part. */
function ratesOf(dataset: Dataset, columns: ReadonlySet<string>): string[] {
  return dataset.rules.flatMap((rule) =>
    rule.rule === "rate-of" && (columns.has(rule.numerator) || columns.has(rule.denominator))
      ? rule.column
      : [],
  );
}

/** Make some cells of a column `suppressed`; those that have no number keep their own reason. */
function hide(
  columns: Map<string, Column>,
  name: string,
  rows: Rows,
  isHidden: (row: number) => boolean,
): void {
  const column = columns.get(name);
  if (!column) return;
  const [value, original, state] = [column.value.slice(), column.original.slice(), column.state.slice()];
  for (let row = 0; row < rows.length; row++) {
    if (value[row] === 0 || !isHidden(row)) continue;
    value[row] = 0;
    original[row] = 0;
    state[row] = states.indexOf("suppressed");
  }
  columns.set(name, { value, original, state });
}

/** Tell whether a row of a data set keyed by unit and time is the top unit's own: the total of the split by unit. */
function isOfTop(rows: Rows, row: number, units: Units): boolean {
  const { kind, unit } = rows.dataset;
  return kind === "state" && (unit === undefined || textAt(rows, row, unit) === units.top);
}

function whoseAt(rows: Rows, row: number, units: Units): string {
  const { unit, time } = rows.dataset;
  const year = time === undefined ? "" : textAt(rows, row, time).slice(0, 4);
  const name = unit === undefined ? "" : units.name(textAt(rows, row, unit));
  return year === "" ? name : `${name} ${year} 年`;
}
