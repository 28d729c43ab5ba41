import { normalizeName } from "../cells/names.ts";
import type { Dataset } from "../declared/dataset.ts";
import type { Indicator } from "../declared/indicator.ts";
import { idOf } from "../declared/parsing.ts";
import { coreScopes, type Settings } from "../declared/settings.ts";
import type { Finding } from "../finding.ts";
import type { Inputs, OnRead, SourceFile } from "../inputs.ts";
import { headerWords, openExports, openFile } from "../intake/exports.ts";
import { limitsOf } from "../intake/limits.ts";
import { Pool, type Rows } from "../rows.ts";
import { readUnits, type Units, unitsFromNames } from "../units.ts";
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
  add: (findings: readonly Finding[]) => void,
): Signoff[] {
  const limits = limitsOf(signoffDataset, settings);
  const { source, findings } = openFile(file, signoffDataset, headerWords([signoffDataset]), limits);
  add(findings.filter(({ code }) => code !== "FILE-03")); // nobody has had to sign yet
  if (!source) return [];
  const { rows, notes } = collect(signoffDataset, [source], pool, { scopes: [], now });
  // 原值 quotes a cell, which has been judged where it stands: 1.23457E+05 is no mistake here
  const own = notes.filter(({ column }) => column !== "原值");
  add(own.map((note) => cellFinding(rows, note.row, note.column, note.issue, units)));
  return readSignoffs(rows);
}
