import { type Finding, type Place, severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import type { Report } from "./check.ts";

/** Write one JSON object: whether all is well, every finding, and the counts. */
export const jsonReport: Report = ({ findings, counts }) =>
  JSON.stringify({ ok: counts.errors === 0, findings: findings.map(describe), counts }, null, 2);

function describe(found: Finding): object {
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
