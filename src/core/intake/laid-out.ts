import type { Dataset } from "../declared/dataset.ts";
import { holesOf, type Layout } from "../declared/layout.ts";
import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import { assemble } from "./assemble.ts";
import type { Positions } from "./header.ts";
import { factor, headerReader, normalizeHeader } from "./header-cell.ts";
import { isBlank, type Outline, outline, placeOf } from "./outline.ts";
import { compilePattern, type Pattern, sayPattern } from "./pattern.ts";
import { checkQuotes } from "./quotes.ts";
import { holdsNames, usualLength } from "./record.ts";
import { splitRecord } from "./scan.ts";
import { checkDelimiter, checkLineEnds, findMark } from "./separators.ts";
import { checkEnd, keep, split, type Table } from "./table.ts";

/** A file cut along its layout: what was taken from the lines above, the names of its columns, and its rows, each by its record. */
export interface Sections {
  readonly of: Outline; // its header is the joined one, its headerRecord the last line of it
  readonly above: readonly { readonly record: number; readonly texts: ReadonlyMap<string, string> }[];
  readonly names: readonly string[]; // without empty columns at the end
  readonly nameRecords: readonly number[]; // per column: the header's line in which its name ends
  readonly headerRecord: number; // first line of the header
  readonly rows: readonly (readonly string[])[];
  readonly at: readonly number[];
}

interface Read {
  readonly source: { readonly table: Table; readonly positions: Positions } | null;
  readonly findings: Finding[];
}

/** Read a file that looks as its data set's layout says; one that does not is a finding that names the place, and is not read. */
export function readLaidOut(
  file: string,
  text: string,
  dataset: Dataset,
  layout: Layout,
  encoding = "utf-8",
): Read {
  const mark = findMark(file, text);
  if (mark) return { source: null, findings: [mark] };
  const shape = outline(file, text, knownNames(dataset, layout));
  if (shape.headerRecord < 0) return { source: null, findings: [finding("FILE-02", filePlace(file), {})] };
  const delimiter = checkDelimiter(shape, encoding);
  if (!delimiter.readable) return { source: null, findings: delimiter.findings };
  const cut = cutSections(shape, dataset, layout);
  const findings = [...delimiter.findings, ...checkLineEnds(shape), ...cut.findings];
  if (!cut.sections) return { source: null, findings };
  const made = assemble(cut.sections, dataset, layout);
  return { source: made.source, findings: [...findings, ...made.findings] };
}

/** Tell whether a file is a plain table with the data set's own names: a download handed in again, or a template filled in. */
export function isOwnTable(text: string, dataset: Dataset, layout: Layout): boolean {
  const filled = [
    ...layout.above.flatMap(holesOf),
    ...Object.values(layout.columns).flatMap((texts) => texts.flatMap(holesOf)),
    ...layout.across.flatMap(({ header }) => holesOf(header)),
    ...Object.keys(layout.constants),
  ];
  const { primaryKey } = dataset.schema;
  const isOtherwise =
    layout.transposed || layout.above.length > 0 || primaryKey.some((name) => filled.includes(name));
  const [first = ""] = text.split(/\r\n|\n|\r/, 1);
  const names = new Set(first.split(/[,\t]/).map((cell) => cell.replace(/^"|"$/g, "")));
  return isOtherwise && primaryKey.every((name) => names.has(name));
}

/** Tell whether a cell is one of the names that a file of this layout has for its columns. */
function knownNames(dataset: Dataset, layout: Layout): (cell: string) => boolean {
  const recognise = headerReader(dataset);
  const columns = new Set(Object.keys(layout.columns).map(normalizeHeader));
  const across = layout.across.map(({ header }) => compilePattern(header, dataset));
  return (cell) =>
    recognise(cell) !== null ||
    columns.has(normalizeHeader(cell)) ||
    across.some((pattern) => pattern.match(cell) !== null);
}

/** Cut a file into the lines above its header, the header, its rows, and the lines below. */
function cutSections(
  shape: Outline,
  dataset: Dataset,
  layout: Layout,
): { sections: Sections | null; findings: Finding[] } {
  const { scan } = shape;
  const headerRecord = layout.above.length;
  const last = headerRecord + layout.headerRows - 1;
  const cellsOf = (record: number) =>
    splitRecord(shape.text, scan.starts[record] ?? 0, scan.ends[record] ?? 0, shape.delimiter);
  const below = layout.below.map((text) => compilePattern(text, dataset));
  const isBelow = (record: number) => record > last && startsBelow(cellsOf(record), below);
  const lines = Array.from({ length: layout.headerRows }, (_, i) => cellsOf(headerRecord + i));
  const header = joinHeader(lines);
  const of: Outline = { ...shape, headerRecord: last, header };
  const quotes = checkQuotes(
    of,
    () => false,
    (record) => record <= last || isBelow(record),
  );
  const sound = [...scan.starts.keys()].filter((record) => !quotes.spoilt.has(record));
  const { records, disagrees } = split(of, sound);
  const findings = [...quotes.findings];
  if (disagrees !== null) {
    const place = placeOf(of, disagrees, null);
    const counts = { span: 1, lines: scan.lineCount, records: records.length };
    findings.push(finding("STR-16", place, { at: sayPlace(place), ...counts }));
    return { sections: null, findings };
  }
  const above = readAbove(of, layout, dataset, cellsOf);
  findings.push(...above.findings);
  if (above.findings.length > 0 || sound.some((record, i) => i <= last && record !== i)) {
    return { sections: null, findings };
  }

  const foot = records.findIndex((cells, i) => i > last && startsBelow(cells, below));
  const body = foot < 0 ? records.length : foot;
  const lastRow = records.findLastIndex((cells, i) => i < body && !isBlank(cells));
  const end = (sound[Math.max(lastRow, last)] ?? 0) + 1;
  if (foot >= 0) findings.push(...checkBelow(of, records, sound, foot, below));

  const names = header.slice(0, header.findLastIndex((cell) => cell.trim() !== "") + 1);
  const recognise = headerReader(dataset);
  const fields = layout.transposed
    ? names.map(() => null)
    : names.map((name) => recognise(name)?.field ?? null);
  const kept = keep(
    of,
    records.slice(last),
    sound.slice(last),
    {
      width: names.length,
      expected: usualLength(of, names.length),
      fields,
      names: fields.flatMap((field, i) => (field && holdsNames(field, dataset) ? [i] : [])),
      faulty: quotes.faulty,
    },
    end,
  );
  const starts = foot < 0 ? scan.starts : scan.starts.slice(0, sound[foot]);
  const table = { ...of, scan: { ...scan, starts } }; // what lies above the lines below
  findings.push(...kept.findings, ...checkEnd(table, dataset, end, kept.at.at(-1)));
  const nameRecords = names.map(
    (_, column) =>
      headerRecord +
      Math.max(
        0,
        lines.findLastIndex((cells) => cells[column]?.trim()),
      ),
  );
  const { records: rows, at } = kept;
  return { sections: { of, above: above.lines, names, nameRecords, headerRecord, rows, at }, findings };
}

/** Join the header's lines, name by name: a merged cell stands for each column it spans, where a line below says something of it. */
function joinHeader(lines: readonly (readonly string[])[]): string[] {
  if (lines.length === 1) return [...(lines[0] ?? [])];
  const width = Math.max(...lines.map((cells) => cells.length));
  const filled = lines.map((cells, depth) => {
    let merged = "";
    return Array.from({ length: width }, (_, column) => {
      const own = cells[column]?.trim() ?? "";
      const isSpanned = lines.slice(depth + 1).some((lower) => lower[column]?.trim());
      if (own !== "") merged = own;
      else if (!isSpanned) merged = "";
      return own === "" ? merged : own;
    });
  });
  return Array.from({ length: width }, (_, column) =>
    filled
      .map((cells) => cells[column] ?? "")
      .filter((name) => name !== "")
      .join("_"),
  );
}

/** Hold every line above the header against its pattern; at the first that does not fit nothing further is said. */
function readAbove(
  of: Outline,
  layout: Layout,
  dataset: Dataset,
  cellsOf: (record: number) => readonly string[],
): { lines: { record: number; texts: ReadonlyMap<string, string> }[]; findings: Finding[] } {
  const lines: { record: number; texts: ReadonlyMap<string, string> }[] = [];
  for (const [record, declared] of layout.above.entries()) {
    const pattern = compilePattern(declared, dataset);
    const cells = cellsOf(record).filter((cell) => cell.trim() !== "");
    const text = cells.join(",");
    const texts = pattern.match(text);
    if (texts) {
      lines.push({ record, texts });
      continue;
    }
    const unit = pattern.otherUnit(text);
    const place = { ...placeOf(of, record, 0), column: null };
    const found = unit
      ? finding("HDR-08", place, { text, ...unit, factor: factor(unit.given, unit.wanted) })
      : finding("STR-32", place, {
          at: sayPlace(placeOf(of, record, null)),
          text,
          wanted: sayPattern(declared),
          part: "above",
        });
    return { lines, findings: [found] };
  }
  return { lines, findings: [] };
}

function startsBelow(cells: readonly string[], below: readonly Pattern[]): boolean {
  const text = cells[0]?.trim() ?? "";
  return text !== "" && below.some((pattern) => pattern.match(text) !== null);
}

/** Below the first of the declared lines only lines of text may stand; a row there would be lost. */
function checkBelow(
  of: Outline,
  records: readonly (readonly string[])[],
  sound: readonly number[],
  foot: number,
  below: readonly Pattern[],
): Finding[] {
  const wanted = below.map((pattern) => sayPattern(pattern.text)).join("、");
  return records.slice(foot).flatMap((cells, i) => {
    const isText = cells.filter((cell) => cell.trim() !== "").length < 2 || startsBelow(cells, below);
    if (isText) return [];
    const place = placeOf(of, sound[foot + i] ?? 0, null);
    const facts = { at: sayPlace(place), text: cells.join(","), wanted, part: "below" as const };
    return [finding("STR-32", place, facts)];
  });
}
