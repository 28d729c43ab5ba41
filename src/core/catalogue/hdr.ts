import { entry } from "./entry.ts";

export const hdr = {
  "HDR-01": entry<{ text: string; columns: string; count: number }>("E", (f) => [
    `“${f.text}”出现 ${f.count} 次（第 ${f.columns} 列），程序不知道该用哪一列。`,
    "删除多余的一列，或改成不同的列名。",
  ]),
  "HDR-02": entry<{ text: string; column: number; textOther: string; other: number }>("E", (f) => [
    `第 ${f.column} 列“${f.text}”与第 ${f.other} 列“${f.textOther}”是同一列（只差空格、全半角或叫法）。`,
    "删除多余的一列，或改成不同的列名。",
  ]),
  "HDR-03": entry<{ column: number; letters: string }>("E", (f) => [
    `第 ${f.column} 列（${f.letters} 列）没有列名。`,
    "在表头补上列名；不需要这一列时，在原表中右键“删除”整列。",
  ]),
  "HDR-04": entry<{ name: string; textNear: string }>("E", (f) => [
    `缺少必填列“${f.name}”。`,
    f.textNear
      ? `相近的列名有“${f.textNear}”，是否写错？写错就改成“${f.name}”，真没有就补上这一列。`
      : `在原表中补上“${f.name}”一列并填好，再重新导出。`,
  ]),
  "HDR-05": entry<{ text: string; near: string }>("E", (f) => [
    `出现未登记的列“${f.text}”：公开版不允许未登记的列，以防内部字段泄露。`,
    f.near
      ? `最相近的列名是“${f.near}”，写错就改过来；不是统计用的列就删除。`
      : "不是统计用的列就删除；确需这一列时，请维护人在数据集的 JSON 中登记。",
  ]),
  "HDR-06": entry<{ text: string; name: string }>("N", (f) => [
    `列名“${f.text}”已识别为“${f.name}”。`,
    "不用处理。",
  ]),
  "HDR-07": entry<{ text: string; name: string }>("N", (f) => [
    `列名“${f.text}”已识别为“${f.name}”（去掉了空白、全角、不可见字符或单位括号）。`,
    "不用处理。",
  ]),
  "HDR-08": entry<{ text: string; given: string; wanted: string; factor: string }>("E", (f) => [
    `列名“${f.text}”写的单位是“${f.given}”，${f.wanted ? `模板是“${f.wanted}”，${f.factor || "两者不同"}` : "而这一列的单位由每行自己说明"}。`,
    f.wanted
      ? `核对这一列的数是按哪个单位填的，换算成“${f.wanted}”后把列名改成一致。`
      : "把括号里的单位从列名中删去，写进“计量单位”列。",
  ]),
  "HDR-10": entry<{ text: string; name: string }>("N", (f) => [
    `列名“${f.text}”已识别为“${f.name}”。`,
    "不用处理。",
  ]),
  "HDR-11": entry<{ text: string; name: string; wrong: string; right: string }>("E", (f) => [
    `列名“${f.text}”中的“${f.wrong}”疑为“${f.right}”之误，模板的列名是“${f.name}”。`,
    `在原表中把列名改成“${f.name}”，再重新导出。`,
  ]),
  "HDR-12": entry<{ text: string }>("E", (f) => [
    `列名“${f.text}”是程序的保留字，不允许作列名。`,
    "换一个中文列名；多半是程序导出的多余列，删除即可。",
  ]),
};
