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
