import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Read {
  readonly text: string;
  readonly textRead: string; // after normalisation
}

interface Character {
  readonly text: string;
  readonly point: string; // e.g. "U+200B"
}

export const name = {
  "NAME-01": entry<Read>("N", (f) => [
    `${quote(f.text)}中的空格已去掉，按${quote(f.textRead)}读入。`,
    "不必改动；以后名称中间请不要加空格。",
  ]),
  "NAME-02": entry<Character>("N", (f) => [
    `${quote(f.text)}含不可见字符 ${f.point}，已删除。`,
    "不必改动；这类字符多半是从网页或聊天软件复制带来的。",
  ]),
  "NAME-03": entry<Character>("E", (f) => [
    `此格含文字方向控制符 ${f.point}，显示出来的可能与实际内容不同，已拒绝。`,
    "请把此格清空，手工重新输入，不要从别处粘贴。",
  ]),
  "NAME-04": entry<Character>("E", (f) => [
    `${quote(f.text)}含看起来是空白的特殊字符 ${f.point}。`,
    "请把此格清空，手工重新输入，不要从别处粘贴。",
  ]),
  "NAME-05": entry<{ text: string; textCharacter: string; textRead: string }>("N", (f) => [
    `${quote(f.text)}里的“${f.textCharacter}”是部首或兼容字符，已按“${f.textRead}”读入。`,
    "不必改动；这类字多半是从 PDF 复制带来的。",
  ]),
  "NAME-06": entry<Read>("N", (f) => [
    `${quote(f.text)}带有字形选择符，已去掉，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-07": entry<Read>("N", (f) => [
    `${quote(f.text)}的括号、字母或数字的全角半角已统一，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-12": entry<Read>("N", (f) => [
    `${quote(f.text)}的间隔号已统一为“·”，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-20": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”填的${quote(f.text)}不是一个单位，是几个单位合在一起。`,
    "请按单位逐行填写；确是一个单位的名称，请先在 units 里登记一行。",
  ]),
  "NAME-13": entry<Read>("N", (f) => [
    `${quote(f.text)}姓名中间的空格已去掉，按${quote(f.textRead)}读入。`,
    "不必改动；两个字的姓名不必用空格对齐。",
  ]),
};
