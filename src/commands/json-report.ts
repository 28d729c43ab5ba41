import { reportOf } from "../core/published/report.ts";
import type { Report } from "./check.ts";

/** Write one JSON object: whether all is well, every finding, and the counts; what no eye sees is escaped, the texts are as they are. */
export const jsonReport: Report = (outcome) =>
  JSON.stringify(reportOf(outcome), null, 2).replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, escapeUnits);

function escapeUnits(character: string): string {
  return character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
