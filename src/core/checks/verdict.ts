import { hidden } from "../catalogue/hidden.ts";
import type { Edition } from "../edition.ts";
import { type Finding, type Place, type Severity, severity } from "../finding.ts";

/** How much was read, and how many findings of each severity there are. */
export interface Counts {
  readonly files: number;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Tell whether a finding stops publication; a W that nobody signed does not keep the internal edition from its reviewers. */
export function isStopping(found: Finding, edition: Edition): boolean {
  return edition === "internal" ? found.level === "E" : severity(found) === "error";
}

/** Errors after which rows, units, years and scopes still are what they say. */
const harmless = /^(?:BIZ-(?!19)|COV-|NUM-|MASK-|FML-)/; // BIZ-19 leaves no number to compute with

const folderOf = (place: Place) => place.file.split("/")[0] ?? "";

/** Name the folders whose rows, units, years or scopes cannot be relied on. */
export function unsoundFolders(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.filter((found) => found.level === "E" && !harmless.test(found.code)).map(folderOf));
}

/** Keep what figures found, once each, where the rows are sound: on others it would repeat what is said already. */
export function soundOnly(inFigures: readonly Finding[], inRows: readonly Finding[]): Finding[] {
  const unsound = unsoundFolders(inRows);
  const sound = inFigures.filter(
    (found) => ![found, ...found.related].some((place) => unsound.has(folderOf(place))),
  );
  return [...new Map(sound.map((found) => [JSON.stringify(found), found])).values()];
}

/** Name the data sets in which a total that may be shown differs from its parts by no more than rounding: pages say so. */
export function roundedDatasets(findings: readonly Finding[]): string[] {
  const noted = findings.flatMap((found) =>
    found.code === "MASK-04" && found.facts.within && found.facts.textTotal !== hidden
      ? found.facts.dataset
      : [],
  );
  return [...new Set(noted)];
}

/** Count files, rows and findings by severity. */
export function countFindings(
  findings: readonly Finding[],
  { files, rowCount }: { readonly files: number; readonly rowCount: number },
): Counts {
  const of = (wanted: Severity) => findings.filter((found) => severity(found) === wanted).length;
  return { files, rows: rowCount, errors: of("error"), warnings: of("warning"), notes: of("note") };
}
