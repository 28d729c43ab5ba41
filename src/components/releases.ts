import type { Release, ReleasedFigure, ReleasedPoint, ReleasedSeries } from "../core/releases/release.ts";
import type { Revision, Withdrawal } from "../core/releases/revised.ts";
import { isSaid, sayPoint, withdrawnText } from "../core/releases/statement.ts";
import type { PublishedFigure, Site } from "../core/site.ts";
import { type State, stateNames } from "../core/state.ts";
import { formatNumber, formatValue } from "../core/words/format.ts";

/** The page of all revisions. */
export const revisionsPath = "revisions/index.html";

/** Name the page of a release. */
export function releasePath(date: string): string {
  return `releases/${date}/index.html`;
}

/** Name the place of a figure's year among the revisions: its latest. */
export function revisionMark({ indicator, year }: Pick<Revision, "indicator" | "year">): string {
  return `${indicator}-${year}`;
}

/** Pick the revisions of some figures, one a year, the latest first. */
export function revisionsOf(
  figures: readonly Pick<PublishedFigure, "id">[],
  revisions: readonly Revision[],
): Revision[] {
  const ids = new Set(figures.map(({ id }) => id));
  const own = revisions.filter(({ indicator }) => ids.has(indicator));
  return own.filter(({ year }, i) => own.findIndex((other) => other.year === year) === i);
}

/** Write what a revision says, as its figure is shown; where rounding would hide the change, with all digits. */
export function revisedTexts(revision: Revision): [old: string, now: string] {
  const texts = [revision.old, revision.new].map((text) => shownAs(text, revision));
  const [old = "", now = ""] = texts;
  return old === now ? [revision.old, revision.new] : [old, now];
}

function shownAs(text: string, of: Pick<Revision, "unit" | "decimals">): string {
  return /^[+-]?\d/.test(text) && Number.isFinite(Number(text)) ? formatValue(Number(text), of) : text;
}

/** Name a figure of a series and year: 参赛人次·技能大赛. */
export function nameOf({ title, seriesTitle }: Pick<Withdrawal, "title" | "seriesTitle">): string {
  return seriesTitle === "" ? title : `${title}·${seriesTitle}`;
}

/** Something taken out, as the public is told: of a figure which, of a text only that it was one. */
export interface Removed {
  readonly date: string;
  readonly what: string;
  readonly reason: string;
}

/** List all that was taken out, the latest first. */
export function removedFrom({ releases, withdrawals }: Pick<Site, "releases" | "withdrawals">): Removed[] {
  const texts = releases.flatMap(({ withdrawn }) => withdrawn);
  const distinct = [...new Map(texts.map((one) => [JSON.stringify(one), one])).values()];
  return [
    ...withdrawals.map((one) => ({
      date: one.date,
      what: `${nameOf(one)} ${one.year} 年`,
      reason: one.reason,
    })),
    ...distinct.map(({ date, reason }) => ({ date, what: "文字", reason })),
  ].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
}

/** A year of a series in a release, as it is shown. */
export interface ReleasedCell {
  readonly text: string;
  readonly state: State | null; // of an absence
  readonly tombstone: ReleasedPoint["withdrawn"];
  readonly revision: Revision | undefined; // that came later
}

/** Pick the series a release's page has room for: titles of single units stand in the download. */
export function seriesOf(figure: ReleasedFigure): readonly ReleasedSeries[] {
  return figure.series.filter(({ key }) => !key.includes("@"));
}

/** Lay one year of a released figure out, a cell a series; null where the series has no such year. */
export function releasedRow(
  figure: ReleasedFigure,
  year: number,
  revisions: readonly Revision[],
): (ReleasedCell | null)[] {
  return seriesOf(figure).map(({ key, points }) => {
    const point = points.find((one) => one.year === year);
    if (!point) return null;
    const { value, state, withdrawn } = point;
    const revision = revisions.find(
      (one) =>
        one.indicator === figure.id &&
        one.series === key &&
        one.year === year &&
        isSaid(one.old, sayPoint(point)),
    );
    const shown = value === null ? stateNames[state] : formatNumber(value, figure.decimals);
    const rate = state === "rate-only" && point.change !== null ? ` ${formatNumber(point.change, 1)}%` : "";
    return {
      text: withdrawn ? withdrawnText : shown + rate,
      state: value === null && !withdrawn ? state : null,
      tombstone: withdrawn,
      revision,
    };
  });
}

/** List the years of a released figure. */
export function yearsOf(figure: ReleasedFigure): number[] {
  const years = seriesOf(figure).flatMap(({ points }) => points.map(({ year }) => year));
  return [...new Set(years)].sort((a, b) => a - b);
}

/** Write how a release is cited, without its address. */
export function citationOf({ bureau, date, asOf, build, sample }: Release): string {
  const nature = sample ? "（示例数据）" : "";
  return `${bureau}：${date} 发布的统计数${nature}，数据截至 ${asOf}，版本 ${build}，`;
}
