import { entry } from "./entry.ts";
import { quote } from "./quote.ts";
import { type Repeat, sayRepeat } from "./repeat.ts";

/** A total, its parts, and by how much they differ. */
export interface Sum {
  readonly total: string;
  readonly textTotal: string;
  readonly parts: readonly string[];
  readonly textParts: string;
  readonly textSum: string;
  readonly textDifference: string;
  readonly tolerance: string;
  readonly dataset: string;
}

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");

const sign = "确认无误请签认，并写明原因。";

export const biz = {
  "BIZ-01": entry<{ column: string; text: string; limit: string; textLimit: string }>("E", (f) => [
    `“${f.column}”${f.text} 大于“${f.limit}”${f.textLimit}，前者只是后者的一部分，不会更大。`,
    `请核对这一行的“${f.column}”和“${f.limit}”两格，改正填错的一格。`,
  ]),
  "BIZ-02": entry<{ column: string; text: string; of: string; textOf: string; textShare: string }>(
    "E",
    (f) =>
      f.of === ""
        ? [
            `“${f.column}”填的是${quote(f.text)}，占比不会小于 0，也不会超过 100%。`,
            "请核对分子和分母：是不是填反了，是不是把人次当成了人数。",
          ]
        : [
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
  "BIZ-04": entry<{
    names: readonly string[];
    textShares: string;
    textTotal: string;
    textDifference: string;
    tolerance: string;
  }>("E", (f) => [
    `${list(f.names)}的占比之和为 ${f.textShares} = ${f.textTotal}%，应为 100%，相差 ${f.textDifference}（四舍五入允许 ±${f.tolerance}）。`,
    "请核对这几格：是不是漏了一项，或有一格填错。",
  ]),
  "BIZ-05": entry<Sum>("E", (f) => [
    `${list(f.parts)}之和为 ${f.textParts} = ${f.textSum}，“${f.total}”填的是${quote(f.textTotal)}，相差 ${f.textDifference}。`,
    "请核对这几格，改正填错的分项或合计。",
  ]),
  "BIZ-06": entry<{
    textTerms: string;
    textSum: string;
    column: string;
    text: string;
    textDifference: string;
  }>("E", (f) => [
    `${f.textTerms} = ${f.textSum}，“${f.column}”填的是${quote(f.text)}，相差 ${f.textDifference}。`,
    "请核对这几格，改正填错的一格；是不是漏记了一笔增加或减少？",
  ]),
  /** `carried`: the column of last year's end, where this year's start does not continue it; "" for a column of last year's figures. */
  "BIZ-07": entry<{ column: string; text: string; textRow: string; year: number; carried: string }>(
    "W",
    (f) =>
      f.carried === ""
        ? [
            `“${f.column}”填的是${quote(f.text)}，而 ${f.year} 年那一行是${quote(f.textRow)}。`,
            `请改成一致；上年的数按新口径调整过的，${sign}`,
          ]
        : [
            `${f.year} 年的“${f.carried}”是${quote(f.textRow)}，${f.year + 1} 年的“${f.column}”是${quote(f.text)}，两个数应当一样。`,
            "请核对这两格，改正填错的一格。",
          ],
  ),
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
  "BIZ-09": entry<{
    column: string;
    text: string;
    textBefore: string;
    textChange: string;
    year: number;
    limit: number;
  }>("W", (f) => [
    `“${f.column}”由 ${f.year - 1} 年的 ${f.textBefore} 变为 ${f.year} 年的 ${f.text}，变化 ${f.textChange}%，超过 ±${f.limit}%。`,
    `请核对这两个数是否填错、口径是否变了。${sign}`,
  ]),
  "BIZ-10": entry<{ column: string; text: string; textBefore: string; times: number; year: number }>(
    "W",
    (f) => [
      `“${f.column}”由 ${f.year - 1} 年的 ${f.textBefore} 变为 ${f.year} 年的 ${f.text}，差不多正好${f.times >= 1 ? `是 ${f.times} 倍` : `是 ${Math.round(1 / f.times)} 分之一`}。`,
      `多半是“元”“万元”“亿元”混用、漏了小数点或多写了 0，请核对。${sign}`,
    ],
  ),
  "BIZ-11": entry<{ textUnit: string; year: number; columns: readonly string[] }>("W", (f) => [
    `“${f.textUnit}”${f.year} 年的${list(f.columns)}与 ${f.year - 1} 年完全相同，像是没有更新。`,
    `请与原始台账核对，更新这一行。${sign}`,
  ]),
  "BIZ-12": entry<{
    column: string;
    text: string;
    textBefore: string;
    textDifference: string;
    year: number;
  }>("W", (f) => [
    `“${f.column}”是累计数，却由 ${f.year} 年的 ${f.textBefore} 降到 ${f.text}，少了 ${f.textDifference}。`,
    `请核对这两个数，是不是填成了当年数；有核减的，${sign}`,
  ]),
  "BIZ-13": entry<Repeat>("E", sayRepeat),
  "BIZ-14": entry<{ title: string; year: number; textUnit: string; expected: number; actual: number }>(
    "W",
    (f) => [
      `${f.title} ${f.year} 年应有 ${f.expected} 个单位的数，只有 ${f.actual} 个，缺“${f.textUnit}”；它上一年有数，也没有停用。`,
      "漏导了请补上这一行；没有统计，补一行并填“未统计”；单位已经撤并，请在单位表填停用日期。",
    ],
  ),
  "BIZ-15": entry<{
    title: string;
    series: string; // "" for the total
    year: number;
    old: string;
    new: string;
    since: string; // 发布日期
    until: string | null; // of the release that differs; null: now
    cells: string;
    isExplained: boolean; // by a row of revisions.csv
    row: string; // that would explain it
  }>("W", (f) => [
    `已发布的数改动了：“${f.title}”${f.series === "" ? "" : `的“${f.series}”`}${f.year} 年 ${f.since} 发布的是 ${f.old}，${
      f.until === null ? "现在是" : `${f.until} 发布的是`
    } ${f.new}${f.cells === "" ? "" : `（来自 ${f.cells}）`}${f.isExplained ? "" : "，修订记录里没有说明"}。`,
    `改错了的，把数改回去；确实要改的，把引号里的这一行贴到 revisions.csv 末尾，最后两个逗号后面填原因和日期：“${f.row}”。`,
  ]),
  "BIZ-16": entry<Repeat>("E", sayRepeat),
  "BIZ-17": entry<{ column: string; text: string; textSum: string; textDifference: string }>("E", (f) => [
    `“${f.column}”合计填的是${quote(f.text)}，明细之和是 ${f.textSum}，相差 ${f.textDifference}。`,
    "请核对明细有没有漏行、重行或填错，改正明细或合计。",
  ]),
  "BIZ-18": entry<{ column: string; text: string; textSum: string }>("E", (f) => [
    `“${f.column}”各行之和 ${f.textSum} 恰为合计${quote(f.text)}的 2 倍，疑似小计与明细被重复计入。`,
    "请在原表中删去小计行，只留明细，再重新导出。",
  ]),
  "BIZ-19": entry<{ column: string; text: string; by: string; textItem: string; allowed: readonly string[] }>(
    "E",
    (f) => [
      `“${f.by}”为“${f.textItem}”的行，“${f.column}”填了${quote(f.text)}，单位不对。`,
      `请改成${f.allowed.map((word) => `“${word}”`).join("或")}，并核对数字是不是按这个单位填的。`,
    ],
  ),
  "BIZ-20": entry<{
    column: string;
    text: string;
    textMedian: string;
    textScore: string;
    count: number;
    above: boolean;
    limit: number;
  }>("W", (f) => [
    `“${f.column}”${f.text} 比同年同口径 ${f.count} 个单位的中位数 ${f.textMedian} ${f.above ? "高" : "低"}出太多：偏离程度 ${f.textScore}（按与中位数的距离算，超过 ${f.limit} 就很少见）。`,
    `请核对是不是多写、少写了一位，或者填到了别的单位。${sign}`,
  ]),
  "BIZ-21": entry<{
    column: string;
    year: number;
    count: number;
    equal: boolean;
    text: string;
    textShare: string;
  }>("W", (f) => [
    f.equal
      ? `“${f.column}”${f.year} 年 ${f.count} 个单位都是 ${f.text}，像是一格填好后整列复制的。`
      : `“${f.column}”${f.year} 年 ${f.count} 个单位的数，${f.textShare}% 的末位是 0 或 5，像是估计的数。`,
    `请与各单位的原始台账核对，改填实际数。${sign}`,
  ]),
  "BIZ-22": entry<{ column: string; text: string; textBefore: string; year: number }>("T", (f) => [
    `“${f.column}”由 ${f.year - 1} 年的${quote(f.textBefore)}变为 ${f.year} 年的${quote(f.text)}，没有说明，图表会在这里断开。`,
    `填错了请改正；确实变了，请在断点表（breaks）登记一行，或在这一行的“备注”写明，如“${f.year} 年起只统计机关口径”。`,
  ]),
};
