import { entry } from "./entry.ts";
import { exportAgain } from "./file.ts";
import { quote } from "./quote.ts";
import { sayTotal, type Total } from "./total.ts";

const findQuote =
  "用记事本打开文件，找到这一格，补上或删掉落单的英文双引号；在原表中把它改成中文引号“ ”，再重新导出。";

const layoutChanged = "确实是系统改了样子的，请维护人改数据集 JSON 中的 layout。";

export const str = {
  "STR-01": entry<{ delimiter: string }>("E", (f) => [
    `分隔符是“${f.delimiter}”，不是英文逗号。`,
    `把 Windows“区域 → 其他设置 → 列表分隔符”改回英文逗号，再导出。${exportAgain}`,
  ]),
  "STR-02": entry("T", () => ["分隔符是制表符，已按制表符读入。", `下次导出为逗号分隔：${exportAgain}`]),
  "STR-03": entry<{ delimiter: string }>("E", (f) => [
    `分隔符是中文的“${f.delimiter}”，CSV 必须用英文逗号。`,
    `不要手打，从表里导出：${exportAgain}`,
  ]),
  "STR-04": entry<{ text: string }>("E", (f) => [
    `首行“${f.text}”是 Excel 的分隔符标记，不是表头。`,
    "删除首行，并用英文逗号分隔重新导出。",
  ]),
  "STR-05": entry<{ at: string }>("N", (f) => [`${f.at}的换行符与其他行不同，已统一。`, "不用处理。"]),
  "STR-06": entry("N", () => ["换行符是老式 Mac 的 CR，已统一。", "不用处理。"]),
  "STR-07": entry<{ at: string; code: string }>("E", (f) => [
    `${f.at}含特殊换行符 ${f.code}，常由网页复制带入，看不见却会把一行断开。`,
    "在该格中把光标放到断开处，按 Delete 删除它，或整格重新打一遍，再重新导出。",
  ]),
  "STR-08": entry<{ at: string }>("T", (f) => [
    `${f.at}是空行，已跳过。`,
    "在原表中选中该行，右键“删除”，以免误以为数据到此结束。",
  ]),
  "STR-09": entry<{ count: number }>("N", (f) => [
    `末尾有 ${f.count} 个空行，已忽略。`,
    f.count > 1000
      ? "多半是整列带格式被一起导出：选中数据下面的空行，右键“删除”，保存后重新导出。"
      : "不用处理。",
  ]),
  "STR-10": entry("E", () => [
    "第 1 行是空行，表头必须在第 1 行。",
    "在原表中删除表头上方的空行，再重新导出。",
  ]),
  "STR-11": entry<{ columns: string; count: number }>("N", (f) =>
    f.count > 0
      ? [
          `${f.columns} 列有 ${f.count} 格数据，却没有列名。`,
          "在第 1 行补上列名；不需要这一列时，在原表中右键“删除”整列。",
        ]
      : [`末尾的 ${f.columns} 列是空列，已忽略。`, "不用处理。"],
  ),
  "STR-12": entry<{ at: string; cells: number; expected: number; text: string }>("E", (f) => [
    `${f.at}有 ${f.cells} 列，表头是 ${f.expected} 列${f.text ? `；疑似千分位逗号“${f.text}”没有加引号，被拆成了几列` : ""}。`,
    f.text
      ? "在 Excel 中选中数字列，“设置单元格格式 → 数值”，去掉“使用千位分隔符”，再重新导出。"
      : "对照表头数一数这一行，删去多出来的逗号或格子；内容里要用逗号时用中文逗号“，”，再重新导出。",
  ]),
  "STR-13": entry<{ at: string; cells: number; expected: number; column: string }>("E", (f) => [
    `${f.at}只有 ${f.cells} 列，表头是 ${f.expected} 列，少了“${f.column}”${f.expected - f.cells > 1 ? "等" : ""}。`,
    "在原表中补齐这一行：数值为零填 0，没有统计填“未统计”，再重新导出。",
  ]),
  "STR-14": entry<{ at: string }>("E", (f) => [
    `${f.at}的单元格里有换行（Alt+Enter）。`,
    "在该格中把换行删掉，改成一行；整列都有时，用“查找替换”，查找内容按 Ctrl+J，替换为空。",
  ]),
  "STR-15": entry<{ at: string; lines: number }>("E", (f) => [
    `${f.at}的英文双引号没有配对，后面 ${f.lines} 行被吞进了一个格子。`,
    findQuote,
  ]),
  "STR-16": entry<{ at: string; span: number; lines: number; records: number }>("E", (f) => [
    `${f.at}的内容跨了 ${f.span} 行，物理行数 ${f.lines} ≠ 记录数 ${f.records}：疑似两个落单的英文双引号互相配对，把中间的行并成了一格。`,
    findQuote,
  ]),
  "STR-17": entry<{ at: string }>("E", (f) => [
    `${f.at}的文字中间有未转义的英文双引号，会使后面的列错位。`,
    "名称请用中文引号“ ”，在原表中改好后重新导出。",
  ]),
  "STR-18": entry<{ at: string; split: boolean }>("N", (f) =>
    f.split
      ? [
          `${f.at}用了中文引号包裹含逗号的内容，导致多出一列：CSV 不认中文引号。`,
          `不要手打 CSV，从表里导出，程序会自动加上英文引号。${exportAgain}`,
        ]
      : [`${f.at}的内容用中文引号包着，引号按原文保留。`, "引号不是名称的一部分时，在原表中删掉它。"],
  ),
  "STR-19": entry<{ at: string }>("E", (f) => [
    `${f.at}的逗号与英文双引号之间有空格，引号不起作用，会被拆成两列。`,
    "删除引号前的空格；从表里直接导出就不会出现。",
  ]),
  "STR-20": entry<{ at: string; text: string; first: string }>("E", (f) => [
    `${f.at}是标题“${f.text}”，不是表头。`,
    `在原表中删除标题行，使“${f.first}”在第 1 行，再重新导出。`,
  ]),
  "STR-21": entry<{ at: string; text: string }>("E", (f) => [
    `${f.at}是单位说明“${f.text}”，不是数据。`,
    "删除这一行；全列同一单位时，写进列名，如“金额（万元）”。",
  ]),
  "STR-22": entry<{ first: number; last: number; count: number }>("E", (f) => [
    `检测到 ${f.count} 行表头（第 ${f.first}–${f.last} 行），多半有合并的格子；表头只能有一行。`,
    "在原表中取消合并，把几行列名并成一行，例如“男_在岗”，再重新导出。",
  ]),
  "STR-23": entry<{ column: string }>("E", (f) => [
    `“${f.column}”这一格是空的，而上面一行有，疑似合并单元格留下的空白；程序不替你向下填充。`,
    "在原表中取消合并，逐行填写：选中这一列 → Ctrl+G 定位“空值” → 输入“=”再按向上键 → Ctrl+Enter，然后复制这一列，选择性粘贴为数值。",
  ]),
  "STR-24": entry<Total>("E", sayTotal),
  "STR-25": entry<{ at: string; text: string }>("E", (f) => [
    `${f.at}是说明文字“${f.text}”，不是数据。`,
    "把说明移到“备注”列或单独的文件，CSV 里只留数据。",
  ]),
  "STR-26": entry<{ at: string }>("E", (f) => [
    `${f.at}又出现了一次表头，多半是分页打印或几份表拼接留下的。`,
    "在原表中删除这一行，再重新导出。",
  ]),
  "STR-27": entry<{ at: string }>("E", (f) => [
    `${f.at}起列的含义变了，像另一张表；从这里往下没有读入。`,
    "把两张表拆成两个文件，各自从表头开始，放进各自的文件夹，再重新导出。",
  ]),
  "STR-28": entry<{ text: string; listed: boolean }>("N", (f) => [
    `“${f.text}”列不参与统计，已忽略。`,
    f.listed
      ? "不用处理。"
      : "请从原表中删去这一列；要一直留着，请签认，或请维护人在数据集的 JSON 中登记（ignored）。",
  ]),
  "STR-29": entry<{ text: string }>("E", (f) => [
    `列名“${f.text}”是年份，这是宽表（一年一列），程序不知道这些数是什么。`,
    "按模板改为“年度”一列，每年一行。",
  ]),
  "STR-31": entry<{ text: string }>("E", (f) => [
    `${quote(f.text)}用缩进或“其中”表示上下级，程序看不出它属于哪一行。`,
    "用单独的一列写明分组，不用空格缩进；“其中”各行是上一行的一部分，请拆到单独的列或表。",
  ]),
  "STR-32": entry<{
    at: string;
    text: string;
    wanted: string;
    part: "above" | "header" | "none" | "cell" | "below";
  }>("E", (f) => {
    const wanted = quote(f.wanted);
    switch (f.part) {
      case "above":
        return [
          `${f.at}是${quote(f.text)}，而这个系统导出的表，这一行应像${wanted}。`,
          `核对导出的是不是这一张表、这一个指标，再重新导出。${layoutChanged}`,
        ];
      case "header":
        return [
          `列名${quote(f.text)}不像登记的样子${wanted}，程序不知道这一列是什么。`,
          `核对导出时选的指标和时间，再重新导出。${layoutChanged}`,
        ];
      case "none":
        return [
          `${f.at}应是表头，却没有一列的列名像${wanted}：${quote(f.text)}。`,
          `核对表头上方是不是多了或少了几行，再重新导出。${layoutChanged}`,
        ];
      case "cell":
        return [
          `${f.at}的${quote(f.text)}不像登记的样子${wanted}，程序读不出它是哪一项。`,
          `核对这一格，再重新导出。${layoutChanged}`,
        ];
      case "below":
        return [
          `${f.at}${quote(f.text)}在表尾说明（${wanted}）的下面，程序不知道它是不是数据。`,
          "是数据就把这一行移到说明的上面，是说明就写在一格里，其余各格空着。",
        ];
    }
  }),
};
