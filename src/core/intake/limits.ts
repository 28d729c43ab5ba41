import type { Dataset } from "../declared/dataset.ts";
import type { Settings } from "../declared/settings.ts";
import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";

const megabyte = 1024 * 1024;

/** How large a file may be. */
export interface Limits {
  readonly megabytes: number;
  readonly rows: number;
}

/** Give a data set's limits: its own, else the site's. */
export function limitsOf(dataset: Dataset, { limits }: Settings): Limits {
  return {
    megabytes: dataset.limits.megabytes ?? limits.megabytes,
    rows: dataset.limits.rows ?? limits.rows,
  };
}

/** Refuse a file of more megabytes than allowed, before it is read (FILE-09). */
export function checkBytes({ path, bytes }: SourceFile, { megabytes }: Limits): Finding[] {
  if (bytes.length <= megabytes * megabyte) return [];
  const size = `${(bytes.length / megabyte).toFixed(1)} MB`;
  return [finding("FILE-09", filePlace(path), { size, limit: `${megabytes} MB` })];
}

/** Refuse a text of more lines below its header than allowed, before it is split (FILE-09). */
export function checkLines(path: string, text: string, { rows }: Limits): Finding[] {
  const lineEnd = text.includes("\n") ? "\n" : "\r";
  let count = text.endsWith(lineEnd) || text === "" ? -1 : 0; // the header is no row
  for (let at = text.indexOf(lineEnd); at >= 0; at = text.indexOf(lineEnd, at + 1)) count++;
  if (count <= rows) return [];
  return [finding("FILE-09", filePlace(path), { size: `${count} 行`, limit: `${rows} 行` })];
}
