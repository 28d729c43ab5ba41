import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/core/edition.ts";
import { buildSite } from "../../../src/core/pipeline.ts";
import { inputsOf, units } from "../read-rows.ts";

/** The data sets of which pages say that a total was rounded: 18.6 + 54.2 is 72.8. */
function rounded(total: string, access: "公开" | "内部", edition: Edition): readonly string[] | undefined {
  const rows = [
    ["公务用车购置费", "18.6"],
    ["公务用车运行费", "54.2"],
    ["公务用车购置及运行费", total],
  ].map(([item, amount]) => `2018,01,全局,${item},万元,${amount},${access}\n`);
  const text = `年度,单位,口径,项目,计量单位,本年数,公开属性\n${rows.join("")}`;
  const inputs = inputsOf({ "units/units.csv": units, "austerity/a.csv": text });
  return buildSite({ ...inputs, edition }).site?.rounded;
}

describe("roundedDatasets(findings)", () => {
  it("names a data set in which rounding explains the difference", () => {
    expect(rounded("72.9", "公开", "public")).toEqual(["austerity"]);
    expect(rounded("72.8", "公开", "public")).toEqual([]);
  });

  it("says nothing in public of a total that the public may not see", () => {
    expect(rounded("72.9", "内部", "public")).toEqual([]);
    expect(rounded("72.9", "内部", "internal")).toEqual(["austerity"]);
  });
});
