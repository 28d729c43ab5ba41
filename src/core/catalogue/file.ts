import { entry } from "./entry.ts";

/** What to choose in versions of Excel and WPS that do not offer UTF-8. */
export const orPlain = "没有这一项时，选“CSV（逗号分隔）”也可以。";

/** The remedy that mends most files: export again, in the encoding that holds every character. */
export const exportAgain = `在 Excel 或 WPS 中打开原表，点“文件 → 另存为”，类型选“CSV UTF-8（逗号分隔）”后重新提交；${orPlain}`;

const renamed = (f: { renamed: boolean }) => (f.renamed ? "改了扩展名，不是 CSV" : "，不是 CSV");

export const file = {
  "FILE-01": entry("E", () => ["文件是空的，一个字节也没有。", exportAgain]),
  "FILE-02": entry("E", () => [
    "文件里没有任何数据，只有空行或编码标记。",
    `CSV 只导出当前工作表：先点到有数据的那张工作表，再导出。${exportAgain}`,
  ]),
  "FILE-03": entry("E", () => [
    "文件只有表头，没有数据行。",
    "导出的若不是有数据的工作表，改选后重新导出；本期确实没有数据时，在数据集的 JSON 中登记允许空表（allowEmpty），并由责任人签认。",
  ]),
  "FILE-04": entry<{ renamed: boolean }>("E", (f) => [
    `这是 Excel 工作簿（.xlsx）${renamed(f)}。`,
    `直接改文件名不能变成 CSV。${exportAgain}`,
  ]),
  "FILE-05": entry<{ renamed: boolean }>("E", (f) => [
    `这是旧版 Excel 或 WPS 表格（.xls、.et）${renamed(f)}。`,
    `直接改文件名不能变成 CSV。${exportAgain}`,
  ]),
  "FILE-06": entry<{ kind: string }>("E", (f) => [
    `这是${f.kind}，不是 CSV；程序不解压、不转换。`,
    f.kind.startsWith("PDF") ? exportAgain : "把里面的表解压出来，提交解压后的 CSV。",
  ]),
  "FILE-07": entry("E", () => [
    "这是网页表格（HTML），不是 CSV，多半是系统“导出”或网页另存得到的。",
    exportAgain,
  ]),
  "FILE-08": entry("E", () => ["这是“XML 电子表格 2003”，不是 CSV。", exportAgain]),
  "FILE-09": entry<{ size: string; limit: string }>("E", (f) => [
    `文件有 ${f.size}，超过上限 ${f.limit}，没有读入。`,
    "多半是整列带格式被一起导出了空行：在原表中选中数据下面的空行，右键“删除”，保存后重新导出；确需更大，请联系维护人调整上限（site.json 或数据集 JSON 的 limits）。",
  ]),
  "FILE-10": entry<{ at: string; length: number; of: "cell" | "row" | "header" }>("E", (f) => [
    {
      cell: `${f.at}的格子里有 ${f.length} 个字，疑似英文双引号没有配对，把后面的行都吞进来了。`,
      row: `${f.at}长达 ${f.length} 个字，疑似英文双引号没有配对，把后面的行都吞进来了。`,
      header: `表头（${f.at}）有 ${f.length} 列，超过上限 200 列，多半不是表头，或多导出了空列。`,
    }[f.of],
    f.of === "header"
      ? "在原表中选中数据右边的空列，右键“删除”，使第 1 行只有列名，再重新导出。"
      : "用记事本打开文件，找到这一处，补上或删掉落单的英文双引号；确是长文时，移到单独的文档里。",
  ]),
  "FILE-11": entry<{ name: string; original: string }>("E", (f) => [
    `文件名“${f.name}”像是临时文件或副本，里面的行可能与“${f.original}”重复。`,
    "是副本就删除它；不是副本就改成说明内容的名字，如 2025.csv。",
  ]),
  "FILE-12": entry<{
    name: string;
    problem: "sign" | "long" | "twice" | "reserved" | "encoding";
    sign: string;
    other: string;
  }>("E", (f) => [
    {
      sign: `文件名“${f.name}”含不能用的字符“${f.sign === " " ? "空格（在末尾）" : f.sign}”，放到网站或别的电脑上会打不开。`,
      long: `文件名“${f.name}”超过 100 个字，有的电脑存不下。`,
      twice: `文件名“${f.name}”与“${f.other}”只差大小写，在 Windows 上是同一个文件。`,
      reserved: `文件名“${f.name}”里的“${f.sign}”是 Windows 的保留名，在 Windows 上打不开。`,
      encoding: `“${f.name}”的文件名不是 UTF-8 编码，程序打不开，也就没有读入。`,
    }[f.problem],
    "请改名，例如 2025.csv；中文、数字、空格和括号都可以用。",
  ]),
  "FILE-13": entry<{ name: string; link: boolean }>("E", (f) =>
    f.link
      ? [
          `“${f.name}”是链接（快捷方式），不是文件本身，可能指向数据目录之外，没有读入。`,
          "请换成文件本身，或移出 exports。",
        ]
      : [`路径“${f.name}”跑出了数据目录，已拒绝。`, "请把文件直接放进 exports 下对应的文件夹，再检查一次。"],
  ),
  "FILE-14": entry<{ name: string; nearest: string; known: boolean }>("E", (f) =>
    f.known
      ? [
          `“${f.name}”的扩展名不是 .csv 或 .txt，程序不会读它。`,
          `是数据就导出成 CSV：${exportAgain}不是数据就移出 exports 文件夹。`,
        ]
      : [
          `“${f.name}”不在任何一个数据集文件夹里，程序不知道它是什么表。`,
          `放进 exports 下对应的文件夹${f.nearest ? `（名字最相近的是 ${f.nearest}）` : ""}；不是数据就移出 exports。`,
        ],
  ),
  "FILE-15": entry<{ at: string }>("E", (f) => [
    `${f.at}是 Git 的合并冲突标记，说明两个人同时改了这个文件，两份内容都混在里面。`,
    "找维护人合并，或用其中一人的原表重新导出，整个替换。",
  ]),
  "FILE-16": entry("E", () => [
    "文件内容没有下载下来，这里只有一个 Git LFS 指针。",
    "联系维护人，把真正的文件取下来再检查。",
  ]),
  "FILE-17": entry<{ at: string; cells: number; expected: number }>("E", (f) => [
    `文件最后一行（${f.at}）只有 ${f.cells} 列，应有 ${f.expected} 列，而且末尾没有换行，可能上传中断。`,
    "从原表重新导出，整个文件重新提交。",
  ]),
  "FILE-18": entry("N", () => ["文件末尾没有换行，已接受。", "不用处理。"]),
  "FILE-19": entry<{ first: string }>("W", (f) => [
    `与前面的文件“${f.first}”完全一样，疑似忘了更新；里面的行没有重复计入。`,
    "请换成这一期的表；确是多放了一份，删除它；确认无变化，请签认。",
  ]),
  "FILE-20": entry<{ title: string; year: number; count: number; before: number }>("W", (f) => [
    `${f.title} ${f.year} 年只有 ${f.count} 行，${f.year - 1} 年有 ${f.before} 行，少了 ${Math.round((1 - f.count / f.before) * 100)}%。`,
    "可能漏导，请与原表核对行数；确因单位撤并、事项减少，请签认，并写明原因。",
  ]),
};
