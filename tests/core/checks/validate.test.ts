import { describe, expect, it } from "vitest";
import { stateAt, textAt } from "../../../src/core/rows.ts";
import { readRows, units } from "../read-rows.ts";

function codesIn(exports: Readonly<Record<string, string>>): string[] {
  return readRows(exports).findings.map((found) => `${found.code} ${found.file}:${found.row}`);
}

const headcount = "时点,单位,口径,在岗职工数\n2018-12-31,办公室,全局,32\n2018-12-31,机要处,全局,9\n";

describe("validate(inputs, datasets, settings, indicators)", () => {
  it("reads all files of a data set's folders as one table, units by their codes", () => {
    const { rows, rowCount, files, findings } = readRows({
      "units/units.csv": units,
      "headcount/2018.csv": "时点,单位,口径,在岗职工数\n2018-12-31,办公室,全局,32\n",
      "headcount/补报/2017.txt": "单位,时点,口径,在岗职工数\n0101,2017,全局,31\n",
    });
    const headcounts = rows.get("headcount");
    expect(findings).toEqual([]);
    expect([files, rowCount]).toEqual([3, 5]);
    expect(headcounts && [0, 1].map((row) => textAt(headcounts, row, "单位"))).toEqual(["0101", "0101"]);
    expect(headcounts && [0, 1].map((row) => textAt(headcounts, row, "时点"))).toEqual([
      "2018-12-31",
      "2017-12-31",
    ]);
  });

  it("does not blame a reference on what a broken file may have held", () => {
    expect(codesIn({ "units/units.csv": units, "headcount/a.csv": headcount })).toEqual([
      "NAME-22 headcount/a.csv:3",
    ]);
    const torn = `${units}0103,机要处\n`;
    expect(codesIn({ "units/units.csv": torn, "headcount/a.csv": headcount })).toEqual([
      "STR-13 units/units.csv:5",
    ]);
    const nameless = "单位编码,上级编码\n01,\n0101,01\n";
    expect(codesIn({ "units/units.csv": nameless, "headcount/a.csv": headcount })).toEqual([
      "HDR-04 units/units.csv:1",
    ]);
  });

  it("gives a row's figures its 数据状态", () => {
    const text = "时点,单位,口径,备案注册人数,活跃人数,数据状态\n2018-12-31,01,全局,235,未统计,初步\n";
    const rows = readRows({ "units/units.csv": units, "volunteers/a.csv": text }).rows.get("volunteers");
    expect(rows && ["备案注册人数", "活跃人数"].map((name) => stateAt(rows, 0, name))).toEqual([
      "provisional",
      "not-collected",
    ]);
  });

  it("does not compare an unfinished year", () => {
    const text =
      "时点,单位,口径,备案注册人数,当年服务时长\n2025-12-31,01,全局,389,10164\n2026-02-28,01,全局,390,1200\n";
    expect(codesIn({ "units/units.csv": units, "volunteers/a.csv": text })).toEqual([]);
  });
});
