import { issue } from "../cells/reading.ts";
import { type Finding, finding } from "../finding.ts";
import { placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";
import { yearAt } from "./history.ts";

/** Years that coverage says have no figures: 未统计, 不适用 or 不公开. */
const empty: readonly string[] = ["未统计", "不适用", "不公开"];

/** Hold a data set against coverage: rows where there should be none (COV-01), and years that are missing (DATE-13). */
export function checkCompleteness(rows: Rows, coverage: Rows | undefined, units: Units): Finding[] {
  const { id, time, kind, title } = rows.dataset;
  if (time === undefined || kind === "register") return [];
  const declared = new Map<number, number>(); // year → row of coverage
  for (let row = 0; coverage && row < coverage.length; row++) {
    if (textAt(coverage, row, "数据集") === id) declared.set(yearAt(coverage, row), row);
  }
  const found: Finding[] = [];
  const firstRows = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const year = yearAt(rows, row);
    if (year !== 0 && !firstRows.has(year)) firstRows.set(year, row);
    const at = declared.get(year);
    if (!coverage || at === undefined) continue;
    const status = textAt(coverage, at, "状态");
    if (!empty.includes(status)) continue;
    const facts = { title, year, status, row: coverage.row[at] ?? 0 };
    found.push(cellFinding(rows, row, time, issue("COV-01", facts), units, [placeAt(coverage, at, "状态")]));
  }
  return kind === "state" ? [...found, ...findGaps(rows, firstRows, declared)] : found;
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
