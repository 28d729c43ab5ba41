import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Read {
  readonly text: string;
  readonly textRead: string; // as read
}

/** Codes that accept some spellings, with a word, and refuse others. */
interface Judged extends Read {
  readonly taken: boolean;
}

interface Refused {
  readonly text: string;
}

const plain = "请只填数字，如 12345。";
const asValue = "请在 Excel 或 WPS 中选中该列，把单元格格式设为“数值”，改好后重新导出。";
const asText = "请在 Excel 或 WPS 中先把该列设为“文本”，重新录入后再导出。";

export const num = {
  "NUM-01": entry<Read>("N", (f) => [
    `全角数字${quote(f.text)}已按 ${f.textRead} 读入。`,
    "不必改动；以后请在英文输入状态下填数字。",
  ]),
  "NUM-02": entry<Read>("N", (f) => [
    `${quote(f.text)}中的全角符号已换成半角，按 ${f.textRead} 读入。`,
    "不必改动；以后请在英文输入状态下填数字。",
  ]),
  "NUM-03": entry<Read>("N", (f) => [
    `${quote(f.text)}已去掉千位分隔符，按 ${f.textRead} 读入。`,
    "不必改动；导出前取消“使用千位分隔符”更稳妥。",
  ]),
  "NUM-04": entry<Refused>("E", (f) => [
    `${quote(f.text)}的千位分隔不是三位一组，看不出是小数点打成了逗号还是多了逗号。`,
    "请对照原表核实，去掉逗号重新填写，如 1234 或 12.34。",
  ]),
  "NUM-05": entry<Judged>("T", (f) =>
    f.taken
      ? [`${quote(f.text)}中有空格，已按 ${f.textRead} 读入。`, "请删除数字中间的空格。"]
      : [
          `${quote(f.text)}中有空格，看不出是一个数还是两个数。`,
          "请对照原表核实，删除空格，一格只填一个数。",
        ],
  ),
  "NUM-06": entry<Read>("N", (f) => [
    `${quote(f.text)}首尾的空格、不可见字符或撇号已去掉，按 ${f.textRead} 读入。`,
    "不必改动；在 Excel 或 WPS 中把该列设为“数值”可以避免。",
  ]),
  "NUM-07": entry<Read>("T", (f) => [
    `${quote(f.text)}带着加号，已按 ${f.textRead} 读入。`,
    "这一列填的不是增减，请去掉加号；若本来是增减数，请核对是否填错了列。",
  ]),
  "NUM-08": entry<Refused>("E", (f) => [
    `${quote(f.text)}有前导零，像编码而不是数。`,
    "请核对是否填错了列；确实是数，请去掉前面的零。",
  ]),
  "NUM-09": entry<Refused>("E", (f) => [
    `${quote(f.text)}是 Excel 把长编码或长数字变成的科学计数，后几位可能已经丢失。`,
    asText,
  ]),
  "NUM-10": entry<Judged>("W", (f) =>
    f.taken
      ? [
          `${quote(f.text)}是科学计数，按 ${f.textRead} 读入，可能不是原来的数。`,
          `请对照原表核实：确实是这个数，请签认；不是，${asValue}`,
        ]
      : [`${quote(f.text)}是科学计数，后几位可能已经丢失，不能当作确切的数。`, asValue],
  ),
  "NUM-11": entry<Judged & { textWord: string; unit: string }>("T", (f) =>
    f.taken
      ? [`${quote(f.text)}带着量词，已按 ${f.textRead} 读入。`, "请只填数字；量词写在列名里。"]
      : [
          `${quote(f.text)}带着“${f.textWord}”，${f.unit ? `而这一列的单位是“${f.unit}”` : "而这一列只填数字"}，可能填错了列或单位。`,
          "请核对后只填数字。",
        ],
  ),
  "NUM-12": entry<Refused>("E", (f) => [
    `${quote(f.text)}用了万、亿一类的字，不能确定准确到哪一位。`,
    "请填完整的数字，如 1.2万 填 12000；以万元为单位的列只填数字。",
  ]),
  "NUM-13": entry<Refused>("E", (f) => [
    `${quote(f.text)}不是确切数字，不能统计。`,
    "请填实际数；确实没有统计，请填“未统计”。",
  ]),
  "NUM-14": entry<Refused>("E", (f) => [
    `${quote(f.text)}是一个范围，不能统计。`,
    "请填实际数；不便公开，请填“不公开”。",
  ]),
  "NUM-15": entry<Refused>("E", (f) => [
    `${quote(f.text)}是中文数字。`,
    "请改填阿拉伯数字，如 一百二十三 填 123。",
  ]),
  "NUM-16": entry<Judged & { isRate: boolean }>("N", (f) => {
    if (f.taken)
      return [`${quote(f.text)}已按百分数 ${f.textRead} 读入。`, "不必改动；这一列填 12.5 就表示 12.5%。"];
    return f.isRate
      ? [
          `这一列填 12.5 表示 12.5%，而${quote(f.text)}像是小数写法，与同列其他格不一致。`,
          "请统一成百分数写法，如 0.125 填 12.5。",
        ]
      : [`${quote(f.text)}是百分数，而这一列不是百分数。`, "请核对是否填错了列，改填实际的数。"];
  }),
  "NUM-17": entry<{ below: number; above: number }>("W", (f) => [
    `这一列有 ${f.below} 格不到 1、${f.above} 格大于 1，像是 0.125 与 12.5 两种写法混在一起。`,
    "请统一成百分数写法（12.5 表示 12.5%）；确实是 0.8% 这样的小数，请签认。",
  ]),
  "NUM-18": entry<Refused>("E", (f) => [
    `${quote(f.text)}带着千分号或“百分点”，与这一列的单位不同。`,
    "请按这一列声明的单位换算后只填数字。",
  ]),
  "NUM-19": entry<Judged>("N", (f) =>
    f.taken
      ? [`${quote(f.text)}的负号已换成半角，按 ${f.textRead} 读入。`, "不必改动。"]
      : [
          `${quote(f.text)}像是会计或报刊的负数写法，不能确定。`,
          "负数请写成 -5 这样，减号用英文半角，放在最前面。",
        ],
  ),
  "NUM-20": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”不能为负数，此格是${quote(f.text)}。`,
    "请对照原表改正；没有统计请填“未统计”，不要用负数代替。",
  ]),
  "NUM-21": entry<Judged & { column: string }>("E", (f) =>
    f.taken
      ? [
          `${quote(f.text)}已按整数 ${f.textRead} 读入。`,
          "不必改动；在 Excel 或 WPS 中把该列设为“数值”、小数位 0 即可。",
        ]
      : [
          `“${f.column}”是个数，不能是小数，此格是${quote(f.text)}。`,
          "请对照原表改成整数；若是平均数或万为单位的数，请填原始个数。",
        ],
  ),
  "NUM-22": entry<Judged>("N", (f) =>
    f.taken
      ? [`${quote(f.text)}的全角小数点已换成半角，按 ${f.textRead} 读入。`, "不必改动。"]
      : [`${quote(f.text)}的小数点写成了别的符号。`, "若是小数，请用英文句点，如 12.5。"],
  ),
  "NUM-23": entry<Refused>("E", (f) => [
    `${quote(f.text)}里的逗号像是小数点。`,
    "若是小数，请用英文句点，如 12.5；若不是，请去掉逗号。",
  ]),
  "NUM-24": entry<{ text: string; position: number; textCharacter: string; textDigit: string }>("E", (f) => [
    `${quote(f.text)}的第 ${f.position} 个字符是“${f.textCharacter}”，不是数字，像是 ${f.textDigit} 打错了。`,
    `请核实后改成 ${f.textDigit}，重新填写。`,
  ]),
  "NUM-25": entry<Refused>("E", (f) => [`${quote(f.text)}不是数字：小数点或正负号的位置、个数不对。`, plain]),
  "NUM-26": entry<Refused>("E", (f) => [
    `${quote(f.text)}是日期的样子，多半是 Excel 把“1-2”一类的内容自动改成了日期。`,
    asText,
  ]),
  "NUM-27": entry<Judged & { places: number; decimals: number }>("T", (f) =>
    f.taken
      ? [
          `${quote(f.text)}有 ${f.places} 位小数，超过这一列的 ${f.decimals} 位，已四舍五入为 ${f.textRead}。`,
          `请在 Excel 或 WPS 中用 ROUND(…,${f.decimals}) 处理后重新导出。`,
        ]
      : [
          `${quote(f.text)}有 ${f.places} 位小数，而这一列是整数，像是公式算出来的数。`,
          "请核对公式，填实际的整数后重新导出。",
        ],
  ),
  "NUM-28": entry<{ text: string; limit: string; side: "above" | "below" }>("E", (f) => [
    f.side === "above"
      ? `${quote(f.text)}超出合理范围（上限 ${f.limit}）。`
      : `${quote(f.text)}超出合理范围（下限 ${f.limit}）。`,
    "请核对是否多打了几位、填错了列或单位。",
  ]),
  "NUM-29": entry<Refused>("E", (f) => [
    `${quote(f.text)}不是数字，像是程序导出的空值或真假值。`,
    "请填实际的数；没有统计请填“未统计”，数值为零请填 0。",
  ]),
  "NUM-30": entry<Refused>("E", (f) => [
    `${quote(f.text)}是列宽不够时显示的内容，不是数。`,
    "请在 Excel 或 WPS 中加宽这一列后重新导出，不要复制粘贴显示出来的内容。",
  ]),
  "NUM-31": entry<Refused>("E", (f) => [
    `${quote(f.text)}含上标、分数、带圈数字一类的特殊字符，不能统计。`,
    plain,
  ]),
  "NUM-32": entry<{ column: string }>("E", (f) => [
    `“${f.column}”此格为空。`,
    "漏填了请补上；没有统计请填“未统计”，没有这一项请填“不适用”，不便公开请填“不公开”，数值为零请填 0。",
  ]),
  "NUM-33": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”应填数字，此格是${quote(f.text)}。`,
    "请改填数字；没有统计请填“未统计”，说明文字请写在“备注”列。",
  ]),
  "NUM-34": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”要带正负号，${quote(f.text)}看不出是增还是减。`,
    "增加 3.2% 请填 +3.2，减少 12.5% 请填 -12.5；没有变化填 0。",
  ]),
};
