import { type Amount, noAmount } from "./amount.ts";
import { absenceOf } from "./coverage.ts";
import type { Dataset } from "./dataset.ts";
import { Decimal, sum } from "./decimal.ts";
import { rowsByYear, rowsWhere } from "./filter.ts";
import { type Finding, finding, type Place } from "./finding.ts";
import type { Material } from "./material.ts";
import { convert, isMoney } from "./money.ts";
import { dayNumber, dayOf, isUnfinished, lastDay } from "./period.ts";
import { placeAt, type Rows, stateAt, textAt } from "./rows.ts";
import { combineStates, isAbsent, type State } from "./state.ts";

/** One column of a state data set, resolved year by year to one number for the whole bureau. */
export interface Report {
  readonly scope: string | null; // 口径 it stands for
  readonly years: readonly number[];
  /** Resolve a year; `preferred` is a scope to be looked for first. */
  at(year: number, preferred?: string | null): Amount;
  /** Find the day nearest to another that has a row in this scope, in whatever year. */
  nearest(day: string, scope: string | null): { readonly day: string; readonly place: Place } | null;
}

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

/** Read the column of a state data set that an operand names. */
export function readReport(
  material: Material,
  operand: { readonly dataset: string; readonly column: string; readonly where: Record<string, string> },
  target: Target,
): Report {
  const rows = material.rows.get(operand.dataset);
  const dataset = material.datasets.get(operand.dataset);
  if (!dataset) throw new Error(`unknown data set: ${operand.dataset}`);
  if (!rows) return emptyReport(material, dataset, target.scope);
  const byYear = rowsByYear(rows, rowsWhere(rows, operand.where));
  const scopeAt = (row: number) => (dataset.scope === undefined ? "" : textAt(rows, row, dataset.scope));
  const timeAt = (row: number) => textAt(rows, row, dataset.time ?? "");
  const all = new Set([...byYear.values()].flat().map(scopeAt));
  const standing = target.scope ?? (all.has("全局") ? "全局" : all.size === 1 ? [...all][0] : undefined);

  /** Pick a year's scope: the preferred, the standing, else the only one there is. */
  const scopeOf = (year: readonly number[], preferred: string | null | undefined): string | null => {
    const here = new Set(year.map(scopeAt));
    const wanted = [preferred, standing].find((scope) => scope != null && here.has(scope));
    return wanted ?? (here.size === 1 ? ([...here][0] ?? null) : null);
  };

  return {
    scope: standing || null,
    years: [...byYear.keys()],
    at: (year, preferred) => {
      const here = byYear.get(year);
      if (!here) return blankYear(material, dataset, year);
      const scope = scopeOf(here, preferred);
      const inScope = here.filter((row) => scopeAt(row) === scope);
      const time = inScope.map(timeAt).toSorted().at(-1) ?? "";
      const day = time === "" ? lastDay(year) : dayOf(time);
      const slice = inScope.filter((row) => timeAt(row) === time);
      return {
        ...blankYear(material, dataset, year),
        ...resolve(material, rows, slice, day, operand.column, target),
        scope: scope || null,
        day,
        reported: true,
        break: standing !== undefined && scope !== standing,
        ...(isUnfinished(year, material.now)
          ? { partial: true, until: time.length === 4 ? material.asOf : day }
          : {}),
      };
    },
    nearest: (day, scope) => {
      const near = [...byYear.values()]
        .flat()
        .filter((row) => scopeAt(row) === (scope ?? standing ?? ""))
        .map((row) => ({ row, far: Math.abs(dayNumber(dayOf(timeAt(row))) - dayNumber(day)) }))
        .reduce<{ row: number; far: number } | null>((a, b) => (a && a.far <= b.far ? a : b), null);
      return near && { day: dayOf(timeAt(near.row)), place: placeAt(rows, near.row, operand.column) };
    },
  };
}

function emptyReport(material: Material, dataset: Dataset, scope: string | null): Report {
  return { scope, years: [], at: (year) => blankYear(material, dataset, year), nearest: () => null };
}

/** A year of a state data set without rows is absent, even where coverage says 齐全. */
function blankYear(material: Material, dataset: Dataset, year: number): Amount {
  const covered = material.coverage(dataset, year);
  return noAmount(year, lastDay(year), absenceOf(covered), { partial: covered?.status === "部分" });
}

/**
 * Resolve one day's rows of one scope to the bureau's number: the top unit's own row stands, withheld or not; otherwise its
 * nearest reporting descendants are summed, if each unit in use below it has a number, its own or summed likewise.
 */
function resolve(
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
