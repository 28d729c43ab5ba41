import type { CellSet, Figure, Point } from "../figure.ts";
import { indices, type Rows, textAt } from "../rows.ts";

/** Cells that a value rests on beside those it is computed from. */
export type Basis = (point: Point, figure: Figure) => readonly CellSet[];

/**
 * Find what else decides a value: where there is none, or no row, or not all of them, what coverage says of the year; of honours
 * held their 生效日期 and 有效期至, and what became of them.
 */
export function findBasis(all: ReadonlyMap<string, Rows>): Basis {
  const coverage = all.get("coverage");
  const covered = coverage
    ? Map.groupBy(
        indices(coverage),
        (row) => `${textAt(coverage, row, "数据集")}|${textAt(coverage, row, "年度").slice(0, 4)}`,
      )
    : new Map<string, number[]>();
  const events = new Map<string, Map<string, number[]>>();
  const eventsOf = (id: string, rows: Rows) => {
    const known = events.get(id) ?? Map.groupBy(indices(rows), (row) => textAt(rows, row, "荣誉编号"));
    events.set(id, known);
    return known;
  };

  const sayCoverage = (point: Point, figure: Figure): CellSet[] => {
    const isPlain = point.value !== null && point.cells.length > 0 && !point.partial;
    if (!coverage || isPlain) return [];
    const names = figure.datasets.flatMap((id) => [id, all.get(id)?.dataset.title ?? id]);
    const found = names.flatMap((name) => covered.get(`${name}|${point.year}`) ?? []);
    return found.length > 0 ? [{ rows: coverage, column: "状态", indices: [...new Set(found)] }] : [];
  };

  const sayHonours = ({ cells }: Point, { indicator: { measure } }: Figure): CellSet[] => {
    if (measure.kind !== "held" && measure.kind !== "streak") return [];
    const happened = all.get(measure.events);
    return cells.flatMap(({ rows, indices: honours }) => {
      const dates = ["生效日期", "有效期至"].map((column) => ({
        rows,
        column,
        indices: honours.filter((row) => textAt(rows, row, column) !== ""),
      }));
      if (!happened) return dates;
      const byHonour = eventsOf(measure.events, happened);
      const own = honours.flatMap((row) => byHonour.get(textAt(rows, row, "荣誉编号")) ?? []);
      return [...dates, { rows: happened, column: "事件", indices: own }];
    });
  };

  return (point, figure) =>
    [...sayHonours(point, figure), ...sayCoverage(point, figure)].filter((set) => set.indices.length > 0);
}
