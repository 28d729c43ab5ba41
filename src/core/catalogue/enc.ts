import { entry } from "./entry.ts";
import { exportAgain, orPlain } from "./file.ts";

export const enc = {
  "ENC-03": entry("N", () => ["文件开头有重复的编码标记（BOM），已去除。", "不用处理。"]),
  "ENC-04": entry("N", () => [
    "文件是 GBK/GB18030 编码，已自动转换。",
    `另存为时有“CSV UTF-8（逗号分隔）”这一项，建议选它：GBK 存不下的生僻字会变成“?”；${orPlain}`,
  ]),
  "ENC-05": entry<{ text: string }>("N", (f) => [`“${f.text}”是 GB18030 扩展字，已正确转换。`, "不用处理。"]),
  "ENC-06": entry<{ text: string }>("E", (f) => [
    `当前的 Node 把“${f.text}”等 GB18030-2022 的字解成私用区字符，读出来的生僻字不可靠。`,
    "运行 npm ci 装上项目自带的 Node 后再检查。",
  ]),
  "ENC-07": entry<{ at: string; text: string; code: string; instead: string }>("E", (f) => [
    `${f.at}的“${f.text}”（${f.code}）是私用区字符（造字、旧字库或编码错），网页上会显示成方框。`,
    f.instead
      ? `改成标准汉字“${f.instead}”后重新导出。`
      : "在原表中改成标准汉字；打不出来时，用拼音输入法的生僻字或手写输入找到它。",
  ]),
  "ENC-08": entry<{ at: string; text: string }>("E", (f) => [
    `${f.at}的“${f.text}”里有问号，多半是生僻字在 GBK 导出时丢失了。`,
    "回到 Excel 原表，用“CSV UTF-8（逗号分隔）”重新导出；没有这一项时，用 WPS 或较新的 Excel 打开原表再导出。",
  ]),
  "ENC-09": entry<{ at: string; text: string }>("E", (f) => [
    `${f.at}的“${f.text}”含“�”，说明此前已经乱码保存过，原字无法恢复。`,
    `不要用这份文件改，从最初的 Excel 原表重新导出。${exportAgain}`,
  ]),
  "ENC-10": entry<{ at: string; text: string }>("E", (f) => [
    `${f.at}的“${f.text}”是典型乱码，原字已丢失。`,
    `不要用这份文件改，从最初的 Excel 原表重新导出。${exportAgain}`,
  ]),
  "ENC-11": entry<{ text: string; word: string }>("E", (f) => [
    `表头是乱码“${f.text}”，原文应为“${f.word}”：文件是 UTF-8，却被当作 GBK 打开并另存过。`,
    `不要用这份文件改，从原始表重新导出。${exportAgain}`,
  ]),
  "ENC-12": entry<{ text: string; word: string }>("E", (f) => [
    `表头是乱码“${f.text}”，原文应为“${f.word}”：文件是 UTF-8，却被当作西文编码打开并另存过。`,
    `不要用这份文件改，从原始表重新导出。${exportAgain}`,
  ]),
  "ENC-13": entry<{ tabs: boolean }>("T", (f) => [
    f.tabs
      ? "这是 Excel 的“Unicode 文本（*.txt）”，已按制表符读入。"
      : "文件是 UTF-16 编码（Unicode 文本），已自动转换。",
    `下次改用 CSV：${exportAgain}`,
  ]),
  "ENC-14": entry("T", () => [
    "文件是 UTF-16 且没有编码标记，已按字节特征识别。",
    `下次改用 CSV：${exportAgain}`,
  ]),
  "ENC-15": entry("E", () => ["文件是 UTF-32 编码，程序不读这种编码。", exportAgain]),
  "ENC-16": entry<{ offset: number; at: string; guess: string }>("E", (f) => [
    `按 UTF-8 和 GB18030 都读不出这个文件（第 ${f.offset} 字节，约${f.at}）${f.guess ? `，像是${f.guess}编码` : ""}。`,
    exportAgain,
  ]),
  "ENC-17": entry<{ at: string; before: string; after: string }>("E", (f) => [
    `${f.at}起编码变了：前面是 ${f.before}，后面像 ${f.after}。`,
    "文件多半是用记事本或命令拼接的。在 Excel 中把几张表合并到一张，再整个导出。",
  ]),
  "ENC-18": entry<{ at: string; hex: string }>("E", (f) => [
    `${f.at}有无法识别的字节 ${f.hex}，多半是半个汉字或传输损坏。`,
    `核对该格的原文，从原表重新导出。${exportAgain}`,
  ]),
  "ENC-19": entry<{ at: string; hex: string }>("E", (f) => [
    `${f.at}含非法字符（代理码点 ${f.hex}），多半是导出程序写错了生僻字。`,
    `不要用导出程序的文件，在 Excel 或 WPS 中打开原表另存。${exportAgain}`,
  ]),
  "ENC-20": entry<{ at: string }>("E", (f) => [
    `${f.at}含 NUL 字节（00），文件可能损坏或不是文本。`,
    `从原表重新导出。${exportAgain}`,
  ]),
  "ENC-21": entry<{ at: string; code: string }>("E", (f) => [
    `${f.at}含不可见的控制字符 ${f.code}。`,
    "在 Excel 中另取一列写“=CLEAN(该格)”，把结果“选择性粘贴 → 数值”贴回去，再重新导出。",
  ]),
  "ENC-22": entry<{ encoding: string; text: string; known: boolean }>("N", (f) => [
    f.known
      ? `文件里汉字太少，两种编码都说得通，已按 ${f.encoding} 理解为“${f.text}”。`
      : `文件里汉字太少，表头又一个都认不出，无法断定编码；按 ${f.encoding} 是“${f.text}”。`,
    f.known ? `核对页面上的文字；如不对：${exportAgain}` : `把表头改成填报指南里的列名。${exportAgain}`,
  ]),
};
