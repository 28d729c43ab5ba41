import { quote } from "./quote.ts";

/** The same key in two rows; `at` is where the first stands in its `file`. */
export interface Repeat {
  readonly columns: readonly string[];
  readonly textKey: string;
  readonly at: string;
  readonly file: string;
  readonly column: string; // "" where the two rows say the same
  readonly text: string;
  readonly textOther: string;
}

/** Say that a key is there twice. */
export function sayRepeat(f: Repeat): readonly [string, string] {
  const head = `“${f.columns.join("+")}”为${quote(f.textKey)}的行，在 ${f.file} 的${f.at}已经有了`;
  return f.column === ""
    ? [`${head}，两行的内容一样。`, "多半是重复导出，或隐藏的行一起导出了。请取消筛选，删除其中一行。"]
    : [
        `${head}，而“${f.column}”不同：那里是${quote(f.textOther)}，这里是${quote(f.text)}。`,
        "请核对哪一行是对的，删除另一行；如果不是同一件事，请改正填错的编号、时间或单位。",
      ];
}
