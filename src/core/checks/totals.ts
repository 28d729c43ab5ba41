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

/** A figure, the cell it stands in, and what it is called in a sentence. */
interface Term extends Written {
  readonly row: number;
  readonly column: string;
  readonly name: string;
}

/** BIZ-05 and MASK-04: parts add up to their total, in a row or in rows that differ in one column's word. */
export function checkParts(rule: RuleOf<"parts-of-total">, rows: Rows, units: Units): Finding[] {
  const found: Finding[] = [];
  const judge = (total: Term | null, parts: readonly (Term | null)[]) => {
    if (total === null || parts.some((part) => part === null)) return;
    const wrong = judgeSum(rows, total, parts as readonly Term[]);
    if (wrong) {
      const related = (parts as readonly Term[]).map(({ row, column }) => placeAt(rows, row, column));
      found.push(cellFinding(rows, total.row, total.column, wrong, units, related));
    }
  };
  const { across } = rule;
  if (!across) {
    const at = (row: number, column: string) => termAt(rows, row, column, column);
    for (let row = 0; row < rows.length; row++) {
      judge(
        at(row, rule.total),
        rule.parts.map((part) => at(row, part)),
      );
    }
    return found;
  }
  for (const byWord of rowsAlike(rows, across)) {
    const total = byWord.get(rule.total);
    if (total === undefined) continue;
    const words = rule.parts.flatMap((part) => spell(part, byWord, rule, rows.dataset));
    judge(
      termAt(rows, total, across.column, rule.total),
      words.map((word) => {
        const row = byWord.get(word);
        return row === undefined ? null : termAt(rows, row, across.column, word, total);
      }),
    );
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
      judge(columns.map((column) => termAt(rows, row, column, column)));
    }
  }
  if (across) {
    for (const byWord of rowsAlike(rows, across)) {
      judge([...byWord].map(([word, row]) => termAt(rows, row, across.column, word)));
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

function termAt(rows: Rows, row: number, column: string, name: string, like = row): Term | null {
  if (textAt(rows, row, column) === "") return null;
  const field = like === row ? undefined : fieldsOf(rows.dataset).find((one) => one.name === column);
  const written = field ? writtenLike(rows, row, field, like) : writtenAt(rows, row, column);
  return written && { ...written, row, column, name };
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
