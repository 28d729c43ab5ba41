import type { Indicator } from "../declared/indicator.ts";
import { type Edition, mayShow } from "../edition.ts";
import type { Finding } from "../finding.ts";
import type { Rows } from "../rows.ts";
import type { Units } from "../units.ts";
import { closeBounds } from "./bounds.ts";
import type { Coarsening } from "./coarse.ts";
import { hideSmall } from "./hide.ts";
import { findInferences } from "./inference.ts";
import { findNobody } from "./nobody.ts";
import { findSmallCells, type IsSummed } from "./small.ts";

/** Rows as they may be published one by one, which splits they do not show, and what disclosure control has to say of them. */
export interface Controlled {
  readonly rows: ReadonlyMap<string, Rows>;
  readonly coarsening: Coarsening;
  readonly findings: readonly Finding[];
}

/**
 * Keep an edition's rows from naming persons. The promise: whoever has everything that the public edition holds, its rows,
 * figures, ratios, changes and scopes of all years, and knows its rules, can tell of no cell of 1 to 4 persons (the data set's
 * `smallCell`) that it is one; each of them could be 5 or more. It is kept by coarsening: a split by unit, event, scope or kind of a number
 * of persons that has such a cell in any year is published for no year, only the bureau's number is, and that not where it would tell
 * that its parts are small; so is a split that would bound such a cell. Of what is no number of persons (honours, events, person-times,
 * money) nothing is hidden. See Hundepool et al., Statistical Disclosure Control, 2012, 4.2. The internal edition shows everything.
 */
export function controlDisclosure(
  all: ReadonlyMap<string, Rows>,
  units: Units,
  edition: Edition,
  indicators: readonly Indicator[],
): Controlled {
  if (mayShow("internal", edition)) return { rows: all, coarsening: new Map(), findings: [] };
  const isSummed: IsSummed = (dataset, column) =>
    indicators.some(
      ({ measure }) =>
        measure.kind === "sum" &&
        measure.dataset === dataset &&
        measure.column === column &&
        Object.keys(measure.where).length === 0,
    );
  const small = findSmallCells(all, units, isSummed);
  const { coarsening, findings } = closeBounds(all, small.coarsening, units);
  const inferred = findInferences(all, coarsening, units);
  return {
    rows: hideSmall(all, coarsening, units),
    coarsening,
    findings: [...small.findings, ...findings, ...inferred, ...findNobody(all, units)],
  };
}
