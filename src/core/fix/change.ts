import type { Place } from "../finding.ts";
import { codePoint, visible } from "../visible.ts";

/** What is corrected: the file as a whole, or one of its cells. */
export type ChangeKind = keyof typeof words;

/** One thing rewritten: a cell's text before and after, or what holds for the whole file. */
export interface Change extends Place {
  readonly kind: ChangeKind;
  readonly before: string;
  readonly after: string;
}

const words = {
  encoding: "编码",
  delimiter: "分隔符",
  "line-ends": "换行符",
  "blank-rows": "末尾的空行",
  "empty-columns": "末尾的空列",
  header: "列名",
  cell: "内容",
} as const;

/** Say what was rewritten, in one line: where, 原 → 改; what the eye would not see is written out. */
export function sayChange({ kind, cell, column, before, after }: Change): string {
  const where = cell === null ? "整个文件" : cell;
  const what = kind === "cell" && column !== null ? show(column) : words[kind];
  const isGone = kind === "blank-rows" || kind === "empty-columns";
  return `${where}　${what}：${show(before)} → ${isGone ? "去掉" : show(after)}`;
}

/** Write blanks and invisible characters so that they can be seen, and do nothing where they are printed. */
export function show(text: string): string {
  if (text === "") return "（空）";
  return visible(text)
    .replace(/^ +| +$| {2,}/g, (blanks) => "␣".repeat(blanks.length))
    .replace(/[^\S ]/g, (blank) => `⟨${codePoint(blank)}⟩`);
}
