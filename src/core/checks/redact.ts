import { hidden, hideText } from "../catalogue/hidden.ts";
import type { Dataset } from "../declared/dataset.ts";
import { hiddenAs } from "../edition.ts";
import { type Code, type Finding, finding, type Place } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import type { Rows } from "../rows.ts";
import { signoffDataset } from "./signoffs.ts";
import type { TotalRows } from "./total-rows.ts";

/** What is needed to tell whether a cell may be quoted in public. */
export interface Redaction {
  readonly rows: ReadonlyMap<string, Rows>;
  readonly totals: ReadonlyMap<string, TotalRows>;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly exports: readonly SourceFile[];
  readonly now: string;
}

/** Hide what findings quote of internal columns, internal rows and files that could not be read to the end; for the public edition. */
export function redact(findings: readonly Finding[], of: Redaction): Finding[] {
  const secrets = new Map<string, Secrets>();
  const isSecret = (place: Place, isAside: boolean) => {
    const known = secrets.get(place.file) ?? secretsOf(place.file, of);
    secrets.set(place.file, known);
    return known(place, isAside);
  };
  return findings.map((found) => {
    const isAside = asides.includes(found.code);
    return [found, ...found.related].some((place) => isSecret(place, isAside)) ? redacted(found) : found;
  });
}

/** Findings that say what a cell holds even where they do not quote it: 0, the same as another cell, ten times as much. */
const telling: readonly Code[] = ["MASK-11", "BIZ-10", "BIZ-11", "BIZ-18", "BIZ-21"];

/** Findings at lines of one cell that speak of the table: such a line cannot be marked internal. */
const asides: readonly Code[] = ["STR-21", "STR-25"];

/** Tells whether what stands at a place may not be quoted. */
type Secrets = (place: Place, isAside: boolean) => boolean;

/** Findings about how a cell is written; only there does it help to know its length and which character is odd. */
const ofSpelling = /^(?:ENC|NUM|MASK|FML|DATE|NAME|SEC)-/;

/** Replace every fact that quotes a cell, what a sign-off would quote, and who signed it and why; or the whole finding, where it would tell all the same. */
function redacted(found: Finding): Finding {
  const hide = (text: unknown) =>
    ofSpelling.test(found.code) && typeof text === "string" ? hideText(text) : hidden;
  const facts = Object.fromEntries(
    Object.entries(found.facts).map(([name, fact]) => {
      if (name === "text") return [name, hide(fact)];
      return [name, name.startsWith("text") ? hidden : fact];
    }),
  );
  const subject = found.subject && { ...found.subject, key: hidden, value: hidden };
  const signature = found.signature && { ...found.signature, by: hidden, reason: hidden };
  if (telling.includes(found.code)) {
    const { level, related } = found;
    return { ...finding("SEC-08", found, {}, { level, related }), subject, signature };
  }
  return { ...found, facts, subject, signature } as Finding; // the same facts under the same names
}

/** Tell which cells of one file may not be quoted. */
function secretsOf(path: string, { rows: all, totals, datasets, exports, now }: Redaction): Secrets {
  const isSignoffs = path === "signoffs.csv";
  const dataset = isSignoffs ? signoffDataset : datasets.get(path.split("/")[0] ?? "");
  if (!dataset) return () => false;
  if (dataset.audience === "internal") return () => true;
  const hasInternal = dataset.schema.fields.some((field) => field.audience === "internal");
  const rows = all.get(dataset.id);
  const file = rows?.files.indexOf(path) ?? -1;
  if (!rows || file < 0) {
    const isSuspect = hasInternal || speaksOfInternal(exports.find((source) => source.path === path)?.bytes);
    return (place) => isSuspect && place.line !== null;
  }
  if (rows.sheets[file]) {
    // One row of such a file may be several of ours: a single internal one hides the whole
    const isSuspect = hasInternal || rows.file.some((of, row) => of === file && hiddenAs(rows, row, now));
    return (place) => isSuspect && place.line !== null;
  }
  const headers = new Map([...(rows.positions[file] ?? [])].map(([name, { header }]) => [header, name]));
  const internal = new Set(dataset.schema.fields.filter((f) => f.audience === "internal").map((f) => f.name));
  const read = new Set<number>();
  const secret = new Set<number>();
  for (const part of [rows, totals.get(dataset.id)?.rows]) {
    for (let row = 0; part && row < part.length; row++) {
      if (part.file[row] !== file) continue;
      read.add(part.row[row] ?? 0);
      if (hiddenAs(part, row, now)) secret.add(part.row[row] ?? 0);
    }
  }
  const isMarked = marks.some((name) => rows.positions[file]?.has(name));
  const isSuspect = isMarked || speaksOfInternal(exports.find((source) => source.path === path)?.bytes);
  const firstRow = read.size > 0 ? [...read].reduce((first, row) => Math.min(first, row)) : 0;
  return ({ row, column }, isAside) => {
    if (row === null || row < firstRow) return false; // the file, or its header
    const name = column === null ? undefined : (headers.get(column) ?? column);
    const isOpenColumn = name === undefined ? !hasInternal : !internal.has(name);
    return !isOpenColumn || (!isAside && isSuspect && !read.has(row)) || secret.has(row);
  };
}

/** Columns by which a row says that it may not be shown. */
const marks: readonly string[] = ["公开属性", "发布时间"];

/** Tell whether a file that could not be read to the end has the word 内部 somewhere, in any encoding a table comes in. */
function speaksOfInternal(bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return true;
  return ["utf-8", "gb18030", "utf-16le", "utf-16be"].some((label) =>
    new TextDecoder(label).decode(bytes).includes("内部"),
  );
}
