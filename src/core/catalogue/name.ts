import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

interface Read {
  readonly text: string;
  readonly textRead: string; // after normalisation
}

interface Character {
  readonly text: string;
  readonly point: string; // e.g. "U+200B"
}

/** A name that is not in the register as it is written: an alias of one that is, or like some that are. */
interface Known {
  readonly text: string;
  readonly textNames: string; // “甲”或“乙”
  readonly taken: boolean; // it is an alias
}

/** A figure reported under a unit's name, and once more under that of what the unit was before. */
interface Twice {
  readonly columns: readonly string[];
  readonly textKey: string;
  readonly file: string; // where the other row stands
  readonly at: string;
  readonly text: string;
  readonly textOther: string;
  readonly textOld: string;
  readonly textNew: string;
  readonly day: string; // the first of the new unit
  readonly isRenaming: boolean; // only the name has changed
}

const alias = (f: Known): readonly [string, string] => [
  `${quote(f.text)}是单位表里登记的别名，已识别为${f.textNames}。`,
  "不必改动；以后请写单位表里的名称。",
];

const known = "写错了请改成单位表里的名称；常用的写法请在单位表的“别名”列登记。";

export const name = {
  "NAME-01": entry<Read>("N", (f) => [
    `${quote(f.text)}中的空格已去掉，按${quote(f.textRead)}读入。`,
    "不必改动；以后名称中间请不要加空格。",
  ]),
  "NAME-02": entry<Character>("N", (f) => [
    `${quote(f.text)}含不可见字符 ${f.point}，已删除。`,
    "不必改动；这类字符多半是从网页或聊天软件复制带来的。",
  ]),
  "NAME-03": entry<Character & { what: string }>("E", (f) => [
    `${f.what}含文字方向控制符 ${f.point}，显示出来的可能与实际内容不同，已拒绝。`,
    "请把它清空，手工重新输入，不要从别处粘贴。",
  ]),
  "NAME-04": entry<Character>("E", (f) => [
    `${quote(f.text)}含看起来是空白的特殊字符 ${f.point}。`,
    "请把此格清空，手工重新输入，不要从别处粘贴。",
  ]),
  "NAME-05": entry<{ text: string; textCharacter: string; textRead: string }>("N", (f) => [
    `${quote(f.text)}里的“${f.textCharacter}”是部首或兼容字符，已按“${f.textRead}”读入。`,
    "不必改动；这类字多半是从 PDF 复制带来的。",
  ]),
  "NAME-06": entry<Read>("N", (f) => [
    `${quote(f.text)}带有字形选择符，已去掉，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-07": entry<Read>("N", (f) => [
    `${quote(f.text)}的括号、字母或数字的全角半角已统一，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-12": entry<Read>("N", (f) => [
    `${quote(f.text)}的间隔号已统一为“·”，按${quote(f.textRead)}读入。`,
    "不必改动。",
  ]),
  "NAME-20": entry<{ text: string; column: string }>("E", (f) => [
    `“${f.column}”填的${quote(f.text)}不是一个单位，是几个单位合在一起。`,
    "请按单位逐行填写；确是一个单位的名称，请先在单位表（units）里登记一行。",
  ]),
  "NAME-13": entry<Read>("N", (f) => [
    `${quote(f.text)}姓名中间的空格已去掉，按${quote(f.textRead)}读入。`,
    "不必改动；两个字的姓名不必用空格对齐。",
  ]),
  "NAME-08": entry<Known>("E", (f) =>
    f.taken ? alias(f) : [`${quote(f.text)}不在单位表里，数字的写法不同，是否为${f.textNames}？`, known],
  ),
  "NAME-09": entry<Known & { position: number }>("E", (f) =>
    f.taken
      ? alias(f)
      : [`${quote(f.text)}第 ${f.position} 个字是横线，是否应为汉字“一”？单位表里有${f.textNames}。`, known],
  ),
  "NAME-10": entry<Known & { textCharacter: string; textRight: string; kind: string }>("E", (f) =>
    f.taken
      ? alias(f)
      : [
          `${quote(f.text)}的“${f.textCharacter}”${f.kind ? `是${f.kind}，` : ""}是否应为“${f.textRight}”？单位表里有${f.textNames}。`,
          known,
        ],
  ),
  "NAME-11": entry<Known>("E", (f) =>
    f.taken ? alias(f) : [`${quote(f.text)}不在单位表里，有形近的字，是否为${f.textNames}？`, known],
  ),
  "NAME-14": entry<Known>("E", (f) =>
    f.taken ? alias(f) : [`${quote(f.text)}不在单位表里，是繁体或异体，是否为${f.textNames}？`, known],
  ),
  "NAME-15": entry<Known & { problem: "same" | "short" }>("E", (f) => {
    if (f.taken) return alias(f);
    return f.problem === "same"
      ? [
          `${quote(f.text)}在单位表里对应多个单位，不知道是哪一个。`,
          `请改填单位编码，是以下之一：${f.textNames}。`,
        ]
      : [`${quote(f.text)}对应多个单位，请写全称。`, `是以下之一：${f.textNames}。`];
  }),
  "NAME-16": entry<{ text: string; textName: string; day: string; year: number; old: boolean }>("E", (f) =>
    f.old
      ? [
          `${quote(f.text)}${f.day} 起已改名${quote(f.textName)}，而这一行是 ${f.year} 年的。`,
          `${f.year} 年的行请用新名${quote(f.textName)}；改名以前年份的行保留旧名。`,
        ]
      : [
          `${quote(f.text)}${f.day} 起才用这个名称，${f.year} 年还叫${quote(f.textName)}。`,
          `${f.year} 年的行请用当时的名称${quote(f.textName)}；历史年份保留旧名。`,
        ],
  ),
  "NAME-16a": entry<Twice>("E", (f) => [
    `“${f.columns.join("+")}”为${quote(f.textKey)}的数，${f.file} 的${f.at}已经用${quote(f.textOther)}报过一次；` +
      (f.isRenaming
        ? `${quote(f.textOld)}${f.day} 改名${quote(f.textNew)}，是同一个单位，两行会加成两份。`
        : `${quote(f.textOld)}由${quote(f.textNew)}${f.day} 起接续，两行会加成两份。`),
    f.isRenaming
      ? "请只留一行，删除另一行；两行各是其中一段时间的数，请先合成一行。"
      : "请核对哪一行是对的，删除另一行；这一天两个单位确实都在，请改正单位表里的停用、启用日期。",
  ]),
  "NAME-17": entry<{
    kind: "merged" | "absorbed" | "split" | "parted";
    text: string;
    textOthers: string;
    year: number;
  }>("T", (f) => {
    const how = {
      merged: `由${f.textOthers}合并而来`,
      absorbed: `并入了${f.textOthers}`,
      split: `由${f.textOthers}分设`,
      parted: `分出了${f.textOthers}`,
    }[f.kind];
    return [
      `${quote(f.text)}${how}，${f.year} 年前后不可直接比较，图表将断线显示。`,
      "不必改动；请核对前身编码和启用、停用日期，只是改名的，一个前身对一个新单位，日期前后相接。",
    ];
  }),
  "NAME-18": entry<{ text: string; day: string; year: number; ended: boolean; textKin: string }>("E", (f) => [
    f.ended
      ? `${quote(f.text)}${f.day} 已停用（撤销、并入或拆分），${f.year} 年不应有数。`
      : `${quote(f.text)}${f.day} 才设立，${f.year} 年不应有数。`,
    `请核对年份和单位${f.textKin ? `，是否应为${f.textKin}` : ""}；单位表里的${f.ended ? "停用" : "启用"}日期登记错了，请改正日期。`,
  ]),
  "NAME-19": entry<{ text: string; textRead: string; nearest: readonly string[]; taken: boolean }>(
    "T",
    (f) =>
      f.taken
        ? [`${quote(f.text)}已去掉前面的编号，按${quote(f.textRead)}读入。`, "请把编号从单位列删掉。"]
        : [
            `${quote(f.text)}去掉前面的编号，“${f.textRead}”也不在单位表里。${suggest("最相近的是", f.nearest)}`,
            "请把编号从单位列删掉，改成单位表里的名称或编码。",
          ],
  ),
  "NAME-21": entry<{ text: string; textOther: string }>("E", (f) => [
    f.text === f.textOther
      ? `有两个单位都叫${quote(f.text)}，上级也相同，却各有一套数据。`
      : `${quote(f.text)}与${quote(f.textOther)}只差大小写、全角半角、空格或看不见的字符，是同一个单位，却有两套数据。`,
    "请统一成一种写法，把两套数据合并成一套，删除多余的行。",
  ]),
  "NAME-21a": entry<{ column: string; text: string; textOther: string; file: string; at: string }>(
    "E",
    (f) => [
      `“${f.column}”填的${quote(f.text)}与 ${f.file} 的${f.at}的${quote(f.textOther)}只差大小写、全角半角、空格或看不见的字符，会算成两个。`,
      "是同一个的，请改成同一种写法；确是两个的，请改成一眼看得出不同的写法。",
    ],
  ),
  "NAME-22": entry<{ text: string; nearest: readonly string[] }>("E", (f) => [
    `${quote(f.text)}不在单位表里。${suggest("最相近的是", f.nearest)}`,
    "写错了请改成单位表里的名称或编码；常用的简称请在单位表的“别名”列登记；新设的单位请先在单位表（units）里登记一行。",
  ]),
};

/** “甲”“乙”“丙”, or nothing when nothing is near. */
function suggest(lead: string, names: readonly string[]): string {
  return names.length > 0 ? `${lead}${names.map((one) => `“${one}”`).join("、")}。` : "";
}
