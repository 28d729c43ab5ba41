import type { Dataset } from "../core/declared/dataset.ts";
import type { SourceFile } from "../core/inputs.ts";
import { decode } from "../core/intake/decode.ts";
import { headerWords } from "../core/intake/exports.ts";
import { headerReader } from "../core/intake/header-cell.ts";
import { readLaidOut } from "../core/intake/laid-out.ts";
import { outline } from "../core/intake/outline.ts";

/** Guess whose rows a file holds by its header: the data set that knows most of it and misses least; null if none knows any. */
export function guessDataset(file: SourceFile, datasets: ReadonlyMap<string, Dataset>): string | null {
  const words = headerWords(datasets.values());
  const { text } = decode(file, words);
  if (text === null) return null;
  let best: { id: string; score: number } | null = null;
  for (const [id, dataset] of datasets) {
    const { layout } = dataset;
    const tried = layout ? readLaidOut(file.path, text, dataset, layout) : null;
    if (tried?.source && tried.findings.every(({ level }) => level !== "E")) return id;
    const recognise = headerReader(dataset);
    const { header } = outline(file.path, text, (cell) => recognise(cell) !== null);
    const known = new Set(header.flatMap((cell) => recognise(cell)?.field.name ?? []));
    const required = dataset.schema.fields.filter((field) => field.constraints.required);
    const score = known.size - required.filter((field) => !known.has(field.name)).length / 2;
    if (known.size > 0 && (best === null || score > best.score)) best = { id, score };
  }
  return best?.id ?? null;
}
