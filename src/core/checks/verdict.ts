import type { Edition } from "../edition.ts";
import { type Finding, type Place, type Severity, severity } from "../finding.ts";
import type { Counts } from "../site.ts";

/** Tell whether a finding stops publication; a W that nobody signed does not keep the internal edition from its reviewers. */
export function isStopping(found: Finding, edition: Edition): boolean {
  return edition === "internal" ? found.level === "E" : severity(found) === "error";
}

/** Errors after which rows, units, years and scopes still are what they say. */
const harmless = /^(?:BIZ-(?!19)|COV-|NUM-|MASK-|FML-)/; // BIZ-19 leaves no number to compute with

/** Keep what figures found, once each, where the rows are sound: on others it would repeat what is said already. */
export function soundOnly(inFigures: readonly Finding[], inRows: readonly Finding[]): Finding[] {
  const folderOf = (place: Place) => place.file.split("/")[0];
  const grave = inRows.filter((found) => found.level === "E" && !harmless.test(found.code));
  const unsound = new Set(grave.map(folderOf));
  const sound = inFigures.filter(
    (found) => ![found, ...found.related].some((place) => unsound.has(folderOf(place))),
  );
  return [...new Map(sound.map((found) => [JSON.stringify(found), found])).values()];
}

/** Count files, rows and findings by severity. */
export function countFindings(
  findings: readonly Finding[],
  { files, rowCount }: { readonly files: number; readonly rowCount: number },
): Counts {
  const of = (wanted: Severity) => findings.filter((found) => severity(found) === wanted).length;
  return { files, rows: rowCount, errors: of("error"), warnings: of("warning"), notes: of("note") };
}
