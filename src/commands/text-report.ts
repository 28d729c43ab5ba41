import { styleText } from "node:util";
import { hidden } from "../core/checks/redact.ts";
import { signoffRow } from "../core/checks/signoffs.ts";
import { type Finding, type Severity, severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import type { Counts, Outcome } from "../core/site.ts";
import { type FindingGroup, groupFindings, toldPlaces } from "./finding-group.ts";

const severities: Readonly<Record<Severity, { name: string; style: "red" | "yellow" | "dim" }>> = {
  error: { name: "错误", style: "red" },
  warning: { name: "提醒", style: "yellow" },
  note: { name: "说明", style: "dim" },
};

/** Write what was found for someone at a terminal: file by file, what is alike told once. */
export function textReport({ findings, counts }: Outcome): string {
  const files = Map.groupBy(groupFindings(findings), ([first]) => first.file);
  const blocks = [...files].map(([file, groups]) =>
    [paint("bold", file), ...groups.map(sayGroup)].join("\n"),
  );
  return [...blocks, saySignoffs(findings), sayCounts(counts)].filter((block) => block !== "").join("\n\n");
}

/** Say how much was looked at and found, and what follows from it. */
export function sayCounts({ files, rows, errors, warnings, notes }: Counts): string {
  const found = `错误 ${errors} 处，提醒 ${warnings} 处，说明 ${notes} 处`;
  const verdict =
    errors > 0
      ? paint("red", "有错误，不能发布。改好后再检查一次。")
      : paint("green", "没有错误，可以发布。");
  return `检查了 ${files} 个文件、${rows} 行：${found}。${verdict}`;
}

function sayGroup(group: FindingGroup): string {
  const [first] = group;
  const { name, style } = severities[severity(first)];
  const column = first.column === null ? "" : `　${first.column}`;
  const count = group.length > 1 ? `　共 ${group.length} 处` : "";
  const told = group.slice(0, toldPlaces);
  const hints = [...new Set(told.map((found) => say(found).hint))];
  return [
    `  ${paint(style, `${name} ${first.code}`)}${column}${count}`,
    ...told.map((found) => `    ${sayWhere(found)}${say(found).message}${saySigned(found)}`),
    ...(group.length > told.length ? [`    另有 ${group.length - told.length} 处相同的问题`] : []),
    ...hints.map((hint) => `    → ${hint}`),
  ].join("\n");
}

function sayWhere({ cell, line, related }: Finding): string {
  const other = related[0];
  const where = cell ?? (line === null ? "" : `第 ${line} 行`);
  const and = other ? `（另见 ${other.file} ${other.cell ?? `第 ${other.line ?? 1} 行`}）` : "";
  return where + and === "" ? "" : `${where}${and}：`;
}

function saySigned({ signature }: Finding): string {
  return signature ? `（${signature.by} 于 ${signature.date} 签认：${signature.reason}）` : "";
}

/** Write the rows that would sign every W nobody signed for; one that may not be quoted here signs nothing. */
function saySignoffs(findings: readonly Finding[]): string {
  const rows = findings.flatMap((found) => (found.signature ? [] : (signoffRow(found) ?? [])));
  const usable = rows.filter((row) => !row.includes(hidden));
  const lines: string[] = [];
  if (usable.length > 0) {
    const how = "核对无误的，把下面的行贴到 signoffs.csv 末尾，补上责任人、日期、理由（复核期可空）：";
    lines.push(paint("bold", how), "规则号,数据集,键,列,原值,责任人,日期,理由,复核期", ...usable);
  }
  if (usable.length < rows.length) {
    const rest = rows.length - usable.length;
    lines.push(`有 ${rest} 处要签认的涉及内部内容，加上 --edition internal 再检查，才会列出它们的行。`);
  }
  return lines.join("\n");
}

function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout }); // plain where nobody looks, or NO_COLOR says so
}
