import { issue } from "../cells/reading.ts";
import { isUnfinished } from "../figures/period.ts";
import { type Finding, finding } from "../finding.ts";
import { placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { yearAt } from "./history.ts";

/** Years that coverage says have no figures: 未统计, 不适用 or 不公开. */
const empty: readonly string[] = ["未统计", "不适用", "不公开"];

/** The years of which coverage says that a data set has not all its figures. */
export function incompleteYears(id: string, coverage: Rows | undefined): ReadonlySet<number> {
  const years = new Set<number>();
  for (let row = 0; coverage && row < coverage.length; row++) {
    const isOf = textAt(coverage, row, "数据集") === id;
    if (isOf && textAt(coverage, row, "状态") !== "齐全") years.add(yearAt(coverage, row));
  }
  return years;
}

/** Hold a data set against coverage: rows where there should be none (COV-01), years that are missing (DATE-13) or have lost rows (FILE-20). */
export function checkCompleteness(
  rows: Rows,
  coverage: Rows | undefined,
  units: Units,
  now: string,
): Finding[] {
  const { id, time, kind, title } = rows.dataset;
  if (time === undefined || kind === "register") return [];
  const declared = new Map<number, number>(); // year → row of coverage
  for (let row = 0; coverage && row < coverage.length; row++) {
    if (textAt(coverage, row, "数据集") === id) declared.set(yearAt(coverage, row), row);
  }
  const found: Finding[] = [];
  const firstRows = new Map<number, number>();
  const counts = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const year = yearAt(rows, row);
    if (year !== 0 && !firstRows.has(year)) firstRows.set(year, row);
    counts.set(year, (counts.get(year) ?? 0) + 1);
    const at = declared.get(year);
    if (!coverage || at === undefined) continue;
    const status = textAt(coverage, at, "状态");
    if (!empty.includes(status)) continue;
    const facts = { title, year, status, row: coverage.row[at] ?? 0 };
    found.push(cellFinding(rows, row, time, issue("COV-01", facts), units, [placeAt(coverage, at, "状态")]));
  }
  found.push(...findDrops(rows, firstRows, counts, (year) => declared.has(year) || isUnfinished(year, now)));
  return kind === "state" ? [...found, ...findGaps(rows, firstRows, declared)] : found;
}

const fewest = 20; // rows: below that, a fifth is chance

/** Years with more than a fifth fewer rows than the year before, unless that is known; found at their first row. */
function findDrops(
  rows: Rows,
  firstRows: ReadonlyMap<number, number>,
  counts: ReadonlyMap<number, number>,
  isExplained: (year: number) => boolean,
): Finding[] {
  const { id, time, title } = rows.dataset;
  return [...firstRows].flatMap(([year, row]) => {
    const [count, before] = [counts.get(year) ?? 0, counts.get(year - 1) ?? 0];
    if (before < fewest || count * 5 >= before * 4 || isExplained(year)) return [];
    const subject = { dataset: id, key: String(year), column: "", value: String(count) };
    return [
      finding("FILE-20", placeAt(rows, row, time ?? null), { title, year, count, before }, { subject }),
    ];
  });
}

/** Years between the first and the last that have neither rows nor a word in coverage; found at the first row after them. */
function findGaps(
  rows: Rows,
  firstRows: ReadonlyMap<number, number>,
  declared: ReadonlyMap<number, number>,
): Finding[] {
  const { id, time, title } = rows.dataset;
  const found: Finding[] = [];
  const years = [...firstRows.keys()].toSorted((a, b) => a - b);
  years.forEach((next, i) => {
    for (let year = (years[i - 1] ?? next) + 1; year < next; year++) {
      if (declared.has(year)) continue;
      const place = placeAt(rows, firstRows.get(next) ?? 0, time ?? null);
      const subject = { dataset: id, key: String(year), column: "", value: "" };
      found.push(finding("DATE-13", place, { title, year }, { subject }));
    }
  });
  return found;
}
