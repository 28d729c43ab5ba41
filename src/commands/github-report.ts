import { type Severity, severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import { type FindingGroup, groupFindings, toldPlaces } from "../core/words/finding-group.ts";
import type { Report } from "./check.ts";

const levels: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/** Write annotations as GitHub Actions reads them, one for all that is alike. */
export const githubReport: Report = ({ findings }, locate) =>
  groupFindings(findings)
    .map((group) => annotate(group, locate))
    .join("\n");

function annotate(group: FindingGroup, locate: (file: string) => string): string {
  const [first] = group;
  const { message, hint } = say(first);
  const places = group.slice(0, toldPlaces).map(({ cell, line, file }) => cell ?? line ?? file);
  const more =
    group.length > 1
      ? `\n共 ${group.length} 处：${places.join("、")}${group.length > toldPlaces ? " 等" : ""}`
      : "";
  const properties = Object.entries({
    file: locate(first.file),
    line: first.line,
    col: columnNumber(first.cell),
    title: [first.code, first.column].filter((part) => part !== null).join(" "),
  })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[severity(first)]} ${properties.join(",")}::${escapeData(`${message}${hint}${more}`)}`;
}

/** Count the column of an Excel address from 1: "C12" is 3. */
function columnNumber(cell: string | null): number | null {
  const letters = cell?.replace(/\d+$/, "");
  return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) : null;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
