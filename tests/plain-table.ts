/** A table without quotes, read in the plainest way: what any reader of CSV would make of it. */
export interface PlainTable {
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[];
}

/** Read a plain CSV, independently of the project's own reader; null where it is anything but plain. */
export function readPlain(bytes: Uint8Array): PlainTable | null {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  if (!text.endsWith("\r\n") || /["\uFEFF\uFFFD]|\p{Cc}(?<![\r\n])|[\u2028\u2029\uE000-\uF8FF]/u.test(text))
    return null;
  const lines = text.slice(0, -2).split("\r\n");
  if (lines.some((line) => /[\r\n]/.test(line) || line === "")) return null;
  const [header = [], ...records] = lines.map((line) => line.split(","));
  return records.every((record) => record.length === header.length) ? { header, records } : null;
}

const number = /^(?:0|[1-9]\d*)(?:\.\d+)?$|^(?:XX)?$/;
const day = /^(?:\d{4}-(?:0?[1-9]|1[0-2])-(?:0?[1-9]|[12]\d|3[01]))?$/;
const words = /^(?![=+@-])[\p{L}\p{N}\p{P}\p{S} ]*$/u; // printed characters, and no formula

/** Columns that may not be left out, and whose cells may not be empty. */
const required = new Set(
  "单位编码 单位名称 时点 单位 口径 在岗职工数 荣誉编号 名称 级别 类型 获得单位 命名日期 日期 事件 备案注册人数 竞赛编号 类别 开始日期 参赛人次 年度 活动 参加人数 项目 计量单位 数据集 状态".split(
    " ",
  ),
);

/**
 * Tell whether a table is one that somebody might rightly have handed in instead of another: with the same columns, or without
 * some that may be left out, and every cell that the other has not of the kind that its column holds there, or empty where it
 * may be. No reader could know that it is not what was meant.
 */
export function isPlausible(table: PlainTable | null, instead: PlainTable): boolean {
  if (table === null || new Set(table.header).size < table.header.length) return false;
  const missing = instead.header.filter((name) => !table.header.includes(name));
  if (missing.some((name) => required.has(name))) return false;
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
      if (text === "") return !required.has(name);
      return own.has(text) || (kind?.test(text) ?? false);
    });
  });
}
