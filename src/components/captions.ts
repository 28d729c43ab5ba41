import { formatYears } from "../core/format.ts";
import { latestPoint, mainSeries } from "../core/latest.ts";
import type { PublishedDataset, PublishedFigure, Site } from "../core/site.ts";
import { isAbsent, type State, states } from "../core/state.ts";
import { absenceText, joinGaps } from "./gaps.ts";

/** Say what a card measures, in which unit, against which base and in which scope: its second line. */
export function measureLine(figures: readonly PublishedFigure[]): string {
  const [first] = figures;
  if (!first) return "";
  const scope = first.scope === null ? "" : `；${first.scope}口径`;
  if (first.chart === "index") {
    const units = figures.map((figure) => `${figure.title}按${figure.unit}`).join("、");
    return `${first.baseYear} 年 = 100；${units}${scope}`;
  }
  if (first.chart === "ribbon") return "每行一项称号，多次命名的合为一行；色带为有效期，竖线为数据截至日";
  const { measure } = first;
  const what =
    measure.kind === "ratio" ? `${measure.numerator.column} ÷ ${measure.denominator.column}` : first.title;
  return `${what}，${first.unit}${first.by === null ? "" : `；按${first.by}分列`}${scope}`;
}

/** Name the data sets that figures read. */
export function sourceTitles(
  figures: readonly PublishedFigure[],
  datasets: readonly PublishedDataset[],
): string {
  const ids = new Set(figures.flatMap((figure) => figure.datasets));
  return datasets
    .filter((dataset) => ids.has(dataset.id))
    .map((dataset) => dataset.title)
    .join("、");
}

/** Name where a card's figures come from: its data sets, and the sources that their rows name. */
export function sourceLine(
  figures: readonly PublishedFigure[],
  datasets: readonly PublishedDataset[],
): string {
  const ids = new Set(figures.flatMap((figure) => figure.datasets));
  const used = datasets.filter((dataset) => ids.has(dataset.id) && dataset.present);
  const cited = new Set(
    used.flatMap((dataset) => {
      const at = dataset.header.indexOf("来源");
      return dataset.records.flatMap((record) => record[at] || []);
    }),
  );
  const sources = [...cited];
  const short = sources.length <= 2 && sources.every((source) => source.length <= 20);
  const listed = short ? sources.join("；") : `出处 ${sources.length} 处，逐行记在数据集的“来源”列`;
  const origin = sources.length === 0 ? "" : `（${listed}）`;
  return used.map((dataset) => dataset.title).join("、") + origin;
}

/** List the states, other than 正式, that occur in a card's points: its legend. */
export function legendStates(figures: readonly PublishedFigure[]): State[] {
  const occurring = new Set(
    figures.flatMap((f) => f.series.flatMap((series) => series.points.map((point) => point.state))),
  );
  return states.filter((state) => state !== "final" && occurring.has(state));
}

/** Write a card's notes: what is absent and why, other scopes, unfinished years, dates of a ratio's parts. */
export function notesOf(figures: readonly PublishedFigure[], site: Site): string[] {
  const notes = figures.flatMap((figure) => {
    const name = figures.length > 1 ? figure.title : "";
    const points = mainSeries(figure)?.points ?? [];
    const gaps = joinGaps(site.gaps.filter((gap) => gap.figure === figure.id && gap.reason !== "")).map(
      (gap) => name + absenceText(gap),
    );
    const scopes = Map.groupBy(
      points.filter((point) => point.break),
      (point) => point.scope,
    );
    const broken = [...scopes].map(
      ([scope, those]) =>
        `${formatYears(those.map(({ year }) => year))}只有${scope}口径，与其他年份不能直接相比。`,
    );
    const partial = points.filter((point) => point.partial && !isAbsent(point.state));
    const unfinished = partial.flatMap(({ year, until }) =>
      until === null ? [] : [`${year} 年未满，截至 ${until}，不与其他年份相比。`],
    );
    const known = partial.filter((point) => point.until === null).map((point) => point.year);
    const incomplete = known.length > 0 ? [`${formatYears(known)}只有部分数据，不与其他年份相比。`] : [];
    return [...gaps, ...broken, ...unfinished, ...incomplete, ...datesOf(figure), figure.note];
  });
  if (figures.some((figure) => figure.notCounted)) notes.push("不含未公开项。");
  return [...new Set(notes)].filter((note) => note !== "");
}

/** Print both dates on which a ratio's parts were counted, as of its latest year. */
function datesOf(figure: PublishedFigure): string[] {
  const { measure } = figure;
  const series = mainSeries(figure);
  const dates = series && latestPoint(series)?.dates;
  if (measure.kind !== "ratio" || !dates) return [];
  return [
    `时点：${measure.numerator.column} ${dates.numerator}，${measure.denominator.column} ${dates.denominator}。`,
  ];
}
