import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "../src/core/checks/validate.ts";
import { fieldsOf, isNumeric } from "../src/core/declared/dataset.ts";
import { readDefinitions } from "../src/core/declared/definitions.ts";
import { type Finding, severity } from "../src/core/finding.ts";
import type { Inputs } from "../src/core/inputs.ts";
import { downloads } from "../src/core/published/publish.ts";
import { stateAt, textAt } from "../src/core/rows.ts";
import type { Site } from "../src/core/site.ts";
import { isAbsent } from "../src/core/state.ts";
import { load } from "../src/load.ts";

/** A folder is a case: exports, JSON and sign-offs as in a data folder, and every finding they must give, in order. */
const checks = join(import.meta.dirname, "fixtures", "checks");

/** The names of all cases, `<CODE>-<slug>` or `ok-<slug>`. */
export const caseNames: readonly string[] = readdirSync(checks).toSorted();

/** A finding as written in expected.json. */
export interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
  /** Every other cell that takes part, "headcount/2023.csv B5", where the case is about them. */
  readonly related?: readonly string[];
}

/** What values.json says comes out: cells after reading, points of indicators' totals, lines of downloads. */
export interface Values {
  /** "volunteers/2024.csv:2" (Excel's row) → column → canonical text; an absent cell is its state, "(withheld)". */
  readonly cells?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Indicator → year → value. */
  readonly points?: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  /** Path in the site → lines that stand in it. */
  readonly downloads?: Readonly<Record<string, readonly string[]>>;
  /** What is on the wall, in its order. */
  readonly wall?: Site["wall"];
}

const known = new Map<string, Inputs>();

/** Read a case's inputs as the commands would, for the public edition of 1 March 2026. */
export function inputsOf(name: string): Inputs {
  const inputs = known.get(name) ?? load(join(checks, name), "public", "2026-03-01");
  known.set(name, inputs);
  return inputs;
}

/** Read the findings that a case must give. */
export function expectedOf(name: string): Expected[] {
  return JSON.parse(readFileSync(join(checks, name, "expected.json"), "utf8"));
}

/** Read the values that must come out of a case; null where it has none written down. */
export function valuesOf(name: string): Values | null {
  const path = join(checks, name, "values.json");
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Cut a finding down to what expected.json says of it. */
export function placed(found: Finding, like?: Expected): Expected {
  const { code, file, line, row, column, cell } = found;
  const related = like?.related && found.related.map((place) => `${place.file} ${place.cell ?? ""}`.trim());
  return { code, severity: severity(found), file, line, row, column, cell, ...(related ? { related } : {}) };
}

/** Give, of every cell that values.json names, what was read. */
export function cellsRead(inputs: Inputs, wanted: NonNullable<Values["cells"]>): Values["cells"] {
  const { datasets, settings, indicators } = readDefinitions(inputs);
  const { rows: all } = validate(inputs, datasets, settings, indicators);
  const read: Record<string, Record<string, string>> = {};
  for (const rows of all.values()) {
    const numeric = new Map(fieldsOf(rows.dataset).map((field) => [field.name, isNumeric(field)]));
    for (let row = 0; row < rows.length; row++) {
      const key = `${rows.files[rows.file[row] ?? 0]}:${rows.row[row]}`;
      const columns = Object.keys(wanted[key] ?? {});
      if (columns.length === 0) continue;
      read[key] = Object.fromEntries(
        columns.map((column) => {
          const state = stateAt(rows, row, column);
          return [column, isAbsent(state) && numeric.get(column) ? `(${state})` : textAt(rows, row, column)];
        }),
      );
    }
  }
  return read;
}

/** Give, of every point that values.json names, what was computed. */
export function pointsOf(site: Site, wanted: NonNullable<Values["points"]>): Values["points"] {
  return Object.fromEntries(
    Object.entries(wanted).map(([id, years]) => {
      const series = site.figures.find((figure) => figure.id === id)?.series;
      const points = series?.find(({ key }) => key === "total")?.points ?? [];
      const at = (year: string) => points.find((point) => String(point.year) === year)?.value ?? null;
      return [id, Object.fromEntries(Object.keys(years).map((year) => [year, at(year)]))];
    }),
  );
}

/** Give, of every download that values.json names, those of its lines that stand in it. */
export function linesOf(site: Site, wanted: NonNullable<Values["downloads"]>): Values["downloads"] {
  const files = downloads(site);
  return Object.fromEntries(
    Object.entries(wanted).map(([path, lines]) => {
      const present = new Set(files.get(path)?.split("\r\n"));
      return [path, lines.filter((line) => present.has(line))];
    }),
  );
}
