import type { CellSet, Figure, Point } from "../figure.ts";
import { type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { type Coarsening, coarseOf, isClosed, kindsOf, nothing, type Roles, readRoles } from "./coarse.ts";
import { isSmall, personColumns } from "./persons.ts";

/**
 * Keep from the public what figures would tell of few persons. Split by a column that has a small part in any year, all parts are
 * `suppressed` in every year, the total stays; a figure that adds up 1 to 4 persons, and one of a scope that is hidden, is
 * `suppressed`, and so is a ratio with such a part, whose other part would give it back. Whatever compares with a suppressed figure goes too. Shape,
 * units and years stay as they are.
 */
export function disclose(
  figures: readonly Figure[],
  coarsening: Coarsening,
  units: Units,
): readonly Figure[] {
  const known = new Map<Rows, Roles>();
  const rolesOf = (rows: Rows): Roles => {
    const roles = known.get(rows) ?? readRoles(rows, units);
    known.set(rows, roles);
    return roles;
  };
  const isHidden = (point: Point) => sidesOf(point).some((side) => isTold(side, coarsening, rolesOf));
  const disclosed = figures.map((figure) => {
    const parts = figure.series.filter(({ key }) => key !== "total" && !figure.byScope);
    const isSplit = parts.some(({ points }) => points.some((point) => isHidden(point) || isFew(point)));
    const series = figure.series.map((one) => {
      const points = one.points.map((point) =>
        (isSplit && one.key !== "total") || isHidden(point) ? suppress(point) : point,
      );
      return { ...one, points: withoutComparisons(points, one.points, figure.baseYear) };
    });
    return { ...figure, series };
  });
  return disclosed.map((figure) => withoutTrend(figure, disclosed));
}

/** Tell whether a part of a split counts few persons, whoever's they are. */
function isFew(point: Point): boolean {
  return sidesOf(point).some(({ value, cells }) =>
    cells.some(
      ({ rows: { dataset }, column }) =>
        value !== null && personColumns(dataset).includes(column) && isSmall(value, dataset),
    ),
  );
}

/** One number of a point: a sum, or a side of a ratio, and the cells it comes from. */
interface Side {
  readonly value: number | null;
  readonly cells: readonly CellSet[];
}

function sidesOf({ value, parts, cells }: Point): Side[] {
  const of = (side: CellSet["side"]) => cells.filter((set) => set.side === side);
  return parts
    ? [
        { value: parts.numerator, cells: of("numerator") },
        { value: parts.denominator, cells: of("denominator") },
      ]
    : [{ value, cells }];
}

/** Tell whether a number of persons may not be told: it adds up to few, or is of a scope, or of one kind, that is hidden. */
function isTold({ value, cells }: Side, coarsening: Coarsening, rolesOf: (rows: Rows) => Roles): boolean {
  return cells.some(({ rows, column, indices }) => {
    if (value === null || !personColumns(rows.dataset).includes(column)) return false;
    const roles = rolesOf(rows);
    if (isSmall(value, rows.dataset) && indices.some((row) => !roles.isOfTop(row))) return true;
    const { byScope, byKind, totals } = coarseOf(coarsening, rows.dataset.id);
    const isOneKind = byKind.has(column) && kindsAt(rows, indices).size === 1;
    const closed = { ...nothing, byScope, totals, byKind: isOneKind ? byKind : nothing.byKind };
    return indices.some((row) => isClosed(row, column, closed, roles));
  });
}

/** Name the kinds of some rows. */
function kindsAt(rows: Rows, indices: readonly number[]): Set<string> {
  const kinds = kindsOf(rows.dataset);
  return new Set(indices.map((row) => kinds.map((name) => textAt(rows, row, name)).join("|")));
}

/** Take a point's value and whatever compares with it; what is absent already keeps its reason. */
function suppress(point: Point): Point {
  return {
    ...point,
    value: null,
    state: point.value === null ? point.state : "suppressed",
    parts: null,
    change: null,
    base: null,
    chained: false,
    budget: null,
  };
}

/** Take from points what they say of a year that is suppressed: the change on it, and the base if it is that. */
function withoutComparisons(points: readonly Point[], before: readonly Point[], baseYear: number): Point[] {
  const gone = new Set(points.filter((point, i) => point !== before[i]).map(({ year }) => year));
  return points.map((point) => ({
    ...point,
    change: gone.has(point.year - 1) ? null : point.change,
    base: gone.has(baseYear) ? null : point.base,
  }));
}

/** A trend says of each year whether it rose or fell, which bounds a suppressed one: then there is none. */
function withoutTrend(figure: Figure, all: readonly Figure[]): Figure {
  const { measure } = figure.indicator;
  if (measure.kind !== "trend") return figure;
  const followed = all.find(({ indicator }) => indicator.id === measure.indicator);
  const total = followed?.series.find(({ key }) => key === "total");
  if (!total?.points.some(({ state }) => state === "suppressed")) return figure;
  const series = figure.series.map((one) => ({ ...one, points: one.points.map(suppress) }));
  return { ...figure, series };
}
