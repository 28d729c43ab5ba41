import { type Finding, filePlace, finding } from "../finding.ts";

/** A file with more findings than this gets one finding with the rest as a number. */
const most = 10_000;
const gravity = ["N", "T", "W", "E"] as const;

/** Sort by file, line, cell, code, and cut what is too long to read. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const byFile = Map.groupBy(findings, (found) => found.file);
  const files = [...byFile].toSorted(([a], [b]) => compare(a, b));
  return files.flatMap(([file, all]) => {
    const sorted = all.toSorted(byPlace);
    if (sorted.length <= most) return sorted;
    const rest = sorted.slice(most);
    const worst = gravity.findLast((level) =>
      rest.some((found) => found.level === level && !found.signature),
    );
    const more = finding("MORE-01", filePlace(file), { count: rest.length }, { level: worst ?? "N" });
    return [...sorted.slice(0, most), more];
  });
}

function byPlace(a: Finding, b: Finding): number {
  return (a.line ?? 0) - (b.line ?? 0) || compareCells(a.cell ?? "", b.cell ?? "") || compare(a.code, b.code);
}

/** B2 before AA2: shorter letters first. */
function compareCells(a: string, b: string): number {
  const letters = (cell: string) => cell.replace(/\d+$/, "");
  return letters(a).length - letters(b).length || compare(letters(a), letters(b)) || compare(a, b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
