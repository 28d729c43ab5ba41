import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { type Finding, filePlace } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { decode } from "../intake/decode.ts";
import { matchHeader } from "../intake/header.ts";
import { headerReader } from "../intake/header-cell.ts";
import { outline } from "../intake/outline.ts";
import { checkFile } from "../intake/source.ts";
import { readTable } from "../intake/table.ts";
import type { Change } from "./change.ts";
import { rewrite } from "./rewrite.ts";

/** A file corrected; where its structure has errors, or nothing is to be done, its bytes are its own. */
export interface Fixed {
  readonly bytes: Uint8Array;
  readonly changes: readonly Change[];
  readonly errors: readonly Finding[]; // for which it was left as it is
}

/** What correcting a file may take into account beyond its data set. */
export interface FixOptions {
  readonly words?: ReadonlySet<string>; // headers of all data sets, by which encodings are told; else the data set's own
  readonly signed?: ReadonlySet<string>; // addresses of cells whose text a sign-off quotes, "C12": they stay
}

/**
 * Rewrite in an export what its reader accepts anyway, and nothing else: UTF-8 with a mark, commas, CRLF, proper headers, plain
 * spellings, no blank rows and columns at the end. Every figure and every error stays what and where it is; twice changes nothing.
 */
export function fixFile(file: SourceFile, dataset: Dataset, options: FixOptions = {}): Fixed {
  const { words = wordsOf(dataset), signed = new Set<string>() } = options;
  const leave = (findings: readonly Finding[]): Fixed => ({
    bytes: file.bytes,
    changes: [],
    errors: findings.filter(({ level }) => level === "E"),
  });
  const checked = checkFile(file, new Map([[dataset.id, dataset]]));
  if (!checked.dataset) return leave(checked.findings);
  if (dataset.layout) return leave([]); // a system's own export, which nobody has to edit
  const { text, encoding, findings: inBytes } = decode(file, words);
  if (text === null) return leave(inBytes);
  const { table, findings: inTable } = readTable(file.path, text, dataset, encoding);
  if (!table) return leave(inTable);
  const { positions, findings: inHeader } = matchHeader(table, dataset);
  const findings = [...checked.findings, ...inBytes, ...inTable, ...inHeader];
  if (!positions || findings.some(({ level }) => level === "E")) return leave(findings);

  const recognise = headerReader(dataset);
  const of = outline(file.path, text, (cell) => recognise(cell) !== null);
  const written = rewrite(of, table, positions, dataset, findings, signed);
  const changes = [...checkMark(file, encoding), ...written.changes];
  const bytes = new TextEncoder().encode(`\ufeff${written.text}`);
  const isProved = changes.length > 0 && decode({ ...file, bytes }, words).text === written.text;
  return isProved ? { bytes, changes, errors: [] } : leave([]);
}

function wordsOf(dataset: Dataset): ReadonlySet<string> {
  return new Set(fieldsOf(dataset).flatMap((field) => [field.name, ...field.aliases]));
}

const encodings = { "utf-8": "UTF-8", gb18030: "GBK/GB18030", "utf-16": "UTF-16" } as const;

/** Note what Excel could not tell from the file's first bytes. */
function checkMark({ path, bytes }: SourceFile, encoding: keyof typeof encodings): Change[] {
  const marks = [0, 3, 6].findIndex(
    (at) => !(bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf),
  );
  if (encoding === "utf-8" && marks === 1) return [];
  const doubt = encoding !== "utf-8" ? "" : marks === 0 ? "（没有编码标记）" : "（编码标记重复）";
  const before = encodings[encoding] + doubt;
  return [{ ...filePlace(path), kind: "encoding", before, after: "UTF-8（带编码标记）" }];
}
