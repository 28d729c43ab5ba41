import { quote } from "./quote.ts";

/** A row that is the sum of others, and what came of adding them up. */
export interface Total {
  readonly text: string; // 合计, 小计, …
  /** agrees, differs; unchecked: a part or the sum is absent; unclear: not known of which rows; unlisted: not in `totals`. */
  readonly outcome: "agrees" | "differs" | "unchecked" | "unclear" | "unlisted";
  readonly columns: readonly string[]; // that agree, or that differ
  readonly textTotal: string; // of the first of them
  readonly textSum: string;
  readonly textDifference: string;
}

/** Say that a row is a sum, and whether it is the right one. */
export function sayTotal(f: Total): readonly [message: string, hint: string] {
  const taken = `这一行是${quote(f.text)}，已从统计中剔除`;
  const columns = f.columns.map((name) => `“${name}”`).join("、");
  switch (f.outcome) {
    case "agrees":
      return [
        `${taken}，并与明细核对：${columns}与明细之和相符。`,
        "不必改动；以后导出前删去合计行更稳妥，合计由程序计算。",
      ];
    case "differs":
      return [
        `${taken}，并与明细核对：${columns}不符，其中合计 ${f.textTotal}，明细之和 ${f.textSum}，相差 ${f.textDifference}。`,
        "请改正明细或合计。",
      ];
    case "unchecked":
      return [
        `${taken}；合计或明细里有空着、未统计、不公开的格，或各行不能相加，没有核对。`,
        "请自行核对；以后导出前删去合计行更稳妥。",
      ];
    case "unclear":
      return [
        `${taken}，却看不出它是哪几行之和：${columns}不止一种，或者上下没有明细。`,
        "请在原表中删去这一行，再重新导出；合计由程序计算。",
      ];
    case "unlisted":
      return [
        `这一行是${quote(f.text)}，不是明细，与明细一起统计会重复计算。`,
        "请在原表中删去这一行，再重新导出；每期都有这样的行时，请维护人在数据集的 JSON 中登记（totals），程序会剔除并核对。",
      ];
  }
}
