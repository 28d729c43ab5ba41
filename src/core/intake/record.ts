import { longestCell } from "../cells/plaintext.ts";
import type { Dataset, Field } from "../declared/dataset.ts";
import { columnLetters, type Finding, finding, sayPlace } from "../finding.ts";
import { type Outline, placeOf } from "./outline.ts";

const longestRecord = 1_000_000;
const noteLine =
  /^[（(]?(注|备注|说明|填表人|填报人|填报单位|填表日期|制表人|制表单位|制表日期|审核人?|复核人?|负责人|数据来源|资料来源|来源)\s*[)）]?\s*[：:]/u;
const unitLine = /^[（(]?(计量)?单位\s*[：:]\s*[^\s，,]{1,6}[)）]?$/u;

/** Find a number that its own thousands separator split: `1,234` without quotes. */
function splitNumber(cells: readonly string[], fields: readonly (Field | null)[]): number {
  return cells.findIndex(
    (cell, i) =>
      ["integer", "number"].includes(fields[i]?.type ?? "") &&
      /^[+-]?[1-9]\d{0,2}$/.test(cell.trim()) &&
      /^\d{3}(\.\d+)?$/.test(cells[i + 1]?.trim() ?? ""),
  );
}

/** Find a cell that curly quotes tear apart: `“甲,乙”`. */
function tornByCurlyQuotes(cells: readonly string[]): number {
  const at = cells.findIndex((cell) => /^\s*“[^”]*$/.test(cell));
  return at >= 0 && cells.slice(at + 1).some((cell) => /”\s*$/.test(cell)) ? at : -1;
}

/** Count the cells that a row has here: as many as the header, with or without the header's empty columns at the end, but the same everywhere. */
export function usualLength(of: Outline, width: number): number {
  const most = of.header.length;
  if (most === width) return width;
  const rows = of.scan.cells.slice(of.headerRecord + 1).filter((cells) => cells >= width && cells <= most);
  const counts = Map.groupBy(rows, (cells) => cells);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? most;
}

/** Tell what is wrong with a record of more or fewer cells than it should have. */
export function misfit(
  of: Outline,
  record: number,
  cells: readonly string[],
  expected: number,
  fields: readonly (Field | null)[],
): Finding {
  const line = placeOf(of, record, null);
  const counts = { cells: cells.length, expected };
  if (cells.length < expected) {
    const place = placeOf(of, record, cells.length);
    return of.scan.lineEnds[record] === 0
      ? finding("FILE-17", line, { at: sayPlace(line), ...counts })
      : finding("STR-13", place, {
          at: sayPlace(line),
          ...counts,
          column: of.header[cells.length] || "末尾空列",
        });
  }
  const torn = tornByCurlyQuotes(cells);
  if (torn >= 0) {
    const place = placeOf(of, record, torn);
    return finding("STR-18", place, { at: sayPlace(place), split: true }, { level: "E" });
  }
  const at = splitNumber(cells, fields);
  const text = at < 0 ? "" : `${cells[at]?.trim()},${cells[at + 1]?.trim()}`;
  return finding("STR-12", at < 0 ? line : placeOf(of, record, at), { at: sayPlace(line), ...counts, text });
}

/** Report columns at the end that have no name: empty ones are passed over, others are an error. */
export function checkTrailing(of: Outline, width: number, filled: readonly number[]): Finding[] {
  const findings: Finding[] = [];
  const empty: number[] = [];
  for (let index = width; index < filled.length; index++) {
    const count = filled[index] ?? 0;
    if (count === 0) empty.push(index);
    else {
      const facts = { columns: columnLetters(index), count };
      findings.push(finding("STR-11", placeOf(of, of.headerRecord, index), facts, { level: "E" }));
    }
  }
  const [first, last] = [empty[0], empty.at(-1)];
  if (first !== undefined && last !== undefined) {
    const columns = columnLetters(first) + (last > first ? `–${columnLetters(last)}` : "");
    findings.push(finding("STR-11", placeOf(of, of.headerRecord, first), { columns, count: 0 }));
  }
  return findings;
}

/** Tell whether a row says something about the table instead of being a row of it. */
export function asRemark(of: Outline, record: number, cells: readonly string[]): Finding | null {
  if (cells.length > 1 && cells[0] !== "" && cells[1] !== "") return null; // most rows: decided at once
  const filled = cells.filter((cell) => cell.trim() !== "");
  const text = filled[0]?.trim() ?? "";
  if (filled.length !== 1) return null;
  const place = placeOf(of, record, null);
  if (unitLine.test(text)) return finding("STR-21", place, { at: sayPlace(place), text });
  return noteLine.test(text) ? finding("STR-25", place, { at: sayPlace(place), text }) : null;
}

/** Tell whether a column's text may hold line breaks: free text that is no code, no key and no name of a unit. */
export function isFreeText(field: Field, dataset: Dataset): boolean {
  const plays = [dataset.unit, dataset.scope, dataset.time, ...dataset.schema.primaryKey];
  const refers = dataset.schema.foreignKeys.some((key) => key.field === field.name);
  return (
    field.type === "string" &&
    !field.constraints.enum &&
    !field.scopes &&
    !refers &&
    !plays.includes(field.name)
  );
}

/** Tell whether a column holds names, in which a "?" is a character that GBK could not hold. */
export function holdsNames(field: Field, dataset: Dataset): boolean {
  const refers = dataset.schema.foreignKeys.some((key) => key.field === field.name);
  return (
    field.type === "string" &&
    !field.constraints.enum &&
    (field.person || refers || /单位|名称/.test(field.name))
  );
}

/** Check a record's cells as text: lost characters in names, curly quotes, and cells that have swallowed others. */
export function checkCells(
  of: Outline,
  record: number,
  cells: readonly string[],
  names: readonly number[],
  curly: boolean, // whether the file has curly quotes at all
): Finding[] {
  const findings: Finding[] = [];
  for (const index of names) {
    const text = cells[index] ?? "";
    if (!text.includes("?")) continue;
    const place = placeOf(of, record, index);
    findings.push(finding("ENC-08", place, { at: sayPlace(place), text }));
  }
  const long = (of.scan.sizes[record] ?? 0) > longestCell;
  if (!curly && !long) return findings;
  const size = of.scan.sizes[record] ?? 0;
  if (size > longestRecord && cells.every((text) => text.length <= longestCell)) {
    const place = placeOf(of, record, null);
    findings.push(finding("FILE-10", place, { at: sayPlace(place), length: size, of: "row" }));
  }
  cells.forEach((text, index) => {
    const place = placeOf(of, record, index);
    const at = sayPlace(place);
    if (text.length > longestCell)
      findings.push(finding("FILE-10", place, { at, length: text.length, of: "cell" }));
    if (/^\s*“[^“”]*”\s*$/.test(text)) findings.push(finding("STR-18", place, { at, split: false }));
  });
  return findings;
}
