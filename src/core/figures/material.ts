import type { Dataset } from "../declared/dataset.ts";
import type { Definitions } from "../declared/definitions.ts";
import type { Indicator } from "../declared/indicator.ts";
import type { Hidden, Selection } from "../edition.ts";
import type { Rows } from "../rows.ts";
import type { Break, Target } from "../site.ts";
import type { Units } from "../units.ts";
import { readBreaks, readTargets } from "./annotations.ts";
import { type Coverage, readCoverage } from "./coverage.ts";
import { latestDay } from "./period.ts";

/** What figures are computed from: one edition's rows, and what is known about units and coverage. */
export interface Material {
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly rows: ReadonlyMap<string, Rows>;
  readonly units: Units;
  readonly coverage: Coverage;
  /** Years whose counts the edition withholds, by data set: event data sets that hide internal rows as `withheld`. */
  readonly hidden: ReadonlyMap<string, ReadonlyMap<number, Hidden>>;
  /** Years from which rows were left out, by data set. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<number>>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly targets: ReadonlyMap<string, readonly Target[]>; // by indicator
  readonly breaks: ReadonlyMap<string, readonly Break[]>; // by indicator
  readonly asOf: string;
  readonly now: string;
}

/** Gather what an edition's figures are computed from; asOf is the settings' own, else the latest day in its rows. */
export function gather(
  { rows, hiddenYears, leftOut }: Selection,
  { settings, datasets, indicators }: Definitions,
  units: Units,
  now: string,
): Material {
  return {
    datasets,
    rows,
    units,
    coverage: readCoverage(rows.get("coverage")),
    hidden: hiddenYears,
    leftOut,
    indicators: new Map(indicators.map((indicator) => [indicator.id, indicator])),
    targets: readTargets(rows.get("targets")),
    breaks: readBreaks(rows.get("breaks")),
    asOf: settings.asOf ?? latestDay(rows.values(), now) ?? now,
    now,
  };
}
