import type { Indicator } from "../declared/indicator.ts";
import type { Figure, Point } from "../figure.ts";
import type { Finding } from "../finding.ts";
import type { Break } from "../site.ts";
import type { Amount } from "./amount.ts";
import { type Comparison, changeUnitOf, compareYears, isSevered } from "./comparison.ts";
import type { Decimal } from "./decimal.ts";
import type { Material } from "./material.ts";
import { datasetsOf, firstYear, isPresent, readMeasure } from "./measures.ts";
import { firstDay, lastDay, yearOf, yearsFrom } from "./period.ts";
import { isByScope } from "./scopes.ts";

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
  const { id, measure } = indicator;
  const datasets = datasetsOf(measure, material.indicators);
  const breaks = material.breaks.get(id) ?? [];
  const first = firstYear(measure, material);
  const years = first === null ? [] : yearsFrom(first, yearOf(material.asOf));
  const baseYear = indicator.baseYear ?? siteBaseYear;
  const { scope, series } = readMeasure(material, indicator);
  const read = series.map(({ at, ...one }) => ({ ...one, amounts: years.map(at) }));
  const computed = read.map(({ key, title, scope: own = scope, amounts }) => {
    const compared = compareYears(amounts, baseYear, changeUnitOf(indicator), breaks);
    const points = amounts.map((amount, i) => pointOf(amount, compared[i], own, breaks));
    return { key, title, points };
  });
  const figure: Figure = {
    indicator,
    scope,
    baseYear,
    series: computed,
    datasets,
    targets: material.targets.get(id) ?? [],
    breaks,
    present: isPresent(measure, material),
    byScope: isByScope(indicator, material.datasets),
    notCounted: datasets.some((dataset) => notCounted.has(dataset)),
  };
  const findings = read.flatMap(({ amounts }) => amounts.flatMap((amount) => amount.findings));
  return { figure, findings: once(findings) };
}

/** Keep what several series find in one cell once. */
function once(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((found) => [JSON.stringify(found), found])).values()];
}

function pointOf(
  amount: Amount,
  compared: Comparison | undefined,
  scope: string | null,
  breaks: readonly Break[],
): Point {
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
    break: amount.break || isSevered(breaks, year - 1, year),
    partial: amount.partial,
    chained: compared?.chained ?? false,
    until: amount.until,
    terms: amount.terms,
    gap: amount.gap,
    windows: amount.windows,
    dates: bothKnown ? { numerator: parts.numerator.day, denominator: parts.denominator.day } : null,
    budget: number(amount.budget),
    cells: amount.cells,
  };
}

/** Leave decimals for a number, once and at the end. */
function number(value: Decimal | null | undefined): number | null {
  return value ? Number(value.toString()) : null;
}
