import { describe, expect, it } from "vitest";
import { datasetSchema } from "../../../src/core/declared/dataset.ts";
import type { Finding } from "../../../src/core/finding.ts";
import { readTable } from "../../../src/core/intake/table.ts";

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  audience: "public",
  ...more,
});
const parsed = datasetSchema.parse({
  title: "人数",
  description: "",
  audience: "public",
  kind: "state",
  internalRows: "withheld",
  time: "年度",
  unit: "单位",
  schema: {
    fields: [
      field("年度", "year", { constraints: { required: true } }),
      field("单位", "string", { constraints: { required: true } }),
      field("人数", "integer"),
      field("说明", "string"),
    ],
    primaryKey: ["年度", "单位"],
    foreignKeys: [{ field: "单位", resource: "units", fields: ["单位编码", "单位名称"] }],
  },
});
const dataset = { ...parsed, id: "people" };
const header = "年度,单位,人数,说明\n";

const read = (text: string, encoding?: string) => readTable("people/1.csv", text, dataset, encoding);
const short = (findings: readonly Finding[]) =>
  findings.map((f) => [f.code, f.level, f.line, f.row, f.column, f.cell].map((part) => part ?? "").join(" "));
const told = (text: string) => short(read(text).findings);

describe("readTable(file, text, dataset)", () => {
  it("keeps every cell with its line and Excel row", () => {
    const { table, findings } = read(`${header}2023,甲局,"1,234",\n2024,乙局,2,"他说""好"""\n`);
    expect(findings).toEqual([]);
    expect(table).toEqual({
      file: "people/1.csv",
      header: ["年度", "单位", "人数", "说明"],
      headerLine: 1,
      headerRow: 1,
      records: [
        ["2023", "甲局", "1,234", ""],
        ["2024", "乙局", "2", '他说"好"'],
      ],
      lines: Uint32Array.of(2, 3),
      rows: Uint32Array.of(2, 3),
    });
  });

  it("counts a record with line breaks as one Excel row, and later lines rightly", () => {
    const { table, findings } = read(`${header}2023,甲局,1,"上\n下"\n2024,乙局,2,\n`);
    expect(short(findings)).toEqual(["STR-14 T 2 2 说明 D2"]);
    expect(table?.records).toEqual([
      ["2023", "甲局", "1", "上\n下"],
      ["2024", "乙局", "2", ""],
    ]);
    expect(table?.lines).toEqual(Uint32Array.of(2, 4));
    expect(table?.rows).toEqual(Uint32Array.of(2, 3));
  });

  it("refuses line breaks in the name of a unit and in a number", () => {
    expect(told(`${header}2023,"甲\n局",1,\n`)).toEqual(["STR-14 E 2 2 单位 B2"]);
    expect(told(`${header}2023,甲局,"1\n",\n`)).toEqual(["STR-14 E 2 2 人数 C2"]);
  });

  it("accepts a line break in a header, whose cells keep their place", () => {
    const { table, findings } = read('年度,单位,"人\n数",说明\n2023,甲局,1,\n');
    expect(short(findings)).toEqual(["STR-14 T 1 1 人\n数 C1"]);
    expect(table?.header).toEqual(["年度", "单位", "人\n数", "说明"]);
    expect(table?.lines).toEqual(Uint32Array.of(3));
  });

  it.each([
    ["in the same column", '2023,"甲局,1,\n2024,"乙局,2,\n', "B"],
    ["in different columns", '2023,"甲局,1,\n2024,乙局",2,\n', "B"],
    ["at two line ends", '2023,甲局,1,"\n2024,乙局,2,"\n', "D"],
    ["three lines apart", '2023,"甲局,1,\n2023,丁局,1,\n2024,乙局",2,\n', "B"],
  ])("finds two stray quotes %s, and reads the rows after them", (_, rows, column) => {
    const { table, findings } = read(`${header}${rows}2025,丙局,3,\n`);
    expect(findings.map((f) => [f.code, f.line, f.row, f.cell])).toEqual([["STR-16", 2, 2, `${column}2`]]);
    expect(table?.records).toEqual([["2025", "丙局", "3", ""]]);
    expect(table?.rows).toEqual(Uint32Array.of(3));
  });

  it("says how far a false pair of quotes reaches", () => {
    const { findings } = read(`${header}2023,"甲局,1,\n2024,乙局",2,\n2025,丙局,3,\n`);
    expect(findings[0]?.facts).toEqual({ at: "第 2 行 B 列", span: 2, lines: 4, records: 3 });
  });

  it("finds a quote that is never closed, and keeps the rows before it", () => {
    const { table, findings } = read(`${header}2023,甲局,1,\n2024,"乙局,2,\n2025,丙局,3,\n2026,丁局,4,\n`);
    expect(short(findings)).toEqual(["STR-15 E 3 3 单位 B3"]);
    expect(findings[0]?.facts).toEqual({ at: "第 3 行 B 列", lines: 2 });
    expect(table?.records).toEqual([["2023", "甲局", "1", ""]]);
  });

  it("finds quotes inside a name, after a quoted part, and after a space", () => {
    expect(told(`${header}2023,机关"党委",1,\n`)).toEqual(["STR-17 E 2 2 单位 B2"]);
    expect(told(`${header}2023,"机关"党委,1,\n`)).toEqual(["STR-17 E 2 2 单位 B2"]);
    expect(told(`${header}2023, "甲,乙",1,\n`)).toEqual(["STR-19 E 2 2 单位 B2"]);
  });

  it("finds content torn apart by curly quotes, and only notes them elsewhere", () => {
    expect(told(`${header}2023,“甲,乙”,1,\n`)).toEqual(["STR-18 E 2 2 单位 B2"]);
    expect(told(`${header}2023,甲局,1,“好”\n`)).toEqual(["STR-18 N 2 2 说明 D2"]);
  });

  it("finds the number that its thousands separator split", () => {
    const { table, findings } = read(`${header}2023,甲局,1,234,好\n2024,乙局,2,好\n`);
    expect(short(findings)).toEqual(["STR-12 E 2 2 人数 C2"]);
    expect(findings[0]?.facts).toEqual({ at: "第 2 行", cells: 5, expected: 4, text: "1,234" });
    expect(table?.records).toEqual([["2024", "乙局", "2", "好"]]);
  });

  it("does not take a blank cell too many for padding: the row may be shifted", () => {
    expect(told(`${header}2023,甲局,1,234,\n`)).toEqual(["STR-12 E 2 2 人数 C2"]);
    expect(told("年度,单位,人数,\n2023,甲局,1\n2024,乙局,2\n2025,丙局,3,400\n")).toEqual([
      "STR-12 E 4 4 人数 C4",
      "STR-11 N 1 1  D1",
    ]);
  });

  it("names only the row where it cannot tell which cell is too many", () => {
    expect(told(`${header}2023,甲局,1,好,不好\n`)).toEqual(["STR-12 E 2 2  "]);
  });

  it("names the column that a short row lacks", () => {
    expect(told(`${header}2023,甲局,1\n2024,乙局,2,\n`)).toEqual(["STR-13 E 2 2 说明 D2"]);
  });

  it("takes a short last line without line end for a cut file, a whole one for a note", () => {
    expect(told(`${header}2023,甲局,1,\n2024,乙`)).toEqual(["FILE-17 E 3 3  "]);
    expect(told(`${header}2023,甲局,1,`)).toEqual(["FILE-18 N 2 2  "]);
  });

  it("skips blank rows but counts them", () => {
    const { table, findings } = read(`${header}2023,甲局,1,\n\n,,,\n2024,乙局,2,\n,,,\n\n`);
    expect(short(findings)).toEqual(["STR-08 T 3 3  ", "STR-08 T 4 4  ", "STR-09 N 6 6  "]);
    expect(findings[2]?.facts).toEqual({ count: 2 });
    expect(table?.rows).toEqual(Uint32Array.of(2, 5));
  });

  it("asks for a signature where more than a thousand blank rows follow", () => {
    const { findings } = read(`${header}2023,甲局,1,\n${",,,\n".repeat(1001)}`);
    expect(short(findings)).toEqual(["STR-09 W 3 3  "]);
    expect(findings[0]?.subject).toEqual({ dataset: "people", key: "people/1.csv", column: "", value: "" });
  });

  it("finds blank, title, unit and remark lines and repeated headers around the data", () => {
    const { table, findings } = read(
      `\n2023年统计表,,,\n,,,单位：人\n${header}2023,甲局,1,\n${header}注：含聘用人员,,,\n`,
    );
    expect(short(findings)).toEqual([
      "STR-10 E 1 1  ",
      "STR-20 E 2 2  ",
      "STR-21 E 3 3  ",
      "STR-26 E 6 6  ",
      "STR-25 E 7 7  ",
    ]);
    expect(table?.headerLine).toBe(4);
    expect(table?.records).toEqual([["2023", "甲局", "1", ""]]);
  });

  it("passes over empty columns at the end, and refuses those that hold something", () => {
    const { table, findings } = read("年度,单位,人数,说明,,\n2023,甲局,1,,,\n2024,乙局,2,,5,\n");
    expect(short(findings)).toEqual(["STR-11 E 1 1  E1", "STR-11 N 1 1  F1"]);
    expect(table?.header).toEqual(["年度", "单位", "人数", "说明"]);
    expect(table?.records[1]).toEqual(["2024", "乙局", "2", ""]);
  });

  it("reads tabs with a warning, and refuses every other delimiter", () => {
    const tabs = `${header}2023,甲局,1,\n`.replaceAll(",", "\t");
    expect(read(tabs).table?.records).toEqual([["2023", "甲局", "1", ""]]);
    expect(told(tabs)).toEqual(["STR-02 T    "]);
    expect(read(tabs, "utf-16").findings).toEqual([]);
    for (const [delimiter, code] of [
      [";", "STR-01"],
      ["|", "STR-01"],
      ["，", "STR-03"],
      ["、", "STR-03"],
    ] as const) {
      const { table, findings } = read(`${header}2023,甲局,1,\n`.replaceAll(",", delimiter));
      expect(table).toBeNull();
      expect(short(findings)).toEqual([`${code} E    `]);
    }
  });

  it("is not led astray by a semicolon in every row", () => {
    const { table, findings } = read(`${header}2023,甲局,1,a;b;c;d\n2024,乙局,2,a;b;c;d\n`);
    expect(findings).toEqual([]);
    expect(table?.records.length).toBe(2);
  });

  it("unites mixed line ends outside quotes and leaves those inside alone", () => {
    const { table, findings } = read(
      '年度,单位,人数,说明\r\n2023,甲局,1,"上\n下"\r\n2024,乙局,2,\n2025,丙局,3,\r\n',
    );
    expect(short(findings)).toEqual(["STR-05 N 4 3  ", "STR-14 T 2 2 说明 D2"]);
    expect(table?.records.map((record) => record[3])).toEqual(["上\n下", "", ""]);
    expect(table?.lines).toEqual(Uint32Array.of(2, 4, 5));
  });

  it("reads CRLF in silence and old Mac line ends with a note", () => {
    expect(told(`${header}2023,甲局,1,\n`.replaceAll("\n", "\r\n"))).toEqual([]);
    const { table, findings } = read(`${header}2023,甲局,1,\n2024,乙局,2,\n`.replaceAll("\n", "\r"));
    expect(short(findings)).toEqual(["STR-06 N    "]);
    expect(table?.rows).toEqual(Uint32Array.of(2, 3));
  });

  it("refuses Excel's sep= line, an empty text and a lone header", () => {
    expect(told(`sep=;\n${header}`)).toEqual(["STR-04 E 1 1  A1"]);
    expect(told("\n\n,,\n")).toEqual(["FILE-02 E    "]);
    expect(told(header)).toEqual(["FILE-03 E    "]);
    const open = readTable("people/1.csv", header, { ...dataset, allowEmpty: true });
    expect(short(open.findings)).toEqual(["FILE-03 W    "]);
  });

  it("takes rows of words for rows, not for a second line of the header or another table", () => {
    expect(told(`${header}二〇二三年,甲局,未统计,无\n二〇二四年,甲局,XX,说明\n`)).toEqual([]);
    expect(told(`${header}2023,甲局,1,\n\n二〇二四年,人数,不公开,见备注\n`)).toEqual(["STR-08 T 3 3  "]);
    expect(told(`${header},,未统计,\n`)).toEqual([]);
  });

  it("tells a header that is there again from that of another table, and reads nothing below the latter", () => {
    expect(told(`${header}2023,甲局,1,\n\n${header}2024,甲局,2,\n`)).toEqual([
      "STR-08 T 3 3  ",
      "STR-26 E 4 4  ",
    ]);
    const other = read(`${header}2023,甲局,1,\n单位,年度,说明,人数\n甲局,2024,,2\n`);
    expect(short(other.findings)).toEqual(["STR-27 E 3 3  "]);
    expect(other.table?.records).toEqual([["2023", "甲局", "1", ""]]);
  });

  it("finds lost characters in names, and cells that are far too long", () => {
    expect(told(`${header}2023,??支部,1,what?\n`)).toEqual(["ENC-08 E 2 2 单位 B2"]);
    expect(told(`${header}2023,甲局,1,${"长".repeat(10_001)}\n`)).toEqual(["FILE-10 E 2 2 说明 D2"]);
  });

  it("refuses rows of more than a million characters and headers of more than 200 columns", () => {
    const cells = (count: number, text: string) => Array.from({ length: count }, () => text).join(",");
    const wide = `年度,单位,${cells(190, "说明")}\n`;
    const told = (text: string) =>
      readTable("a.csv", text, dataset).findings.map(({ code, cell }) => [code, cell]);
    expect(told(`${wide}2023,甲局,${cells(190, "长".repeat(5000))}\n`)).toEqual([]);
    expect(told(`${wide}2023,甲局,${cells(190, "长".repeat(6000))}\n`)).toEqual([["FILE-10", null]]);
    expect(told(`年度,单位,${cells(199, "说明")}\n2023,甲局,${cells(199, "")}\n`)).toEqual([
      ["FILE-10", null],
    ]);
  });
});
