import type { PublishedDataset, PublishedFigure } from "../core/site.ts";
import { type State, states } from "../core/state.ts";

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

/** List the states that a card's chart has a mark for: its legend. 正式 has none, and 修订 stands in the table alone. */
export function legendStates(figures: readonly PublishedFigure[]): State[] {
  const occurring = new Set(
    figures.flatMap((f) => f.series.flatMap((series) => series.points.map((point) => point.state))),
  );
  return states.filter((state) => state !== "final" && state !== "revised" && occurring.has(state));
}
