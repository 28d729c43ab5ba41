import { catalogue } from "../catalogue/catalogue.ts";
import { normalizeName } from "../cells/names.ts";
import type { Edition } from "../edition.ts";
import { type Code, type Finding, finding, type Place, type Subject } from "../finding.ts";
import { originalAt, placeAt, type Rows } from "../rows.ts";
import type { Units } from "../units.ts";
import { keyOf } from "./cell-finding.ts";
import { type Signoff, suspicionOf } from "./signoffs.ts";
import { unsoundFolders } from "./verdict.ts";

/** Where to look for what a sign-off that signs nothing may have meant. */
export interface Setting {
  readonly rows: ReadonlyMap<string, Rows>;
  readonly units: Units;
  readonly edition: Edition;
}

/**
 * Name every sign-off that signs nothing, and why: another value stands there now (SIGN-02), an error stands there (SIGN-04), or there
 * is nothing to sign (SIGN-03). Not of data sets that could not be read whole, nor of rules that only the other edition has.
 */
export function checkIdleSignoffs(
  findings: readonly Finding[],
  signoffs: readonly Signoff[],
  setting: Setting,
): Finding[] {
  if (signoffs.length === 0) return [];
  const subjects = findings.flatMap(({ code, level, subject }) =>
    level === "W" && subject ? { code, subject } : [],
  );
  const signable = new Set(subjects.map(({ code, subject }) => suspicionOf(code, subject)));
  const values = new Map(
    subjects.map(({ code, subject }) => [suspicionOf(code, { ...subject, value: "" }), subject.value]),
  );
  const unsound = unsoundFolders(findings);
  const isElsewhere = ({ code, subject }: Signoff) =>
    (setting.edition === "internal" && code.startsWith("SDC-")) || unsound.has(subject.dataset);
  const find = rowFinder(setting);
  return signoffs.flatMap((signoff) => {
    const { code, subject, places } = signoff;
    if (signable.has(suspicionOf(code, subject))) return [];
    const said = { textCode: code, textKey: subject.key, column: subject.column };
    const value = values.get(suspicionOf(code, { ...subject, value: "" }));
    if (value !== undefined) {
      return finding("SIGN-02", places.value, { ...said, textValue: subject.value, textNow: value });
    }
    const at = find(subject);
    const error = findings.find((one) => one.level === "E" && one.code === code && isAt(one, subject, at));
    if (error) return finding("SIGN-04", places.row, said, { related: [error] });
    if (isElsewhere(signoff)) return [];
    const level = Object.hasOwn(catalogue, code) ? catalogue[code as Code].level : null;
    const facts = { ...said, problem: problemOf(level, at), textNow: at?.text ?? "" };
    return finding("SIGN-03", places.key, facts, { related: at ? [at.place] : [] });
  });
}

/** What is the matter with a sign-off for which there is no finding. */
function problemOf(level: string | null, at: Standing | null): "no-rule" | "no-need" | "no-row" | "fine" {
  if (level === null) return "no-rule";
  if (level === "T" || level === "N") return "no-need";
  return at ? "fine" : "no-row";
}

/** The cell a sign-off is about, as it stands now; a row's first where it names no column. */
interface Standing {
  readonly place: Place;
  readonly text: string;
}

/** Find what stands at a key today; each data set's keys are written out once. */
function rowFinder({ rows: all, units }: Setting): (subject: Subject) => Standing | null {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return ({ dataset, key, column }) => {
    const rows = all.get(dataset);
    if (!rows) return null;
    const keys =
      known.get(dataset) ??
      new Map(
        Array.from(
          { length: rows.length },
          (_, row) => [normalizeName(keyOf(rows, row, units)), row] as const,
        ),
      );
    known.set(dataset, keys);
    const row = keys.get(normalizeName(key));
    if (row === undefined) return null;
    const name = rows.columns.has(column) ? column : null;
    return { place: placeAt(rows, row, name), text: name === null ? "" : originalAt(rows, row, name) };
  };
}

/** Tell whether a finding stands where a sign-off points: at its cell, its row, or its file. */
function isAt(found: Finding, { key, column }: Subject, at: Standing | null): boolean {
  if (!at) return found.file === key;
  const { place } = at;
  return found.file === place.file && found.row === place.row && (column === "" || found.cell === place.cell);
}
