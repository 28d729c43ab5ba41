import { latestPoint, mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint } from "../site.ts";
import { formatChange, formatComparison, formatDirection, formatYears } from "./format.ts";

type Changed = PublishedPoint & { readonly change: number };

/** List the years of a figure that can be compared with the year before; an unfinished or partial one cannot. */
function changedYears(figure: PublishedFigure): Changed[] {
  const points = mainSeries(figure)?.points ?? [];
  return points.filter((point): point is Changed => point.change !== null);
}

/** Tell whether a figure can be compared with the year before in any year. */
export function hasChanges(figure: PublishedFigure): boolean {
  return changedYears(figure).length > 0;
}

/** From how many years against the others on they are only counted. */
const mostNamed = 2;

/** Say how often a figure rose and fell, as displayed: 公务接待费 13 年里，12 年比上年减少，2023 年增长; of all years or of those that can be compared. */
export function changesFinding(figure: PublishedFigure): string {
  const years = changedYears(figure);
  const [only] = years;
  if (!only) return `${figure.title}：各年都不能与上年相比`;
  if (years.length === 1)
    return `${only.year} 年${figure.title}${formatComparison(only.change, figure, "上年")}`;
  const [up, down] = figure.changeUnit === "百分点" ? ["提高", "降低"] : ["增长", "减少"];
  const words = { "▲": up, "▼": down, "": "基本持平" } as const;
  const sides = Map.groupBy(years, ({ change }) => formatDirection(change, figure));
  const [first, ...others] = [...sides].sort(([, a], [, b]) => b.length - a.length);
  if (!first) return "";
  const finished = mainSeries(figure)?.points.filter(({ until }) => until === null).length ?? 0;
  const every = `${figure.title}${years.length < finished - 1 ? "能与上年相比的" : ""} ${years.length} 年`;
  const against = `${first[0] === "" ? "与" : "比"}上年${words[first[0]]}`;
  if (others.length === 0) return `${every}都${against}`;
  const said = others.map(([side, those]) => {
    const named =
      those.length <= mostNamed ? formatYears(those.map(({ year }) => year)) : `${those.length} 年`;
    return named + words[side];
  });
  return `${every}里，${first[1].length} 年${against}，${said.join("，")}`;
}

/** Describe a chart of yearly changes: the finding, the largest rise and fall, the latest change. */
export function describeChanges(figure: PublishedFigure): string {
  const years = changedYears(figure);
  const latest = latestPoint(mainSeries(figure));
  const largest = ([1, -1] as const).flatMap((side) => {
    const [first, second] = years.toSorted((a, b) => side * (b.change - a.change));
    const word = formatDirection(first?.change ?? 0, figure);
    if (!first || second?.change === first.change || word !== (side === 1 ? "▲" : "▼")) return [];
    return [`${formatChange(first.change, figure)}（${first.year} 年）`];
  });
  const change = latest?.change ?? null;
  const parts = [
    changesFinding(figure),
    largest.length > 0 ? `最大的变化是${largest.join("和")}` : "",
    latest && change !== null && years.length > 1
      ? `${latest.year} 年${formatComparison(change, figure, "上年")}`
      : "",
  ];
  return `${parts.filter((part) => part !== "").join("；")}。`;
}
