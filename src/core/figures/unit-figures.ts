import type { Dataset } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import type { Figure, Point } from "../figure.ts";
import { indices, type Rows, takeRows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { computeFigure } from "./compute.ts";
import type { Material } from "./material.ts";
import { firstDay, lastDay } from "./period.ts";

/** One unit's own figures with their cells, each of its total alone. */
export interface ComputedUnit {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
}

/**
 * Compute the sums and ratios of state data sets for every unit but the top, each from its own and its descendants' rows as if
 * it were the top, in the register's order. A unit with a row has the figure even if that row is withheld or not collected, so that
 * it is missed nowhere; without any row it has not. Years in which a unit was not in use are left out.
 */
export function computeUnits(
  indicators: readonly Indicator[],
  material: Material,
  siteBaseYear: number,
): ComputedUnit[] {
  const { datasets, units } = material;
  const register = material.rows.get("units");
  const own = indicators.filter(({ measure }) => isOfUnits(measure, datasets));
  if (!register || own.length === 0) return [];
  const byUnit = [...material.rows].flatMap(([id, rows]) => {
    const { kind, unit } = rows.dataset;
    return kind === "state" && unit !== undefined ? [{ id, rows, at: indexBy(rows, unit) }] : [];
  });
  const codes = [...indexBy(register, "单位编码").keys()].filter((code) => code !== "" && code !== units.top);
  return codes.flatMap((code) => {
    const below = subtree(code, units);
    const rows = new Map(
      byUnit.map(({ id, rows, at }) => [
        id,
        takeRows(
          rows,
          below.flatMap((unit) => at.get(unit) ?? []),
        ),
      ]),
    );
    const ofUnit = {
      ...material,
      rows,
      units: { ...units, top: code },
      breaks: breaksOf(code, own, material),
    };
    const figures = own.map((indicator) => computeFigure(indicator, ofUnit, siteBaseYear, new Set()).figure);
    const shown = figures.filter(isReported).map((figure) => {
      const total = figure.series.find(({ key }) => key === "total");
      const points = total?.points.filter((point) => hasCells(point) || isInUse(code, point, units)) ?? [];
      return { ...figure, series: total ? [{ ...total, points }] : [] };
    });
    return shown.length > 0 ? [{ code, name: units.name(code), figures: shown }] : [];
  });
}

/** A unit that took others on, or lost a part, is not comparable with what it was before: on every one of its figures. */
function breaksOf(code: string, own: readonly Indicator[], { units, breaks }: Material): Material["breaks"] {
  const changes = units.changes(code).map(({ year }) => ({
    year,
    date: `${year}-01-01`,
    kind: "单位合并或拆分",
    note: "",
    comparable: false,
  }));
  if (changes.length === 0) return breaks;
  const byYear = (id: string) => [...(breaks.get(id) ?? []), ...changes].toSorted((a, b) => a.year - b.year);
  return new Map([...breaks, ...own.map(({ id }) => [id, byYear(id)] as const)]);
}

/** Tell whether a measure means something for one unit: a sum or a ratio of what units report. */
function isOfUnits(measure: Indicator["measure"], datasets: ReadonlyMap<string, Dataset>): boolean {
  const isReported = ({ dataset: id }: { dataset: string }) =>
    datasets.get(id)?.kind === "state" && datasets.get(id)?.unit !== undefined;
  if (measure.kind === "ratio") return isReported(measure.numerator) && isReported(measure.denominator);
  return measure.kind === "sum" && isReported(measure);
}

/** Tell whether any year of a figure rests on a row of the data set that it counts. */
function isReported({ datasets: [counted], series }: Figure): boolean {
  return series.some(({ points }) =>
    points.some(({ cells }) =>
      cells.some((set) => set.rows.dataset.id === counted && set.indices.length > 0),
    ),
  );
}

function hasCells({ cells }: Point): boolean {
  return cells.some((set) => set.indices.length > 0);
}

/** Group rows by the text of a column. */
function indexBy(rows: Rows, column: string): Map<string, number[]> {
  return Map.groupBy(indices(rows), (row) => textAt(rows, row, column));
}

/** List a unit and all below it, each once. */
function subtree(code: string, units: Units): string[] {
  const found = new Set([code]);
  for (const unit of found) for (const child of units.children(unit)) found.add(child); // a set grows while it is walked
  return [...found];
}

function isInUse(code: string, { year }: Pick<Point, "year">, units: Units): boolean {
  return units.isActive(code, firstDay(year)) || units.isActive(code, lastDay(year));
}
