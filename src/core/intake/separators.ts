import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import { type Outline, placeOf } from "./outline.ts";
import { lineEnds } from "./scan.ts";

/** Find Excel's own first line, which says what the delimiter is. */
export function findMark(file: string, text: string): Finding | null {
  const mark = text.match(/^sep=.?[^\S\r\n]*(?=[\r\n]|$)/i)?.[0];
  return mark ? finding("STR-04", { ...filePlace(file), line: 1, row: 1, cell: "A1" }, { text: mark }) : null;
}

/** Report the delimiter; only commas and tabs can be read on. */
export function checkDelimiter(
  { file, delimiter }: Outline,
  encoding: string,
): { findings: Finding[]; readable: boolean } {
  const place = filePlace(file);
  if (delimiter === ",") return { findings: [], readable: true };
  if (delimiter === "\t") {
    return { findings: encoding === "utf-16" ? [] : [finding("STR-02", place, {})], readable: true };
  }
  const code = delimiter === ";" || delimiter === "|" ? "STR-01" : "STR-03";
  return { findings: [finding(code, place, { delimiter })], readable: false };
}

/** Note line ends that differ from most; those inside quotes belong to their cell. */
export function checkLineEnds(of: Outline): Finding[] {
  const counts = [0, 0, 0, 0];
  for (const kind of of.scan.lineEnds) counts[kind] = (counts[kind] ?? 0) + 1;
  const usual = counts.indexOf(Math.max(...counts.slice(1)), 1);
  if (counts.slice(1).filter((count) => count > 0).length < 2) {
    return lineEnds[usual] === "\r" && (counts[usual] ?? 0) > 0
      ? [finding("STR-06", filePlace(of.file), {})]
      : [];
  }
  return of.scan.lineEnds.flatMap((kind, record) => {
    if (kind === usual || kind === 0) return [];
    const place = placeOf(of, record, null);
    return [finding("STR-05", place, { at: sayPlace(place) })];
  });
}
