import type { Indicator, Operand } from "../declared/indicator.ts";
import { finding, type Place } from "../finding.ts";
import { placeAt, textAt } from "../rows.ts";
import { combineStates, isAbsent, type State } from "../state.ts";
import type { Units } from "../units.ts";
import { type Amount, noAmount } from "./amount.ts";
import { Decimal } from "./decimal.ts";
import { readEvents } from "./events.ts";
import type { Material } from "./material.ts";
import { isMoney } from "./money.ts";
import { daysBetween, lastDay } from "./period.ts";
import { type Report, readReport } from "./reporting.ts";

/** 时点 further apart than a quarter do not belong to one ratio. */
const farthest = 92;

type Ratio = Extract<Indicator["measure"], { kind: "ratio" }>;

/** One side of a ratio. */
interface Side {
  readonly scope: string | null;
  at(year: number, scope: string | null): Amount;
  nearest: Report["nearest"];
}

function readSide(material: Material, operand: Operand, indicator: Indicator): Side {
  const dataset = material.datasets.get(operand.dataset);
  const scope = indicator.scope ?? null;
  if (dataset?.kind === "state") {
    const unit = isMoney(indicator.unit) ? indicator.unit : null;
    const report = readReport(material, operand, { indicator: indicator.id, scope, unit });
    return { scope: report.scope, at: report.at, nearest: report.nearest };
  }
  const events = readEvents(material, { kind: "sum", ...operand });
  return { scope, at: events, nearest: () => null };
}

/**
 * Give the numbers of a year's only event, for a year in which the operand itself has no row; else null. The top unit's row of
 * that event stands; otherwise its units' rows are summed, never a unit together with its own child. A year from which rows were
 * left out may have had another event.
 */
function readInstead(material: Material, operand: Operand): (year: number) => Amount | null {
  const { instead } = operand;
  if (!instead) return () => null;
  const { dataset, single, column } = instead;
  const { unit } = material.datasets.get(dataset) ?? {};
  const read = (kind: "distinct" | "sum", of: string, where: Record<string, string>) =>
    readEvents(material, { kind, dataset, column: of, where });
  const events = read("distinct", single, {});
  const every = read("sum", column, {});
  const ofTop = unit === undefined ? every : read("sum", column, { [unit]: material.units.top ?? "" });
  const rowsIn = (amount: Amount) => amount.cells.flatMap((set) => set.indices);
  const unitsIn = (amount: Amount) =>
    amount.cells.flatMap((set) =>
      set.indices.map((row) => (unit === undefined ? "" : textAt(set.rows, row, unit))),
    );
  return (year) => {
    if (material.leftOut.get(dataset)?.has(year) || !events(year).value?.eq(1)) return null;
    const whole = ofTop(year);
    if (rowsIn(whole).length > 0) return whole.value ? whole : null;
    const amount = every(year);
    return amount.value && areApart(unitsIn(amount), material.units) ? amount : null;
  };
}

/** Tell whether no two of these units are the same, or one above the other. */
function areApart(codes: readonly string[], units: Units): boolean {
  const below = (code: string): string[] => units.children(code).flatMap((child) => [child, ...below(child)]);
  const under = new Set(codes.flatMap(below));
  return new Set(codes).size === codes.length && !codes.some((code) => under.has(code));
}

/**
 * Divide one operand by another, year by year; numerator and denominator travel along. Shape: two numbers for the whole
 * bureau, of one 口径 (else SCP-01) and of days of one year at most 92 days apart (else SCP-02). × 100 where the unit is %.
 * Source: the definition of a share: part ÷ whole of one population at one time.
 */
export function readRatio(
  material: Material,
  indicator: Indicator,
  measure: Ratio,
): { scope: string | null; at: (year: number) => Amount } {
  const top = readSide(material, measure.numerator, indicator);
  const bottom = readSide(material, measure.denominator, indicator);
  const instead = readInstead(material, measure.numerator);
  const at = (year: number): Amount => {
    const own = top.at(year, null);
    const replaceable = !own.reported && (own.state === "missing" || own.state === "not-collected");
    const numerator = (replaceable ? instead(year) : null) ?? own;
    const denominator = bottom.at(year, numerator.scope);
    return divide(indicator, numerator, denominator, bottom);
  };
  return { scope: top.scope ?? bottom.scope, at };
}

function divide(indicator: Indicator, numerator: Amount, denominator: Amount, bottom: Side): Amount {
  const { year } = numerator;
  const misfit = findMisfit(indicator, numerator, denominator, bottom);
  const without = noAmount(year, lastDay(year), "no-denominator", {
    scope: numerator.scope ?? denominator.scope,
    day: numerator.day,
    reported: numerator.reported || denominator.reported,
    break: numerator.break || (numerator.scope === null && denominator.break),
    partial: numerator.partial || denominator.partial,
    until: numerator.until ?? denominator.until,
    parts: { numerator, denominator },
    cells: [
      ...numerator.cells.map((set) => ({ ...set, side: "numerator" as const })),
      ...denominator.cells.map((set) => ({ ...set, side: "denominator" as const })),
    ],
    findings: [...numerator.findings, ...denominator.findings, ...(misfit ? [misfit] : [])],
  });
  const state = combineStates([stateOf(numerator), stateOf(denominator)]);
  const onlyDenominatorMissing = numerator.value !== null && stateOf(denominator) === "missing";
  if (isAbsent(state) && !onlyDenominatorMissing) return { ...without, state };
  if (misfit || !numerator.value || !denominator.value || denominator.value.eq(0)) return without;
  const times = Decimal(indicator.unit === "%" ? 100 : 1);
  return { ...without, value: numerator.value.times(times).div(denominator.value), state };
}

/** A part known only by its rate is simply missing here. */
function stateOf(part: Amount): State {
  return part.state === "rate-only" ? "missing" : part.state;
}

/** Find what keeps two operands from being divided: different scopes, or days too far apart or of different years. */
function findMisfit(indicator: Indicator, numerator: Amount, denominator: Amount, bottom: Side) {
  const { year } = numerator;
  const place = firstPlace(numerator);
  if (!numerator.reported || !place) return null;
  if (denominator.reported) {
    const related = firstPlace(denominator);
    if (numerator.scope !== null && denominator.scope !== null && numerator.scope !== denominator.scope) {
      const scopes = { numeratorScope: numerator.scope, denominatorScope: denominator.scope };
      const facts = { indicator: indicator.title, year, ...scopes };
      return finding("SCP-01", place, facts, { related: related ? [related] : [] });
    }
    if (daysBetween(numerator.day, denominator.day) <= farthest) return null;
    return tooFar(indicator, numerator, place, denominator.day, related);
  }
  const near = denominator.state === "missing" ? bottom.nearest(numerator.day, numerator.scope) : null;
  return near && tooFar(indicator, numerator, place, near.day, near.place);
}

function tooFar(indicator: Indicator, numerator: Amount, place: Place, day: string, related: Place | null) {
  const days = daysBetween(numerator.day, day);
  const facts = {
    indicator: indicator.title,
    year: numerator.year,
    numeratorDay: numerator.day,
    denominatorDay: day,
    days,
  };
  return finding("SCP-02", place, facts, { related: related ? [related] : [] });
}

function firstPlace(amount: Amount): Place | null {
  const [set] = amount.cells;
  const [row] = set?.indices ?? [];
  return set && row !== undefined ? placeAt(set.rows, row, set.column) : null;
}
