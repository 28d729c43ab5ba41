import type { PublishedFigure, PublishedPoint, Site } from "../core/site.ts";
import { stateNames } from "../core/state.ts";
import { formatValue } from "../core/words/format.ts";
import { headline } from "../core/words/headline.ts";
import type { Change, FigureChange } from "./report.ts";

const nothing = "（没有这一年）";

/** Compare two sites figure by figure: only those of which a number or a state, as it is shown, differs. */
export function changedFigures(before: Site, after: Site): FigureChange[] {
  return after.figures.flatMap((figure) => {
    const old = before.figures.find((one) => one.id === figure.id);
    const changes = changesOf(old, figure);
    if (changes.length === 0) return [];
    const stated = (one: PublishedFigure | undefined) =>
      one?.present ? { sentence: headline(one), figure: one } : null;
    return {
      title: figure.title,
      datasets: figure.datasets,
      changes,
      before: stated(old),
      after: stated(figure),
    };
  });
}

function changesOf(old: PublishedFigure | undefined, figure: PublishedFigure): Change[] {
  const keys = new Set([...(old?.series ?? []), ...figure.series].map((series) => series.key));
  return [...keys].flatMap((key) => {
    const [was, is] = [old, figure].map((one) => one?.series.find((series) => series.key === key));
    const years = new Set([...(was?.points ?? []), ...(is?.points ?? [])].map((point) => point.year));
    return [...years]
      .sort((a, b) => a - b)
      .flatMap((year) => {
        const [old, now] = [was, is].map((series) => series?.points.find((point) => point.year === year));
        const [before, after] = [write(old, figure), write(now, figure)];
        const title = is?.title ?? was?.title ?? "";
        return before === after ? [] : { series: title === figure.title ? "" : title, year, before, after };
      });
  });
}

/** Write a point as pages do: its value and what it rests on, or why there is none. */
function write(point: PublishedPoint | undefined, figure: PublishedFigure): string {
  if (point === undefined) return nothing;
  const { value, state, partial } = point;
  if (value === null) return stateNames[state];
  const remarks = [state === "final" ? "" : stateNames[state], partial ? "不完整" : ""].filter(
    (remark) => remark !== "",
  );
  return formatValue(value, figure) + (remarks.length > 0 ? `（${remarks.join("，")}）` : "");
}
