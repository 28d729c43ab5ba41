import { isHidden } from "../catalogue/hidden.ts";
import type { Counts } from "../checks/verdict.ts";
import { type Finding, type Severity, sayPlace } from "../finding.ts";
import { say } from "../message.ts";

/** What a severity is called. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "提醒",
  note: "说明",
};

/** So many other cells are named one by one; the JSON lists all of them. */
const mostOthers = 6;

/** Say where a finding lies in its file, and where else to look; empty for a whole file. */
export function sayWhere({ file, cell, line, related }: Finding): string {
  const where = cell ?? (line === null ? "" : `第 ${line} 行`);
  if (related.length === 0) return where;
  const named = Map.groupBy(related.slice(0, mostOthers), (place) => place.file);
  const others = [...named].map(([other, places]) => {
    const cells = places.map((place) => place.cell ?? `第 ${place.line ?? 1} 行`).join("、");
    return other === file ? cells : `${other} ${cells}`;
  });
  const more = related.length > mostOthers ? `等 ${related.length} 处` : "";
  return `${where}（另见 ${others.join("；")}${more}）`;
}

/** Say what was found, to stand beside its place: a message that begins with the place does not name it a second time. */
export function sayBeside(found: Finding): string {
  const { message } = say(found);
  const place = sayPlace(found);
  const named = found.line !== null && message.startsWith(place);
  return named ? message.slice(place.length).replace(/^的/, "") : message;
}

/** Say where a finding lies and what it is. */
export function sayFinding(found: Finding): string {
  const { message } = say(found);
  const where = sayWhere(found);
  const isRow = found.cell === null && found.related.length === 0;
  const beside = sayBeside(found);
  if (where === "" || (isRow && beside !== message)) return message;
  return where.startsWith("（") ? message + where : `${where}：${beside}`;
}

/** Say who signed for a finding, when and why; empty where nobody did. */
export function saySigned({ signature }: Finding): string {
  if (!signature) return "";
  if (isHidden(signature.by)) return `（${signature.date} 已签认）`;
  return `（${signature.by} 于 ${signature.date} 签认：${signature.reason}）`;
}

/** Say how much was looked at, and how much was found. */
export function sayFound({ files, rows, errors, warnings, notes }: Counts): string {
  return `检查了 ${files} 个文件、${rows} 行：错误 ${errors} 处，提醒 ${warnings} 处，说明 ${notes} 处。`;
}

/** Say what follows from what was found. */
export function sayVerdict({ errors }: Counts): string {
  return errors > 0 ? "有错误，不能发布。改好后再检查一次。" : "没有错误，可以发布。";
}
