import { describe, expect, it } from "vitest";
import { selectEdition } from "../../../src/core/edition.ts";
import { readBreaks, readTargets, readTimeline } from "../../../src/core/figures/annotations.ts";
import { buildSite } from "../../../src/core/pipeline.ts";
import { rowsOf } from "../bureau.ts";
import { inputsOf } from "../read-rows.ts";

const targets = rowsOf("targets", [
  "年度,指标,目标值,方向,来源文件,公开属性",
  "2025,volunteer-ratio,85.5,越高越好,考核办法,",
  "2024,volunteer-ratio,80,越高越好,,",
  "2025,austerity-meetings,60,越低越好,,内部",
  "2023,volunteer-ratio,XX,越高越好,,",
]);

describe("readTargets(rows)", () => {
  it("lists each indicator's targets by year, without those kept back", () => {
    expect(readTargets(targets).get("volunteer-ratio")).toEqual([
      { year: 2024, value: 80, direction: "up", source: "" },
      { year: 2025, value: 85.5, direction: "up", source: "考核办法" },
    ]);
    expect(readTargets(targets).get("austerity-meetings")?.[0]?.direction).toBe("down");
    expect(readTargets(undefined).size).toBe(0);
  });
  it("has no internal ones in the public edition", () => {
    const { rows } = selectEdition(new Map([["targets", targets]]), "public", "2026-03-01");
    expect([...readTargets(rows.get("targets")).keys()]).toEqual(["volunteer-ratio"]);
  });
});

describe("readBreaks(rows)", () => {
  it("puts a break before the year of its day", () => {
    const rows = rowsOf("breaks", [
      "指标,日期,断点类型,说明,是否可比",
      "volunteer-ratio,2019-12-31,制度变化,,否",
      "volunteer-ratio,2017-01-01,口径调整,起含网上登记,是",
    ]);
    expect(readBreaks(rows).get("volunteer-ratio")).toEqual([
      { year: 2017, date: "2017-01-01", kind: "口径调整", note: "起含网上登记", comparable: true },
      { year: 2019, date: "2019-12-31", kind: "制度变化", note: "", comparable: false },
    ]);
  });
});

describe("readTimeline(rows)", () => {
  it("lists what happened, in order of day", () => {
    const rows = rowsOf("timeline", [
      "日期,事件,说明",
      "2019-01-08,基层基础建设年,",
      "2016-09-01,入驻大厅,窗口集中",
    ]);
    expect(readTimeline(rows)).toEqual([
      { date: "2016-09-01", title: "入驻大厅", note: "窗口集中" },
      { date: "2019-01-08", title: "基层基础建设年", note: "" },
    ]);
  });
});

describe("buildSite(inputs) with targets, breaks and a timeline", () => {
  const staff = {
    title: "在岗职工",
    topic: "volunteers",
    audience: "public",
    unit: "人",
    method: "。",
    chart: "line",
    baseYear: 2023,
    measure: { kind: "sum", dataset: "headcount", column: "在岗职工数" },
  };
  const indicators = [
    { path: "indicators/staff.json", bytes: new TextEncoder().encode(JSON.stringify(staff)) },
  ];
  const exports = {
    "headcount/all.csv":
      "时点,单位,口径,在岗职工数\n2023,某局,全局,40\n2024,某局,全局,44\n2025,某局,全局,55\n",
    "targets/all.csv": "年度,指标,目标值,方向\n2025,在岗职工,50,越低越好\n",
    "breaks/all.csv": "指标,日期,断点类型,说明,是否可比\nstaff,2025-07-01,机构改革,,否\n",
    "timeline/all.csv": "日期,事件,说明\n2026-02-20,新楼启用,\n",
  };
  const { site, findings } = buildSite({ ...inputsOf(exports), indicators });

  it("attaches them to the figure they name by id or title", () => {
    expect(findings).toEqual([]);
    expect(site?.figures[0]).toMatchObject({
      targets: [{ year: 2025, value: 50, direction: "down", source: "" }],
      breaks: [{ year: 2025, date: "2025-07-01", kind: "机构改革", note: "", comparable: false }],
    });
    expect(site?.timeline).toEqual([{ date: "2026-02-20", title: "新楼启用", note: "" }]);
  });
  it("compares nothing across the break, and marks its year", () => {
    expect(site?.figures[0]?.series[0]?.points).toMatchObject([
      { year: 2023, change: null, base: 0, break: false },
      { year: 2024, change: 10, base: 10, break: false },
      { year: 2025, change: null, base: null, break: true, scope: "全局" },
    ]);
  });
  it("says nothing in public of what is set for an internal indicator", () => {
    const secret = {
      path: "indicators/secret.json",
      bytes: new TextEncoder().encode(JSON.stringify({ ...staff, title: "保密指标", audience: "internal" })),
    };
    const inputs = {
      ...inputsOf({
        ...exports,
        "targets/all.csv": "年度,指标,目标值,方向\n2025,保密指标,77,越低越好\n2025,staff,50,越低越好\n",
      }),
      indicators: [...indicators, secret],
    };
    const shown = buildSite(inputs).site;
    expect(shown?.datasets.find(({ id }) => id === "targets")?.records).toEqual([
      ["2025", "staff", "50", "越低越好", ""],
    ]);
    const internal = buildSite({ ...inputs, edition: "internal" }).site;
    expect(internal?.figures.find(({ id }) => id === "secret")?.targets[0]?.value).toBe(77);
  });
  it("does not let them move the day of the figures", () => {
    expect(site?.asOf).toBe("2025-12-31");
  });
});
