import { describe, expect, it } from "vitest";
import { computeUnits } from "../../../src/core/figures/unit-figures.ts";
import { publishUnit } from "../../../src/core/published/publication.ts";
import { bureau, indicatorOf } from "../bureau.ts";

const staff = indicatorOf({ kind: "sum", dataset: "headcount", column: "在岗职工数" });
const share = indicatorOf(
  {
    kind: "ratio",
    numerator: { dataset: "volunteers", column: "备案注册人数" },
    denominator: { dataset: "headcount", column: "在岗职工数" },
  },
  { unit: "%" },
);

function valuesOf(tables: Readonly<Record<string, readonly string[]>>, indicator = staff) {
  const units = computeUnits([indicator], bureau(tables), 2012).map(publishUnit);
  return units.map(({ code, figures: [figure] }) => [
    code,
    figure?.points.map(({ year, value, state }) => [year, value ?? state]),
  ]);
}

describe("computeUnits(indicators, material, baseYear)", () => {
  it("computes each unit's figures from its own rows, the top's never among them", () => {
    const tables = {
      headcount: [
        "时点,单位,口径,在岗职工数",
        "2024-12-31,0101,全局,40",
        "2025-12-31,01,全局,433",
        "2025-12-31,0101,全局,50",
      ],
      volunteers: ["时点,单位,口径,备案注册人数", "2024-12-31,0101,全局,20", "2025-12-31,0101,全局,45"],
    };
    const [unit, ...others] = computeUnits([share], bureau(tables), 2024).map(publishUnit);
    expect(others).toEqual([]); // 0102 has no row
    expect(unit).toMatchObject({ code: "0101", name: "一处" });
    expect(unit?.figures[0]?.points).toMatchObject([
      { year: 2024, value: 50, parts: { numerator: 20, denominator: 40 }, change: null, base: 0 },
      { year: 2025, value: 90, parts: { numerator: 45, denominator: 50 }, change: 40, base: 40 },
    ]);
  });
  it("sums what reports below a unit, if all of it in use does, as it would for the top", () => {
    const tables = {
      units: [
        "单位编码,单位名称,上级编码,启用日期,停用日期",
        "01,某局,,,",
        "0101,一处,01,,",
        "010101,一科,0101,,",
        "010102,二科,0101,,",
      ],
      headcount: [
        "时点,单位,口径,在岗职工数",
        "2024-12-31,010101,全局,7",
        "2025-12-31,010101,全局,8",
        "2025-12-31,010102,全局,5",
      ],
    };
    expect(valuesOf(tables)).toEqual([
      [
        "0101",
        [
          [2024, "missing"],
          [2025, 13],
        ],
      ],
      [
        "010101",
        [
          [2024, 7],
          [2025, 8],
        ],
      ],
      ["010102", [[2025, 5]]],
    ]);
  });
  it("follows a merger in the middle of a year: the one ends with June, the other begins with July", () => {
    const tables = {
      units: [
        "单位编码,单位名称,上级编码,启用日期,停用日期",
        "01,某局,,,",
        "0101,旧中心,01,,2019-06-30",
        "0102,新中心,01,2019-07-01,",
      ],
      headcount: [
        "时点,单位,口径,在岗职工数",
        "2018-12-31,0101,全局,30",
        "2019-06-30,0101,全局,28",
        "2019-12-31,0102,全局,35",
        "2020-12-31,0102,全局,36",
      ],
    };
    expect(valuesOf(tables)).toEqual([
      [
        "0101",
        [
          [2018, 30],
          [2019, 28],
        ],
      ], // out of use since
      [
        "0102",
        [
          [2019, 35],
          [2020, 36],
          [2021, "missing"],
          [2022, "missing"],
          [2023, "missing"],
          [2024, "missing"],
          [2025, "missing"],
        ],
      ],
    ]);
  });
  it("reads only what units report as a state: no events, no honours", () => {
    const tables = { competitions: ["竞赛编号,类别,开始日期,单位,参赛人次", "J1,其他,2025-05-12,0101,9"] };
    const entries = indicatorOf({ kind: "sum", dataset: "competitions", column: "参赛人次" });
    expect(valuesOf(tables, entries)).toEqual([]);
  });
  it("keeps a unit whose rows have no value, with the reason; without a row it leaves it out", () => {
    const header = "时点,单位,口径,在岗职工数";
    expect(
      valuesOf({ headcount: [header, "2025-12-31,0101,全局,XX", "2025-12-31,0102,全局,未统计"] }),
    ).toEqual([
      ["0101", [[2025, "withheld"]]],
      ["0102", [[2025, "not-collected"]]],
    ]);
    expect(valuesOf({ headcount: [header, "2025-12-31,0102,全局,9"] })).toEqual([["0102", [[2025, 9]]]]);
  });
  it("asks of a share for a row of what is counted: the staff alone say nothing of volunteers", () => {
    const tables = {
      headcount: ["时点,单位,口径,在岗职工数", "2025-12-31,0101,全局,50", "2025-12-31,0102,全局,12"],
      volunteers: ["时点,单位,口径,备案注册人数", "2025-12-31,0101,全局,XX"],
    };
    const [unit, ...others] = computeUnits([share], bureau(tables), 2012).map(publishUnit);
    expect(others).toEqual([]);
    expect(unit).toMatchObject({
      code: "0101",
      figures: [
        {
          points: [
            { value: null, state: "withheld", parts: { numerator: null, denominator: 50 }, change: null },
          ],
        },
      ],
    });
  });
});
