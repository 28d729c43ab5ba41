import { type Finding, finding, type Place, sayPlace } from "../finding.ts";
import { cellFinder, type Outline } from "./outline.ts";

/** Judge every quote that does not do what quotes do; `spoilt` are the records that cannot be read for it. */
export function checkQuotes(
  of: Outline,
  mayBreak: (column: string | null) => boolean, // whether a column's text may hold line breaks
  isText: (record: number) => boolean = () => false, // whether a record is declared to be no row of the table
): { findings: Finding[]; spoilt: ReadonlySet<number>; faulty: ReadonlySet<number> } {
  const { scan, text, header, headerRecord } = of;
  const findings: Finding[] = [];
  const spoilt = new Set<number>();
  const faulty = new Set<number>();
  const [faultAt, spanAt] = [cellFinder(of), cellFinder(of)]; // both lists rise

  const swallowed = (place: Place, breaks: number) => {
    const counts = { span: breaks + 1, lines: scan.lineCount, records: scan.starts.length };
    findings.push(finding("STR-16", place, { at: sayPlace(place), ...counts }));
  };

  for (const { kind, record, offset, breaks } of scan.faults) {
    const { place } = faultAt(offset);
    const at = sayPlace(place);
    faulty.add(record);
    if (kind !== "inside") spoilt.add(record);
    if (kind === "paired") swallowed(place, breaks);
    else if (kind === "unclosed") {
      const lines = breaks - (/[\r\n]$/.test(text) ? 1 : 0); // the file's last line end has nothing after it
      findings.push(finding("STR-15", place, { at, lines }));
    } else findings.push(finding(kind === "spaced" ? "STR-19" : "STR-17", place, { at }));
  }

  for (const { record, offset, breaks, delimiters } of scan.spans) {
    if (spoilt.has(record) || isText(record)) continue;
    const { place } = spanAt(offset);
    // Swallowed rows bring their delimiters along, or leave their record with another number of cells; a note does neither.
    const rowsInside = delimiters > 0 && delimiters * 2 >= (header.length - 1) * breaks;
    const ragged = delimiters > 0 && scan.cells[record] !== header.length;
    if (rowsInside || ragged) {
      faulty.add(record);
      spoilt.add(record);
      swallowed(place, breaks);
    } else {
      const level = record === headerRecord || mayBreak(place.column) ? "T" : "E";
      findings.push(finding("STR-14", place, { at: sayPlace(place) }, { level }));
    }
  }
  return { findings, spoilt, faulty };
}
