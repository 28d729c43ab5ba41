import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Found {
  readonly what: string; // 此格, 列名, 文件名, or where in a JSON file
  readonly text: string;
}

export const sec = {
  "SEC-01": entry<Found>("E", (f) => [
    `${f.what}${quote(f.text)}含 HTML 标签，已拒绝。`,
    "请只填文字；要写“大于”“小于”的，用中文全角的“＞”“＜”。",
  ]),
  "SEC-02": entry<Found>("E", (f) => [
    `${f.what}${quote(f.text)}含“</script>”，已拒绝。`,
    "请只填文字，把这一段代码删掉；不是自己填的，请核对这份表是从哪里来的，并通知维护人。",
  ]),
  "SEC-03": entry<Found>("E", (f) => [
    `${f.what}${quote(f.text)}含会运行程序或跑到别处去的链接，已拒绝。`,
    "链接只允许 https:// 开头的网址与站内路径；不是链接的，把英文冒号改成中文冒号“：”。",
  ]),
  "SEC-04": entry<Found & { sign: string }>("E", (f) => [
    `${f.what}${quote(f.text)}含模板符号“${f.sign}”，已拒绝。`,
    "请只填文字：删掉这些符号，要用括号的改成中文括号“（）”。",
  ]),
  "SEC-05": entry<Found>("E", (f) => [
    `${f.what}${quote(f.text)}不合法：它会成为网址和文件名的一部分。`,
    "请只用字母、数字、汉字、“-”和“_”，如 0102；不用空格、斜杠、句点开头和 CON、NUL 这类系统占用的名字。",
  ]),
  "SEC-06": entry<Found>("E", (f) => [
    `${f.what}${quote(f.text)}含控制序列（终端或自动检查会把它当成命令），已拒绝，这里显示的已经改写。`,
    "请把这一格清空，手工重新输入文字；不是自己填的，请核对这份表是从哪里来的，并通知维护人。",
  ]),
  "SEC-07": entry<{ text: string; count: number; most: number }>("E", (f) => [
    `此格${quote(f.text)}里有 ${f.count} 个英文双引号，超过 ${f.most} 个，没有再读下去。`,
    "多半是引号一层套一层，或表被反复导出过。请在原表中改成中文引号“ ”或删掉，再重新导出。",
  ]),
};
