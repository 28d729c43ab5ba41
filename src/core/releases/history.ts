import { normalizeName } from "../cells/names.ts";
import type { Figure, Point } from "../figure.ts";
import type { Release, ReleasedPoint } from "./release.ts";
import type { RevisionRow } from "./revisions.ts";

/** A figure of a year in one release; null where that release does not have it. */
export interface Stage {
  readonly date: string;
  readonly point: ReleasedPoint | null;
}

/** One figure of one year and series, from the first release that has it to now. */
export interface History {
  readonly indicator: string; // id
  readonly title: string;
  readonly series: string; // key
  readonly seriesTitle: string;
  readonly seriesName: string; // as revisions.csv has it: the title, or the key where several series have that title
  readonly year: number;
  readonly unit: string;
  readonly decimals: number;
  readonly stages: readonly Stage[]; // by date
  readonly now: Point | undefined;
}

/** Name a figure of a year: what no two of a site have in common. */
export function historyKey(indicator: string, series: string, year: number): string {
  return JSON.stringify([indicator, series, year]);
}

/** Follow every released figure through the releases, the earliest first, to what is computed now. */
export function readHistories(
  releases: readonly Release[],
  figures: readonly Figure[],
): ReadonlyMap<string, History> {
  const current = new Map(figures.map((figure) => [figure.indicator.id, figure]));
  const now = new Map(
    figures.flatMap(({ indicator, series }) =>
      series.flatMap(({ key, points }) =>
        points.map((point) => [historyKey(indicator.id, key, point.year), point] as const),
      ),
    ),
  );
  const byRelease = releases.map(({ date, indicators }) => ({ date, points: pointsOf(indicators) }));
  const histories = new Map<string, History>();
  releases.forEach(({ indicators }, first) => {
    for (const figure of indicators) {
      for (const { key: series, title: seriesTitle, points } of figure.series) {
        const isShared = figure.series.some((one) => one.key !== series && one.title === seriesTitle);
        for (const { year } of points) {
          const key = historyKey(figure.id, series, year);
          if (histories.has(key)) continue;
          histories.set(key, {
            indicator: figure.id,
            title: current.get(figure.id)?.indicator.title ?? figure.title,
            series,
            seriesTitle,
            seriesName: isShared ? series : seriesTitle,
            year,
            unit: figure.unit,
            decimals: figure.decimals,
            stages: byRelease
              .slice(first)
              .map((of) => ({ date: of.date, point: of.points.get(key) ?? null })),
            now: now.get(key),
          });
        }
      }
    }
  });
  return histories;
}

function pointsOf(figures: Release["indicators"]): ReadonlyMap<string, ReleasedPoint> {
  return new Map(
    figures.flatMap(({ id, series }) =>
      series.flatMap(({ key, points }) =>
        points.map((point) => [historyKey(id, key, point.year), point] as const),
      ),
    ),
  );
}

/** What of a row of revisions.csv leads nowhere. */
export type Astray = "indicator" | "series" | "year";

/** Finds the figure that a row of revisions.csv is about, by id or title, or says what of the row leads nowhere. */
export function historyFinder(
  histories: ReadonlyMap<string, History>,
): (row: Pick<RevisionRow, "indicator" | "series" | "year">) => History | Astray {
  const byIndicator = new Map<string, History[]>();
  for (const history of histories.values()) {
    for (const name of new Set([history.indicator, normalizeName(history.title)])) {
      byIndicator.set(name, [...(byIndicator.get(name) ?? []), history]);
    }
  }
  return ({ indicator, series, year }) => {
    const own = byIndicator.get(indicator) ?? byIndicator.get(normalizeName(indicator));
    if (!own) return "indicator";
    const name = normalizeName(series);
    const isMeant = (one: History) =>
      name === "" ? one.series === "total" : [one.series, one.seriesName].map(normalizeName).includes(name);
    const meant = own.filter(isMeant);
    if (meant.length === 0) return "series";
    return meant.find((one) => one.year === year) ?? "year";
  };
}
