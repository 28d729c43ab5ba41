import { describe, expect, it } from "vitest";
import { validate } from "../../../src/core/checks/validate.ts";
import type { Suspicions } from "../../../src/core/declared/dataset.ts";
import { settingsSchema } from "../../../src/core/declared/settings.ts";
import { say } from "../../../src/core/message.ts";
import { datasets, inputsOf, readRows, units } from "../read-rows.ts";

/** Check one unit's staff of two years under some suspicions. */
function codes(before: string, now: string, suspicions: Partial<Suspicions> = {}): string[] {
  const headcount = datasets.get("headcount");
  if (!headcount) throw new Error("no headcount");
  const text = `时点,单位,口径,在岗职工数\n2017-12-31,01,全局,${before}\n2018-12-31,01,全局,${now}\n`;
  const inputs = inputsOf({ "units/units.csv": units, "headcount/a.csv": text });
  const own = { ...headcount, suspicions: { ...headcount.suspicions, ...suspicions } };
  const all = new Map(datasets).set("headcount", own);
  return validate(inputs, all, settingsSchema.parse({}), []).findings.map(({ code }) => code);
}

describe("checkYears(rows, histories, units, now)", () => {
  it.each([
    ["100", "130", []], // 30 % is not more than 30 %
    ["100", "131", ["BIZ-09"]],
    ["100", "70", []],
    ["100", "69", ["BIZ-09"]],
    ["1000", "1301", ["BIZ-09"]], // 30.1 %
    ["19", "90", []], // below the floor of 20
    ["20", "27", ["BIZ-09"]],
    ["20", "0", ["MASK-11"]],
    ["0", "400", []], // no rate of change from nothing
    ["31", "310", ["BIZ-10"]],
    ["31", "304", ["BIZ-10"]], // 9.81 times: within 2 % of ten
    ["31", "303", ["BIZ-09"]], // 9.77 times
    ["3100", "31", ["BIZ-10"]],
    ["352", "3520000", ["BIZ-10"]],
    ["XX", "400", []],
    ["400", "未统计", []],
  ])("%s → %s gives %j", (before, now, expected) => {
    expect(codes(before, now)).toEqual(expected);
  });

  it("takes its borders from the data set", () => {
    expect(codes("100", "115", { jump: 10 })).toEqual(["BIZ-09"]);
    expect(codes("100", "260", { jump: null })).toEqual([]);
    expect(codes("100", "1000", { jump: null })).toEqual(["BIZ-10"]);
    expect(codes("100", "1000", { times: [] })).toEqual(["BIZ-09"]);
    expect(codes("100", "1000", { times: [], jump: null })).toEqual([]);
    expect(codes("20", "0", { zeros: false })).toEqual(["BIZ-09"]);
  });

  it("does not compare a year that is still running", () => {
    const running = "时点,单位,口径,在岗职工数\n2025-12-31,01,全局,400\n2026-02-28,01,全局,40\n";
    const inputs = inputsOf({ "units/units.csv": units, "headcount/a.csv": running });
    expect(validate(inputs, datasets, settingsSchema.parse({}), []).findings).toEqual([]);
  });
});

describe("checkStated(rows, histories, units)", () => {
  it("says in what each figure is counted where two rows differ in that", () => {
    const header = "年度,单位,口径,项目,计量单位,本年数,上年数\n";
    const rows = "2023,01,全局,公务接待费,亿元,0.5,\n2024,01,全局,公务接待费,万元,4800,0.5\n";
    const { findings } = readRows({ "units/units.csv": units, "austerity/a.csv": header + rows });
    expect(findings.map(({ code }) => code)).toEqual(["BIZ-07"]);
    expect(findings.map((found) => say(found).message).join()).toMatch(/“0\.5 万元”.*“0\.5 亿元”/);
  });
});
