import { describe, expect, it } from "vitest";
import { writeTemplate } from "../../../src/core/published/template.ts";
import { readUnits } from "../../../src/core/units.ts";
import { datasets, rowsOf } from "../bureau.ts";

const register = [
  "单位编码,单位名称,上级编码,启用日期,停用日期",
  "01,某局,,,",
  "0101,办公室,01,,",
  "0102,宣传处,01,,2026-06-30",
  "0103,文明处,01,2026-07-01,",
  "0104,老干部处,01,,2024-12-31",
  "0105,窗口,01,,",
  "0106,窗口,01,,",
  "A7,窗口,01,,",
];
const units = readUnits(rowsOf("units", register));

/** Write a template and take it apart: the header, the example, and the rows to fill in. */
function template(id: string, lines: readonly string[] | null, year: number) {
  const dataset = datasets.get(id);
  if (!dataset) throw new Error(id);
  const text = writeTemplate(dataset, lines ? rowsOf(id, lines) : undefined, units, year);
  expect(text.startsWith("\ufeff")).toBe(true);
  expect(text.endsWith("\r\n")).toBe(true);
  const [header, example, ...rows] = text.slice(1, -2).split("\r\n");
  return { header, example, rows };
}

describe("writeTemplate(dataset, rows, units, year)", () => {
  it("asks again of those who reported last, by their names, with what stays as it was", () => {
    const lines = [
      "年度,单位,口径,项目,计量单位,本年数,上年数,增减率",
      "2024,0104,机关,会议,次,9,,",
      "2025,01,全局,会议,次,12,10,",
      "2025,01,全局,公务接待费,万元,3.5,,-12.5",
      "2025,0101,机关,会议,次,4,,",
    ];
    expect(template("austerity", lines, 2026)).toEqual({
      header: "年度,单位,口径,项目,计量单位,本年数,上年数,预算数,批次,人次,增减率",
      example:
        "【示例】2026,【示例】某局,【示例】全局,【示例】会议,【示例】次,【示例】12.5,【示例】12.5,【示例】12.5,【示例】120,【示例】120,【示例】-12.5",
      rows: [
        "2026,某局,全局,会议,次,,,,,,",
        "2026,某局,全局,公务接待费,万元,,,,,,",
        "2026,办公室,机关,会议,次,,,,,,",
        "2026,文明处,,,,,,,,,", // set up since: what it reports is its own to say
      ],
    });
  });

  it("leaves out units that are no longer in use at the year's end, and adds those that are new", () => {
    const lines = [
      "时点,单位,口径,备案注册人数",
      "2025-06-30,0102,全局,8",
      "2025-12-31,0101,全局,9",
      "2025-12-31,0102,全局,9",
    ];
    expect(template("volunteers", lines, 2026).rows).toEqual([
      "2026-12-31,办公室,全局,,,",
      "2026-12-31,文明处,,,,",
    ]);
    expect(template("volunteers", lines, 2027).rows).toEqual([
      "2027-12-31,办公室,全局,,,",
      "2027-12-31,文明处,,,,",
    ]);
  });

  it("keeps what is not for the public from becoming so", () => {
    const lines = [
      "时点,单位,口径,备案注册人数,公开属性",
      "2025-12-31,01,全局,9,",
      "2025-12-31,0101,全局,3,内部",
    ];
    const { header, rows } = template("volunteers", lines, 2026);
    expect(header).toBe("时点,单位,口径,备案注册人数,活跃人数,当年服务时长,公开属性");
    expect(rows.slice(0, 2)).toEqual(["2026-12-31,某局,全局,,,,", "2026-12-31,办公室,全局,,,,内部"]);
  });

  it("takes every unit in use where nobody reported before, and no code from which Excel would take the zero", () => {
    expect(template("participants", null, 2026).rows).toEqual([
      "2026,某局,,,",
      "2026,办公室,,,",
      "2026,文明处,,,",
      "2026,,,,", // 0105 and 0106 share their name
      "2026,,,,",
      "2026,A7,,,",
    ]);
  });

  it("gives tables that are not by unit and year an example alone", () => {
    for (const id of [
      "units",
      "honors",
      "honor-events",
      "competitions",
      "coverage",
      "targets",
      "timeline",
      "breaks",
    ]) {
      const { header, example, rows } = template(id, null, 2026);
      expect(rows).toEqual([]);
      expect(example?.split(",").length).toBe(header?.split(",").length);
      expect(example?.split(",").every((cell) => cell.startsWith("【示例】") && cell.length > 4)).toBe(true);
    }
  });
});
