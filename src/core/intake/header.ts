import { findHostile } from "../cells/hostile.ts";
import { findDirectionControl, nearest } from "../cells/names.ts";
import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { columnLetters, type Finding, finding, type Place, sayPlace } from "../finding.ts";
import { factor, headerReader, type Match, normalizeHeader } from "./header-cell.ts";
import type { Table } from "./table.ts";

/** Field name → its place in one file, and the header as written there. */
export type Positions = ReadonlyMap<string, { index: number; header: string }>;

const reserved = new Set(
  ["__proto__", "prototype", "constructor", "toString", "valueOf", "hasOwnProperty", "__parsed_extra"].map(
    (w) => w.toLowerCase(),
  ),
);

/** Name the one character in which a header differs from what it should be. */
function lookAlike(text: string, name: string): { wrong: string; right: string } {
  const [wrong, right] = [[...normalizeHeader(text)], [...name]];
  const at = right.findIndex((char, i) => char !== wrong[i]);
  return { wrong: wrong[at] ?? text, right: right[at] ?? name };
}

function recognised(text: string, match: Match, place: Place): Finding[] {
  const { field, how, given } = match;
  switch (how) {
    case "same":
      return [];
    case "HDR-08": {
      const wanted = field.unit || (field.percent ? "%" : "");
      return [finding(how, place, { text, given, wanted, factor: factor(given, wanted) })];
    }
    case "HDR-11":
      return [finding(how, place, { text, name: field.name, ...lookAlike(text, field.name) })];
    default:
      return [finding(how, place, { text, name: field.name })];
  }
}

/** What a layout says of a header before its plain columns are matched. */
export interface Settled {
  readonly columns: ReadonlySet<number>; // they are no plain columns
  readonly fields: ReadonlySet<string>; // filled otherwise
  readonly across: string; // how the names of the other columns look; "" where there are none
  readonly placeOf: (index: number) => Place;
}

/** Tell whether a column merely numbers the rows. */
function isOrdinal(text: string): boolean {
  return /^(?:序号?|行号|顺序号|No\.?|#)$/i.test(normalizeHeader(text));
}

/** Match a file's header with the data set's columns, whatever their order; the positions is null where not one column is known. */
export function matchHeader(
  table: Pick<Table, "file" | "header" | "headerLine" | "headerRow">,
  dataset: Dataset,
  settled?: Settled,
): { positions: Positions | null; findings: Finding[] } {
  const read = headerReader(dataset);
  const ignored = new Set(dataset.ignored.map(normalizeHeader));
  const positions = new Map<string, { index: number; header: string }>();
  const findings: Finding[] = [];
  const unknown: { text: string; place: Place }[] = [];
  const inHeader = (index: number): Place => ({
    file: table.file,
    line: table.headerLine,
    row: table.headerRow,
    column: table.header[index] || null,
    cell: `${columnLetters(index)}${table.headerRow}`,
  });
  const placeOf = settled?.placeOf ?? inHeader;

  table.header.forEach((text, index) => {
    const place = placeOf(index);
    const first = table.header.indexOf(text);
    const match = read(text);
    const taken = match && positions.get(match.field.name);
    const hostile = findDirectionControl(text, "列名") ?? findHostile(text, "列名");
    if (hostile) findings.push(finding(hostile.code, place, hostile.facts as never));
    if (normalizeHeader(text) === "") {
      findings.push(finding("HDR-03", place, { column: index + 1, letters: columnLetters(index) }));
    } else if (reserved.has(normalizeHeader(text).toLowerCase())) {
      findings.push(finding("HDR-12", place, { text }));
    } else if (first < index) {
      const same = table.header.flatMap((other, i) => (other === text ? [i + 1] : []));
      if (same[1] !== index + 1) return; // said once, at the second of them
      const facts = { text, columns: same.join("、"), count: same.length };
      findings.push(
        finding("HDR-01", place, facts, {
          related: same.filter((n) => n !== index + 1).map((n) => placeOf(n - 1)),
        }),
      );
    } else if (settled?.columns.has(index)) {
      return;
    } else if (taken) {
      const facts = { text, column: index + 1, textOther: taken.header, other: taken.index + 1 };
      findings.push(finding("HDR-02", place, facts, { related: [placeOf(taken.index)] }));
    } else if (!match && (ignored.has(normalizeHeader(text)) || isOrdinal(text))) {
      const listed = ignored.has(normalizeHeader(text));
      const level = listed ? "N" : "W";
      const subject = { dataset: dataset.id, key: table.file, column: text, value: "" };
      findings.push(finding("STR-28", place, { text, listed }, { level, subject }));
    } else if (match && !settled?.fields.has(match.field.name)) {
      positions.set(match.field.name, { index, header: text });
      findings.push(...recognised(text, match, place));
    } else {
      const other = unknown.find((u) => normalizeHeader(u.text) === normalizeHeader(text));
      unknown.push({ text, place });
      if (settled?.across) {
        const facts = { at: sayPlace(place), text, wanted: settled.across, part: "header" as const };
        findings.push(finding("STR-32", place, facts));
      } else if (/^(19|20)\d{2}年?度?$/.test(normalizeHeader(text))) {
        findings.push(finding("STR-29", place, { text }));
      } else if (other) {
        const facts = {
          text,
          column: index + 1,
          textOther: other.text,
          other: table.header.indexOf(other.text) + 1,
        };
        findings.push(finding("HDR-02", place, facts, { related: [other.place] }));
      } else {
        const near =
          nearest(
            text,
            fieldsOf(dataset).map((f) => f.name),
            1,
          )[0] ?? "";
        findings.push(finding("HDR-05", place, { text, near }));
      }
    }
  });

  const needed = fieldsOf(dataset).filter(
    (f) => f.constraints.required || dataset.schema.primaryKey.includes(f.name),
  );
  for (const { name } of needed.filter((f) => !positions.has(f.name) && !settled?.fields.has(f.name))) {
    const place = {
      file: table.file,
      line: table.headerLine,
      row: table.headerRow,
      column: name,
      cell: null,
    };
    const textNear =
      nearest(
        name,
        unknown.map((u) => u.text),
        1,
      )[0] ?? "";
    findings.push(finding("HDR-04", place, { name, textNear }));
  }
  return { positions: positions.size > 0 ? positions : null, findings };
}
