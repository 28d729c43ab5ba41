import { entry } from "./entry.ts";
import { quote } from "./quote.ts";
import { type Repeat, sayRepeat } from "./repeat.ts";

/** “甲”“乙”“丙”, or nothing when nothing is near. */
function suggest(lead: string, names: readonly string[]): string {
  return names.length > 0 ? `${lead}${names.map((name) => `“${name}”`).join("、")}。` : "";
}

export const ref = {
  "REQ-01": entry<{ column: string }>("E", (f) => [
    `“${f.column}”这一格是空的，这一列每行都要填。`,
    "请补上；如果是合并单元格留下的空白，请取消合并并逐行填写。",
  ]),
  "CODE-01": entry<{ text: string; column: string; nearest: readonly string[]; known: readonly string[] }>(
    "E",
    (f) => [
      `${quote(f.text)}不是“${f.column}”可以填的词。${suggest("最接近的是", f.nearest)}`,
      `请改成以下之一：${f.known.join("、")}。`,
    ],
  ),
  "REF-01": entry<{ text: string; column: string; resource: string; known: readonly string[] }>("E", (f) => [
    `“${f.column}”填的${quote(f.text)}在${f.resource}里找不到。`,
    f.known.length > 0
      ? `请改成以下之一：${f.known.join("、")}。`
      : `写错了请改正；确实没有的，请先在${f.resource}里补上这一行。`,
  ]),
  "REF-03": entry<{ text: string; textEvent: string }>("W", (f) => [
    `${quote(f.text)}是公开的荣誉，它的“${f.textEvent}”却不公开：公开版会当作没有这回事，照旧计算它是否有效、连续几年。`,
    "请把这一行改成公开，或者把这项荣誉也标为内部；确定暂不公开、公开版照旧计算的，请签认。",
  ]),
  "REF-02": entry<{ problem: "two" | "none" | "loop"; text: string; textOther: string }>("E", (f) => [
    {
      two: `${quote(f.text)}和“${f.textOther}”都没有填上级编码，最上一级的单位只能有一个。`,
      none: "每个单位都填了上级编码，找不到最上一级的单位。",
      loop: `${quote(f.text)}的上级一层层找上去又回到了自己，到不了最上一级的单位。`,
    }[f.problem],
    {
      two: "请给其中的下级单位补上上级编码。",
      none: "请把最上一级单位的上级编码清空。",
      loop: "请改正这一格的上级编码。",
    }[f.problem],
  ]),
  "COV-01": entry<{ title: string; year: number; status: string; row: number }>("E", (f) => [
    `统计情况表（coverage）第 ${f.row} 行把${f.title} ${f.year} 年登记为“${f.status}”，这里却有 ${f.year} 年的数据。`,
    "两处只能有一处对：数据是真的，请把登记改成“齐全”或“部分”；确实没有，请删除这一行。",
  ]),
  "DATE-13": entry<{ title: string; year: number }>("W", (f) => [
    `${f.title}缺少 ${f.year} 年的数据，前后的年份都有。`,
    "漏导了请补上；没有统计请在统计情况表（coverage）登记一行“未统计”。",
  ]),
  "DATE-14": entry<Repeat>("E", sayRepeat),
  "SCP-01": entry<{ indicator: string; year: number; numeratorScope: string; denominatorScope: string }>(
    "E",
    (f) => [
      `${f.indicator} ${f.year} 年的分子是“${f.numeratorScope}”口径，分母是“${f.denominatorScope}”口径，不能相除。`,
      `请补上同一口径的数：分子补“${f.denominatorScope}”，或分母补“${f.numeratorScope}”。`,
    ],
  ),
  "SCP-02": entry<{
    indicator: string;
    year: number;
    numeratorDay: string;
    denominatorDay: string;
    days: number;
  }>("T", (f) => [
    `${f.indicator} ${f.year} 年的分子是 ${f.numeratorDay} 的数，分母是 ${f.denominatorDay} 的数，${f.days > 92 ? `相差 ${f.days} 天` : "不在同一年"}，没有计算比例。`,
    "请补上同一年、相差不超过 92 天的数；这一年的数还没有的，到时候再补。",
  ]),
  "MORE-01": entry<{ count: number }>("N", (f) => [
    `这个文件还有 ${f.count} 处问题没有逐条列出。`,
    "请先改正已列出的问题，再检查一次。",
  ]),
};
