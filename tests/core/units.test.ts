import { describe, expect, it } from "vitest";
import { unitsFromNames } from "../../src/core/units.ts";
import { readRows, units as text } from "./read-rows.ts";

const { units } = readRows({ "units/units.csv": text });

describe("readUnits(rows)", () => {
  it("takes the one unit without 上级编码 as the top", () => {
    expect(units.top).toBe("01");
    expect(units.children("01")).toEqual(["0101", "0102"]);
    expect(units.children("0101")).toEqual([]);
  });

  it("has no top where two units have no 上级编码", () => {
    expect(readRows({ "units/units.csv": `${text}02,某省另一局,,,\n` }).units.top).toBeNull();
  });

  it.each([
    ["01", "01"],
    ["办公室", "0101"],
    [" 办公室 ", "0101"],
    ["办公厅", null],
  ])("finds %j as %j", (written, code) => {
    expect(units.find(written)).toBe(code);
  });

  it("does not choose between units of one name", () => {
    const both = readRows({ "units/units.csv": `${text}0103,办公室,01,,\n` }).units;
    expect(both.find("办公室")).toBeNull();
    expect(both.named("办公室")).toEqual(["0101", "0103"]);
  });

  it.each([
    ["0101", "1990-01-01", true],
    ["0102", "2014-12-31", false],
    ["0102", "2015-01-01", true],
    ["0102", "2019-06-30", true],
    ["0102", "2019-07-01", false],
    ["0199", "2019-07-01", false],
  ])("tells whether %s is in use on %s: %s", (code, day, active) => {
    expect(units.isActive(code, day)).toBe(active);
  });

  it("names a unit, and an unknown code by itself", () => {
    expect(units.name("0102")).toBe("信访处");
    expect(units.name("0199")).toBe("0199");
  });
});

describe("unitsFromNames(names)", () => {
  it("takes the only unit as the top", () => {
    const only = unitsFromNames(new Set(["某省某局"]));
    expect(only.top).toBe("某省某局");
    expect(only.find("某省某局")).toBe("某省某局");
  });

  it("knows none of several", () => {
    const none = unitsFromNames(new Set(["某省某局", "办公室"]));
    expect(none.top).toBeNull();
    expect(none.codes).toEqual([]);
  });
});

describe("units over the years", () => {
  const head = "单位编码,单位名称,上级编码,启用日期,停用日期,前身编码,别名\n01,某省某局,,,,,\n";
  const of = (rows: string) => readRows({ "units/units.csv": head + rows }).units;
  const renamed = of(
    "0101,后勤处,01,,2015-12-31,,\n0102,服务处,01,2016-01-01,2019-06-30,0101,\n0103,服务中心,01,2019-07-01,,0102,后勤\n",
  );

  it.each([
    ["0103", 2015, "0101"],
    ["0103", 2016, "0102"],
    ["0101", 2018, "0102"],
    ["0101", 2020, "0103"],
    ["0103", 2019, "0103"],
    ["0102", 2019, "0102"],
  ])("knows what %s was called in %i", (code, year, then) => {
    expect(renamed.asOf(code, year)).toBe(then);
  });

  it("takes a change of name for nothing more", () => {
    expect(["0101", "0102", "0103"].flatMap((code) => renamed.changes(code))).toEqual([]);
  });

  it("finds a unit by what else it is called", () => {
    expect(renamed.called("后勤")).toEqual(["0103"]);
    expect(renamed.find("后勤")).toBeNull();
  });

  it("tells a merger from a renaming, and does not carry a name across it", () => {
    const merged = of(
      "0101,甲处,01,,2018-12-31,,\n0102,乙处,01,,2018-12-31,,\n0103,丙处,01,2019-01-01,,0101、0102,\n",
    );
    expect(merged.changes("0103")).toEqual([{ kind: "merged", others: ["0101", "0102"], year: 2019 }]);
    expect(merged.asOf("0103", 2018)).toBeNull();
  });

  it("tells of a unit that took another on in which year it did", () => {
    const mid = of("0101,甲处,01,,,0102,\n0102,乙处,01,,2018-06-30,,\n");
    expect(mid.changes("0101")).toEqual([{ kind: "absorbed", others: ["0102"], year: 2018 }]);
    const end = of("0101,甲处,01,,,0102,\n0102,乙处,01,,2018-12-31,,\n");
    expect(end.changes("0101")).toEqual([{ kind: "absorbed", others: ["0102"], year: 2019 }]);
  });

  it("tells of both when a part becomes a unit of its own", () => {
    const split = of("0101,甲处,01,,,,\n0102,乙处,01,2019-03-01,,0101,\n");
    expect(split.changes("0102")).toEqual([{ kind: "split", others: ["0101"], year: 2019 }]);
    expect(split.changes("0101")).toEqual([{ kind: "parted", others: ["0102"], year: 2019 }]);
  });

  it("comes to an end where units are each other's predecessors", () => {
    const loop = of("0101,甲处,01,2018-01-01,2018-12-31,0102,\n0102,乙处,01,2017-01-01,2017-12-31,0101,\n");
    expect(loop.asOf("0101", 2020)).toBeNull();
  });
});
