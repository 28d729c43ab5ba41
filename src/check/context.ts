import type { Finding, Place } from "../core/finding.ts";
import type { SourceFile } from "../core/inputs.ts";
import { quoteCell } from "../core/published/csv.ts";
import type { Kit } from "../core/published/kit.ts";

/** Rows of the edition by which dropped ones are checked; a line of a file, by its number, may be left out. */
export interface Context {
  readonly files: readonly SourceFile[];
  readonly rows: number;
}

/** Write the edition's rows as the files they came from, without those that dropped ones replace. */
export function contextOf(
  kit: Kit,
  isReplaced: (path: string) => boolean,
  leftOut: ReadonlySet<string> = new Set(), // "volunteers/2025.csv:3"
): Context {
  const encoder = new TextEncoder();
  let rows = 0;
  const files = kit.rows.flatMap(({ header, files }) =>
    files.flatMap(({ path, records }) => {
      const kept = records.filter((_, i) => !leftOut.has(`${path}:${i + 2}`));
      if (isReplaced(path) || kept.length === 0) return [];
      rows += kept.length;
      const text = [header, ...kept].map((cells) => `${cells.map(quoteCell).join(",")}\r\n`).join("");
      return { path, bytes: encoder.encode(text) };
    }),
  );
  return { files, rows };
}

const repeats: ReadonlySet<string> = new Set(["BIZ-13", "BIZ-16", "DATE-14"]);

/** Name the context's rows that a dropped row repeats. */
export function repeatedIn(context: Context, findings: readonly Finding[]): string[] {
  const paths = new Set(context.files.map(({ path }) => path));
  return findings.flatMap((found) => {
    const places: Place[] = [found, ...found.related];
    if (!repeats.has(found.code) || places.every(({ file }) => paths.has(file))) return [];
    return places.flatMap(({ file, row }) => (paths.has(file) ? `${file}:${row}` : []));
  });
}
