import { applySignoffs } from "../checks/signoffs.ts";
import { type Validated, validate } from "../checks/validate.ts";
import { type Definitions, readDefinitions } from "../declared/definitions.ts";
import type { Finding, Place } from "../finding.ts";
import type { Inputs, SourceFile } from "../inputs.ts";
import { findCopies } from "../intake/copies.ts";
import { headerWords } from "../intake/exports.ts";
import { checkBytes, limitsOf } from "../intake/limits.ts";
import { type Fixed, fixFile } from "./file.ts";
import { findDifference } from "./proof.ts";

/** A file of the exports, corrected or left as it is. */
export interface FixedFile extends Fixed {
  readonly path: string; // relative to exports
}

/** Correct every export of a data folder; `difference` names what would then read differently: null, or none of it may be used. */
export function fixFolder(inputs: Inputs): { files: readonly FixedFile[]; difference: string | null } {
  const definitions = readDefinitions(inputs);
  const { datasets, settings } = definitions;
  const before = read(inputs, definitions);
  const words = headerWords(datasets.values());
  const kept = Map.groupBy(before.findings.flatMap(keptCells), (place) => place.file);
  const fix = (file: SourceFile): FixedFile => {
    const { path, bytes } = file;
    const left = (errors: readonly Finding[]) => ({ path, bytes, changes: [], errors });
    const dataset = datasets.get(path.split("/")[0] ?? "");
    const refused = errorsOf(path, before.findings);
    if (!dataset || refused.some(({ code }) => code.startsWith("FILE-"))) return left(refused);
    const cells = new Set(kept.get(path)?.map((place) => place.cell ?? ""));
    const fixed = fixFile(file, dataset, { words, signed: cells });
    const tooLarge = checkBytes({ path, bytes: fixed.bytes }, limitsOf(dataset, settings));
    return tooLarge.length > 0 ? left(tooLarge) : { path, ...fixed };
  };
  const files = keepDistinct(inputs.exports, inputs.exports.map(fix));
  const exports = files.map(({ path, bytes }) => ({ path, bytes }));
  const isChanged = files.some(({ changes }) => changes.length > 0);
  const after = isChanged ? read({ ...inputs, exports }, definitions) : before;
  return { files, difference: findDifference(before, after) };
}

/** The cells that stay to the last character: a signature is bound to them, or their spelling is what a person has to settle. */
function keptCells(found: Finding): Place[] {
  const places = found.code === "NAME-21" ? [found, ...found.related] : found.signature ? [found] : [];
  return places.filter(({ cell }) => cell !== null);
}

/** What stands in a folder, its findings signed. */
function read(inputs: Inputs, { datasets, settings, indicators }: Definitions): Validated {
  const validated = validate(inputs, datasets, settings, indicators);
  const findings = applySignoffs(validated.findings, validated.signoffs, inputs.now);
  return { ...validated, findings };
}

function errorsOf(path: string, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ file, level }) => file === path && level === "E");
}

/** Leave files as they are that would turn into copies of others: copies are read once only. */
function keepDistinct(exports: readonly SourceFile[], files: readonly FixedFile[]): readonly FixedFile[] {
  const copies = findCopies(exports);
  const next = findCopies(files);
  return files.map((file, i) => {
    const own = exports[i];
    const isNew = own && next.has(file) && !copies.has(own);
    return isNew ? { ...file, bytes: own.bytes, changes: [] } : file;
  });
}
