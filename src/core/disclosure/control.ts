import { type Edition, mayShow } from "../edition.ts";
import type { Finding } from "../finding.ts";
import type { Rows } from "../rows.ts";
import type { Units } from "../units.ts";
import { findInferences } from "./inference.ts";
import { findNobody } from "./nobody.ts";
import { coarsen, findSmallCells } from "./small.ts";

/** Rows as they may be published one by one, and what disclosure control has to say of them. */
export interface Controlled {
  readonly rows: ReadonlyMap<string, Rows>;
  readonly findings: readonly Finding[];
}

/** Keep an edition's rows from naming persons: coarsen splits with small cells, and find what could still be worked out. The internal edition shows everything. */
export function controlDisclosure(
  all: ReadonlyMap<string, Rows>,
  units: Units,
  edition: Edition,
): Controlled {
  if (mayShow("internal", edition)) return { rows: all, findings: [] };
  const { splits, findings } = findSmallCells(all, units);
  const inferred = findInferences(all, splits, units);
  return {
    rows: coarsen(all, splits, units),
    findings: [...findings, ...inferred, ...findNobody(all, units)],
  };
}
