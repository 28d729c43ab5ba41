import { applySignoffs } from "../checks/signoffs.ts";
import { headerWords, type Validated, validate } from "../checks/validate.ts";
import { type Definitions, readDefinitions } from "../declared/definitions.ts";
import type { Finding } from "../finding.ts";
import type { Inputs, SourceFile } from "../site.ts";
import { type Fixed, fixFile } from "./file.ts";
import { findDifference } from "./proof.ts";

/** A file of the exports, corrected or left as it is. */
export interface FixedFile extends Fixed {
  readonly path: string; // relative to exports
}

/** Correct every export of a data folder; `difference` names what would then read differently: null, or none of it may be used. */
export function fixFolder(inputs: Inputs): { files: FixedFile[]; difference: string | null } {
  const definitions = readDefinitions(inputs);
  const { datasets } = definitions;
  const before = read(inputs, definitions);
  const words = headerWords(datasets.values());
  const signed = Map.groupBy(
    before.findings.filter((found) => found.signature && found.cell),
    (found) => found.file,
  );
  const files = inputs.exports.map((file): FixedFile => {
    const dataset = datasets.get(file.path.split("/")[0] ?? "");
    const cells = new Set(signed.get(file.path)?.map((found) => found.cell ?? ""));
    const untouched = { bytes: file.bytes, changes: [], errors: errorsOf(file, before.findings) };
    return { path: file.path, ...(dataset ? fixFile(file, dataset, { words, signed: cells }) : untouched) };
  });
  const exports = files.map(({ path, bytes }) => ({ path, bytes }));
  const isChanged = files.some(({ changes }) => changes.length > 0);
  const after = isChanged ? read({ ...inputs, exports }, definitions) : before;
  return { files, difference: findDifference(before, after) };
}

/** What stands in a folder, its findings signed. */
function read(inputs: Inputs, { datasets, settings, indicators }: Definitions): Validated {
  const validated = validate(inputs, datasets, settings, indicators);
  const findings = applySignoffs(validated.findings, validated.signoffs, inputs.now);
  return { ...validated, findings };
}

function errorsOf({ path }: SourceFile, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ file, level }) => file === path && level === "E");
}
