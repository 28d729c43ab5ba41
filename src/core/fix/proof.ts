import type { Validated } from "../checks/validate.ts";
import type { Finding } from "../finding.ts";
import { placeAt, type Rows, stateAt, textAt } from "../rows.ts";

/** Find what two readings of a folder do not have in common: a row, a value, a state, its line, an error or a suspicion; null if nothing. */
export function findDifference(before: Validated, after: Validated): string | null {
  const ids = new Set([...before.rows.keys(), ...after.rows.keys()]);
  for (const id of ids) {
    const [a, b] = [before.rows.get(id), after.rows.get(id)];
    const found = a && b ? findInRows(a, b) : id;
    if (found !== null) return found;
  }
  const [stops, now] = [stopsOf(before.findings), stopsOf(after.findings)];
  return stops.find((stop, i) => stop !== now[i]) ?? now[stops.length] ?? null;
}

function findInRows(a: Rows, b: Rows): string | null {
  if (a.length !== b.length || a.columns.size !== b.columns.size) return a.dataset.id;
  for (let row = 0; row < a.length; row++) {
    if (a.row[row] !== b.row[row] || a.line[row] !== b.line[row]) return sayCell(a, row, null);
    if (a.files[a.file[row] ?? 0] !== b.files[b.file[row] ?? 0]) return sayCell(a, row, null);
    for (const name of a.columns.keys()) {
      const isSame =
        textAt(a, row, name) === textAt(b, row, name) && stateAt(a, row, name) === stateAt(b, row, name);
      if (!isSame) return sayCell(a, row, name);
    }
  }
  return null;
}

function sayCell(rows: Rows, row: number, column: string | null): string {
  const { file, cell, line } = placeAt(rows, row, column);
  return `${file} ${cell ?? line}`;
}

/** What stops publication, or would if it were not signed. */
function stopsOf(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ level }) => level === "E" || level === "W")
    .map(({ code, level, file, row, cell, signature }) => {
      const where = cell ?? (row === null ? null : `第 ${row} 行`);
      return [file, where, code, level, signature && "已签认"].filter(Boolean).join(" ");
    })
    .toSorted();
}
