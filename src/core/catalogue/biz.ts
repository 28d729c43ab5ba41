import { entry } from "./entry.ts";
import { quote } from "./quote.ts";
import { type Repeat, sayRepeat } from "./repeat.ts";

const sign = "确认无误请签认，并写明原因。";

export const biz = {
  "BIZ-01": entry<{ column: string; text: string; limit: string; textLimit: string }>("E", (f) => [
    `“${f.column}”${f.text} 大于“${f.limit}”${f.textLimit}，前者只是后者的一部分，不会更大。`,
    `请核对这一行的“${f.column}”和“${f.limit}”两格，改正填错的一格。`,
  ]),
  "BIZ-02": entry<{ column: string; text: string; of: string; textOf: string; textShare: string }>(
    "E",
    (f) => [
      `“${f.column}”${f.text} 大于“${f.of}”${f.textOf}${f.textShare === "" ? "" : `，占到 ${f.textShare}%，超过了 100%`}。`,
      "请核对这两个数：是不是把人次当成了人数，口径、时点是不是一样，有没有算进离退休人员。",
    ],
  ),
  "BIZ-03": entry<{
    column: string;
    text: string;
    textNumerator: string;
    textDenominator: string;
    textExpected: string;
  }>("E", (f) => [
    `${f.textNumerator} ÷ ${f.textDenominator} = ${f.textExpected}%，“${f.column}”填的是${quote(f.text)}。`,
    "请核对这一行的分子、分母和比率，改正填错的一格；是否把两个数字填反了？",
  ]),
  "BIZ-07": entry<{ column: string; text: string; textRow: string; year: number }>("W", (f) => [
    `“${f.column}”填的是${quote(f.text)}，而 ${f.year} 年那一行是${quote(f.textRow)}。`,
    `请改成一致；上年的数按新口径调整过的，${sign}`,
  ]),
  "BIZ-08": entry<{
    column: string;
    text: string;
    textValue: string;
    textBefore: string;
    textExpected: string;
    reversed: boolean;
  }>("E", (f) => [
    `由 ${f.textBefore} 变为 ${f.textValue}，${f.textExpected.startsWith("-") ? "减少" : "增加"} ${f.textExpected.replace(/^[-+]/, "")}%，“${f.column}”填的是${quote(f.text)}${f.reversed ? "，正负号写反了" : ""}。`,
    `减少写负号、增加写正号。请核对这一行和上一年的数，把增减率改成“${f.textExpected}”，或改正填错的数。`,
  ]),
  "BIZ-09": entry<{ column: string; text: string; textBefore: string; textChange: string; year: number }>(
    "W",
    (f) => [
      `“${f.column}”由 ${f.year - 1} 年的 ${f.textBefore} 变为 ${f.year} 年的 ${f.text}，变化 ${f.textChange}%，超过 ±30%。`,
      `请核对这两个数是否填错、口径是否变了。${sign}`,
    ],
  ),
  "BIZ-10": entry<{ column: string; text: string; textBefore: string; times: number; year: number }>(
    "W",
    (f) => [
      `“${f.column}”由 ${f.year - 1} 年的 ${f.textBefore} 变为 ${f.year} 年的 ${f.text}，差不多正好${f.times >= 1 ? `是 ${f.times} 倍` : `是 ${Math.round(1 / f.times)} 分之一`}。`,
      `多半是“元”“万元”“亿元”混用、漏了小数点或多写了 0，请核对。${sign}`,
    ],
  ),
  "BIZ-13": entry<Repeat>("E", sayRepeat),
  "BIZ-16": entry<Repeat>("E", sayRepeat),
  "BIZ-19": entry<{ column: string; text: string; by: string; textItem: string; allowed: readonly string[] }>(
    "E",
    (f) => [
      `“${f.by}”为“${f.textItem}”的行，“${f.column}”填了${quote(f.text)}，单位不对。`,
      `请改成${f.allowed.map((word) => `“${word}”`).join("或")}，并核对数字是不是按这个单位填的。`,
    ],
  ),
};
