import { normalizeName } from "../cells/names.ts";
import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import { idOf } from "../declared/parsing.ts";
import { coreScopes, type Settings } from "../declared/settings.ts";
import type { Finding } from "../finding.ts";
import type { Inputs, OnRead, SourceFile } from "../inputs.ts";
import { copyFinding, findCopies } from "../intake/copies.ts";
import { decode } from "../intake/decode.ts";
import { matchHeader } from "../intake/header.ts";
import { isOwnTable, readLaidOut } from "../intake/laid-out.ts";
import { checkBytes, checkLines, type Limits, limitsOf } from "../intake/limits.ts";
import { checkNames } from "../intake/names.ts";
import { checkFile } from "../intake/source.ts";
import { readTable } from "../intake/table.ts";
import { Pool, type Rows } from "../rows.ts";
import { readUnits, type Units, unitsFromNames } from "../units.ts";
import { cellFinding, type Note, onceACell } from "./cell-finding.ts";
import { collect, type Source } from "./collect.ts";
import { checkYears } from "./compare.ts";
import { checkCompleteness, incompleteYears } from "./completeness.ts";
import { checkDoubled } from "./doubled.ts";
import { checkExpectedUnits } from "./expected-units.ts";
import { checkHiddenEndings } from "./hidden-endings.ts";
import { readHistories } from "./history.ts";
import { checkKeys } from "./keys.ts";
import { checkPeers } from "./peers.ts";
import { resolveReferences } from "./references.ts";
import { checkRegister } from "./register.ts";
import { checkRules } from "./rules.ts";
import { checkScopes, notedBreaks } from "./scopes.ts";
import { readSignoffs, type Signoff, signoffDataset } from "./signoffs.ts";
import { checkSpellings } from "./spellings.ts";
import { checkStated } from "./stated.ts";
import type { TotalRows } from "./total-rows.ts";
import { checkTotalRows } from "./total-sums.ts";
import { checkLives } from "./unit-lives.ts";

/** All exports read and checked. */
export interface Validated {
  /** By data set; only those of which the folder has at least one readable file. */
  readonly rows: ReadonlyMap<string, Rows>;
  /** By data set: rows that are sums of others, which no figure is computed from. */
  readonly totals: ReadonlyMap<string, TotalRows>;
  readonly units: Units;
  readonly signoffs: readonly Signoff[];
  readonly findings: readonly Finding[];
  readonly files: number; // exports looked at
  readonly rowCount: number;
}

/** Read every export into rows and check all there is to check; findings are neither signed, redacted nor sorted yet. */
export function validate(
  inputs: Inputs,
  datasets: ReadonlyMap<string, Dataset>,
  settings: Settings,
  indicators: readonly Indicator[],
  onRead: OnRead = () => {},
): Validated {
  const pool = new Pool();
  const context = { scopes: [...coreScopes, ...settings.scopes], now: inputs.now };
  const findings: Finding[] = [];
  const add = (more: readonly Finding[]) => {
    for (const found of more) findings.push(found);
  };

  const { sources, unreadable } = openAll(inputs, datasets, settings, add, onRead);
  const known = new Set(indicators.map((indicator) => indicator.id));
  if (!inputs.indicators.every((file) => known.has(idOf(file.path)))) unreadable.add("indicators");
  const collected = new Map<string, Rows>();
  const totals = new Map<string, TotalRows>();
  const notes: (readonly [id: string, notes: readonly Note[]])[] = [];
  for (const [id, dataset] of datasets) {
    const of = sources.get(id);
    if (!of) continue;
    const { rows, notes: found, totals: sums } = collect(dataset, of, pool, context);
    collected.set(id, rows);
    if (sums) totals.set(id, sums);
    notes.push([id, found]);
  }

  const dictionary = collected.get("units");
  const units = dictionary ? readUnits(dictionary) : unitsFromNames(unitNames(collected));
  const all = new Map<string, Rows>();
  for (const [id, rows] of collected) {
    const resolved = resolveReferences(rows, collected, datasets, units, indicators, unreadable, inputs.now);
    all.set(id, resolved.rows);
    notes.push([id, resolved.notes]);
  }
  for (const [id, found] of notes) {
    const rows = all.get(id);
    if (!rows) continue;
    const once = onceACell(rows, found);
    add(once.map((note) => cellFinding(rows, note.row, note.column, note.issue, units, note.related)));
  }

  if (dictionary) add(checkRegister(dictionary, all, units));
  for (const [id, sums] of totals) {
    const { rows, notes: found } = sums;
    add(found.map((note) => cellFinding(rows, note.row, note.column, note.issue, units)));
    add(checkTotalRows(all.get(id) ?? rows, sums, units, inputs.now));
  }
  const coverage = all.get("coverage");
  const noted = notedBreaks(all.get("breaks"), indicators);
  for (const [id, rows] of all) {
    const histories = readHistories(rows);
    add(checkKeys(rows, units));
    add(checkSpellings(rows, units));
    if (dictionary) add(checkLives(rows, units, dictionary));
    if (dictionary) add(checkDoubled(rows, units, dictionary));
    add(checkRules(rows, histories, all, units));
    add(checkStated(rows, histories, units));
    add(checkYears(rows, histories, units, inputs.now));
    add(checkPeers(rows, histories, units, inputs.now));
    add(checkScopes(rows, histories, units, noted(id)));
    add(checkCompleteness(rows, coverage, units, inputs.now));
    if (!unreadable.has(id)) {
      add(checkExpectedUnits(rows, histories, units, incompleteYears(id, coverage), inputs.now));
    }
  }

  add(checkHiddenEndings(all.get("honors"), all.get("honor-events"), units, inputs.now));

  const signoffs = inputs.signoffs
    ? openSignoffs(inputs.signoffs, pool, units, settings, inputs.now, add)
    : [];
  const rowCount = [...all.values()].reduce((sum, rows) => sum + rows.length, 0);
  return { rows: all, totals, units, signoffs, findings, files: inputs.exports.length, rowCount };
}

type Add = (findings: readonly Finding[]) => void;

/** Open every export; a data set that lost a file, a row or a column is unreadable: a reference to it may be right. */
function openAll(
  inputs: Inputs,
  datasets: ReadonlyMap<string, Dataset>,
  settings: Settings,
  add: Add,
  onRead: OnRead,
): { sources: Map<string, Source[]>; unreadable: Set<string> } {
  const broken = inputs.datasets.map((file) => idOf(file.path)).filter((id) => !datasets.has(id));
  const unreadable = new Set(broken); // their JSON is found already
  const sources = new Map<string, Source[]>();
  const words = headerWords(datasets.values());
  const copies = findCopies(inputs.exports);
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
      ? open(file, dataset, words, limitsOf(dataset, settings))
      : nothing;
    add(inside);
    if (dataset && source) sources.set(dataset.id, [...(sources.get(dataset.id) ?? []), source]);
    if (!source || inside.some((found) => found.level === "E")) unreadable.add(folder);
  }
  onRead(inputs.exports.length);
  return { sources, unreadable };
}

const nothing = { source: null, findings: [] };

function open(
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

/** Every unit the folder's rows name. */
function unitNames(all: ReadonlyMap<string, Rows>): Set<string> {
  const names = new Set<string>();
  for (const rows of all.values()) {
    for (const key of rows.dataset.schema.foreignKeys) {
      if (key.resource !== "units") continue;
      for (const id of rows.columns.get(key.field)?.value ?? []) {
        if (id !== 0) names.add(normalizeName(rows.pool.text(id)));
      }
    }
  }
  return names;
}

function openSignoffs(
  file: SourceFile,
  pool: Pool,
  units: Units,
  settings: Settings,
  now: string,
  add: Add,
): Signoff[] {
  const limits = limitsOf(signoffDataset, settings);
  const { source, findings } = open(file, signoffDataset, headerWords([signoffDataset]), limits);
  add(findings.filter(({ code }) => code !== "FILE-03")); // nobody has had to sign yet
  if (!source) return [];
  const { rows, notes } = collect(signoffDataset, [source], pool, { scopes: [], now });
  // 原值 quotes a cell, which has been judged where it stands: 1.23457E+05 is no mistake here
  const own = notes.filter(({ column }) => column !== "原值");
  add(own.map((note) => cellFinding(rows, note.row, note.column, note.issue, units)));
  return readSignoffs(rows);
}
