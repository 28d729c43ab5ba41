import type { Dataset } from "../declared/dataset.ts";
import { type Rows, textAt } from "../rows.ts";
import type { Absence } from "../state.ts";
import { yearOf } from "./period.ts";

/** What was collected of a data set in a year, and why not more. */
export interface Covered {
  readonly status: string; // 齐全, 部分, 未统计, 不适用 or 不公开
  readonly note: string;
}

/** The folder's 统计情况: data set and year → what was collected; null where nobody said. */
export type Coverage = (dataset: Pick<Dataset, "id" | "title">, year: number) => Covered | null;

const absences: ReadonlyMap<string, Absence> = new Map([
  ["未统计", "not-collected"],
  ["不适用", "not-applicable"],
  ["不公开", "withheld"],
]);

/** Read the rows of `coverage`; they name a data set by its folder or by its title. */
export function readCoverage(rows: Rows | undefined): Coverage {
  const known = new Map<string, Covered>();
  for (let row = 0; rows && row < rows.length; row++) {
    const key = `${textAt(rows, row, "数据集")}|${yearOf(textAt(rows, row, "年度"))}`;
    known.set(key, { status: textAt(rows, row, "状态"), note: textAt(rows, row, "备注") });
  }
  return ({ id, title }, year) => known.get(`${id}|${year}`) ?? known.get(`${title}|${year}`) ?? null;
}

/** Name why a year without rows has no value. */
export function absenceOf(covered: Covered | null): Absence {
  return absences.get(covered?.status ?? "") ?? "missing";
}
