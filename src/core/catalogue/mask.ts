import type { Sum } from "./biz.ts";
import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Text {
  readonly text: string;
}

const reasons = "数值为零请填 0；没有统计请填“未统计”；没有这一项请填“不适用”；不便公开请填“不公开”。";

export const mask = {
  "MASK-01": entry<Text>("E", (f) => [
    `${quote(f.text)}像是把数字遮住了，但不是规定的写法。`,
    "不便公开请整格填“不公开”或 XX；否则请填完整的数字。",
  ]),
  "MASK-02": entry<Text>("E", (f) => [`${quote(f.text)}含义不明：是 0、没有，还是没统计？`, reasons]),
  "MASK-03": entry<Text>("E", (f) => [
    `这张表没有声明${quote(f.text)}里的符号是什么意思（在《中国统计年鉴》里，“…”是不足最小单位的数，“*”是有注解，“#”是其中的主要项）。`,
    `请只填数字，注解写在“备注”列。${reasons}`,
  ]),
  "MASK-04": entry<Sum & { within: boolean }>("E", (f) => [
    `${f.parts.map((name) => `“${name}”`).join("、")}之和为 ${f.textParts} = ${f.textSum}，“${f.total}”是 ${f.textTotal}，相差 ${f.textDifference}，${f.within ? "没有超过" : "超过"}四舍五入允许的 ±${f.tolerance}。`,
    f.within
      ? "不必改动，页面上会注明“部分数据因四舍五入，合计与分项之和略有出入”。"
      : "请核对这几格，改正填错的分项或合计；各格请按同样的小数位填写。",
  ]),
  "MASK-05": entry<Text>("E", (f) => [`${quote(f.text)}看不出是 0 还是没统计。`, reasons]),
  "MASK-06": entry<Text>("N", (f) => [
    `${quote(f.text)}已按“未统计”处理，页面显示“未统计”，不参与合计。`,
    "不必改动；以后请直接填“未统计”。",
  ]),
  "MASK-07": entry<{ text: string; isDoubtful: boolean }>("N", (f) =>
    f.isDoubtful
      ? [
          `${quote(f.text)}已按“不适用”处理，但它也可能是公式错误 #N/A。`,
          "确实没有这一项，请改填“不适用”；是公式错误，请改正公式后重新导出；来不及改的，请签认。",
        ]
      : [`${quote(f.text)}已按“不适用”处理。`, "不必改动；以后请直接填“不适用”。"],
  ),
  "MASK-09": entry<Text>("E", (f) => [`${quote(f.text)}不能统计。`, "请填实际数字；增减率没有变化请填 0。"]),
  "MASK-10": entry<Text>("E", (f) => [
    `${quote(f.text)}不是规定的缺失符号。`,
    "没有统计请填“未统计”；若是导出时丢了字，请从原表重新导出。",
  ]),
  /** `column`: where a whole column is 0, for `count` units; "" where a whole row is. */
  "MASK-11": entry<{ textUnit: string; column: string; count: number; year: number; textBefore: string }>(
    "W",
    (f) => [
      f.column === ""
        ? `“${f.textUnit}”${f.year} 年全部为 0，往年为 ${f.textBefore}。`
        : `“${f.column}”这一列 ${f.year} 年 ${f.count} 个单位全部为 0，往年不是（如 ${f.textBefore}）。`,
      "没有统计请改填“未统计”；确实为零，请签认。",
    ],
  ),
  "MASK-12": entry<{ text: string; negative: boolean }>("W", (f) => [
    `${quote(f.text)}像是代替缺数的占位数。`,
    f.negative ? "没有统计请填“未统计”。" : "没有统计请填“未统计”；确实是这个数，请签认。",
  ]),
  "MASK-13": entry<{ textWords: string; state: string }>("T", (f) => [
    `这一列用了几种写法表示同一个意思：${f.textWords}。`,
    `请统一写成“${f.state}”。`,
  ]),
  "MASK-14": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”必须有数，不能填${quote(f.text)}。`,
    "请填实际数字；确实没有，请联系维护人调整这一列的要求。",
  ]),
};
