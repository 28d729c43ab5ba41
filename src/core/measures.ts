import type { Amount } from "./amount.ts";
import { readEvents } from "./events.ts";
import type { Indicator, Measure } from "./indicator.ts";
import type { Material } from "./material.ts";
import { readRatio } from "./ratio.ts";
import { readReport } from "./reporting.ts";
import { readHeld, readStreaks } from "./standing.ts";

/** An indicator read: its scope, and what each of its series comes to in a year. */
export interface Measured {
  readonly scope: string | null;
  readonly series: readonly {
    readonly key: string;
    readonly title: string;
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
  sum: (of, indicator, measure) => {
    if (of.datasets.get(measure.dataset)?.kind !== "state") {
      return split(of, indicator, measure, (where) => readEvents(of, { ...measure, where }));
    }
    const target = { indicator: indicator.title, scope: indicator.scope ?? null, unit: indicator.unit };
    const report = (where: Where) => readReport(of, { ...measure, where }, target);
    const { series } = split(of, indicator, measure, (where) => report(where).at);
    return { scope: report(measure.where).scope, series };
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
};

/** Read an indicator's measure. */
export function readMeasure(material: Material, indicator: Indicator): Measured {
  const read = measures[indicator.measure.kind] as (
    of: Material,
    indicator: Indicator,
    measure: Measure,
  ) => Measured; // the kind picks the reader of its own measure
  return read(material, indicator, indicator.measure);
}

/** Name the data sets that a measure reads, the one that matters most first. */
export function datasetsOf(measure: Measure): string[] {
  if (measure.kind === "ratio") {
    const { numerator, denominator } = measure;
    const instead = numerator.instead ? [numerator.instead.dataset] : [];
    return [...new Set([numerator.dataset, ...instead, denominator.dataset])];
  }
  return "events" in measure ? [measure.dataset, measure.events] : [measure.dataset];
}
