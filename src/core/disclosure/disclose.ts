import type { Dataset } from "../declared/dataset.ts";
import type { Measure } from "../declared/indicator.ts";
import type { Figure, Point, Series } from "../figure.ts";
import { isSmall, personColumns } from "./small.ts";

/**
 * Keep from the public every figure of persons split by a column that has a small part in any year: all its parts are
 * `suppressed` in every year, the total stays. Shape, units and years stay as they are.
 */
export function disclose(
  figures: readonly Figure[],
  datasets: ReadonlyMap<string, Dataset>,
): readonly Figure[] {
  return figures.map((figure) => {
    const dataset = countedIn(figure.indicator.measure, datasets);
    const parts = figure.series.filter(({ key }) => key !== "total");
    if (!dataset || !parts.some((series) => hasSmall(series, dataset))) return figure;
    const series = figure.series.map((one) =>
      one.key === "total" ? one : { ...one, points: one.points.map(suppress) },
    );
    return { ...figure, series };
  });
}

/** Give the data set in which a measure counts persons; null where it counts anything else. */
function countedIn(measure: Measure, datasets: ReadonlyMap<string, Dataset>): Dataset | null {
  if (measure.kind !== "sum" && measure.kind !== "mean") return null; // ratios are not split
  const dataset = datasets.get(measure.dataset);
  return dataset && personColumns(dataset).includes(measure.column) ? dataset : null;
}

function hasSmall({ points }: Series, dataset: Dataset): boolean {
  return points.some(({ value }) => value !== null && isSmall(value, dataset));
}

/** Take a point's value and whatever compares with it; what is absent already keeps its reason. */
function suppress(point: Point): Point {
  const state = point.value === null ? point.state : "suppressed";
  return {
    ...point,
    value: null,
    state,
    parts: null,
    change: null,
    base: null,
    chained: false,
    budget: null,
  };
}
