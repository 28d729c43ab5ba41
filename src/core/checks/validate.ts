import { normalizeName } from "../cells/names.ts";
import type { Dataset } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import { idOf } from "../declared/parsing.ts";
import { coreScopes, type Settings } from "../declared/settings.ts";
import type { Finding } from "../finding.ts";
import type { Inputs, OnRead, SourceFile } from "../inputs.ts";
import { headerWords, openExports, openFile } from "../intake/exports.ts";
import { limitsOf } from "../intake/limits.ts";
import { checkKind } from "../intake/source.ts";
import { type RevisionRow, readRevisions, revisionDataset } from "../releases/revisions.ts";
import { Pool, type Rows } from "../rows.ts";
import { readUnits, type Units, unitsFromNames } from "../units.ts";
import { checkWall } from "../wall/check.ts";
import { wallDataset } from "../wall/dataset.ts";
import { cellFinding, type Note, onceACell } from "./cell-finding.ts";
import { collect } from "./collect.ts";
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
  readonly revisions: readonly RevisionRow[];
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

  const opened = openExports(inputs, datasets, settings, onRead);
  add(opened.findings);
  const { sources } = opened;
  const unreadable = new Set(opened.unreadable);
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
    add(once.map((note) => noteFinding(rows, note, units)));
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

  const rowCount = [...all.values()].reduce((sum, rows) => sum + rows.length, 0);
  const register = (file: SourceFile, dataset: Dataset, columns?: readonly string[]) =>
    openRegister(file, dataset, { pool, units, settings, now: inputs.now, add }, columns);
  // 原值 quotes a cell, which has been judged where it stands: 1.23457E+05 is no mistake here
  const signed = inputs.signoffs && register(inputs.signoffs, signoffDataset, ["原值"]);
  const revised = inputs.revisions && register(inputs.revisions, revisionDataset, ["原值", "新值"]);
  const wall = inputs.wall && register(inputs.wall, wallDataset);
  if (wall) {
    add(checkKeys(wall, units));
    add(checkWall(wall, inputs.now).map((note) => noteFinding(wall, note, units)));
    all.set(wallDataset.id, wall);
  }
  return {
    rows: all,
    totals,
    units,
    signoffs: signed ? readSignoffs(signed) : [],
    revisions: revised ? readRevisions(revised) : [],
    findings,
    files: inputs.exports.length,
    rowCount,
  };
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

interface Setting {
  readonly pool: Pool;
  readonly units: Units;
  readonly settings: Settings;
  readonly now: string;
  readonly add: (findings: readonly Finding[]) => void;
}

/** Read a file that stands beside exports, such as signoffs.csv; what its columns `quoted` hold is not judged again. */
function openRegister(
  file: SourceFile,
  dataset: Dataset,
  { pool, units, settings, now, add }: Setting,
  quoted: readonly string[] = [],
): Rows | null {
  const unreadable = checkKind(file);
  if (unreadable) {
    add([unreadable]);
    return null;
  }
  const { source, findings } = openFile(file, dataset, headerWords([dataset]), limitsOf(dataset, settings));
  add(findings.filter(({ code }) => code !== "FILE-03")); // there may be nothing to say yet
  if (!source) return null;
  const { rows, notes } = collect(dataset, [source], pool, { scopes: [], now });
  add(notes.filter(({ column }) => !quoted.includes(column)).map((note) => noteFinding(rows, note, units)));
  return rows;
}

function noteFinding(rows: Rows, { row, column, issue, related }: Note, units: Units): Finding {
  return cellFinding(rows, row, column, issue, units, related);
}
