import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { idOf } from "../declared/parsing.ts";
import type { Settings } from "../declared/settings.ts";
import type { Finding } from "../finding.ts";
import type { Inputs, OnRead, SourceFile } from "../inputs.ts";
import { copyFinding, findCopies } from "./copies.ts";
import { decode } from "./decode.ts";
import { matchHeader, type Positions } from "./header.ts";
import { isOwnTable, readLaidOut } from "./laid-out.ts";
import { checkBytes, checkLines, type Limits, limitsOf } from "./limits.ts";
import { checkNames } from "./names.ts";
import { checkFile } from "./source.ts";
import { readTable, type Table } from "./table.ts";

/** One export, split into cells, with its headers recognised. */
export interface Source {
  readonly table: Table;
  readonly positions: Positions;
}

/** Every export that could be read, by data set, and what is wrong with how they are written. */
export interface Opened {
  readonly sources: ReadonlyMap<string, readonly Source[]>;
  readonly unreadable: ReadonlySet<string>; // data sets that are not all there
  readonly findings: readonly Finding[];
}

/** Open every export; a data set that lost a file, a row or a column is unreadable: a reference to it may be right. */
export function openExports(
  inputs: Inputs,
  datasets: ReadonlyMap<string, Dataset>,
  settings: Settings,
  onRead: OnRead,
): Opened {
  const broken = inputs.datasets.map((file) => idOf(file.path)).filter((id) => !datasets.has(id));
  const unreadable = new Set(broken); // their JSON is found already
  const sources = new Map<string, Source[]>();
  const words = headerWords(datasets.values());
  const copies = findCopies(inputs.exports);
  const all: Finding[] = [];
  const add = (more: readonly Finding[]) => {
    for (const found of more) all.push(found);
  };
  add(checkNames(inputs.exports, inputs.unread));
  for (const { path } of inputs.unread) unreadable.add(path.split("/")[0] ?? "");
  for (const [at, file] of inputs.exports.entries()) {
    onRead(at);
    const folder = file.path.split("/")[0] ?? "";
    if (broken.includes(folder)) continue;
    const { dataset, findings } = checkFile(file, datasets);
    add(findings);
    const first = dataset ? copies.get(file) : undefined;
    if (first) {
      if (findings.length === 0) add([copyFinding(file, first)]);
      continue;
    }
    const { source, findings: inside } = dataset
      ? openFile(file, dataset, words, limitsOf(dataset, settings))
      : nothing;
    add(inside);
    if (dataset && source) sources.set(dataset.id, [...(sources.get(dataset.id) ?? []), source]);
    if (!source || inside.some((found) => found.level === "E")) unreadable.add(folder);
  }
  onRead(inputs.exports.length);
  return { sources, unreadable, findings: all };
}

const nothing = { source: null, findings: [] };

/** Open one file of a data set: bytes, text, table, header; no source where it cannot be read. */
export function openFile(
  file: SourceFile,
  dataset: Dataset,
  words: ReadonlySet<string>,
  limits: Limits,
): { source: Source | null; findings: readonly Finding[] } {
  const tooLarge = checkBytes(file, limits);
  if (tooLarge.length > 0) return { source: null, findings: tooLarge };
  const decoded = decode(file, words);
  if (decoded.text === null) return { source: null, findings: decoded.findings };
  const tooLong = checkLines(file.path, decoded.text, limits);
  if (tooLong.length > 0) return { source: null, findings: [...decoded.findings, ...tooLong] };
  const { layout } = dataset;
  if (layout && !isOwnTable(decoded.text, dataset, layout)) {
    const laidOut = readLaidOut(file.path, decoded.text, dataset, layout, decoded.encoding);
    return { ...laidOut, findings: [...decoded.findings, ...laidOut.findings] };
  }
  const read = readTable(file.path, decoded.text, dataset, decoded.encoding);
  const findings = [...decoded.findings, ...read.findings];
  if (!read.table) return { source: null, findings };
  const { positions, findings: inHeader } = matchHeader(read.table, dataset);
  return { source: positions && { table: read.table, positions }, findings: [...findings, ...inHeader] };
}

/** List the headers by which a file of any data set is known. */
export function headerWords(datasets: Iterable<Dataset>): Set<string> {
  const all = [...datasets];
  const fields = all.flatMap(fieldsOf).flatMap((field) => [field.name, ...field.aliases]);
  return new Set([...fields, ...all.flatMap(({ layout }) => Object.keys(layout?.columns ?? {}))]);
}
