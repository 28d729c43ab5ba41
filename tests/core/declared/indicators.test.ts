import { describe, expect, it } from "vitest";
import { readIndicators } from "../../../src/core/declared/indicators.ts";
import { datasets } from "../bureau.ts";

const plain = {
  title: "指标",
  topic: "volunteers",
  audience: "public",
  unit: "人",
  method: "。",
  chart: "line",
  measure: { kind: "sum", dataset: "headcount", column: "在岗职工数" },
};

/** Codes and paths of what is wrong with an indicator. */
function mistakes(more: object, from = datasets): (string | undefined)[][] {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...plain, ...more }));
  const { findings } = readIndicators([{ path: "indicators/test.json", bytes }], from, new Set(["broken"]));
  return findings.map(({ code, facts }) => [code, "path" in facts ? facts.path : undefined]);
}

const sum = (dataset: string, column: string, where = {}) => ({
  measure: { kind: "sum", dataset, column, where },
});

describe("readIndicators(files, datasets)", () => {
  it("takes its id from the file's name; the later of two files wins", () => {
    const file = (path: string, title: string) => ({
      path,
      bytes: new TextEncoder().encode(JSON.stringify({ ...plain, title })),
    });
    const { indicators } = readIndicators(
      [file("indicators/a.json", "甲"), file("indicators/a.json", "乙")],
      datasets,
      new Set(),
    );
    expect(indicators.map(({ id, title }) => [id, title])).toEqual([["a", "乙"]]);
  });
  it("finds no mistake where there is none", () => {
    expect(mistakes({})).toEqual([]);
    expect(mistakes(sum("austerity", "本年数", { 项目: "会议" }))).toEqual([]);
  });
  it("finds a data set, a column and a word that are not there", () => {
    expect(mistakes(sum("staff", "在岗职工数"))).toEqual([["CFG-03", "measure.dataset"]]);
    expect(mistakes(sum("headcount", "职工"))).toEqual([["CFG-03", "measure.column"]]);
    expect(mistakes(sum("austerity", "本年数", { 项目: "开会" }))).toEqual([
      ["CFG-03", "measure.where.项目"],
    ]);
    expect(mistakes({ by: "性别" })).toEqual([["CFG-03", "by"]]);
  });
  it("splits sums and ratios by 口径, as lines, unless a scope is chosen or one side has none", () => {
    const ratio = (denominator: object, where = {}) => ({
      measure: {
        kind: "ratio",
        numerator: { dataset: "volunteers", column: "备案注册人数", where },
        denominator: { dataset: "headcount", column: "在岗职工数", ...denominator },
      },
      unit: "%",
      by: "口径",
    });
    expect(mistakes({ by: "口径" })).toEqual([]);
    expect(mistakes(ratio({}))).toEqual([]);
    expect(mistakes({ ...ratio({}), chart: "stack" })).toEqual([["CFG-05", "chart"]]);
    expect(mistakes(ratio({}, { 口径: "机关" }))).toEqual([["CFG-05", "by"]]);
    expect(mistakes(ratio({ dataset: "competitions", column: "场次" }))).toEqual([["CFG-05", "by"]]);
    expect(mistakes({ ...ratio({}), by: "单位" })).toEqual([["CFG-05", "by"]]);
    const streak = { measure: { kind: "streak", dataset: "honors", events: "honor-events" } };
    expect(mistakes({ ...streak, by: "级别" })).toEqual([["CFG-05", "by"]]);
  });
  it("refuses to put into one indicator what is counted in other units", () => {
    const byItem = { ...sum("austerity", "本年数"), by: "项目" };
    expect(mistakes({ ...byItem, unit: "万元" })).toEqual([["CFG-05", "by"]]); // 会议 are counted in 次
    const austerity = datasets.get("austerity");
    if (!austerity) throw new Error("no austerity");
    const rules = [
      { rule: "units-of" as const, column: "计量单位", by: "项目", allowed: { 公务接待费: ["亿元"] } },
    ];
    const ofMoney = new Map([...datasets, ["austerity", { ...austerity, rules }]]);
    expect(mistakes({ ...byItem, unit: "万元" }, ofMoney)).toEqual([]);
  });
  it("refuses a chart of what the indicator does not have, and one chart twice", () => {
    const fees = sum("austerity", "本年数", { 项目: "公务接待费" });
    expect(mistakes({ ...fees, unit: "万元", also: ["changes", "budget"] })).toEqual([]);
    expect(mistakes({ ...fees, chart: "budget" })).toEqual([]);
    expect(mistakes({ also: ["budget"] })).toEqual([["CFG-05", "also.0"]]); // nobody budgets staff
    expect(mistakes({ ...sum("austerity", "预算数", { 项目: "会议" }), also: ["budget"] })).toEqual([
      ["CFG-05", "also.0"],
    ]);
    expect(mistakes({ also: ["changes", "changes"] })).toEqual([["CFG-05", "also.1"]]);
    expect(mistakes({ chart: "changes", also: ["changes"] })).toEqual([["CFG-05", "also.0"]]);
    const streak = { measure: { kind: "streak", dataset: "honors", events: "honor-events" } };
    expect(mistakes({ ...streak, also: ["changes"] })).toEqual([["CFG-05", "also.0"]]);
    const cadence = { measure: { kind: "cadence", dataset: "competitions", months: 2 }, unit: "%" };
    expect(mistakes({ ...cadence, chart: "cadence" })).toEqual([]);
    expect(mistakes({ chart: "cadence" })).toEqual([["CFG-05", "chart"]]);
  });
  it("leaves an indicator out in silence where its data set is broken", () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...plain, ...sum("broken", "人数") }));
    const read = readIndicators([{ path: "indicators/test.json", bytes }], datasets, new Set(["broken"]));
    expect(read).toEqual({ indicators: [], findings: [] });
  });
  it("refuses a public indicator that reads what is internal", () => {
    const distinct = { measure: { kind: "distinct", dataset: "honors", column: "获得者" } };
    expect(mistakes(distinct)).toEqual([["CFG-04", "measure.column"]]);
    expect(mistakes({ ...distinct, audience: "internal" })).toEqual([]);
    const headcount = datasets.get("headcount");
    if (!headcount) throw new Error("no headcount");
    const internal = new Map([...datasets, ["headcount", { ...headcount, audience: "internal" as const }]]);
    expect(mistakes({}, internal)).toEqual([["CFG-04", "measure.dataset"]]);
  });
  it("refuses sums that would be false", () => {
    expect(mistakes(sum("honors", "名称"))).toEqual([["CFG-05", "measure.column"]]);
    expect(mistakes(sum("competitions", "参赛人数"))).toEqual([["CFG-05", "measure.column"]]);
    expect(mistakes(sum("austerity", "本年数"))).toEqual([["CFG-05", "measure.where"]]);
  });
  it("refuses to split by a column without a list, or a streak", () => {
    expect(mistakes({ by: "单位" })).toEqual([["CFG-05", "by"]]);
    const streak = { measure: { kind: "streak", dataset: "honors", events: "honor-events" }, by: "级别" };
    expect(mistakes(streak)).toEqual([["CFG-05", "by"]]);
  });
  it("refuses a mean or a cadence of what is not dated one by one", () => {
    const mean = (dataset: string, column: string) => ({ measure: { kind: "mean", dataset, column } });
    expect(mistakes(mean("competitions", "参赛人数"))).toEqual([]); // persons an event: no one is counted twice
    expect(mistakes(mean("headcount", "在岗职工数"))).toEqual([["CFG-05", "measure.dataset"]]);
    expect(mistakes(mean("competitions", "名称"))).toEqual([["CFG-05", "measure.column"]]);
    const cadence = { unit: "%", measure: { kind: "cadence", dataset: "competitions", months: 2 } };
    expect(mistakes(cadence)).toEqual([]);
    expect(mistakes({ ...cadence, unit: "次" })).toEqual([["CFG-05", "unit"]]);
    expect(mistakes({ ...cadence, measure: { ...cadence.measure, months: 5 } })).toEqual([
      ["CFG-01", "measure.months"],
    ]);
  });
  it("refuses a trend of what is not there, is internal, has no change, or is split", () => {
    const other = { ...plain, title: "别的" };
    const check = (more: object, indicator: object = other) => {
      const file = (id: string, json: object) => ({
        path: `indicators/${id}.json`,
        bytes: new TextEncoder().encode(JSON.stringify(json)),
      });
      const trend = { ...plain, unit: "年", measure: { kind: "trend", indicator: "other" }, ...more };
      const read = readIndicators([file("trend", trend), file("other", indicator)], datasets, new Set());
      return [read.indicators.map(({ id }) => id), read.findings.map(({ code }) => code)];
    };
    expect(check({})).toEqual([["trend", "other"], []]);
    expect(check({ measure: { kind: "trend", indicator: "nobody" } })).toEqual([["other"], ["CFG-03"]]);
    expect(check({}, { ...other, audience: "internal" })).toEqual([["other"], ["CFG-04"]]);
    expect(check({ measure: { kind: "trend", indicator: "trend" } })).toEqual([["other"], ["CFG-05"]]);
    expect(check({ by: "口径" })).toEqual([["other"], ["CFG-05"]]);
    expect(check({}, { ...other, unit: "" })).toEqual([[], ["CFG-01"]]); // blamed once, where it is wrong
  });
});
