import { describe, expect, it } from "vitest";
import {
  datapackage,
  datasetCsv,
  downloads,
  indicatorCsv,
  indicatorJson,
  unitFile,
  unitJson,
} from "../../../src/core/published/publish.ts";
import { indicatorOf } from "../bureau.ts";
import { figureOf, siteOf } from "../published.ts";

const tables = {
  volunteers: [
    "时点,单位,口径,备案注册人数,活跃人数,备注",
    "2024-12-31,01,全局,XX,未统计,=SUM(A1)",
    "2025-12-31,01,全局,389,,一、二",
  ],
  headcount: ["时点,单位,口径,在岗职工数", "2024-12-31,01,全局,423", "2025-12-31,01,全局,433"],
};
const share = indicatorOf(
  {
    kind: "ratio",
    numerator: { dataset: "volunteers", column: "备案注册人数" },
    denominator: { dataset: "headcount", column: "在岗职工数" },
  },
  { unit: "%", decimals: 1, title: "占比", method: "相除。", baseYear: 2025 },
);
const figure = figureOf(share, tables);
const site = siteOf([figure], tables);

describe("indicatorJson(site, figure)", () => {
  it("has the contract's keys in the contract's order, and its values", () => {
    expect(JSON.stringify(indicatorJson(site, figure))).toBe(
      JSON.stringify({
        id: "test",
        title: "占比",
        unit: "%",
        changeUnit: "百分点",
        method: "相除。",
        scope: "全局",
        edition: "public",
        sample: true,
        asOf: "2025-12-31",
        series: [
          {
            key: "total",
            title: "占比",
            points: [
              {
                year: 2024,
                value: null,
                state: "withheld",
                parts: { numerator: null, denominator: 423 },
                change: null,
                base: null,
                scope: "全局",
                break: false,
                partial: false,
                chained: false,
                terms: null,
                sources: ["volunteers/all.csv:2", "headcount/all.csv:2"],
                sourceCount: 2,
              },
              {
                year: 2025,
                value: 89.83833718244804,
                state: "final",
                parts: { numerator: 389, denominator: 433 },
                change: null,
                base: 0,
                scope: "全局",
                break: false,
                partial: false,
                chained: false,
                terms: null,
                sources: ["volunteers/all.csv:3", "headcount/all.csv:3"],
                sourceCount: 2,
              },
            ],
          },
        ],
      }),
    );
  });
  it("says in the method that rows were left out", () => {
    expect(indicatorJson(site, { ...figure, notCounted: true })).toMatchObject({
      method: "相除。（不含未公开项）",
    });
  });
});

describe("indicatorCsv(site, figure)", () => {
  it("is UTF-8 with BOM and CRLF; absent values are empty with their state in words", () => {
    expect(indicatorCsv(site, figure)).toBe(
      "\uFEFF序列,年度,数值,单位,状态,口径,分子,分母,比上年,比基年,数据性质\r\n" +
        "占比,2024,,%,未公开,全局,,423,,,示例数据\r\n" +
        "占比,2025,89.83833718244804,%,正式,全局,389,433,,0,示例数据\r\n",
    );
  });
  it("says 正式数据 once site.json says so", () => {
    expect(indicatorCsv(siteOf([], tables, { sample: false }), figure)).toContain("正式数据\r\n");
  });
  it("leaves a negative number as it is", () => {
    const points = [{ ...figure.series[0]?.points[1], change: -1e-9 }];
    const falling = { ...figure, series: [{ key: "total", title: "占比", points }] } as typeof figure;
    expect(indicatorCsv(site, falling)).toContain(",433,-1e-9,0,");
  });
});

describe("datasetCsv(site, dataset)", () => {
  it("types absences as a clerk would, names units, and keeps Excel from calculating", () => {
    const volunteers = site.datasets.find((dataset) => dataset.id === "volunteers");
    expect(volunteers && datasetCsv(site, volunteers)).toBe(
      "\uFEFF时点,单位,口径,备案注册人数,活跃人数,当年服务时长,备注,数据性质\r\n" +
        "2024-12-31,某局,全局,不公开,未统计,,'=SUM(A1),示例数据\r\n" +
        "2025-12-31,某局,全局,389,,,一、二,示例数据\r\n",
    );
  });
  it("never has a column that is internal, even where the folder has none of its rows", () => {
    const honors = site.datasets.find((dataset) => dataset.id === "honors");
    expect(honors).toMatchObject({ present: false, records: [] });
    expect(honors?.header).not.toContain("获得者");
  });
});

const points = figure.series[0]?.points ?? [];
const division = { code: "0101", name: "一处", figures: [{ id: "test", scope: "全局", points }] };

describe("unitJson(site, unit)", () => {
  it("lays out each of the unit's figures as the bureau's, with one series", () => {
    const { id, title, unit, changeUnit, scope, series } = indicatorJson(site, figure) as Record<
      string,
      unknown
    >;
    expect(unitJson(site, division)).toEqual({
      id: "0101",
      title: "一处",
      edition: "public",
      sample: true,
      asOf: "2025-12-31",
      indicators: [{ id, title, unit, changeUnit, scope, series }],
    });
  });
});

describe("unitFile(code)", () => {
  it("is the code, where that is letters, digits, - and _", () => {
    expect(unitFile("0101")).toBe("data/units/0101.json");
    expect(unitFile("JG_01-b")).toBe("data/units/JG_01-b.json");
  });
  it("writes anything else so that it stays in its folder and no two codes share a file", () => {
    expect(unitFile("../01")).toBe("data/units/~2e~~2e~~2f~01.json");
    expect(unitFile("处~1")).toBe("data/units/~5904~~7e~1.json");
    expect(unitFile("𠮷")).toBe("data/units/~20bb7~.json");
  });
});

describe("datapackage(site) and downloads(site)", () => {
  it("describes every data set there is, with the columns of its CSV", () => {
    const { resources } = datapackage(site) as {
      resources: { name: string; path: string; schema: { fields: { name: string }[] } }[];
    };
    expect(resources.map(({ name, path }) => [name, path])).toEqual([
      ["units", "datasets/units.csv"],
      ["headcount", "datasets/headcount.csv"],
      ["volunteers", "datasets/volunteers.csv"],
    ]);
    expect(resources[1]?.schema.fields.map((field) => field.name)).toEqual([
      "时点",
      "单位",
      "口径",
      "在岗职工数",
      "数据性质",
    ]);
  });
  it("gives every file by its path", () => {
    expect([...downloads({ ...site, units: [division] }).keys()]).toEqual([
      "data/datasets/units.csv",
      "data/datasets/headcount.csv",
      "data/datasets/volunteers.csv",
      "data/indicators/test.csv",
      "data/indicators/test.json",
      "data/units/0101.json",
      "data/datapackage.json",
    ]);
  });
});
