import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Read {
  readonly text: string;
  readonly value: string; // as read
}

interface Text {
  readonly text: string;
}

const asText = "请在 Excel 或 WPS 中先把该列设为“文本”，再";

export const date = {
  "DATE-01": entry<Read>("N", (f) => [
    `${quote(f.text)}已按 ${f.value} 读入。`,
    `不必改动；以后请直接填 ${f.value}。`,
  ]),
  "DATE-02": entry<Read>("N", (f) =>
    f.value
      ? [`${quote(f.text)}已按 ${f.value} 读入。`, `不必改动；以后请直接填 ${f.value}。`]
      : [`${quote(f.text)}里的 O 是字母，不是“〇”。`, "请用阿拉伯数字填写，如 2018。"],
  ),
  "DATE-03": entry<Text>("E", (f) => [
    `${quote(f.text)}的年份只有两位。`,
    "请写全四位年份，如 18 写成 2018。",
  ]),
  "DATE-04": entry<{ text: string; day: string; macDay: string; year: boolean }>("E", (f) => [
    `${quote(f.text)}像 Excel 的日期序列号（即 ${f.day}；用旧版苹果电脑做的表则是 ${f.macDay}）。`,
    f.year ? `${asText}填 ${f.day.slice(0, 4)} 这样的四位年份。` : `${asText}填 ${f.day} 这样的日期。`,
  ]),
  "DATE-05": entry<{ text: string; year: string; edge: boolean }>("T", (f) => [
    `年度列填了日期${quote(f.text)}，已取 ${f.year}${f.edge ? "" : "，但这一天不是年初也不是年末，可能不是全年的数"}。`,
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
  "DATE-10": entry<{ text: string; year: number; month: number; day: number }>("E", (f) => [
    f.month < 1 || f.month > 12
      ? `${quote(f.text)}里的月份是 ${f.month}，一年没有这个月。`
      : `${quote(f.text)}不存在：${f.year} 年 ${f.month} 月没有 ${f.day} 日。`,
    "请对照原表改成正确的日期。",
  ]),
  "DATE-11": entry<{ text: string; now: string; unfinished: boolean }>("E", (f) =>
    f.unfinished
      ? [
          `${quote(f.text)}年到 ${f.now} 还没有结束，按全年数使用吗？`,
          "是全年的数，请签认；不是，请等年终再填。带日期的表会自动标为“截至”。",
        ]
      : [`${quote(f.text)}晚于今天（${f.now}）。`, "请核对年份是否打错；还没有发生的不要填。"],
  ),
  "DATE-12": entry<{ text: string; minimum: string; guess: string }>("E", (f) => [
    `${quote(f.text)}早于最早的年份 ${f.minimum}${f.guess ? `，是否为 ${f.guess}？` : "。"}`,
    "请对照原表改成正确的年份。",
  ]),
  "DATE-13": entry<{ unit: string; year: string }>("W", (f) => [
    `“${f.unit}”缺少 ${f.year} 年的数据，而前后各年都有。`,
    "漏报了请补上；没有统计，请在 coverage 表登记“未统计”。",
  ]),
  "DATE-14": entry<{ unit: string; year: string; lines: string; text: string; textOther: string }>(
    "E",
    (f) => [
      f.text === f.textOther
        ? `“${f.unit}”${f.year} 出现了不止一次（第 ${f.lines} 行）。`
        : `“${f.unit}”${f.year} 出现了不止一次（第 ${f.lines} 行）：${quote(f.text)}与${quote(f.textOther)}。`,
      "请核实后只留一行。",
    ],
  ),
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
