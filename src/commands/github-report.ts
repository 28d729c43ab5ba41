import { type Severity, severity } from "../core/finding.ts";
import { say } from "../core/message.ts";
import { visible } from "../core/visible.ts";
import { type FindingGroup, groupFindings, toldPlaces } from "../core/words/finding-group.ts";
import { severityNames } from "../core/words/finding-line.ts";
import type { Report } from "./check.ts";

const levels = { error: "error", warning: "warning", note: "notice" } as const;
const weights = Object.keys(levels) as Severity[];

/** GitHub shows so many annotations of a level and step, the first ones, and drops the others without a word. */
const shown = 10;

/** An annotation is read in a narrow column; nothing we say is longer, unless a cell makes it so. */
const longest = 2000;

/** Write annotations as GitHub Actions reads them, one for all that is alike, errors first; where not all will be shown, the last that is says so. */
export const githubReport: Report = ({ findings }, locate) => {
  const groups = Map.groupBy(groupFindings(findings), ([first]) => severity(first));
  return weights
    .flatMap((weight) => {
      const own = groups.get(weight) ?? [];
      const lines = own.map((group) => annotate(group, locate));
      return own.length > shown
        ? lines.toSpliced(shown - 1, 0, sayRest(own.slice(shown - 1), locate))
        : lines;
    })
    .join("\n");
};

function annotate(group: FindingGroup, locate: (file: string) => string): string {
  const [first] = group;
  const { message, hint } = say(first);
  const places = group.slice(0, toldPlaces).map(({ cell, line, file }) => cell ?? line ?? visible(file));
  const more =
    group.length > 1
      ? `\n共 ${group.length} 处：${places.join("、")}${group.length > toldPlaces ? " 等" : ""}`
      : "";
  const title = [first.code, first.column].filter((part) => part !== null).join(" ");
  return writeCommand(group, locate, title, `${message}${hint}${more}`);
}

/** Say how much more there is than GitHub shows, in the file of the first that is not shown. */
function sayRest(rest: readonly FindingGroup[], locate: (file: string) => string): string {
  const [first] = rest;
  if (!first) return "";
  const places = rest.reduce((sum, group) => sum + group.length, 0);
  const files = [...new Set(rest.map(([{ file }]) => file))];
  const names = files.slice(0, toldPlaces).map(visible).join("、") + (files.length > toldPlaces ? " 等" : "");
  const name = severityNames[severity(first[0])];
  const text = `GitHub 只显示前 ${shown} 条${name}。还有 ${rest.length} 类、共 ${places} 处没有显示，在 ${names}：全部列在这一步的日志和运行摘要里。`;
  return writeCommand(first, locate, `还有 ${rest.length} 类${name}`, text);
}

function writeCommand(
  [first]: FindingGroup,
  locate: (file: string) => string,
  title: string,
  text: string,
): string {
  const { file, line, cell } = first;
  const properties = Object.entries({
    file: visible(locate(file)),
    line,
    col: columnNumber(cell),
    title: cut(visible(title), 100),
  })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[severity(first)]} ${properties.join(",")}::${escapeData(cut(text, longest))}`;
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
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
