import type { Amount } from "./amount.ts";
import { type Comparison, changeUnitOf, compareYears } from "./comparison.ts";
import type { Decimal } from "./decimal.ts";
import type { Figure, Point } from "./figure.ts";
import type { Finding } from "./finding.ts";
import type { Indicator, Measure } from "./indicator.ts";
import type { Material } from "./material.ts";
import { datasetsOf, readMeasure } from "./measures.ts";
import { earliestYear, firstDay, lastDay, yearOf, yearsFrom } from "./period.ts";

/**
 * Compute an indicator: every year from the earliest in any data set it reads to the year of asOf has a point. `notCounted`
 * names the data sets from which the edition left rows out.
 */
export function computeFigure(
  indicator: Indicator,
  material: Material,
  siteBaseYear: number,
  notCounted: ReadonlySet<string>,
): { figure: Figure; findings: readonly Finding[] } {
  const { measure } = indicator;
  const ids = datasetsOf(measure);
  const first = earliestYear(ids.flatMap((id) => material.rows.get(id) ?? []));
  const years = first === null ? [] : yearsFrom(first, yearOf(material.asOf));
  const baseYear = indicator.baseYear ?? siteBaseYear;
  const { scope, series } = readMeasure(material, indicator);
  const read = series.map(({ key, title, at }) => ({ key, title, amounts: years.map(at) }));
  const computed = read.map(({ key, title, amounts }) => {
    const compared = compareYears(amounts, baseYear, changeUnitOf(indicator));
    return { key, title, points: amounts.map((amount, i) => pointOf(amount, compared[i], scope)) };
  });
  const figure: Figure = {
    indicator,
    scope,
    baseYear,
    series: computed,
    present: isPresent(measure, material),
    notCounted: ids.some((id) => notCounted.has(id)),
  };
  return { figure, findings: read.flatMap(({ amounts }) => amounts.flatMap((amount) => amount.findings)) };
}

/** Tell whether the folder has what a measure cannot do without: its data set; of a ratio both sides'. */
function isPresent(measure: Measure, material: Material): boolean {
  const has = (id: string | undefined) => id !== undefined && material.rows.has(id);
  if (measure.kind !== "ratio") return has(measure.dataset);
  const { numerator, denominator } = measure;
  return has(denominator.dataset) && (has(numerator.dataset) || has(numerator.instead?.dataset));
}

function pointOf(amount: Amount, compared: Comparison | undefined, scope: string | null): Point {
  const { year, parts } = amount;
  const bothKnown = parts?.numerator.reported && parts.denominator.reported;
  return {
    from: firstDay(year),
    to: lastDay(year),
    year,
    value: number(amount.value),
    state: amount.state,
    parts: parts && {
      numerator: number(parts.numerator.value),
      denominator: number(parts.denominator.value),
    },
    change: number(compared?.change),
    base: number(compared?.base),
    scope: amount.scope ?? scope,
    break: amount.break,
    partial: amount.partial,
    chained: compared?.chained ?? false,
    until: amount.until,
    terms: amount.terms,
    gap: null,
    dates: bothKnown ? { numerator: parts.numerator.day, denominator: parts.denominator.day } : null,
    budget: number(amount.budget),
    cells: amount.cells,
  };
}

/** Leave decimals for a number, once and at the end. */
function number(value: Decimal | null | undefined): number | null {
  return value ? Number(value.toString()) : null;
}
