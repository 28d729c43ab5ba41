import { type Finding, finding } from "../finding.ts";
import { placeAt, type Rows, stateAt, textAt } from "../rows.ts";
import { combineStates, isAbsent, type State } from "../state.ts";
import type { Amount } from "./amount.ts";
import { Decimal, sum } from "./decimal.ts";
import type { Material } from "./material.ts";
import { convert, isMoney } from "./money.ts";

/** What a report is read for; `unit` null takes money in 元 and anything else as it is (the parts of a ratio). */
export interface Target {
  readonly indicator: string;
  readonly scope: string | null;
  readonly unit: string | null;
}

/** What one unit comes to, from its own rows or its descendants'. */
interface Share {
  readonly value: Decimal | null;
  readonly state: State;
  readonly rows: readonly number[];
}

const nothing: Share = { value: null, state: "missing", rows: [] };

function addUp(shares: readonly Share[]): Share {
  const state = combineStates(shares.map((share) => share.state));
  const rows = shares.flatMap((share) => share.rows);
  const values = shares.flatMap((share) => share.value ?? []);
  return isAbsent(state) ? { value: null, state, rows } : { value: sum(values), state, rows };
}

/**
 * Resolve one day's rows of one scope to the bureau's number: the top unit's own row stands, withheld or not; otherwise its
 * nearest reporting descendants are summed, if each unit in use below it has a number, its own or summed likewise.
 */
export function resolveWhole(
  material: Material,
  rows: Rows,
  slice: readonly number[],
  day: string,
  column: string,
  target: Target,
): Partial<Amount> {
  const { units, now } = material;
  const { unit: unitColumn, comparison, schema } = rows.dataset;
  const top = units.top;
  if (top === null) return { state: "missing" };
  const byUnit = Map.groupBy(slice, (row) =>
    unitColumn === undefined ? top : textAt(rows, row, unitColumn),
  );
  const findings: Finding[] = [];
  const adds = schema.fields.find((field) => field.name === column)?.additive !== "none";
  const measured = comparison && [comparison.value, comparison.previous, comparison.budget].includes(column);

  const read = (row: number, name: string): Share => {
    const state = stateAt(rows, row, name);
    if (isAbsent(state)) return { value: null, state, rows: [row] };
    const value = Decimal(textAt(rows, row, name));
    if (!measured) return { value, state, rows: [row] };
    const unit = textAt(rows, row, comparison.unit);
    const wanted = target.unit ?? (isMoney(unit) ? "元" : unit);
    const converted = convert(value, unit, wanted);
    if (converted) return { value: converted, state, rows: [row] };
    const facts = { indicator: target.indicator, unit: wanted, text: unit };
    findings.push(finding("CFG-06", placeAt(rows, row, comparison.unit), facts));
    return { value: null, state: "missing", rows: [row] };
  };

  const seen = new Set<string>();
  const share = (unit: string): Share => {
    seen.add(unit); // two rows in units may share a code; nobody is counted twice for it
    const own = byUnit.get(unit);
    if (own) return addUp(own.map((row) => read(row, column)));
    const reporting = units
      .children(unit)
      .filter((child) => !seen.has(child))
      .filter((child) => byUnit.has(child) || units.isActive(child, day < now ? day : now));
    if (!adds || reporting.length === 0) return nothing;
    return addUp(reporting.map(share));
  };

  const total = share(top);
  const cells = [{ rows, column, indices: total.rows }];
  const [own, ...more] = byUnit.get(top) ?? [];
  const state = own === undefined && total.state === "rate-only" ? "missing" : total.state;
  if (own === undefined || more.length > 0 || comparison?.value !== column) {
    return { value: total.value, state, cells, findings };
  }
  const known = (name: string | undefined) => (name === undefined ? null : read(own, name).value);
  const rateText = textAt(rows, own, comparison.rate);
  const rate = rateText === "" ? null : Decimal(rateText);
  return {
    value: total.value,
    state: total.state === "missing" && rate ? "rate-only" : total.state,
    rate,
    previous: known(comparison.previous),
    budget: known(comparison.budget),
    cells,
    findings,
  };
}
