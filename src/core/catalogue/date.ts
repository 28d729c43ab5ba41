import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Read {
  readonly text: string;
  readonly textRead: string; // as read
}

interface Text {
  readonly text: string;
}

export const date = {
  "DATE-01": entry<Read>("N", (f) => [
    `${quote(f.text)}已按 ${f.textRead} 读入。`,
    `不必改动；以后请直接填 ${f.textRead}。`,
  ]),
  "DATE-02": entry<Read & { taken: boolean }>("N", (f) =>
    f.taken
      ? [`${quote(f.text)}已按 ${f.textRead} 读入。`, `不必改动；以后请直接填 ${f.textRead}。`]
      : [`${quote(f.text)}里的 O 是字母，不是“〇”。`, "请用阿拉伯数字填写，如 2018。"],
  ),
  "DATE-03": entry<Text>("E", (f) => [
    `${quote(f.text)}的年份只有两位。`,
    "请写全四位年份，如 18 写成 2018。",
  ]),
  "DATE-04": entry<{ text: string; textDay: string; textMacDay: string; year: boolean }>("E", (f) => [
    `${quote(f.text)}像 Excel 的日期序列号（即 ${f.textDay}；用旧版苹果电脑做的表则是 ${f.textMacDay}）。`,
    `请在 Excel 或 WPS 中先把该列设为“文本”，再填${f.year ? "四位年份，如 2018" : "日期，如 2018-01-01"}。`,
  ]),
  "DATE-05": entry<{ text: string; textYear: string; edge: boolean }>("T", (f) => [
    `年度列填了日期${quote(f.text)}，已取 ${f.textYear}${f.edge ? "" : "，但这一天不是年初也不是年末，可能不是全年的数"}。`,
    f.edge ? "请只填年份。" : "请核对是不是全年的数：是，就只填年份；不是，请不要填进年度表。",
  ]),
  "DATE-06": entry<Text>("E", (f) => [
    `${quote(f.text)}是一段时间。`,
    "请填单独一个年份或日期；几年的数请分行填写。",
  ]),
  "DATE-07": entry<{ text: string; year: boolean }>("E", (f) =>
    f.year
      ? [`${quote(f.text)}只是一年中的一段，不能放进年度表。`, "请填全年的数，年度只写四位年份。"]
      : [`${quote(f.text)}不是确切的日期。`, "请写成某一天，如 2018-12-31。"],
  ),
  "DATE-08": entry<Text>("E", (f) => [
    `${quote(f.text)}是届次，这里要填时间。`,
    "请填公历的年份或日期，届次填在“届次”列。",
  ]),
  "DATE-09": entry<Text>("E", (f) => [
    `${quote(f.text)}过一年就不知道指哪一年了。`,
    "请填具体的年份或日期，如 2018。",
  ]),
  "DATE-10": entry<{ text: string; textNever: string }>("E", (f) => [
    `${quote(f.text)}写错了：没有 ${f.textNever}。`,
    "请对照原表改成正确的日期。",
  ]),
  "DATE-11": entry<{ text: string; now: string; unfinished: boolean }>("E", (f) =>
    f.unfinished
      ? [
          `${quote(f.text)}这一年到 ${f.now} 还没有结束，按全年数使用吗？`,
          "是全年的数，请签认；不是，请等年终再填。带日期的表会自动标为“截至”。",
        ]
      : [`${quote(f.text)}晚于今天（${f.now}）。`, "请核对年份是否打错；还没有发生的不要填。"],
  ),
  "DATE-12": entry<{ text: string; minimum: number; textGuess: string }>("E", (f) => [
    `${quote(f.text)}早于最早的年份 ${f.minimum}${f.textGuess ? `，是否为 ${f.textGuess}？` : "。"}`,
    "请对照原表改成正确的年份。",
  ]),
  "DATE-16": entry<Text>("E", (f) => [
    `${quote(f.text)}不是公历的写法。`,
    "请用公历年份或日期，如 2018-03-05。",
  ]),
  "DATE-17": entry<{ text: string; year: boolean }>("E", (f) =>
    f.year
      ? [`${quote(f.text)}不是年份。`, "请填四位年份，如 2018；年度不能用“未统计”或 XX 代替。"]
      : [
          `${quote(f.text)}不是日期，或看不出是哪一天。`,
          "请写成 2018-03-05 这样；不要求填的列，没有日期就空着。",
        ],
  ),
};
