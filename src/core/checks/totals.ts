import { type Issue, issue } from "../cells/reading.ts";
import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import type { Across, Rule } from "../declared/rule.ts";
import { Decimal, sum } from "../figures/decimal.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { groupRows } from "./history.ts";
import { slackOf, type Written, writtenAt, writtenLike } from "./written.ts";

type RuleOf<K extends Rule["rule"]> = Extract<Rule, { rule: K }>;

/** A figure that takes part in a sum. */
type Term = Written & Spot;

/** A cell that takes part in a sum, and what it is called in a sentence. */
export interface Spot {
  readonly row: number;
  readonly column: string;
  readonly name: string;
}

/** Go through the cells of every sum that a rule speaks of: columns of a row, or rows that differ in one column's word. */
export function* sumsIn(
  rule: RuleOf<"parts-of-total">,
  rows: Rows,
): Generator<{ readonly total: Spot; readonly parts: readonly Spot[] }> {
  const { total, parts, across } = rule;
  if (!across) {
    for (let row = 0; row < rows.length; row++) {
      const at = (column: string): Spot => ({ row, column, name: column });
      yield { total: at(total), parts: parts.map(at) };
    }
    return;
  }
  for (const byWord of rowsAlike(rows, across)) {
    const row = byWord.get(total);
    const words = parts.flatMap((part) => spell(part, byWord, rule, rows.dataset));
    const spots = words.flatMap((name): Spot[] => {
      const at = byWord.get(name);
      return at === undefined ? [] : [{ row: at, column: across.column, name }];
    });
    if (row === undefined || spots.length < words.length) continue;
    yield { total: { row, column: across.column, name: total }, parts: spots };
  }
}

/** BIZ-05 and MASK-04: parts add up to their total. */
export function checkParts(rule: RuleOf<"parts-of-total">, rows: Rows, units: Units): Finding[] {
  const found: Finding[] = [];
  for (const sum of sumsIn(rule, rows)) {
    const total = termAt(rows, sum.total);
    if (!total) continue;
    const parts = sum.parts.flatMap((spot) => termAt(rows, spot, total.row) ?? []);
    if (parts.length < sum.parts.length) continue;
    const wrong = judgeSum(rows, total, parts);
    const related = parts.map(({ row, column }) => placeAt(rows, row, column));
    if (wrong) found.push(cellFinding(rows, total.row, total.column, wrong, units, related));
  }
  return found;
}

/** BIZ-04: shares add up to 100 %, give or take 0.1 each, or more where fewer decimals are written. */
export function checkShares(rule: RuleOf<"share-sums">, rows: Rows, units: Units): Finding[] {
  const { columns, across } = rule;
  const found: Finding[] = [];
  const judge = (terms: readonly (Term | null)[]) => {
    const [first] = terms;
    if (!first || terms.length < 2 || terms.some((term) => term === null)) return;
    const shares = terms as readonly Term[];
    const total = sum(shares.map(({ value }) => value));
    const usual = Decimal(0.1).times(shares.length);
    const rounded = sum(shares.map(({ decimals }) => Decimal(`0.5e-${decimals}`)));
    const tolerance = rounded.gt(usual) ? rounded : usual;
    const difference = total.minus(100).abs();
    if (difference.lte(tolerance)) return;
    const facts = {
      names: shares.map(({ name }) => name),
      textShares: shares.map(({ row, column }) => originalAt(rows, row, column)).join(" + "),
      textTotal: total.toFixed(),
      textDifference: difference.toFixed(),
      tolerance: tolerance.toFixed(),
    };
    const related = shares.slice(1).map(({ row, column }) => placeAt(rows, row, column));
    found.push(cellFinding(rows, first.row, first.column, issue("BIZ-04", facts), units, related));
  };
  if (columns) {
    for (let row = 0; row < rows.length; row++) {
      judge(columns.map((column) => termAt(rows, { row, column, name: column })));
    }
  }
  if (across) {
    for (const byWord of rowsAlike(rows, across)) {
      judge([...byWord].map(([name, row]) => termAt(rows, { row, column: across.column, name })));
    }
  }
  return found;
}

/** The rows that are alike in every other column of the key, by their word; of a repeated key the first. */
function rowsAlike(rows: Rows, { by }: Across): Iterable<ReadonlyMap<string, number>> {
  const others = rows.dataset.schema.primaryKey.filter((name) => name !== by);
  const groups = groupRows(rows, others);
  const alike = new Map<number, Map<string, number>>();
  for (let row = 0; row < rows.length; row++) {
    const [group, word] = [groups.of[row] ?? 0, textAt(rows, row, by)];
    if (group === 0 || word === "") continue;
    const known = alike.get(group);
    if (!known) alike.set(group, new Map([[word, row]]));
    else if (!known.has(word)) known.set(word, row);
  }
  return alike.values();
}

/** A part without a row of its own is what it consists of, where another rule says so. */
function spell(
  part: string,
  byWord: ReadonlyMap<string, number>,
  rule: RuleOf<"parts-of-total">,
  dataset: Dataset,
): readonly string[] {
  if (byWord.has(part)) return [part];
  const finer = dataset.rules.find(
    (one) =>
      one !== rule && one.rule === "parts-of-total" && one.total === part && isSame(one.across, rule.across),
  );
  return finer?.rule === "parts-of-total" ? finer.parts : [part];
}

function isSame(a: Across | undefined, b: Across | undefined): boolean {
  return a?.by === b?.by && a?.column === b?.column;
}

function termAt(rows: Rows, spot: Spot, like = spot.row): Term | null {
  const { row, column } = spot;
  if (textAt(rows, row, column) === "") return null;
  const field = like === row ? undefined : fieldsOf(rows.dataset).find((one) => one.name === column);
  const written = field ? writtenLike(rows, row, field, like) : writtenAt(rows, row, column);
  return written && { ...written, ...spot };
}

/** Within this many times what rounding allows, rounding is the likely cause. */
const nearRounding = 10;

/** Nothing, a note that rounding explains the difference, or the error that it does not. */
function judgeSum(rows: Rows, total: Term, parts: readonly Term[]): Issue | null {
  const added = sum(parts.map(({ value }) => value));
  const difference = total.value.minus(added).abs();
  if (difference.eq(0)) return null;
  const tolerance = slackOf([total, ...parts]);
  const facts = {
    total: total.name,
    textTotal: originalAt(rows, total.row, total.column),
    parts: parts.map(({ name }) => name),
    textParts: parts.map(({ row, column }) => originalAt(rows, row, column)).join(" + "),
    textSum: added.toFixed(),
    textDifference: difference.toFixed(),
    tolerance: tolerance.toFixed(),
    dataset: rows.dataset.id,
  };
  if (difference.lte(tolerance)) return issue("MASK-04", { ...facts, within: true }, "N");
  if (difference.lte(tolerance.times(nearRounding))) return issue("MASK-04", { ...facts, within: false });
  return issue("BIZ-05", facts);
}
