import { type Finding, type Place, severity } from "../finding.ts";
import { say } from "../message.ts";
import type { Outcome } from "../pipeline.ts";

/** Lay an outcome out as the contract's JSON: whether all is well, every finding, and the counts. */
export function reportOf({ findings, counts }: Pick<Outcome, "findings" | "counts">) {
  return { ok: counts.errors === 0, findings: findings.map(describe), counts };
}

function describe(found: Finding) {
  const { file, line, row, column, cell } = placeOf(found);
  const { message, hint } = say(found);
  const related = found.related.map(placeOf);
  return {
    code: found.code,
    severity: severity(found),
    file,
    line,
    row,
    column,
    cell,
    related,
    message,
    hint,
  };
}

function placeOf({ file, line, row, column, cell }: Place): Place {
  return { file, line, row, column, cell };
}
