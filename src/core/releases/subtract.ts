import type { Figure, Point } from "../figure.ts";
import { type Finding, finding } from "../finding.ts";
import { historyKey } from "./history.ts";
import { cellsOf } from "./places.ts";
import type { Release, ReleasedPoint } from "./release.ts";

/** What one edition says of a part of a figure in a year. */
interface Version {
  readonly date: string | null; // null: now
  readonly point: ReleasedPoint | Point;
}

/**
 * SDC-05: of a figure split by a column, find the part that is not published but that a reader works out who keeps what was
 * released before: a total and all other parts are known, each from whichever edition has it (differencing of two releases:
 * Hundepool et al., Statistical Disclosure Control, 2012, 4.5). No number is told.
 */
export function findSubtractions(releases: readonly Release[], figures: readonly Figure[]): Finding[] {
  const versions = Map.groupBy(versionsOf(releases), ([key]) => key);
  return figures.flatMap(({ indicator, series, byScope }) => {
    if (indicator.by === undefined || byScope) return [];
    const years = series[0]?.points.map(({ year }) => year) ?? [];
    return years.flatMap((year) => {
      const parts = series.map(({ key, title, points }) => {
        const now = points.find((point) => point.year === year);
        const earlier =
          versions.get(historyKey(indicator.id, key, year))?.map(([, version]) => version) ?? [];
        return { title, now, all: [...earlier, ...(now ? [{ date: null, point: now }] : [])] };
      });
      const unknown = parts.filter(({ all }) => all.every(({ point }) => point.value === null));
      const [secret, ...more] = unknown;
      if (!secret || more.length > 0 || parts.length < 2 || !secret.all.some(isHidden)) return [];
      const released = parts.flatMap(({ now, all }) =>
        now?.value != null ? [] : (all.findLast(({ point }) => point.value !== null)?.date ?? []),
      );
      const since = released.toSorted().at(-1) ?? releases.at(-1)?.date ?? "";
      const places = parts.flatMap(({ now }) => (now?.value != null ? cellsOf(now) : []));
      const [place = { file: `releases/${since}.json`, line: null, row: null, column: null, cell: null }] =
        places;
      return finding("SDC-05", place, { title: indicator.title, series: secret.title, year, since });
    });
  });
}

function versionsOf(releases: readonly Release[]): (readonly [key: string, version: Version])[] {
  return releases.flatMap(({ date, indicators }) =>
    indicators.flatMap(({ id, split, series }) =>
      series.flatMap(({ key, points }) =>
        split ? points.map((point) => [historyKey(id, key, point.year), { date, point }] as const) : [],
      ),
    ),
  );
}

function isHidden({ point }: Version): boolean {
  const isWithdrawn = "withdrawn" in point && point.withdrawn !== null;
  return isWithdrawn || point.state === "withheld" || point.state === "suppressed";
}
