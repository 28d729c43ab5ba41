import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { type Finding, filePlace } from "../finding.ts";
import type { Positions } from "../intake/header.ts";
import { headerReader } from "../intake/header-cell.ts";
import { type Outline, placeOf } from "../intake/outline.ts";
import { lineEnds, splitWritten, unquoted } from "../intake/scan.ts";
import type { Table } from "../intake/table.ts";
import { fixCell } from "./cell.ts";
import type { Change } from "./change.ts";

/** Gives a cell's text as it should be written. */
type Fix = (text: string) => string;

/** Write a sound file's text anew, with commas and CRLF; what is not corrected stays as it is written, to its quotes. */
export function rewrite(
  of: Outline,
  table: Table,
  positions: Positions,
  dataset: Dataset,
  findings: readonly Finding[], // of the file; none of them an error
  signed: ReadonlySet<string>, // addresses of cells that stay
): { text: string; changes: Change[] } {
  const { scan, text, delimiter, headerRecord } = of;
  const width = findings.some(({ code }) => code === "STR-11") ? table.header.length : of.header.length;
  const blank = findings.find(({ code, level }) => code === "STR-09" && level === "N");
  const end = blank?.row ? blank.row - 1 : scan.starts.length;
  const changes = [...checkShape(of), ...checkEdges(of, width, end)];
  const rows = new Set(table.rows);
  const fixes = fixesOf(positions, dataset);
  const rename = renaming(dataset);
  const lines: string[] = [];
  for (let record = 0; record < end; record++) {
    const isHeader = record === headerRecord;
    const isRow = rows.has(record + 1);
    const cells = splitWritten(text, scan.starts[record] ?? 0, scan.ends[record] ?? 0, delimiter).slice(
      0,
      width,
    );
    cells.forEach((written, index) => {
      const fix = isHeader ? rename : isRow ? fixes[index] : undefined;
      const before = unquoted(written);
      const after = fix?.(before) ?? before;
      if (after === before) {
        if (delimiter !== "," && written === before && before.includes(",")) cells[index] = quoted(before);
        return;
      }
      const place = placeOf(of, record, index);
      if (signed.has(place.cell ?? "")) return;
      cells[index] = quoted(after);
      changes.push({ ...place, kind: isHeader ? "header" : "cell", before, after });
    });
    lines.push(`${cells.join(",")}\r\n`);
  }
  return { text: lines.join(""), changes };
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** By a cell's place in its row: how its column's texts are corrected, each worked out once. */
function fixesOf(positions: Positions, dataset: Dataset): Fix[] {
  const fields = new Map(fieldsOf(dataset).map((field) => [field.name, field]));
  const fixes: Fix[] = [];
  for (const [name, { index }] of positions) {
    const field = fields.get(name);
    if (!field) continue;
    const known = new Map<string, string>();
    fixes[index] = (text) => {
      const fixed = known.get(text) ?? fixCell(text, field);
      known.set(text, fixed);
      return fixed;
    };
  }
  return fixes;
}

/** Headers by their proper names; one with a line break in it stays, since lines are counted by it. */
function renaming(dataset: Dataset): Fix {
  const recognise = headerReader(dataset);
  return (text) => (/[\r\n]/.test(text) ? text : (recognise(text)?.field.name ?? text));
}

const lineEndNames = { "\n": "LF", "\r\n": "CRLF", "\r": "CR" } as const;

/** Note a delimiter and line ends that are not those of a CSV from Excel. */
function checkShape({ file, delimiter, scan }: Outline): Change[] {
  const whole = filePlace(file);
  const kinds = [...new Set(scan.lineEnds)].map((kind) => lineEnds[kind] ?? "");
  const ends = kinds.map((kind) => (kind === "" ? "末行没有" : lineEndNames[kind])).toSorted();
  const isUsual = kinds.length === 1 && kinds[0] === "\r\n";
  return [
    ...(delimiter === "\t"
      ? [{ ...whole, kind: "delimiter", before: "制表符", after: "英文逗号" } as const]
      : []),
    ...(isUsual ? [] : [{ ...whole, kind: "line-ends", before: ends.join("、"), after: "CRLF" } as const]),
  ];
}

/** Note blank rows below the last one and columns without a name or a single cell beside the last one. */
function checkEdges(of: Outline, width: number, end: number): Change[] {
  const count = of.scan.starts.length - end;
  const columns = of.header.length - width;
  return [
    ...(columns > 0
      ? [
          {
            ...placeOf(of, of.headerRecord, width),
            kind: "empty-columns",
            before: `${columns} 列`,
            after: "",
          } as const,
        ]
      : []),
    ...(count > 0
      ? [{ ...placeOf(of, end, 0), kind: "blank-rows", before: `${count} 行`, after: "" } as const]
      : []),
  ];
}
