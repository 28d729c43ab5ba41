import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { severity } from "../src/core/finding.ts";
import { buildSite } from "../src/core/pipeline.ts";
import type { PublishedFigure, PublishedPoint } from "../src/core/site.ts";
import { headline } from "../src/core/words/headline.ts";
import { load, projectData } from "../src/load.ts";

function build(folder: string) {
  const outcome = buildSite(load(folder, "public", "2026-03-01"));
  const errors = outcome.findings.filter((f) => severity(f) === "error");
  const points = (id: string, key = "total"): readonly PublishedPoint[] => {
    const figure = outcome.site?.figures.find((f) => f.id === id);
    const series = figure?.series.find((s) => s.key === key);
    if (!series) throw new Error(`no series: ${id} ${key}`);
    return series.points;
  };
  const point = (id: string, year: number, key?: string): PublishedPoint => {
    const found = points(id, key).find((p) => p.year === year);
    if (!found) throw new Error(`no point: ${id} ${year}`);
    return found;
  };
  return { ...outcome, errors, points, point };
}

const fixture = (name: string) => build(join(import.meta.dirname, "fixtures/sites", name));

describe("the sample bureau", () => {
  const sample = build(projectData);

  it("has no error finding", () => {
    expect(sample.errors).toEqual([]);
  });

  it("marks itself as sample data", () => {
    expect(sample.site?.settings.sample).toBe(true);
  });

  it("divides registered volunteers by staff", () => {
    const last = sample.point("volunteer-ratio", 2025);
    expect(last.value).toBeCloseTo(89.83833718244804, 9); // 389 ÷ 433
    expect(last.parts).toEqual({ numerator: 389, denominator: 433 });
    expect(last.change).toBeCloseTo(8.041646, 5); // 389/433 − 346/423, in 百分点
    expect(sample.point("volunteer-ratio", 2012).value).toBeCloseTo(28.35820895522388, 9); // 114 ÷ 402
  });

  it("keeps a withheld numerator withheld and the denominator known", () => {
    const point = sample.point("volunteer-ratio", 2013);
    expect(point.value).toBeNull();
    expect(point.state).toBe("withheld");
    expect(point.parts).toEqual({ numerator: null, denominator: 403 });
    expect(sample.point("volunteer-ratio", 2014).change).toBeNull();
  });

  it("knows of each year's windows in which a competition began", () => {
    const { windows, gap, value } = sample.point("competition-cadence", 2025);
    expect(windows).toEqual([false, true, true, true]); // 12 May; 16 September; 14 October, 4 November, 2 December
    expect([value, gap]).toEqual([75, 131]); // 1 January to 12 May
    expect(sample.point("competition-cadence", 2020)).toMatchObject({
      windows: null,
      state: "not-collected",
    });
  });

  it("keeps the budget beside the outturn", () => {
    expect(sample.point("austerity-reception", 2023)).toMatchObject({ value: 29.4, budget: 28 });
    expect(sample.point("austerity-reception", 2017).budget).toBeNull();
  });

  it("says where service was not recorded", () => {
    for (const year of [2012, 2016, 2020]) {
      expect(sample.point("volunteer-active-ratio", year).state).toBe("not-collected");
      expect(sample.point("volunteer-hours-per-head", year).value).toBeNull();
    }
    expect(sample.point("volunteer-active-ratio", 2025).value).toBeCloseTo(68.89460154241645, 9); // 268 ÷ 389
    expect(sample.point("volunteer-hours-per-head", 2025).value).toBeCloseTo(26.128534704370178, 9); // 10164 ÷ 389
  });

  it("counts honours by level and leaves the internal one out", () => {
    const of = (year: number, key?: string) => sample.point("honors-awarded", year, key).value;
    expect([of(2025, "国家级"), of(2025, "省级"), of(2025, "省直"), of(2025, "市级"), of(2025)]).toEqual([
      2, 7, 0, 9, 18,
    ]);
    expect([2012, 2022, 2024].map((year) => of(year))).toEqual([5, 12, 15]);
    expect(sample.site?.figures.find((f) => f.id === "honors-awarded")?.notCounted).toBe(true);
    expect(sample.point("honors-awarded", 2014).partial).toBe(true);
  });

  it("counts a title's years in a row, through renewal, a yellow card and a lapse", () => {
    expect(sample.point("honors-streak", 2025, "省级文明单位标兵").value).toBe(12); // 2014 … 2025
    expect(sample.point("honors-streak", 2025, "省级文明单位标兵").terms).toBe(4);
    expect(sample.point("honors-streak", 2025, "省级文明服务窗口@0109").value).toBe(11); // 2015 … 2025
    expect(sample.point("honors-streak", 2017, "省级青年文明号@0105").value).toBe(0); // lapsed
    expect(sample.point("honors-streak", 2025, "省级青年文明号@0105").value).toBe(8); // 2018 … 2025
    expect(sample.point("honors-streak", 2018, "省直机关文明单位").value).toBe(0); // ended 2018-11-30
    expect(sample.point("honors-streak", 2019, "市级巾帼文明岗@0103").value).toBe(0); // revoked 2019-06-14
  });

  it("counts what is held at a year's end, a recognised successor once", () => {
    // 全国工人先锋号, 三八红旗集体, 五一巾帼标兵岗 (open), 文明单位 (7th), 安全生产示范岗 (to that very day), 学雷锋活动示范点
    expect(sample.point("honors-held", 2025, "国家级").value).toBe(6);
    expect([2017, 2018].map((year) => sample.point("honors-held", year, "省直").value)).toEqual([1, 0]);
    // named 2018-04-26 for one unit, 2019-08-15 for its successor, to 2021-04-25
    expect(
      [2018, 2019, 2020, 2021].map((year) => sample.point("honors-streak", year, "市级文明单位@0112").value),
    ).toEqual([1, 2, 3, 0]);
  });

  it("sums entries, with 2020 not collected", () => {
    expect(sample.point("competition-entries", 2025).value).toBe(287);
    expect(sample.point("competition-entries", 2025).change).toBeCloseTo(14.34262948207171, 9); // 287 ÷ 251 − 1
    expect(sample.point("competition-entries", 2020)).toMatchObject({ value: null, state: "not-collected" });
    expect(sample.point("competition-events", 2025).value).toBe(5); // one of them three units'
  });

  it("uses the only competition's distinct persons where participants were not collected", () => {
    expect(sample.point("competition-coverage", 2012).value).toBeCloseTo(21.890547263681594, 9); // 88 ÷ 402
    expect(sample.point("competition-coverage", 2025).value).toBeCloseTo(44.34180138568129, 9); // 192 ÷ 433
  });

  it("compares reception costs with the year before, the base year and the budget", () => {
    const last = sample.point("austerity-reception", 2025);
    expect(last.value).toBe(22.5);
    expect(last.change).toBeCloseTo(-10.287081339712918, 9); // 22.50 ÷ 25.08 − 1
    expect(last.base).toBeCloseTo(-73.95833333333333, 9); // 22.50 ÷ 86.40 − 1
    expect(last.budget).toBe(28);
    expect(sample.point("austerity-reception", 2023).change).toBeCloseTo(27.272727272727273, 9); // 29.40 ÷ 23.10 − 1
  });

  it("chains the year for which only a rate was published", () => {
    const point = sample.point("austerity-meetings", 2014);
    expect(point).toMatchObject({ value: null, state: "rate-only", change: -13.7, chained: true });
    expect(point.base).toBeCloseTo(-25.4016949153, 9); // 102 ÷ 118 × (1 − 0.137) − 1
    expect(sample.point("austerity-meetings", 2015).change).toBe(-4.6);
  });

  it("breaks where a year has only another scope", () => {
    const point = sample.point("austerity-documents", 2013);
    expect(point).toMatchObject({ value: 118, scope: "机关", break: true, change: null, base: null });
    expect(sample.point("austerity-documents", 2014).change).toBeNull();
    expect(sample.point("austerity-documents", 2025).base).toBeCloseTo(-42.98245614035088, 9); // 195 ÷ 342 − 1
  });

  it("computes units' own figures, and none from internal rows", () => {
    const unit = sample.site?.units.find((one) => one.code === "0112");
    const ratio = unit?.figures.find((one) => one.id === "volunteer-ratio")?.points.at(-1);
    expect(ratio?.parts).toEqual({ numerator: 53, denominator: 58 });
    const hidden = sample.site?.units.find((one) => one.name === "政策法规处"); // its rows are all internal
    for (const { points } of hidden?.figures ?? []) {
      const from2019 = points.filter(({ year }) => year >= 2019); // when units began to report
      expect(from2019).toHaveLength(7);
      expect(points.filter(({ value, change, base }) => value ?? change ?? base)).toEqual([]);
      expect(new Set(from2019.map(({ state }) => state))).toEqual(new Set(["withheld"]));
    }
    expect(hidden?.figures.map(({ id }) => id)).toContain("volunteer-ratio");
  });

  it("sets targets and breaks beside their figures", () => {
    const of = (id: string) => sample.site?.figures.find((one) => one.id === id);
    const targets = of("volunteer-ratio")?.targets ?? [];
    expect(targets.map(({ year }) => year)).toEqual([2021, 2022, 2023, 2024, 2025]);
    expect(targets[0]).toMatchObject({ value: 85, direction: "up", source: "某局目标责任制考核办法" });
    expect(of("competition-entries")?.breaks).toEqual([
      { year: 2017, date: "2017-11-07", kind: "口径调整", note: "起含线上岗位测试", comparable: true },
    ]);
    expect(sample.point("competition-entries", 2017)).toMatchObject({ break: false, change: 12 }); // 168 ÷ 150 − 1
    expect(sample.point("volunteer-hours-per-head", 2019)).toMatchObject({ break: true, change: null });
    expect(sample.site?.timeline.map(({ title }) => title)).toContain("入驻市为民服务大厅");
  });

  it("holds nothing internal: neither names nor internal rows' figures", () => {
    const text = JSON.stringify(sample.site);
    for (const secret of ["周示例", "冯示例", "省级信访工作先进个人", "人数少，不单独公布"]) {
      expect(text).not.toContain(secret);
    }
  });
});

describe("sangong: “三公”经费 of the central government", () => {
  const sangong = fixture("sangong");

  it("has no error finding", () => {
    expect(sangong.errors).toEqual([]);
  });

  it("falls from 94.7 to 43.6, by 53.96 % and not by the sum of the yearly rates", () => {
    const last = sangong.point("austerity-three-public", 2017);
    expect(last.value).toBe(43.6);
    expect(last.base).toBeCloseTo((43.6 / 94.7 - 1) * 100, 9);
    expect(last.base).toBeCloseTo(-53.96, 2);
    expect(last.scope).toBe("中央本级");
  });

  it("falls in every year from 2011 to 2017", () => {
    const changes = sangong
      .points("austerity-three-public")
      .slice(1)
      .map((p) => p.change);
    expect(changes).toHaveLength(7);
    for (const change of changes) expect(change).toBeLessThan(0);
    expect(changes.reduce((sum: number, change) => sum + (change ?? 0), 0)).toBeCloseTo(-71.99, 2); // not the fall since 2010
  });

  it("takes the total as published, never with its parts", () => {
    expect(sangong.points("austerity-three-public").map((p) => p.value)).toEqual([
      94.7, 93.64, 74.25, 70.15, 58.8, 53.73, 48.25, 43.6,
    ]);
    expect(sangong.point("austerity-three-public", 2015).budget).toBe(63.16);
  });

  it("never went over its budget in the years whose budgets were published, and fell every year", () => {
    const figure = sangong.site?.figures.find(({ id }) => id === "austerity-three-public");
    const shown = (chart: "changes" | "budget") => headline({ ...(figure as PublishedFigure), chart });
    // 93.64 of 94.28, 74.25 of 79.84, 70.15 of 79.69, 58.80 of 71.51, 53.73 of 63.16
    expect(shown("budget")).toBe("“三公”经费合计有预算的 5 年里，决算都没有超过预算");
    expect(shown("changes")).toBe("“三公”经费合计 7 年都比上年减少");
  });

  it("has no reception cost where only the total was published", () => {
    expect(sangong.points("austerity-reception").map((p) => p.value)).toEqual([
      15.28,
      14.72,
      null,
      12.09,
      6.61,
      5.42,
      4.19,
      3.6,
    ]);
    expect(sangong.point("austerity-reception", 2012).state).toBe("missing");
    expect(sangong.point("austerity-reception", 2013).change).toBeNull();
  });
});

describe("imo: participation 1959–2024", () => {
  const imo = fixture("imo");

  it("has no error finding", () => {
    expect(imo.errors).toEqual([]);
  });

  it("has every year, and no value in 1980", () => {
    const points = imo.points("competition-entries");
    expect(points.map((p) => p.year)).toEqual(Array.from({ length: 66 }, (_, i) => 1959 + i));
    expect(imo.point("competition-entries", 1980)).toMatchObject({ value: null, state: "not-applicable" });
    expect(imo.point("competition-entries", 1981).change).toBeNull();
    expect(points.filter((p) => p.value !== null)).toHaveLength(65);
  });

  it("uses the published total where men and women do not add up to it", () => {
    expect(imo.point("competition-entries", 2023).value).toBe(618); // 550 + 67 = 617
    expect(imo.point("competition-entries", 1968).value).toBe(96); // 88 and NA
    expect(imo.points("competition-entries").reduce((sum, p) => sum + (p.value ?? 0), 0)).toBe(21_690);
  });
});

describe("titles: published titles", () => {
  const titles = fixture("titles");

  it("has no error finding", () => {
    expect(titles.errors).toEqual([]);
  });

  it("counts the titles of each year as partial", () => {
    const of = (year: number, key: string) => titles.point("honors-awarded", year, key);
    expect([of(2020, "国家级").value, of(2020, "省级").value, of(2025, "国家级").value]).toEqual([
      24, 35, 19,
    ]);
    expect(of(2025, "total").partial).toBe(true);
    expect(of(2022, "total")).toMatchObject({ value: null, state: "not-collected" });
  });

  it("keeps term and awarding body as published", () => {
    const bodies = titles.site?.titles
      .filter((t) => t.name === "全国文明单位")
      .flatMap((t) => t.namings.map((n) => `${n.term} ${n.granter}`));
    expect(bodies).toContain("第六届 中央精神文明建设指导委员会");
    expect(bodies).toContain("第七届 中央宣传思想文化工作领导小组");
  });

  it("names no person", () => {
    expect(JSON.stringify(titles.site)).not.toContain("道德模范");
  });
});

describe("systems: exports as a system writes them", () => {
  const systems = fixture("systems");

  it("has no error finding", () => {
    expect(systems.errors).toEqual([]);
  });

  it("adds up a year that is a column", () => {
    const of = (year: number) => systems.point("gross-product", year).value;
    expect([of(2024), of(2017), of(2006)]).toEqual([1_337_605.8, 845_179.8, 223_995.8]);
  });

  it("gives a province its own years, and leaves blank columns absent", () => {
    const beijing = systems.site?.units.find((unit) => unit.name === "北京市");
    const of = (id: string, year: number) =>
      beijing?.figures.find((figure) => figure.id === id)?.points.find((point) => point.year === year);
    expect(of("gross-product", 2017)?.value).toBe(31_325.9);
    expect(of("gross-product", 2017)?.sources).toEqual(["provincial-gdp/nbs_prov_gdp_2006_2024_gbk.csv:5"]);
    expect(of("urban-employed", 2018)?.value).toBe(819.3);
    expect([2006, 2007, 2025].map((year) => of("urban-employed", year)?.state)).toEqual([
      "missing",
      "missing",
      "missing",
    ]);
    expect(of("urban-employed", 2008)).toMatchObject({ value: 570.3, change: null });
  });

  it("takes the year from the fourth quarter's running total, never from a sum of quarters", () => {
    expect(systems.points("gross-domestic-product").map((p) => p.value)).toEqual([
      1_013_567,
      1_143_669.7,
      null,
      null,
      null,
      null,
    ]);
  });

  it("counts a year's cases once, though months and running totals stand beside them", () => {
    const points = systems.points("discipline-cases-a-year");
    expect(points.filter((p) => p.value !== null).map((p) => [p.year, p.value])).toEqual([
      [2014, 53_085],
      [2015, 36_911],
    ]);
  });
});
