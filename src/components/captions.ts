import { mainSeries, scopeSeries, shownSeries } from "../core/figures/latest.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint } from "../core/site.ts";
import { type State, states } from "../core/state.ts";

/** Say what a card measures, in which unit, against which base and in which scope: its second line. */
export function measureLine(figures: readonly PublishedFigure[]): string {
  const [first] = figures;
  if (!first) return "";
  const scopes = [...new Set([first.scope ?? [], scopeSeries(first).map(({ title }) => title)].flat())];
  const scope = scopes.length === 0 ? "" : `；${scopes.join("、")}口径`;
  if (first.chart === "index") {
    const units = figures.map((figure) => `${figure.title}按${figure.unit}`).join("、");
    return `${first.baseYear} 年 = 100；${units}${scope}`;
  }
  if (first.chart === "changes") return `${first.title}比上年增减，${first.changeUnit}${scope}`;
  if (first.chart === "budget") {
    return `${first.title}决算与预算，${first.unit}；执行率 = 决算 ÷ 预算${scope}`;
  }
  if (first.measure.kind === "cadence" && first.chart === "cadence") {
    return `${first.title}；一格 ${first.measure.months} 个月，右边是开展的格数 / 已过的格数`;
  }
  if (first.chart === "ribbon") return "每行一项称号，多次命名的合为一行；色带为有效期，竖线为数据截至日";
  const { measure } = first;
  const what =
    measure.kind === "ratio" ? `${measure.numerator.column} ÷ ${measure.denominator.column}` : first.title;
  return `${what}，${first.unit}${first.by === null || first.byScope ? "" : `；按${first.by}分列`}${scope}`;
}

type Key = readonly [className: string, text: string, occurs: (point: PublishedPoint) => boolean];

const keys: Partial<Record<PublishedFigure["chart"], readonly Key[]>> = {
  changes: [
    ["fall", "减少", ({ change }) => change !== null && change <= 0],
    ["rise", "增加", ({ change }) => change !== null && change > 0],
  ],
  budget: [
    ["outturn", "决算", ({ value }) => value !== null],
    ["planned", "预算", ({ budget }) => budget !== null],
    ["over", "超出预算的部分", ({ value, budget }) => value !== null && budget !== null && value > budget],
  ],
  cadence: [
    ["met", "开展了", ({ windows }) => windows?.includes(true) ?? false],
    ["unmet", "没有开展", ({ windows }) => windows?.includes(false) ?? false],
    ["open", "未到期", ({ windows }) => windows?.includes(null) ?? false],
  ],
};

/** Explain the marks of a chart that has its own, those that occur: class of the mark, and word. */
export function chartKeys([first]: readonly PublishedFigure[]): [className: string, text: string][] {
  const points = (first && mainSeries(first)?.points) ?? [];
  return ((first && keys[first.chart]) ?? []).flatMap(([name, text, occurs]): [string, string][] =>
    points.some(occurs) ? [[name, text]] : [],
  );
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

const tables: Partial<Record<PublishedFigure["chart"], string>> = {
  changes: "逐年增减",
  budget: "逐年决算与预算",
};

/** Name a card's table. */
export function tableCaption(figures: readonly PublishedFigure[]): string {
  const [first] = figures;
  return `${figures.map(({ title }) => title).join("、")}：${(first && tables[first.chart]) ?? "逐年数据"}`;
}

/** List the states that a card's chart has a mark for: its legend. 正式 has none, and 修订 stands in the table alone. */
export function legendStates(figures: readonly PublishedFigure[]): State[] {
  const occurring = new Set(
    figures.flatMap((f) => shownSeries(f).flatMap((series) => series.points.map((point) => point.state))),
  );
  return states.filter((state) => state !== "final" && state !== "revised" && occurring.has(state));
}
