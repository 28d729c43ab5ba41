import type { Indicator, Measure } from "../declared/indicator.ts";
import { combineStates, isAbsent } from "../state.ts";
import type { Amount } from "./amount.ts";
import { readCadence } from "./cadence.ts";
import { changeUnitOf, directionOf } from "./comparison.ts";
import { readEvents } from "./events.ts";
import type { Material } from "./material.ts";
import { earliestYear } from "./period.ts";
import { readRatio } from "./ratio.ts";
import { readReport } from "./reporting.ts";
import { inScope, isByScope, scopesOf } from "./scopes.ts";
import { readHeld, readStreaks } from "./standing.ts";
import { readTrend } from "./trend.ts";

/** An indicator read: its scope, and what each of its series comes to in a year. */
export interface Measured {
  readonly scope: string | null;
  readonly series: readonly {
    readonly key: string;
    readonly title: string;
    readonly scope?: string; // of this series, where it is not the whole's
    readonly at: (year: number) => Amount;
  }[];
}

type Kind = Measure["kind"];
type Of<K extends Kind> = Extract<Measure, { kind: K }>;
type Where = Record<string, string>;

/** Read a measure once, or once for each code of the column it is split by, in the list's order, and then as a whole. */
function split(
  material: Material,
  indicator: Indicator,
  measure: { readonly dataset: string; readonly where: Where },
  read: (where: Where) => (year: number) => Amount,
): Measured {
  const { by, title, scope = null } = indicator;
  const total = (name: string) => ({ key: "total", title: name, at: read(measure.where) });
  if (by === undefined) return { scope, series: [total(title)] };
  const fields = material.datasets.get(measure.dataset)?.schema.fields ?? [];
  const codes = fields.find((field) => field.name === by)?.constraints.enum ?? [];
  const parts = codes.map((code) => ({ key: code, title: code, at: read({ ...measure.where, [by]: code }) }));
  return { scope, series: [...parts, total("合计")] };
}

/** The measure kinds: a closed list; a new one is code, a new indicator is not. Each says with its reader what it computes. */
const measures: { readonly [K in Kind]: (of: Material, indicator: Indicator, measure: Of<K>) => Measured } = {
  count: (of, indicator, measure) =>
    split(of, indicator, measure, (where) => readEvents(of, { ...measure, where })),
  distinct: (of, indicator, measure) =>
    split(of, indicator, measure, (where) => readEvents(of, { ...measure, where })),
  mean: (of, indicator, measure) =>
    split(of, indicator, measure, (where) => readEvents(of, { ...measure, where })),
  sum: (of, indicator, measure) => {
    if (of.datasets.get(measure.dataset)?.kind !== "state") {
      return split(of, indicator, measure, (where) => readEvents(of, { ...measure, where }));
    }
    const target = { indicator: indicator.title, scope: indicator.scope ?? null, unit: indicator.unit };
    const report = (where: Where) => readReport(of, { ...measure, where }, target);
    const { series } = split(of, indicator, measure, (where) => report(where).at);
    const parts = series.slice(0, -1);
    // a code without a row is unknown here, not 0: no total is made of the others
    const whole = series.slice(-1).map((total) => ({
      ...total,
      at: (year: number) => {
        const amounts = parts.map((part) => part.at(year));
        const state = combineStates(amounts.map((amount) => amount.state));
        return amounts.find((amount) => isAbsent(state) && amount.state === state) ?? total.at(year);
      },
    }));
    return { scope: report(measure.where).scope, series: [...parts, ...whole] };
  },
  ratio: (of, indicator, measure) => {
    const { scope, at } = readRatio(of, indicator, measure);
    return { scope, series: [{ key: "total", title: indicator.title, at }] };
  },
  held: (of, indicator, measure) =>
    split(of, indicator, measure, (where) => readHeld(of, { ...measure, where })),
  streak: (of, indicator, measure) => ({
    scope: indicator.scope ?? null,
    series: readStreaks(of, measure),
  }),
  cadence: (of, indicator, measure) =>
    split(of, indicator, measure, (where) => readCadence(of, { ...measure, where })),
  trend: (of, indicator, measure) => {
    const other = followed(measure, of.indicators);
    const { scope, series } = readMeasure(of, other);
    const total = series.find(({ key }) => key === "total");
    if (!total) throw new Error(`no total: ${other.id}`);
    const [unit, breaks] = [changeUnitOf(other), of.breaks.get(other.id) ?? []];
    const at = readTrend({
      first: firstYear(other.measure, of) ?? 0,
      at: total.at,
      direction: (amount, before) => directionOf(amount, before, unit, breaks),
    });
    return { scope, series: [{ key: "total", title: indicator.title, at }] };
  },
};

/** Find the indicator that a trend follows. */
function followed({ indicator: id }: Of<"trend">, indicators: Material["indicators"]): Indicator {
  const other = indicators.get(id);
  if (!other) throw new Error(`unknown indicator: ${id}`);
  return other;
}

/** Read an indicator's measure; split by 口径, once for each scope and then, as no sum of them, in the scope that stands for the whole. */
export function readMeasure(material: Material, indicator: Indicator): Measured {
  const { by, measure } = indicator;
  if (by === undefined || !isByScope(indicator, material.datasets)) return readPlain(material, indicator);
  const { by: _, ...plain } = indicator;
  const whole = readPlain(material, plain);
  const parts = scopesOf(measure, by, material.datasets).flatMap((scope) =>
    readPlain(material, { ...plain, scope, measure: inScope(measure, by, scope) }).series.map(({ at }) => ({
      key: scope,
      title: scope,
      scope,
      at,
    })),
  );
  return { ...whole, series: [...parts, ...whole.series] };
}

function readPlain(material: Material, indicator: Indicator): Measured {
  const read = measures[indicator.measure.kind] as (
    of: Material,
    indicator: Indicator,
    measure: Measure,
  ) => Measured; // the kind picks the reader of its own measure
  return read(material, indicator, indicator.measure);
}

/** Name the data sets that a measure reads, the one that matters most first. */
export function datasetsOf(measure: Measure, indicators: Material["indicators"]): string[] {
  if (measure.kind === "trend") return datasetsOf(followed(measure, indicators).measure, indicators);
  if (measure.kind === "ratio") {
    const { numerator, denominator } = measure;
    const instead = numerator.instead ? [numerator.instead.dataset] : [];
    return [...new Set([numerator.dataset, ...instead, denominator.dataset])];
  }
  return "events" in measure ? [measure.dataset, measure.events] : [measure.dataset];
}

/** Give the earliest year in any data set that a measure reads. */
export function firstYear(measure: Measure, { rows, indicators }: Material): number | null {
  return earliestYear(datasetsOf(measure, indicators).flatMap((id) => rows.get(id) ?? []));
}

/** Tell whether the folder has what a measure cannot do without: its data set; of a ratio both sides'. */
export function isPresent(measure: Measure, material: Material): boolean {
  const has = (id: string | undefined) => id !== undefined && material.rows.has(id);
  if (measure.kind === "trend") return isPresent(followed(measure, material.indicators).measure, material);
  if (measure.kind !== "ratio") return has(measure.dataset);
  const { numerator, denominator } = measure;
  return has(denominator.dataset) && (has(numerator.dataset) || has(numerator.instead?.dataset));
}
