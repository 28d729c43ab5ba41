import { severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import type { Found } from "../core/pipeline.ts";
import { type FindingGroup, groupFindings, toldPlaces } from "../core/words/finding-group.ts";
import { sayFound, sayVerdict, severityNames } from "../core/words/finding-line.ts";

/** GitHub takes 1 MiB of summary a step, or none of it. */
const most = 900_000;

/** Write everything that was found as a Markdown table, for the summary of a run on GitHub; what is too much is counted. */
export function githubSummary({ findings, counts }: Found): string {
  const head = [
    `### ${sayVerdict(counts)}`,
    "",
    sayFound(counts),
    "",
    "| 级别 | 文件 | 哪里 | 写了什么，为什么不行 | 怎么改 |",
    "| --- | --- | --- | --- | --- |",
  ];
  const groups = groupFindings(findings);
  const rows: string[] = [];
  let size = 0;
  for (const group of groups) {
    const row = writeRow(group);
    size += row.length * 3; // a Chinese character has three bytes
    if (size > most) break;
    rows.push(row);
  }
  const rest = groups.length - rows.length;
  const tail = rest > 0 ? ["", `还有 ${rest} 类问题写不下，在这一步的日志里。`] : [];
  return `${(groups.length > 0 ? [...head, ...rows, ...tail] : head.slice(0, 3)).join("\n")}\n`;
}

function writeRow(group: FindingGroup): string {
  const [first] = group;
  const { message, hint } = say(first);
  const places = group
    .slice(0, toldPlaces)
    .map(({ cell, line }) => cell ?? (line === null ? "" : `第 ${line} 行`));
  const count = group.length > 1 ? `（共 ${group.length} 处）` : "";
  const where = [first.column ?? "", [...new Set(places)].join("、") + count].filter((part) => part !== "");
  const level = `${severityNames[severity(first)]} ${first.code}`;
  return `| ${[level, first.file, where.join(" "), message, hint].map(plain).join(" | ")} |`;
}

/** Keep a text from acting as Markdown or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_{}[\]()<>#+!|~&$@:-]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
