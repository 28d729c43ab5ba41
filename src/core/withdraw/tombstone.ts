import { historyKey } from "../releases/history.ts";
import type { Release, ReleasedPoint, Tombstone } from "../releases/release.ts";

/** Put a tombstone in the place of released figures, and take out what the years beside them say of them. */
export function bury(release: Release, keys: ReadonlySet<string>, tombstone: Tombstone): Release {
  return {
    ...release,
    indicators: release.indicators.map((figure) => ({
      ...figure,
      series: figure.series.map((series) => {
        const years = new Set(
          series.points.flatMap(({ year }) =>
            keys.has(historyKey(figure.id, series.key, year)) ? year : [],
          ),
        );
        if (years.size === 0) return series;
        const points = series.points.map((point) => {
          if (years.has(point.year)) return buried(point, tombstone);
          return {
            ...point,
            change: years.has(point.year - 1) ? null : point.change,
            base: years.has(figure.baseYear) ? null : point.base,
          };
        });
        return { ...series, points };
      }),
    })),
  };
}

function buried({ year, scope, withdrawn }: ReleasedPoint, tombstone: Tombstone): ReleasedPoint {
  return {
    year,
    value: null,
    state: "withheld",
    scope,
    parts: null,
    change: null,
    base: null,
    chained: false,
    break: false,
    partial: false,
    until: null,
    terms: null,
    withdrawn: withdrawn ?? tombstone,
  };
}

/** Note in a release that a text which stood in what was published then was taken out. */
export function noteText(release: Release, tombstone: Tombstone): Release {
  return { ...release, withdrawn: [...release.withdrawn, tombstone] };
}
