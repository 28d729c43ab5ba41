import { styleText } from "node:util";
import { hidden } from "../core/catalogue/hidden.ts";
import { signoffHeader, signoffRow } from "../core/checks/signoffs.ts";
import type { Counts } from "../core/checks/verdict.ts";
import { type Finding, type Severity, severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import type { Found } from "../core/pipeline.ts";
import { revisionHeader } from "../core/releases/revisions.ts";
import { visible } from "../core/visible.ts";
import { type FindingGroup, groupFindings, toldPlaces } from "../core/words/finding-group.ts";
import { sayFinding, sayFound, saySigned, sayVerdict, severityNames } from "../core/words/finding-line.ts";
import { printable } from "../core/words/printable.ts";

const styles: Readonly<Record<Severity, "red" | "yellow" | "dim">> = {
  error: "red",
  warning: "yellow",
  note: "dim",
};

/** Write what was found for someone at a terminal: file by file, what is alike told once. */
export function textReport({ findings: found, counts }: Found): string {
  const findings = found.map(printable);
  const files = Map.groupBy(groupFindings(findings), ([first]) => first.file);
  const blocks = [...files].map(([file, groups]) =>
    [paint("bold", file), ...groups.map(sayGroup)].join("\n"),
  );
  const rows = [saySignoffs(findings), sayRevisions(findings)];
  return [...blocks, ...rows, sayCounts(counts)].filter((block) => block !== "").join("\n\n");
}

/** Say how much was looked at and found, and what follows from it. */
export function sayCounts(counts: Counts): string {
  return sayFound(counts) + paint(counts.errors > 0 ? "red" : "green", sayVerdict(counts));
}

function sayGroup(group: FindingGroup): string {
  const [first] = group;
  const weight = severity(first);
  const column = first.column === null ? "" : `　${first.column}`;
  const count = group.length > 1 ? `　共 ${group.length} 处` : "";
  const told = group.slice(0, toldPlaces);
  const open = told.filter((found) => found.signature === null);
  const hints = [...new Set(open.map((found) => say(found).hint))];
  return [
    `  ${paint(styles[weight], `${severityNames[weight]} ${first.code}`)}${column}${count}`,
    ...told.map((found) => `    ${sayFinding(found)}${saySigned(found)}`),
    ...(group.length > told.length ? [`    另有 ${group.length - told.length} 处相同的问题`] : []),
    ...hints.map((hint) => `    → ${hint}`),
  ].join("\n");
}

/** Write the rows that would sign every W nobody signed for; one that may not be quoted here signs nothing. */
function saySignoffs(findings: readonly Finding[]): string {
  const rows = findings.flatMap((found) => (found.signature ? [] : (signoffRow(found) ?? [])));
  const usable = rows.filter((row) => !row.includes(hidden));
  const lines: string[] = [];
  if (usable.length > 0) {
    const how =
      "核对无误的，把列名下面的每一行贴到 signoffs.csv 末尾，补上责任人、日期、理由（复核期可空）：";
    lines.push(paint("bold", how), signoffHeader, ...usable);
  }
  if (usable.length < rows.length) {
    const rest = rows.length - usable.length;
    lines.push(`有 ${rest} 处要签认的涉及内部内容，加上 --edition internal 再检查，才会列出它们的行。`);
  }
  return lines.join("\n");
}

/** Write the rows that would explain every change of a released figure that nothing explains yet. */
function sayRevisions(findings: readonly Finding[]): string {
  const rows = findings.flatMap((found) =>
    found.code === "BIZ-15" && !found.signature ? visible(found.facts.row) : [],
  );
  if (rows.length === 0) return "";
  const how = "改动属实的，把列名下面的每一行贴到 revisions.csv 末尾，补上原因、日期（会公布在修订记录里）：";
  return [paint("bold", how), revisionHeader, ...new Set(rows)].join("\n");
}

function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout }); // plain where nobody looks, or NO_COLOR says so
}
