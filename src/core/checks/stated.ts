import { issue } from "../cells/reading.ts";
import { fieldsOf } from "../declared/dataset.ts";
import { Decimal } from "../figures/decimal.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { entryBefore, type Histories } from "./history.ts";
import { isRateOf, type Written, writtenAt, writtenLike } from "./written.ts";

/** A figure and the cell it stands in. */
interface Base extends Written {
  readonly row: number;
  readonly column: string;
}

/** Hold what a row states about the year before (上年数, 增减率) against that year's own row: BIZ-07 and BIZ-08. */
export function checkStated(rows: Rows, histories: Histories, units: Units): Finding[] {
  const { comparison } = rows.dataset;
  if (!comparison) return [];
  const fields = new Map(fieldsOf(rows.dataset).map((field) => [field.name, field]));
  const baseAt = (row: number, column: string, like: number): Base[] => {
    const field = fields.get(column);
    const written = field && writtenLike(rows, row, field, like);
    return written ? [{ ...written, row, column }] : [];
  };
  const found: Finding[] = [];
  for (let entry = 0; entry < histories.length; entry++) {
    const [row, year] = [histories.row[entry] ?? 0, histories.year[entry] ?? 0];
    const before = entryBefore(histories, entry);
    const own = before === null ? [] : baseAt(histories.row[before] ?? 0, comparison.value, row);
    const stated = baseAt(row, comparison.previous, row);
    if (own[0] && stated[0] && !own[0].value.eq(stated[0].value)) {
      found.push(differing(rows, stated[0], own[0], year - 1, units));
    }
    const wrong = checkRate(rows, row, [...own, ...stated], units);
    if (wrong) found.push(wrong);
  }
  return found;
}

function differing(rows: Rows, stated: Base, own: Base, year: number, units: Units): Finding {
  const unit = rows.dataset.comparison?.unit;
  const unitAt = (row: number) => (unit === undefined ? "" : textAt(rows, row, unit));
  const isMixed = unitAt(stated.row) !== unitAt(own.row); // 0.5 and 0.5 differ where one is 亿元
  const said = ({ row, column }: Base) => originalAt(rows, row, column) + (isMixed ? ` ${unitAt(row)}` : "");
  const facts = {
    column: stated.column,
    text: said(stated),
    textRow: said(own),
    year,
    carried: "",
  };
  const related = [placeAt(rows, own.row, own.column)];
  return cellFinding(rows, stated.row, stated.column, issue("BIZ-07", facts), units, related);
}

/** A stated change must fit one of the figures it may have been computed from; the first is shown. */
function checkRate(rows: Rows, row: number, bases: readonly Base[], units: Units): Finding | null {
  const { comparison } = rows.dataset;
  const base = bases[0];
  if (!comparison || !base?.value.gt(0)) return null;
  const rate = writtenAt(rows, row, comparison.rate);
  const value = writtenAt(rows, row, comparison.value);
  if (!rate || !value || bases.some((other) => isRateOf(rate, value, other, 100))) return null;
  const change = value.value.div(base.value).minus(1).times(100).toFixed(Math.max(1, rate.decimals));
  const reversed = { ...rate, value: rate.value.times(-1) };
  const facts = {
    column: comparison.rate,
    text: originalAt(rows, row, comparison.rate),
    textValue: originalAt(rows, row, comparison.value),
    textBefore: originalAt(rows, base.row, base.column),
    textExpected: Decimal(change).gt(0) ? `+${change}` : change,
    reversed: isRateOf(reversed, value, base, 100),
  };
  const related = [placeAt(rows, row, comparison.value), placeAt(rows, base.row, base.column)];
  return cellFinding(rows, row, comparison.rate, issue("BIZ-08", facts), units, related);
}
