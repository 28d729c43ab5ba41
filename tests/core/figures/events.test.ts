import { describe, expect, it } from "vitest";
import { readEvents, type Tally } from "../../../src/core/figures/events.ts";
import { bureau } from "../bureau.ts";

const competitions = [
  "竞赛编号,类别,开始日期,单位,参赛人次,参赛人数",
  "J1,技能大赛,2018-05-12,01,120,88",
  "J2,知识竞赛,2018-09-01,0101,60,60",
  "J2,知识竞赛,2018-09-01,0102,71,70",
  "J3,其他,2020-02-29,01,XX,",
];
const entries: Tally = { kind: "sum", dataset: "competitions", column: "参赛人次", where: {} };

function read(tally: Tally, coverage: readonly string[] = [], now = "2026-03-01") {
  const material = bureau({ competitions, coverage: ["数据集,年度,状态", ...coverage] }, { now, asOf: now });
  const at = readEvents(material, tally);
  return (year: number) => ({ ...at(year), value: at(year).value?.toNumber() ?? null });
}

describe("readEvents(material, tally)", () => {
  it("counts the rows of all units, and tells events apart", () => {
    expect(read({ kind: "count", dataset: "competitions", where: {} })(2018).value).toBe(3);
    expect(
      read({ kind: "distinct", dataset: "competitions", column: "竞赛编号", where: {} })(2018).value,
    ).toBe(2);
  });
  it("sums a column", () => {
    expect(read(entries)(2018).value).toBe(251); // 120 + 60 + 71
  });
  it("counts the rows of a year in which one unit ends and its successor begins, each where it stands", () => {
    const units = [
      "单位编码,单位名称,上级编码,启用日期,停用日期",
      "01,某局,,,",
      "0101,旧中心,01,,2019-06-30",
      "0102,新中心,01,2019-07-01,",
    ];
    const both = [competitions[0] ?? "", "J1,其他,2019-05-12,0101,40,38", "J2,其他,2019-09-10,0102,50,47"];
    const at = (tally: Tally) => readEvents(bureau({ units, competitions: both }), tally)(2019);
    expect(at(entries).value?.toNumber()).toBe(90); // 40 + 50
    expect(at({ kind: "count", dataset: "competitions", where: {} }).value?.toNumber()).toBe(2);
  });
  it("has no sum where a part is withheld", () => {
    expect(read(entries)(2020)).toMatchObject({ value: null, state: "withheld" });
  });
  it("has 0 for what does not occur in a year with rows", () => {
    expect(read({ ...entries, where: { 类别: "岗位测试" } })(2018)).toMatchObject({
      value: 0,
      state: "final",
    });
  });
  it("takes a year without rows as 0 only if coverage says 齐全", () => {
    expect(read(entries)(2019)).toMatchObject({ value: null, state: "missing" });
    expect(read(entries, ["competitions,2019,齐全"])(2019)).toMatchObject({ value: 0, state: "final" });
    expect(read(entries, ["competitions,2019,部分"])(2019)).toMatchObject({ value: null, partial: true });
    expect(read(entries, ["劳动技能竞赛,2019,未统计"])(2019).state).toBe("not-collected");
    expect(read(entries, ["competitions,2019,不公开"])(2019).state).toBe("withheld");
  });
  it("marks a year that coverage calls 部分, and one that still runs", () => {
    expect(read(entries, ["competitions,2018,部分"])(2018)).toMatchObject({
      value: 251,
      partial: true,
      until: null,
    });
    expect(read(entries, [], "2018-10-01")(2018)).toMatchObject({
      value: 251,
      partial: true,
      until: "2018-10-01",
    });
  });
  it("says nothing of a year whose counts the edition hides", () => {
    const hidden = new Map([["competitions", new Map([[2018, "withheld" as const]])]]);
    const at = readEvents({ ...bureau({ competitions }), hidden }, entries);
    expect(at(2018)).toMatchObject({ value: null, state: "withheld", cells: [] });
  });
  it("averages the rows that have a number", () => {
    const mean = { ...entries, kind: "mean" } as const;
    const persons = { ...mean, column: "参赛人数" };
    const pair = { 类别: "知识竞赛" };
    expect(read({ ...mean, where: pair })(2018).value).toBe(65.5); // (60 + 71) ÷ 2
    expect(read(persons)(2018).value).toBeCloseTo(72.66666666666667, 12); // 218 ÷ 3
    expect(read(mean)(2020)).toMatchObject({ value: null, state: "withheld" });
    expect(read(persons)(2020)).toMatchObject({ value: null, state: "missing" });
    expect(read({ ...mean, where: { 类别: "岗位测试" } })(2018)).toMatchObject({
      value: null,
      state: "no-denominator",
    });
    expect(read(mean, ["competitions,2019,齐全"])(2019)).toMatchObject({
      value: null,
      state: "no-denominator",
    });
    expect(read(mean)(2019).state).toBe("missing");
  });
  it("averages over a blank, and exactly", () => {
    const lines = [
      "竞赛编号,类别,开始日期,单位,参赛人次",
      "J1,其他,2018-05-12,01,0.1",
      "J2,其他,2018-05-13,01,",
      "J3,其他,2018-05-14,01,0.2",
      "J4,其他,2018-05-15,01,未统计",
    ];
    const at = readEvents(bureau({ competitions: lines }), { ...entries, kind: "mean" });
    expect(at(2018).value?.toString()).toBe("0.15"); // 0.3 ÷ 2
    expect(at(2018).cells[0]?.indices).toEqual([0, 2]);
  });
  it("stands for the year's last day, in no scope", () => {
    expect(read(entries)(2018)).toMatchObject({ day: "2018-12-31", scope: null, break: false });
  });
});
