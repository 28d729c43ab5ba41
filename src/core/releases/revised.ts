import type { Figure } from "../figure.ts";
import type { PublishedFigure } from "../site.ts";
import type { Published } from "./check-releases.ts";
import { historyFinder, historyKey, readHistories } from "./history.ts";
import type { Tombstone } from "./release.ts";
import { withdrawnText } from "./statement.ts";

/** A figure of a year and series, named for the reader. */
export interface Named {
  readonly indicator: string; // id
  readonly title: string;
  readonly series: string; // key
  readonly seriesTitle: string; // "" for the total
  readonly year: number;
  readonly unit: string;
  readonly decimals: number;
}

/** A change of what was released, and why: what the public is told. */
export interface Revision extends Named {
  readonly old: string; // the unrounded number, or the word for why there is none
  readonly new: string;
  readonly reason: string;
  readonly date: string;
}

/** A released figure that was taken out. */
export interface Withdrawal extends Named, Tombstone {}

/** List the revisions, the latest first; rows that lead nowhere are found elsewhere. */
export function listRevisions({ releases, rows }: Published, figures: readonly Figure[]): Revision[] {
  if (rows.length === 0) return [];
  const find = historyFinder(readHistories(releases, figures));
  return rows
    .flatMap((row) => {
      const history = find(row);
      if (typeof history === "string" || row.old === withdrawnText) return [];
      return { ...nameOf(history), old: row.old, new: row.new, reason: row.reason, date: row.date };
    })
    .toReversed()
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** List what was taken out of any release, each once, the latest first. */
export function listWithdrawals({ releases }: Published, figures: readonly Figure[]): Withdrawal[] {
  const isCut = releases.some(({ indicators }) =>
    indicators.some(({ series }) => series.some(({ points }) => points.some((point) => point.withdrawn))),
  );
  const histories = isCut ? readHistories(releases, figures).values() : [];
  return [...histories]
    .flatMap((history) => {
      const tombstone = history.stages.findLast(({ point }) => point?.withdrawn)?.point?.withdrawn;
      return tombstone ? { ...nameOf(history), ...tombstone } : [];
    })
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

function nameOf({ indicator, title, series, seriesTitle, year, unit, decimals }: Named): Named {
  return {
    indicator,
    title,
    series,
    seriesTitle: series === "total" ? "" : seriesTitle,
    year,
    unit,
    decimals,
  };
}

/** Mark the figures that were revised: a 正式 figure rests on a revision from then on. */
export function markRevised(
  figures: readonly PublishedFigure[],
  revisions: readonly Revision[],
): readonly PublishedFigure[] {
  if (revisions.length === 0) return figures;
  const revised = new Set(revisions.map((one) => historyKey(one.indicator, one.series, one.year)));
  return figures.map((figure) => ({
    ...figure,
    series: figure.series.map((series) => ({
      ...series,
      points: series.points.map((point) =>
        point.state === "final" && revised.has(historyKey(figure.id, series.key, point.year))
          ? { ...point, state: "revised" }
          : point,
      ),
    })),
  }));
}
