import type { Dataset } from "../declared/dataset.ts";
import { holesOf, type Layout } from "../declared/layout.ts";
import { columnLetters, type Finding } from "../finding.ts";
import type { Positions } from "./header.ts";
import type { Sections } from "./laid-out.ts";
import { mismatch, type PlaceOf, planColumns } from "./plan.ts";
import type { Table } from "./table.ts";
import { type Cell, type Spot, upright } from "./upright.ts";

/** Put a file's rows together as its layout says; every cell knows where its text stands. */
export function assemble(
  sections: Sections,
  dataset: Dataset,
  layout: Layout,
): { source: { table: Table; positions: Positions } | null; findings: Finding[] } {
  const { of, headerRecord } = sections;
  const lineOf = (row: number) => of.scan.lines[row - 1] ?? 0;
  const placeOf: PlaceOf = ([row, index], name) => ({
    file: of.file,
    line: lineOf(row),
    row,
    column: name || null,
    cell: `${columnLetters(index)}${row}`,
  });
  const table = upright(sections, layout.transposed);
  const nowhere: Spot = [0, 0];
  const fixed: (readonly [string, Cell])[] = [
    ...Object.entries(layout.constants).map(([name, text]) => [name, { text, spot: nowhere }] as const),
    ...sections.above.flatMap(({ record, texts }) =>
      [...texts].map(([name, text]) => [name, { text, spot: [record + 1, 0] as const }] as const),
    ),
  ];
  const inPatterns = Object.values(layout.columns).flatMap((texts) => texts.flatMap(holesOf));
  const inAcross = layout.across.flatMap(({ header, value }) => [value, ...holesOf(header)]);
  const given = new Set([...fixed.map(([name]) => name), ...inPatterns, ...inAcross]);
  const plan = planColumns(sections, table, dataset, layout, given, placeOf);
  const fields = [...new Set([...given, ...plan.positions.keys()])];
  // A column across that is not understood is a year of every row: without it nothing is read
  const isBroken = layout.across.length > 0 && plan.findings.some((found) => found.level === "E");
  if (isBroken || fields.length === 0) return { source: null, findings: plan.findings };

  const findings = [...plan.findings];
  const made: Made = { fields, records: [], spots: fields.map(() => ({ row: [], index: [] })), rows: [] };
  const groups = layout.across.length > 0 ? plan.groups : [{ said: [], values: new Map<string, number>() }];
  for (let row = 0; row < table.length; row++) {
    const cells = new Map<string, Cell>(fixed);
    for (const [name, { index }] of plan.positions) cells.set(name, table.cell(row, index));
    let isRead = true;
    for (const [column, patterns] of plan.apart) {
      const { text, spot } = table.cell(row, column);
      if (text.trim() === "") continue;
      const said = patterns.map((pattern) => pattern.match(text)).find((found) => found !== null);
      if (!said) {
        findings.push(mismatch(text, patterns, placeOf(spot, of.header[spot[1]] ?? "")));
        isRead = false;
      }
      for (const [name, part] of said ?? []) cells.set(name, { text: part, spot });
    }
    if (!isRead) continue;
    const own = layout.transposed ? headerRecord + 1 : table.cell(row, 0).spot[0];
    for (const { said, values } of groups) {
      const record = new Map([...cells, ...said]);
      for (const [name, column] of values) record.set(name, table.cell(row, column));
      add(made, record, own);
    }
  }
  return { source: finish(made, sections, lineOf), findings };
}

interface Made {
  readonly fields: readonly string[];
  readonly records: string[][];
  readonly spots: readonly { readonly row: number[]; readonly index: number[] }[];
  readonly rows: number[];
}

function add(made: Made, record: ReadonlyMap<string, Cell>, row: number): void {
  const texts = made.fields.map((name, i) => {
    const cell = record.get(name);
    made.spots[i]?.row.push(cell?.spot[0] ?? 0);
    made.spots[i]?.index.push(cell?.spot[1] ?? 0);
    return cell?.text ?? "";
  });
  made.records.push(texts);
  made.rows.push(row);
}

function finish(
  { fields, records, spots, rows }: Made,
  { of, headerRecord }: Sections,
  lineOf: (row: number) => number,
): { table: Table; positions: Positions } {
  const table: Table = {
    file: of.file,
    header: fields,
    headerLine: lineOf(headerRecord + 1),
    headerRow: headerRecord + 1,
    records,
    lines: Uint32Array.from(rows, lineOf),
    rows: Uint32Array.from(rows),
    origin: {
      header: of.header,
      lines: of.scan.lines,
      spots: spots.map(({ row, index }) => ({ row: Uint32Array.from(row), index: Uint16Array.from(index) })),
    },
  };
  return { table, positions: new Map(fields.map((header, index) => [header, { index, header }])) };
}
