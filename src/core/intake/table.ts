import Papa from "papaparse";
import type { Dataset, Field } from "../declared/dataset.ts";
import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import type { Sheet, Spots } from "../rows.ts";
import { asExample, exampleMark } from "./example.ts";
import { headerReader } from "./header-cell.ts";
import { findHeaderRows, isRestart, type Restart, restartReader } from "./headings.ts";
import { isBlank, type Outline, outline, placeOf } from "./outline.ts";
import { checkQuotes } from "./quotes.ts";
import {
  asRemark,
  checkCells,
  checkTrailing,
  holdsNames,
  isFreeText,
  misfit,
  usualLength,
} from "./record.ts";
import { lineEnds, type Scan } from "./scan.ts";
import { checkDelimiter, checkLineEnds, findMark } from "./separators.ts";

/** A file's cells as text, without header and without blank rows; every record knows its physical line and Excel row. */
export interface Table {
  readonly file: string;
  readonly header: readonly string[]; // as in the file, without empty columns at the end
  readonly headerLine: number;
  readonly headerRow: number;
  readonly records: readonly (readonly string[])[];
  readonly lines: Uint32Array;
  readonly rows: Uint32Array;
  readonly origin?: Origin; // only where a layout is declared
}

/** Where the cells of a file's records stand: they were put together from rows, header and the lines above it. */
export interface Origin extends Sheet {
  readonly spots: readonly Spots[]; // per cell of a record
}

const manyBlankRows = 1000;
const mostColumns = 200;

/** Split the sound records with PapaParse; null where it and the scan do not agree on every record and cell. */
export function split(
  of: Outline,
  sound: readonly number[],
): { records: string[][]; disagrees: number | null } {
  const { text, delimiter, scan } = of;
  const kinds = new Set(scan.lineEnds);
  kinds.delete(0);
  const whole = kinds.size < 2 && sound.length === scan.starts.length;
  const newline = whole ? (lineEnds[[...kinds][0] ?? 1] ?? "\n") : "\n";
  const input = whole
    ? text
    : sound.map((record) => text.slice(scan.starts[record], scan.ends[record])).join(newline);
  const options = { header: false, dynamicTyping: false, skipEmptyLines: false, delimiter } as const;
  const records = Papa.parse<string[]>(input, { ...options, newline: newline as "\n" | "\r\n" | "\r" }).data;
  if (whole && scan.lineEnds.at(-1) !== 0) records.pop(); // what follows the last line end is no record
  return { records, disagrees: conserved(records, sound, scan) };
}

/** Find the first record whose cells or characters were lost or gained; null if none. */
function conserved(
  records: readonly (readonly string[])[],
  sound: readonly number[],
  scan: Scan,
): number | null {
  for (let i = 0; i < sound.length; i++) {
    const cells = records[i];
    const record = sound[i] as number;
    let size = 0;
    for (let c = 0; cells && c < cells.length; c++) size += (cells[c] as string).length;
    if (!cells || cells.length !== scan.cells[record] || size !== scan.sizes[record]) return record;
  }
  return records.length === sound.length ? null : (sound.at(-1) ?? 0);
}

/** What the records are held against. */
export interface Header {
  readonly width: number; // columns with a name
  readonly expected: number; // cells a row has
  readonly fields: readonly (Field | null)[];
  readonly names: readonly number[]; // columns that hold names
  readonly faulty: ReadonlySet<number>; // records whose quotes were reported already
  readonly restarts?: Restart;
}

export interface Kept {
  readonly records: readonly (readonly string[])[];
  readonly at: readonly number[]; // their places in the scan
  readonly findings: Finding[];
}

/** Go through the records below and above the header: keep those that fit it, report whatever else there is. */
export function keep(
  of: Outline,
  split: readonly string[][],
  sound: readonly number[],
  header: Header,
  end: number,
): Kept {
  const { width, expected, fields, names, faulty, restarts } = header;
  const findings: Finding[] = [];
  const kept: (readonly string[])[] = [];
  const at: number[] = [];
  const curly = of.text.includes("“");
  const templated = of.text.includes(exampleMark);
  const filled: number[] = Array.from({ length: of.header.length }, () => 0); // cells with content
  let gap = false; // whether the row follows blank rows or titles

  for (let i = 0; i < split.length; i++) {
    const cells = split[i] as string[];
    const record = sound[i] as number;
    if (record >= end) break;
    if (record === of.headerRecord) continue;
    if (isBlank(cells)) {
      const line = placeOf(of, record, null);
      if (record > of.headerRecord) findings.push(finding("STR-08", line, { at: sayPlace(line) }));
      else if (record === 0) findings.push(finding("STR-10", line, {}));
      gap = true;
      continue;
    }
    if (restarts && record > of.headerRecord && isRestart(of, split, i, gap, restarts)) {
      const line = placeOf(of, record, null);
      findings.push(finding("STR-27", line, { at: sayPlace(line) }));
      break;
    }
    const remark = (templated && asExample(of, record, cells)) || asRemark(of, record, cells);
    gap = remark !== null;
    if (remark) findings.push(remark);
    else if (record < of.headerRecord) {
      const line = placeOf(of, record, null);
      const text = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
      findings.push(finding("STR-20", line, { at: sayPlace(line), text, first: of.header[0] ?? "" }));
    } else if (cells[0] === of.header[0] && fields.every((_, c) => cells[c] === of.header[c])) {
      const line = placeOf(of, record, null);
      findings.push(finding("STR-26", line, { at: sayPlace(line) }));
    } else if (cells.length !== expected) {
      if (!faulty.has(record)) findings.push(misfit(of, record, cells, expected, fields));
    } else {
      for (let c = width; c < expected; c++) if (cells[c]?.trim()) filled[c] = (filled[c] ?? 0) + 1;
      for (const found of checkCells(of, record, cells, names, curly)) findings.push(found);
      kept.push(expected > width ? cells.slice(0, width) : cells);
      at.push(record);
    }
  }
  findings.push(...checkTrailing(of, width, filled));
  return { records: kept, at, findings };
}

/** Judge how a file ends: blank rows after the last one, no line end, or nothing below the header. */
export function checkEnd(
  of: Outline,
  dataset: Dataset,
  end: number,
  lastKept: number | undefined,
): Finding[] {
  const findings: Finding[] = [];
  const subject = { dataset: dataset.id, key: of.file, column: "", value: "" };
  const count = of.scan.starts.length - end;
  const final = of.scan.starts.length - 1;
  if (count > 0) {
    const level = count > manyBlankRows ? "W" : "N";
    findings.push(finding("STR-09", placeOf(of, end, null), { count }, { level, subject }));
  }
  if (lastKept === final && of.scan.lineEnds[final] === 0) {
    findings.push(finding("FILE-18", placeOf(of, final, null), {}));
  }
  if (end === of.headerRecord + 1) {
    const level = dataset.allowEmpty ? "W" : "E";
    findings.push(finding("FILE-03", filePlace(of.file), {}, { level, subject }));
  }
  return findings;
}

/** Split a file's text into records that fit its header; whatever does not fit is a finding and is not read. */
export function readTable(
  file: string,
  text: string,
  dataset: Dataset,
  encoding = "utf-8",
): { table: Table | null; findings: Finding[] } {
  const mark = findMark(file, text);
  if (mark) return { table: null, findings: [mark] };
  const recognise = headerReader(dataset);
  const of = outline(file, text, (cell) => recognise(cell) !== null);
  const { scan, headerRecord } = of;
  if (headerRecord < 0) return { table: null, findings: [finding("FILE-02", filePlace(file), {})] };
  if (of.header.length > mostColumns) {
    const place = placeOf(of, headerRecord, null);
    const facts = { at: sayPlace(place), length: of.header.length, of: "header" } as const;
    return { table: null, findings: [finding("FILE-10", place, facts)] };
  }
  const delimiter = checkDelimiter(of, encoding);
  if (!delimiter.readable) return { table: null, findings: delimiter.findings };

  const names = of.header.slice(0, of.header.findLastIndex((cell) => cell.trim() !== "") + 1);
  const fields = names.map((cell) => recognise(cell)?.field ?? null);
  const freeText = new Set(names.filter((_, i) => fields[i] && isFreeText(fields[i], dataset)));
  const quotes = checkQuotes(of, (column) => column !== null && freeText.has(column));
  const findings = [...delimiter.findings, ...checkLineEnds(of), ...quotes.findings];
  if (quotes.spoilt.has(headerRecord)) return { table: null, findings };

  const sound = [...scan.starts.keys()].filter((record) => !quotes.spoilt.has(record));
  const { records, disagrees } = split(of, sound);
  if (disagrees !== null) {
    const place = placeOf(of, disagrees, null);
    const counts = { span: 1, lines: scan.lineCount, records: records.length };
    findings.push(finding("STR-16", place, { at: sayPlace(place), ...counts }));
    return { table: null, findings };
  }
  const place = sound.indexOf(headerRecord);
  const headerRows = findHeaderRows(of, records, place, fields, dataset);
  if (headerRows) return { table: null, findings: [...findings, headerRows] };
  const header: Header = {
    width: names.length,
    expected: usualLength(of, names.length),
    fields,
    names: fields.flatMap((field, i) => (field && holdsNames(field, dataset) ? [i] : [])),
    faulty: quotes.faulty,
    restarts: restartReader(of, fields, recognise),
  };
  const lastSound = sound[records.findLastIndex((cells) => !isBlank(cells))] ?? 0;
  const end = [...quotes.spoilt].reduce((last, record) => Math.max(last, record), lastSound) + 1;
  const kept = keep(of, records, sound, header, end);
  const all = [...findings, ...kept.findings, ...checkEnd(of, dataset, end, kept.at.at(-1))];
  const table: Table = {
    file,
    header: names,
    headerLine: scan.lines[headerRecord] ?? 1,
    headerRow: headerRecord + 1,
    records: kept.records,
    lines: Uint32Array.from(kept.at, (record) => scan.lines[record] ?? 0),
    rows: Uint32Array.from(kept.at, (record) => record + 1),
  };
  return { table, findings: all };
}
