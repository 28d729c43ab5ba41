import { issue } from "../cells/reading.ts";
import type { Rule } from "../declared/rule.ts";
import { sum } from "../figures/decimal.ts";
import type { Finding } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { entryBefore, type Histories } from "./history.ts";
import { slackOf, type Written, writtenAt } from "./written.ts";

type RuleOf<K extends Rule["rule"]> = Extract<Rule, { rule: K }>;

/** BIZ-06 and BIZ-07: what was there, plus what came, minus what went, is what is there; and next year starts from that. */
export function checkFlow(
  rule: RuleOf<"stock-and-flow">,
  rows: Rows,
  histories: Histories,
  units: Units,
): Finding[] {
  const found: Finding[] = [];
  for (let row = 0; row < rows.length; row++) {
    const wrong = checkBalance(rule, rows, row, units);
    if (wrong) found.push(wrong);
  }
  for (let entry = 0; entry < histories.length; entry++) {
    const earlier = entryBefore(histories, entry);
    if (earlier === null) continue;
    const [row, before] = [histories.row[entry] ?? 0, histories.row[earlier] ?? 0];
    const [start, end] = [writtenAt(rows, row, rule.start), writtenAt(rows, before, rule.end)];
    if (
      !start ||
      !end ||
      start.value
        .minus(end.value)
        .abs()
        .lte(slackOf([start, end]))
    )
      continue;
    const facts = {
      column: rule.start,
      text: originalAt(rows, row, rule.start),
      textRow: originalAt(rows, before, rule.end),
      year: histories.year[earlier] ?? 0,
      carried: rule.end,
    };
    const related = [placeAt(rows, before, rule.end)];
    found.push(cellFinding(rows, row, rule.start, issue("BIZ-07", facts, "E"), units, related));
  }
  return found;
}

function checkBalance(rule: RuleOf<"stock-and-flow">, rows: Rows, row: number, units: Units): Finding | null {
  const { start, plus, minus, end } = rule;
  const names = [start, ...plus, ...minus];
  const written = [...names, end].map((name) => writtenAt(rows, row, name));
  if (written.some((one) => one === null)) return null;
  const terms = written as readonly Written[];
  const values = terms.map(({ value }, i) => (i > plus.length && i < names.length ? value.times(-1) : value));
  const [last] = values.slice(-1);
  const expected = sum(values.slice(0, -1));
  const difference = last?.minus(expected).abs();
  if (!difference || difference.lte(slackOf(terms))) return null;
  const facts = {
    textTerms: names
      .map(
        (name, i) =>
          `${i === 0 ? "" : i > plus.length ? " − " : " + "}${name} ${originalAt(rows, row, name)}`,
      )
      .join(""),
    textSum: expected.toFixed(),
    column: end,
    text: originalAt(rows, row, end),
    textDifference: difference.toFixed(),
  };
  const related = names.map((name) => placeAt(rows, row, name));
  return cellFinding(rows, row, end, issue("BIZ-06", facts), units, related);
}

/** BIZ-12: a running total is below what it was the last time it was reported. */
export function checkNotFalling(
  rule: RuleOf<"not-falling">,
  rows: Rows,
  histories: Histories,
  units: Units,
): Finding[] {
  const { column } = rule;
  const found: Finding[] = [];
  let last: number | null = null; // entry of the same series that has a figure
  for (let entry = 0; entry < histories.length; entry++) {
    if (last !== null && histories.series[last] !== histories.series[entry]) last = null;
    const row = histories.row[entry] ?? 0;
    const text = textAt(rows, row, column);
    if (text === "") continue;
    const before: number | null = last === null ? null : (histories.row[last] ?? 0);
    const year = last === null ? 0 : (histories.year[last] ?? 0);
    last = entry;
    if (before === null || Number(text) > Number(textAt(rows, before, column))) continue;
    const [value, was] = [writtenAt(rows, row, column), writtenAt(rows, before, column)];
    if (!value || !was || value.value.plus(slackOf([value, was])).gte(was.value)) continue;
    const facts = {
      column,
      text: originalAt(rows, row, column),
      textBefore: originalAt(rows, before, column),
      textDifference: was.value.minus(value.value).toFixed(),
      year,
    };
    const related = [placeAt(rows, before, column)];
    found.push(cellFinding(rows, row, column, issue("BIZ-12", facts), units, related));
  }
  return found;
}
