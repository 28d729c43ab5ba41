import { issue } from "../cells/reading.ts";
import { type Field, fieldsOf } from "../declared/dataset.ts";
import { type Finding, sayPlace } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";

/**
 * Find what is named in two ways that hardly differ, and so would count as two things (NAME-21a): the texts of a key's columns, unless
 * they come from a list or refer to something. Where the key of what is no figure holds a day, as that of events does, a text stands
 * for what took place then: only those of one day are compared.
 */
export function checkSpellings(rows: Rows, units: Units): Finding[] {
  const { schema, kind } = rows.dataset;
  const inKey = fieldsOf(rows.dataset).filter(({ name }) => schema.primaryKey.includes(name));
  const day = kind === "state" ? undefined : inKey.find(({ type }) => type === "date")?.name;
  return inKey
    .filter((field) => isFree(field, rows))
    .flatMap(({ name }) => checkColumn(rows, name, day, units));
}

function isFree({ name, type, constraints, scopes }: Field, { dataset }: Rows): boolean {
  const refers = dataset.schema.foreignKeys.some(({ field }) => field === name);
  return type === "string" && constraints.enum === undefined && !scopes && !refers;
}

function checkColumn(rows: Rows, name: string, day: string | undefined, units: Units): Finding[] {
  const ids = rows.columns.get(name)?.value ?? new Uint32Array();
  const folds = new Map([...new Set(ids)].map((id) => [id, foldSpelling(rows.pool.text(id))]));
  if (new Set(folds.values()).size === folds.size) return []; // no two are alike
  const firsts = new Map<string, number>(); // a text and its day → the first row with either spelling
  const found: Finding[] = [];
  for (let row = 0; row < rows.length; row++) {
    const fold = folds.get(ids[row] ?? 0) ?? "";
    if (fold === "") continue;
    const key = JSON.stringify([fold, day === undefined ? "" : textAt(rows, row, day)]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, row);
    else if (ids[first] !== ids[row]) {
      const place = placeAt(rows, first, name);
      const [text, textOther] = [originalAt(rows, row, name), originalAt(rows, first, name)];
      const facts = { column: name, text, textOther, file: place.file, at: sayPlace(place) };
      found.push(cellFinding(rows, row, name, issue("NAME-21a", facts), units, [place]));
    }
  }
  return found;
}

/** Write a text without what nobody means by a difference: blanks, widths, case, and what cannot be seen. */
function foldSpelling(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}]/gu, "")
    .toLowerCase();
}
