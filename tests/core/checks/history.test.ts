import { describe, expect, it } from "vitest";
import { entryBefore, readHistories } from "../../../src/core/checks/history.ts";
import { readRows, units } from "../read-rows.ts";

const text = `时点,单位,口径,在岗职工数
2019-12-31,01,全局,415
2018-06-30,0101,全局,31
2018-12-31,01,全局,413
2018-12-31,0101,全局,32
2019-12-31,01,机关,120
2017-12-31,01,全局,412
2018-12-31,01,全局,999
2018-09-30,0101,全局,30
2020-12-31,0101,全局,33
`;

describe("readHistories(rows)", () => {
  const rows = readRows({ "units/units.csv": units, "headcount/a.csv": text }).rows.get("headcount");
  if (!rows) throw new Error("no rows");
  const histories = readHistories(rows);
  const entries = Array.from({ length: histories.length }, (_, i) => i);

  it("puts the years of each unit and scope in order; of several days the latest stands, of a repeated key the first", () => {
    const told = entries.map((i) => [
      histories.series[i],
      histories.year[i],
      rows.row[histories.row[i] ?? 0],
    ]);
    expect(told).toEqual([
      [1, 2017, 7],
      [1, 2018, 4],
      [1, 2019, 2],
      [2, 2018, 5],
      [2, 2020, 10],
      [3, 2019, 6],
    ]);
  });

  it("knows the year before only where it is the year before of the same series", () => {
    expect(entries.map((i) => entryBefore(histories, i))).toEqual([null, 0, 1, null, null, null]);
  });
});
