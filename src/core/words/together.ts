import { latestPoint, mainSeries } from "../figures/latest.ts";
import type { PublishedFigure } from "../site.ts";
import { readCount } from "./claim.ts";
import { formatDirection, roundTo } from "./format.ts";
import { remarkOn } from "./headline.ts";

/**
 * Say how figures that share a chart stand to their base year, in one year: 三项都低于 2012 年，公务接待费降得最多. Null where one of
 * them has no such year, or something must be known before its number is believed.
 */
export function togetherFinding(figures: readonly PublishedFigure[]): string | null {
  const [first] = figures;
  if (!first || figures.length < 2) return null;
  const year = latestPoint(mainSeries(first))?.year;
  const stands = figures.flatMap((figure) => {
    const point = latestPoint(mainSeries(figure));
    const isSound = point?.year === year && !point?.partial && figure.baseYear === first.baseYear;
    if (!point || point.base === null || !isSound || point.year <= first.baseYear) return [];
    if (remarkOn(figure, point) !== "") return [];
    const side = formatDirection(point.base, figure, point.chained);
    return [{ title: figure.title, side, size: Math.abs(point.base), decimals: point.chained ? 0 : 1 }];
  });
  if (stands.length < figures.length) return null;
  const count = `${readCount(figures.length)}项`;
  const base = ` ${first.baseYear} 年`;
  const [side] = stands.map((one) => one.side);
  if (side !== undefined && side !== "" && stands.every((one) => one.side === side)) {
    const decimals = Math.min(...stands.map((one) => one.decimals));
    const [most, next] = stands.toSorted((a, b) => b.size - a.size);
    const isAlone = most && next && !roundTo(most.size, decimals).eq(roundTo(next.size, decimals));
    const end = isAlone ? `，${most.title}${side === "▲" ? "升" : "降"}得最多` : "";
    return `${count}都${side === "▲" ? "高" : "低"}于${base}${end}`;
  }
  const words = { "▼": `低于${base}`, "▲": `高于${base}`, "": `与${base}基本持平` } as const;
  const parts = (["▼", "▲", ""] as const).flatMap((one) => {
    const titles = stands.filter((stand) => stand.side === one).map(({ title }) => title);
    return titles.length > 0 ? [titles.join("、") + words[one]] : [];
  });
  return parts.length === 1 ? `${count}都${words[""]}` : parts.join("，");
}
