import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Text {
  readonly text: string;
}

const paste = "请在 Excel 或 WPS 中复制这些格，“选择性粘贴 → 数值”，再重新导出。";

/** What each Excel error means, so that the clerk knows where to look. */
const meanings: ReadonlyMap<string, string> = new Map([
  ["#DIV/0!", "除数为 0"],
  ["#REF!", "引用的格已被删除"],
  ["#N/A", "查找不到"],
  ["#NAME?", "函数名写错"],
  ["#VALUE!", "参与计算的不是数"],
  ["#NUM!", "数超出范围"],
  ["#NULL!", "引用区域写错"],
]);

export const fml = {
  "FML-01": entry<Text>("E", (f) => [`此格是公式文本${quote(f.text)}，不是结果。`, paste]),
  "FML-02": entry<Text>("E", (f) => [
    `此格${quote(f.text)}以 +、-、@ 或 = 开头又不是数字，像是公式。`,
    `是公式，${paste}是文字，请去掉开头的符号。`,
  ]),
  "FML-03": entry<Text>("E", (f) => [
    `此格${quote(f.text)}含有会运行程序或访问外部地址的公式，已拒绝。`,
    "请立即核对这份表是从哪里来的，并通知维护人；不要在 Excel 中点“启用内容”。",
  ]),
  "FML-04": entry<Text>("E", (f) => {
    const meaning = meanings.get(f.text.trim().toUpperCase());
    return [
      `此格是 Excel 错误值${quote(f.text)}${meaning ? `（${meaning}）` : ""}。`,
      "请在原表中改正公式，确认显示的是数后重新导出。",
    ];
  }),
};
