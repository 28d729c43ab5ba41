import type { Dataset } from "../declared/dataset.ts";
import type { Layout } from "../declared/layout.ts";
import { type Finding, finding, type Place, sayPlace } from "../finding.ts";
import { matchHeader, type Positions } from "./header.ts";
import { factor, headerReader, normalizeHeader } from "./header-cell.ts";
import type { Sections } from "./laid-out.ts";
import { compilePattern, type Pattern, sayPattern } from "./pattern.ts";
import type { Cell, Spot, Upright } from "./upright.ts";

/** Columns that hold the same year, quarter or kind: what their names say, and which of our columns each of them is. */
export interface Group {
  readonly said: readonly (readonly [field: string, cell: Cell])[];
  readonly values: Map<string, number>; // our column → theirs
}

/** What the layout says of the header: columns to be taken apart, and columns that are values across. */
export interface Plan {
  readonly apart: ReadonlyMap<number, readonly Pattern[]>;
  readonly groups: readonly Group[];
  readonly positions: Positions; // the plain ones
  readonly findings: Finding[];
}

export type PlaceOf = (spot: Spot, name: string) => Place;

/** Say that a text does not fit its patterns: by its unit alone, or at all. */
export function mismatch(text: string, patterns: readonly Pattern[], place: Place): Finding {
  const unit = patterns.map((pattern) => pattern.otherUnit(text)).find((found) => found !== null);
  if (unit) return finding("HDR-08", place, { text, ...unit, factor: factor(unit.given, unit.wanted) });
  const wanted = patterns.map((pattern) => sayPattern(pattern.text)).join("”或“");
  return finding("STR-32", place, { at: sayPlace(place), text, wanted, part: "cell" });
}

/** Match every column of a file with what its layout says of it; the others are plain ones. */
export function planColumns(
  { of, headerRecord }: Sections,
  table: Upright,
  dataset: Dataset,
  layout: Layout,
  given: ReadonlySet<string>, // columns of ours that are no plain ones
  placeOf: PlaceOf,
): Plan {
  const place = {
    file: of.file,
    line: of.scan.lines[headerRecord] ?? null,
    row: headerRecord + 1,
    column: null,
    cell: null,
  };
  const placeOfName = (column: number) => placeOf(table.nameSpot(column), table.names[column] ?? "");
  const { apart, missing } = takeApart(table, dataset, layout);
  const recognise = headerReader(dataset);
  const isPlain = (name: string) => {
    const field = recognise(name)?.field;
    return field !== undefined && !given.has(field.name);
  };
  const rest = [...table.names.keys()].filter(
    (column) => !apart.has(column) && !isPlain(table.names[column] ?? ""),
  );
  const { groups, settled, findings } = groupAcross(rest, table, dataset, layout, placeOfName);
  for (const name of missing) {
    findings.push(finding("HDR-04", { ...place, column: name }, { name, textNear: "" }));
  }
  const wanted = layout.across.map(({ header }) => sayPattern(header)).join("”或“");
  if (wanted && groups.length === 0 && findings.length === 0) {
    const facts = { at: sayPlace(place), text: table.names.join(","), wanted, part: "none" as const };
    findings.push(finding("STR-32", place, facts));
    return { apart, groups, positions: new Map(), findings };
  }
  const header = { file: of.file, header: table.names, headerLine: place.line ?? 0, headerRow: place.row };
  const matched = matchHeader(header, dataset, {
    columns: new Set([...apart.keys(), ...settled]),
    fields: given,
    across: wanted,
    placeOf: placeOfName,
  });
  const positions = matched.positions ?? new Map();
  return { apart, groups, positions, findings: [...findings, ...matched.findings] };
}

/** Find the columns whose cells are to be taken apart, and those that the file does not have. */
function takeApart(
  { names }: Upright,
  dataset: Dataset,
  layout: Layout,
): { apart: ReadonlyMap<number, readonly Pattern[]>; missing: readonly string[] } {
  const apart = new Map<number, readonly Pattern[]>();
  const missing: string[] = [];
  for (const [name, texts] of Object.entries(layout.columns)) {
    const column = names.findIndex((other) => normalizeHeader(other) === normalizeHeader(name));
    if (column < 0) missing.push(name);
    else
      apart.set(
        column,
        texts.map((text) => compilePattern(text, dataset)),
      );
  }
  return { apart, missing };
}

/** Group the columns that are values across by what their names say. */
function groupAcross(
  columns: readonly number[],
  table: Upright,
  dataset: Dataset,
  layout: Layout,
  placeOfName: (column: number) => Place,
): { groups: readonly Group[]; settled: readonly number[]; findings: Finding[] } {
  const across = layout.across.map(({ header, value }) => ({
    pattern: compilePattern(header, dataset),
    value,
  }));
  const patterns = across.map(({ pattern }) => pattern);
  const groups = new Map<string, Group>();
  const settled: number[] = [];
  const findings: Finding[] = [];
  for (const column of columns) {
    const name = table.names[column] ?? "";
    if (table.names.indexOf(name) < column) continue; // HDR-01
    const fitting = across.find(({ pattern }) => pattern.match(name));
    const said = fitting?.pattern.match(name);
    if (!fitting || !said) {
      if (!patterns.some((pattern) => pattern.otherUnit(name))) continue;
      settled.push(column);
      findings.push(mismatch(name, patterns, placeOfName(column)));
      continue;
    }
    settled.push(column);
    const key = JSON.stringify([...said].toSorted());
    const spot = table.nameSpot(column);
    const group = groups.get(key) ?? {
      said: [...said].map(([field, text]) => [field, { text, spot }] as const),
      values: new Map<string, number>(),
    };
    groups.set(key, group);
    const other = group.values.get(fitting.value);
    if (other === undefined) group.values.set(fitting.value, column);
    else {
      const textOther = table.names[other] ?? "";
      const facts = { text: name, column: column + 1, textOther, other: other + 1 };
      findings.push(finding("HDR-02", placeOfName(column), facts, { related: [placeOfName(other)] }));
    }
  }
  return { groups: [...groups.values()], settled, findings };
}
