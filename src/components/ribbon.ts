import type { Title } from "../core/figure.ts";
import { isDrawable } from "../core/figures/latest.ts";
import { rankTitles } from "../core/figures/telling-titles.ts";
import type { PublishedFigure } from "../core/site.ts";

/** Choose the titles with most to tell for a ribbon, in their own order. */
function chooseTitles(titles: readonly Title[], count: number): Title[] {
  const chosen = rankTitles(titles).slice(0, count);
  return titles.filter((title) => chosen.includes(title));
}

export interface Ribbon {
  readonly figure: PublishedFigure; // the streaks of these titles
  readonly titles: readonly Title[];
}

/** Find the streaks to draw as a ribbon, cut to the titles with most to tell; null where there are none. */
export function findRibbon(
  figures: readonly PublishedFigure[],
  titles: readonly Title[],
  count: number,
): Ribbon | null {
  const streaks = figures.find((figure) => figure.measure.kind === "streak" && isDrawable(figure));
  if (!streaks) return null;
  const chosen = chooseTitles(titles, count);
  const keys = new Set(chosen.map((title) => title.key));
  const series = streaks.series.filter((one) => keys.has(one.key));
  return { figure: { ...streaks, series }, titles: chosen };
}

/** Say how many titles there are and how many stand. */
export function standing(titles: readonly Title[]): string {
  const held = titles.filter((title) => title.held).length;
  return `${titles.length} 项称号，${held === titles.length ? "全部" : `${held} 项`}仍然有效`;
}

/**
 * Say which titles of a ribbon have been kept longest in a row, two at most: the whole bureau's first, then by years; those that
 * the page has already spoken of are left out. Where none was named twice running, say how many stand.
 */
export function ribbonFinding(
  { figure, titles }: Ribbon,
  said: readonly string[],
  all: readonly Title[],
): string {
  const isSaid = (name: string) => said.some((sentence) => sentence.includes(`${name}连续`));
  const kept = titles
    .filter((title) => title.held && title.terms > 1)
    .toSorted((a, b) => Number(b.key === b.name) - Number(a.key === a.name) || b.years - a.years)
    .flatMap((title) => {
      const name = figure.series.find((series) => series.key === title.key)?.title ?? title.name;
      return isSaid(name) ? [] : [`${name}连续 ${title.terms} 届`];
    });
  return kept.length > 0 ? kept.slice(0, 2).join("，") : standing(all);
}

const keys: Readonly<Record<string, string>> = {
  复查合格: "缺口：复查合格",
  黄牌: "黄牌至恢复画斜线",
  撤销: "✕：撤销",
  终止: "竖杠：终止",
};

/** Explain the signs that occur in a ribbon. */
export function ribbonKeys(titles: readonly Title[]): string[] {
  const events = new Set(titles.flatMap((title) => title.events.map(({ event }) => event)));
  return [
    ...(titles.some((title) => title.namings.length > 1) ? ["断缝：重新命名"] : []),
    ...Object.entries(keys).flatMap(([event, key]) => (events.has(event) ? [key] : [])),
    ...(titles.some((title) => title.held) ? ["尖端空框：截至日后仍有效"] : []),
  ];
}
