import { issue } from "../cells/reading.ts";
import { fieldsOf } from "../declared/dataset.ts";
import type { Rule } from "../declared/rule.ts";
import { Decimal } from "../figures/decimal.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { checkFlow, checkNotFalling } from "./flows.ts";
import type { Histories } from "./history.ts";
import { matchTimes } from "./same-time.ts";
import { checkParts, checkShares } from "./totals.ts";
import { isRateOf, writtenAt } from "./written.ts";

/** What a rule may look at besides its own row. */
interface Setting {
  readonly rows: Rows;
  readonly histories: Histories;
  readonly all: ReadonlyMap<string, Rows>;
  readonly units: Units;
}

type Check<K extends Rule["rule"]> = (rule: Extract<Rule, { rule: K }>, setting: Setting) => Finding[];

/** BIZ-01: a part is not above its whole, in the same row. */
const notAbove: Check<"not-above"> = ({ column, limit }, { rows, units }) =>
  findings(rows, (row) => {
    const [text, textLimit] = [textAt(rows, row, column), textAt(rows, row, limit)];
    if (text === "" || textLimit === "" || isAtMost(text, textLimit)) return null;
    const facts = {
      column,
      text: originalAt(rows, row, column),
      limit,
      textLimit: originalAt(rows, row, limit),
    };
    return cellFinding(rows, row, column, issue("BIZ-01", facts), units, [placeAt(rows, row, limit)]);
  });

/** BIZ-02: a share in percent lies between 0 and 100. */
const share: Check<"share"> = ({ column, level }, { rows, units }) =>
  findings(rows, (row) => {
    const text = textAt(rows, row, column);
    if (text === "" || (isAtMost(text, "100") && isAtMost("0", text))) return null;
    const facts = { column, text: originalAt(rows, row, column), of: "", textOf: "", textShare: "" };
    return cellFinding(rows, row, column, issue("BIZ-02", facts, level), units);
  });

/** BIZ-02: a share of another data set's column for the same unit, scope and time is not above 100 %. */
const shareOf: Check<"share-of"> = (rule, { rows, all, units }) => {
  const { column, of, where, level } = rule;
  const whole = all.get(of.dataset);
  if (!whole) return [];
  const wholeOf = matchTimes(rows, whole);
  const conditions = Object.entries(where);
  return findings(rows, (row) => {
    if (!conditions.every(([name, value]) => textAt(rows, row, name) === value)) return null;
    const other = wholeOf(row);
    if (other === undefined) return null;
    const [text, textOf] = [textAt(rows, row, column), textAt(whole, other, of.column)];
    if (text === "" || textOf === "" || isAtMost(text, textOf)) return null;
    const facts = {
      column,
      text: originalAt(rows, row, column),
      of: of.column,
      textOf: originalAt(whole, other, of.column),
      textShare: Decimal(textOf).eq(0) ? "" : Decimal(text).div(textOf).times(100).toFixed(1),
    };
    return cellFinding(rows, row, column, issue("BIZ-02", facts, level), units, [
      placeAt(whole, other, of.column),
    ]);
  });
};

/** BIZ-03: a rate is its numerator ÷ denominator, within the rounding of what is written. */
const rateOf: Check<"rate-of"> = ({ column, numerator, denominator }, { rows, units }) =>
  findings(rows, (row) => {
    const rate = writtenAt(rows, row, column);
    const above = writtenAt(rows, row, numerator);
    const below = writtenAt(rows, row, denominator);
    if (!rate || !above || !below || isRateOf(rate, above, below, 0)) return null;
    const facts = {
      column,
      text: originalAt(rows, row, column),
      textNumerator: originalAt(rows, row, numerator),
      textDenominator: originalAt(rows, row, denominator),
      textExpected: above.value.div(below.value).times(100).toFixed(Math.max(1, rate.decimals)),
    };
    const related = [placeAt(rows, row, numerator), placeAt(rows, row, denominator)];
    return cellFinding(rows, row, column, issue("BIZ-03", facts), units, related);
  });

/** BIZ-19: an item may only be counted in its own units. */
const unitsOf: Check<"units-of"> = ({ column, by, allowed }, { rows, units }) => {
  const known = fieldsOf(rows.dataset).find(({ name }) => name === column)?.constraints.enum;
  return findings(rows, (row) => {
    const item = textAt(rows, row, by);
    const words = Object.hasOwn(allowed, item) ? allowed[item] : undefined; // "constructor" is no item
    const text = textAt(rows, row, column);
    if (!words || text === "" || words.includes(text)) return null;
    if (known && !known.includes(text)) return null; // CODE-01 says so
    const facts = {
      column,
      text: originalAt(rows, row, column),
      by,
      textItem: originalAt(rows, row, by),
      allowed: words,
    };
    return cellFinding(rows, row, column, issue("BIZ-19", facts), units, [placeAt(rows, row, by)]);
  });
};

const checks: { readonly [K in Rule["rule"]]: Check<K> } = {
  "not-above": notAbove,
  share,
  "share-of": shareOf,
  "rate-of": rateOf,
  "share-sums": (rule, { rows, units }) => checkShares(rule, rows, units),
  "parts-of-total": (rule, { rows, units }) => checkParts(rule, rows, units),
  "stock-and-flow": (rule, { rows, histories, units }) => checkFlow(rule, rows, histories, units),
  "not-falling": (rule, { rows, histories, units }) => checkNotFalling(rule, rows, histories, units),
  "units-of": unitsOf,
};

/** Apply a data set's own rules to its rows. */
export function checkRules(
  rows: Rows,
  histories: Histories,
  all: ReadonlyMap<string, Rows>,
  units: Units,
): Finding[] {
  const setting = { rows, histories, all, units };
  return rows.dataset.rules.flatMap((rule) =>
    (checks[rule.rule] as Check<typeof rule.rule>)(rule as never, setting),
  );
}

function findings(rows: Rows, check: (row: number) => Finding | null): Finding[] {
  const found: Finding[] = [];
  for (let row = 0; row < rows.length; row++) {
    const one = check(row);
    if (one) found.push(one);
  }
  return found;
}

/** Compare two decimals; floats decide unless they are equal, for a smaller float is a smaller decimal. */
function isAtMost(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return x < y || (x === y && Decimal(a).lte(b));
}
