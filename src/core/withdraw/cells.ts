import { outline } from "../intake/outline.ts";
import { splitWritten } from "../intake/scan.ts";
import { quoteCell } from "../published/csv.ts";
import { readEncoded } from "./encoded.ts";

/** A cell that gets another text: by its row as in Excel and its column, both from 1 and 0 on. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Write other texts into cells of a table, drop rows and add others at its end; to the byte nothing else changes. Null where it cannot be read. */
export function editTable(
  path: string,
  bytes: Uint8Array,
  headers: ReadonlySet<string>, // by which its delimiter is known
  edits: readonly CellEdit[],
  { dropped = [], added = [] }: { dropped?: readonly number[]; added?: readonly string[] } = {},
): Uint8Array | null {
  const encoded = readEncoded(bytes);
  if (!encoded) return null;
  const mark = /^\ufeff*/.exec(encoded.text)?.[0] ?? "";
  const text = encoded.text.slice(mark.length);
  const { scan, delimiter } = outline(path, text, (cell) => headers.has(cell.trim()));
  const byRow = Map.groupBy(edits, ({ row }) => row);
  let written = mark;
  scan.starts.forEach((start, record) => {
    const end = scan.ends[record] ?? text.length;
    const next = scan.starts[record + 1] ?? text.length;
    if (dropped.includes(record + 1)) return;
    const own = byRow.get(record + 1) ?? [];
    const cells = splitWritten(text, start, end, delimiter);
    for (const { column, text: other } of own) cells[column] = quoteCell(other);
    written += (own.length > 0 ? cells.join(delimiter) : text.slice(start, end)) + text.slice(end, next);
  });
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\r\n";
  if (added.length > 0 && !/[\r\n]$/.test(written)) written += lineEnd;
  return encoded.write(written + added.map((row) => row + lineEnd).join(""));
}
