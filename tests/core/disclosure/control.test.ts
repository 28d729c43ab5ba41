import { describe, expect, it } from "vitest";
import { controlDisclosure } from "../../../src/core/disclosure/control.ts";
import { type Rows, stateAt, textAt } from "../../../src/core/rows.ts";
import { bureau } from "../bureau.ts";

const volunteers = [
  "时点,单位,口径,备案注册人数,活跃人数,当年服务时长",
  "2024-12-31,某局,全局,50,40,900",
  "2024-12-31,一处,全局,30,25,500",
  "2024-12-31,二处,全局,20,15,400",
  "2025-12-31,某局,全局,52,33,910",
  "2025-12-31,一处,全局,31,29,510",
  "2025-12-31,二处,全局,21,4,400", // four persons: too few
];

function control(edition: "public" | "internal") {
  const { rows, units } = bureau({
    volunteers: volunteers.map((line) =>
      line.replace("某局", "01").replace("一处", "0101").replace("二处", "0102"),
    ),
  });
  const { rows: shown, findings } = controlDisclosure(rows, units, edition, []);
  const of = shown.get("volunteers") as Rows;
  const column = (name: string) =>
    Array.from({ length: of.length }, (_, row) => textAt(of, row, name) || stateAt(of, row, name));
  return { column, found: findings.map(({ code, cell }) => `${code} ${cell}`) };
}

describe("controlDisclosure(rows, units, edition)", () => {
  it("shows no unit's number of a column with a small cell, in no year, and keeps the totals", () => {
    const { column, found } = control("public");
    expect(column("活跃人数")).toEqual(["40", "suppressed", "suppressed", "33", "suppressed", "suppressed"]);
    expect(column("备案注册人数")).toEqual(["50", "30", "20", "52", "31", "21"]);
    expect(column("当年服务时长")).toEqual(["900", "500", "400", "910", "510", "400"]);
    expect(found).toEqual(["SDC-01 E7"]);
  });

  it("shows everything in the internal edition, and finds nothing there", () => {
    const { column, found } = control("internal");
    expect(column("活跃人数")).toEqual(["40", "25", "15", "33", "29", "4"]);
    expect(found).toEqual([]);
  });
});
