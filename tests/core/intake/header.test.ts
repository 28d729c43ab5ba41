import { describe, expect, it } from "vitest";
import { datasetSchema } from "../../../src/core/declared/dataset.ts";
import { matchHeader } from "../../../src/core/intake/header.ts";
import { normalizeHeader } from "../../../src/core/intake/header-cell.ts";

const field = (name: string, type: string, more: object = {}) => ({
  name,
  type,
  audience: "public",
  ...more,
});
const parsed = datasetSchema.parse({
  title: "经费",
  description: "",
  audience: "public",
  kind: "state",
  internalRows: "withheld",
  schema: {
    fields: [
      field("年度", "year", { constraints: { required: true }, aliases: ["年份"] }),
      field("单位", "string", { constraints: { required: true }, aliases: ["单位名称"] }),
      field("金额", "number", { unit: "万元" }),
      field("已发展", "integer", { unit: "人" }),
      field("本年数", "number"),
      field("增减率", "number", { percent: true }),
    ],
    primaryKey: ["年度", "单位"],
  },
});
const dataset = { ...parsed, id: "money" };

function match(...header: readonly string[]) {
  const table = {
    file: "money/1.csv",
    header,
    headerLine: 2,
    headerRow: 1,
    records: [],
    lines: new Uint32Array(0),
    rows: new Uint32Array(0),
  };
  const { positions, findings } = matchHeader(table, dataset);
  return {
    positions,
    findings,
    short: findings.map((f) => `${f.code} ${f.level} ${f.line} ${f.row} ${f.column} ${f.cell}`),
  };
}

describe("normalizeHeader(text)", () => {
  it("strips what the eye does not see", () => {
    expect(normalizeHeader(" 单　位\u200b（人）\n")).toBe("单位(人)");
  });
});

describe("matchHeader(table, dataset)", () => {
  it("matches columns by name in any order, in silence", () => {
    const { positions, short } = match("金额", "单位", "年度", "备注");
    expect(short).toEqual([]);
    expect(positions).toEqual(
      new Map([
        ["金额", { index: 0, header: "金额" }],
        ["单位", { index: 1, header: "单位" }],
        ["年度", { index: 2, header: "年度" }],
        ["备注", { index: 3, header: "备注" }],
      ]),
    );
  });

  it.each([
    ["年份", "年度", "HDR-06"],
    ["年 度", "年度", "HDR-07"],
    ["年度\u200b", "年度", "HDR-07"],
    ["金额（万元）", "金额", "HDR-07"],
    ["增减率(%)", "增减率", "HDR-07"],
    ["單位", "单位", "HDR-10"],
  ])("reads %j as %s with a note %s", (header, name, code) => {
    const { positions, findings } = match(header, ...["年度", "单位"].filter((other) => other !== name));
    expect(positions?.get(name)).toEqual({ index: 0, header });
    expect(findings.map((f) => [f.code, f.level, f.cell])).toEqual([[code, "N", "A1"]]);
    expect(findings[0]?.facts).toEqual({ text: header, name });
  });

  it("refuses another unit in the brackets and says how far it is off", () => {
    const { positions, findings, short } = match("年度", "单位", "金额(元)");
    expect(short).toEqual(["HDR-08 E 2 1 金额(元) C1"]);
    expect(findings[0]?.facts).toEqual({
      text: "金额(元)",
      given: "元",
      wanted: "万元",
      factor: "相差 1 万倍",
    });
    expect(positions?.has("金额")).toBe(true);
    expect(match("年度", "单位", "本年数（万元）").short).toEqual(["HDR-08 E 2 1 本年数（万元） C1"]);
  });

  it("does not take a bracket that narrows the meaning for a unit", () => {
    expect(match("年度", "单位", "已发展（不含离退休）").short).toEqual([
      "HDR-05 E 2 1 已发展（不含离退休） C1",
    ]);
  });

  it("finds repeated columns, also under another spelling or name", () => {
    const twice = match("年度", "单位", "金额", "金额");
    expect(twice.short).toEqual(["HDR-01 E 2 1 金额 D1"]);
    expect(twice.findings[0]?.facts).toEqual({ text: "金额", columns: "3、4", count: 2 });
    expect(twice.findings[0]?.related).toEqual([
      { file: "money/1.csv", line: 2, row: 1, column: "金额", cell: "C1" },
    ]);
    expect(match("年度", "单位", "金额", "金额 ").short).toEqual(["HDR-02 E 2 1 金额  D1"]);
    expect(match("年度", "年份", "单位").short).toEqual(["HDR-02 E 2 1 年份 B1"]);
  });

  it("finds a column without a name between others", () => {
    expect(match("年度", "", "单位").short).toEqual(["HDR-03 E 2 1 null B1"]);
  });

  it("names a required column that is not there, and what may have been meant", () => {
    const { positions, findings, short } = match("年底", "单位");
    expect(short).toEqual(["HDR-05 E 2 1 年底 A1", "HDR-04 E 2 1 年度 null"]);
    expect(findings[0]?.facts).toEqual({ text: "年底", near: "年度" });
    expect(findings[1]?.facts).toEqual({ name: "年度", textNear: "年底" });
    expect(positions?.has("年度")).toBe(false);
  });

  it("gives no positions where not one column is known", () => {
    expect(match("甲", "乙").positions).toBeNull();
  });

  it("finds look-alike characters", () => {
    const { findings, short } = match("年度", "单位", "己发展");
    expect(short).toEqual(["HDR-11 E 2 1 己发展 C1"]);
    expect(findings[0]?.facts).toEqual({ text: "己发展", name: "已发展", wrong: "己", right: "已" });
  });

  it("refuses reserved words and years as columns", () => {
    expect(match("年度", "单位", "__proto__", "constructor").short).toEqual([
      "HDR-12 E 2 1 __proto__ C1",
      "HDR-12 E 2 1 constructor D1",
    ]);
    expect(match("年度", "单位", "2019", "2018年").short).toEqual([
      "STR-29 E 2 1 2019 C1",
      "STR-29 E 2 1 2018年 D1",
    ]);
  });
});
