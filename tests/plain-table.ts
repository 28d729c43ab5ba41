/** A table without quotes, read in the plainest way: what any reader of CSV would make of it. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Read a plain CSV, independently of the project's own reader; null where it is anything but plain. Full-width digits are digits, and what has no width is nothing. */
export function readPlain(bytes: Uint8Array): PlainTable | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (/["\uFEFF\uFFFD\u2028\u2029\uE000-\uF8FF]|(?![\r\n\t])\p{Cc}/u.test(text)) return null;
  const lines = text.replace(/(?:\r?\n|\r)+$/, "").split(/\r?\n/);
  if (lines.some((line) => line.includes("\r") || line === "")) return null;
  const digit = (char: string) => String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  const [header = [], ...records] = lines.map((line) =>
    line
      .replace(/[０-９．－]/g, digit)
      .replace(/\u200B/g, "")
      .split(","),
  );
  return records.every((record) => record.length === header.length) ? { header, records } : null;
}

const number = /^'?(?:0|[1-9]\d*)(?:\.\d+)?$|^(?:XX)?$/; // an apostrophe is how Excel marks a number kept as text
const day = /^(?:\d{4}(?:-(?:0?[1-9]|1[0-2])(?:-(?:0?[1-9]|[12]\d|3[01]))?)?)?$/; // a year or a month is its last day
const words = /^(?![=@]|[+-]\D)[\p{L}\p{N}\p{P}\p{S}\p{Zs}\t]*$/u; // printed characters and blanks, and no formula

/** Columns that may not be left out, and whose cells may not be empty, by what each table begins with. */
const required: Readonly<Record<string, string>> = {
  单位编码: "单位编码 单位名称",
  时点: "时点 单位 口径 在岗职工数 备案注册人数",
  荣誉编号: "荣誉编号 名称 级别 类型 获得单位 命名日期 日期 事件",
  竞赛编号: "竞赛编号 名称 类别 开始日期 单位 参赛人次",
  年度: "年度 单位 口径 活动 参加人数 项目 计量单位",
  数据集: "数据集 年度 状态",
};

/**
 * Tell whether a table is one that somebody might rightly have handed in instead of another: with the same columns, or without
 * some that may be left out, and every cell that the other has not of the kind that its column holds there, or empty where it
 * may be. No reader could know that it is not what was meant.
 */
export function isPlausible(table: PlainTable | null, instead: PlainTable): boolean {
  if (table === null || new Set(table.header).size < table.header.length) return false;
  const needed = required[instead.header[0] ?? ""]?.split(" ") ?? [];
  const missing = instead.header.filter((name) => !table.header.includes(name));
  if (missing.some((name) => needed.includes(name))) return false;
  return table.header.every((name, column) => {
    const before = instead.header.indexOf(name);
    if (before < 0) return false;
    const own = new Set(instead.records.map((record) => record[before] ?? ""));
    const isEmpty = own.size === 1 && own.has("");
    const kind = isEmpty
      ? words
      : [number, day, words].find((one) => [...own].every((text) => one.test(text)));
    return table.records.every((record) => {
      const text = record[column] ?? "";
      if (/^[\s\u2800]*$/.test(text)) return !needed.includes(name); // nothing to be seen
      return own.has(text) || (kind?.test(text) ?? false);
    });
  });
}
