import type { Dataset } from "../declared/dataset.ts";
import type { Figure, Point } from "../figure.ts";
import { stateAt, textAt } from "../rows.ts";
import type { Gap } from "../site.ts";
import { isAbsent } from "../state.ts";
import type { Coverage } from "./coverage.ts";

/** List what a figure lacks: years in a row that are absent for one reason are one gap. Streaks lack nothing, a trend what it follows. */
export function findGaps(figure: Figure, datasets: ReadonlyMap<string, Dataset>, coverage: Coverage): Gap[] {
  const total = figure.series.find((series) => series.key === "total");
  if (!figure.present || !total || figure.indicator.measure.kind === "trend") return [];
  const read = figure.datasets.flatMap((id) => datasets.get(id) ?? []);
  const gaps: (Gap & { readonly years: number[] })[] = [];
  for (const point of total.points) {
    if (!isAbsent(point.state)) continue;
    const reason = reasonOf(point, read, coverage);
    const last = gaps.at(-1);
    const goesOn =
      last?.years.at(-1) === point.year - 1 && last.state === point.state && last.reason === reason;
    if (last && goesOn) last.years.push(point.year);
    else {
      const { id, title } = figure.indicator;
      gaps.push({ figure: id, title, years: [point.year], state: point.state, reason });
    }
  }
  return gaps;
}

/** Find the reason somebody wrote down: 备注 of the rows without a figure, else of coverage. */
function reasonOf(point: Point, read: readonly Dataset[], coverage: Coverage): string {
  for (const { rows, column, indices } of point.cells) {
    for (const row of indices) {
      const note = isAbsent(stateAt(rows, row, column)) ? textAt(rows, row, "备注") : "";
      if (note !== "") return note;
    }
  }
  for (const dataset of read) {
    const covered = coverage(dataset, point.year);
    if (covered && covered.status !== "齐全" && covered.note !== "") return covered.note;
  }
  return "";
}
