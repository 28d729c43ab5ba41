import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/cells/cell.ts";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { constrained, makeField } from "../make-field.ts";

const year = makeField("year", { name: "年度" });
const day = makeField("date", { name: "时点" });

function read(text: string, field: Field, now = "2026-03-01"): string {
  const { value, issues } = readCell(text, field, { now });
  return [value, ...issues.map(({ code, level }) => `${code} ${level}`)].join(" | ");
}

/** Texts that name no single time, in a 年度 column and in a date column alike. */
const refusedEverywhere: [string, string[]][] = [
  ["DATE-02 E", ["二O一八年", "二o一八年"]],
  ["DATE-03 E", ["18年", "18", "'18", "18-03-05", "18年3月5日", "18/3/5"]],
  ["DATE-04 E", ["43101", "43101.5"]],
  ["DATE-06 E", ["2018-2019", "2018—2019", "2018至2019年", "2018/2019", "2018-19", "2018-03-05至2018-03-08"]],
  ["DATE-07 E", ["2018上半年", "2018年1-6月", "2018Q1", "截至2018年底", "2018年末", "2018年第一季度"]],
  ["DATE-08 E", ["第十届", "第10届", "十届", "第一〇届"]],
  ["DATE-09 E", ["去年", "本年", "上年同期", "今年", "本年度"]],
  [
    "DATE-10 E",
    ["2019-02-30", "2019-02-29", "2019-13-01", "2019-00-01", "2019年4月31日", "20190230", "2018-13"],
  ],
  ["DATE-11 E", ["2099", "2099-01-01", "2027"]],
  ["DATE-12 E", ["1899", "0", "1018", "201"]],
  ["DATE-16 E", ["民国七年", "2018年农历", "戊戌年"]],
  ["DATE-17 E", ["未统计", "XX", "同志", "3月5日", "3/5/2018", "2018-3/5", "2018 03 05", "2018.1"]],
];

describe("readYear(text, field, now)", () => {
  it.each([
    ["2018", "2018"],
    ["1900", "1900"],
    ["2018年", "2018 | DATE-01 N"],
    ["2018年度", "2018 | DATE-01 N"],
    ["2018 年", "2018 | DATE-01 N"],
    ["２０１８年", "2018 | DATE-01 N"],
    ["2018.0", "2018 | DATE-01 N"],
    ["二〇一八年", "2018 | DATE-02 N"],
    ["二○一八年", "2018 | DATE-02 N"],
    ["二零一八", "2018 | DATE-02 N"],
    ["2018/1/1", "2018 | DATE-05 T"],
    ["2018-01-01", "2018 | DATE-05 T"],
    ["20180101", "2018 | DATE-05 T"],
    ["2018年12月31日", "2018 | DATE-05 T"],
    ["2018/3/5", "2018 | DATE-05 W"],
    ["2026", "2026 | DATE-11 W"],
    ["2018-03", " | DATE-07 E"],
    ["2018年12月", " | DATE-07 E"],
    ["", ""],
  ])("reads %j as %s", (text, expected) => {
    expect(read(text, year)).toBe(expected);
  });

  it.each(refusedEverywhere)("refuses with %s alone: %j", (code, texts) => {
    for (const text of texts) expect([text, read(text, year)]).toEqual([text, ` | ${code}`]);
  });

  it("counts a year as finished on its last day", () => {
    expect(read("2026", year, "2026-12-30")).toBe("2026 | DATE-11 W");
    expect(read("2026", year, "2026-12-31")).toBe("2026");
  });

  it("begins where the column says", () => {
    const late = makeField("year", { constraints: constrained({ minimum: 2000 }) });
    expect(read("1999", late)).toBe(" | DATE-12 E");
    expect(read("2000", late)).toBe("2000");
  });

  it("names the days that a serial number may mean", () => {
    expect(readCell("43101", year, { now: "2026-03-01" }).issues[0]?.facts).toMatchObject({
      textDay: "2018-01-01",
      textMacDay: "2022-01-02",
    });
  });

  it("guesses a digit that slipped", () => {
    const { issues } = readCell("1018", year, { now: "2026-03-01" });
    expect(issues[0]?.facts).toMatchObject({ minimum: 1900, textGuess: "2018" });
    const { issues: others } = readCell("1899", year, { now: "2026-03-01" });
    expect(others[0]?.facts).toMatchObject({ minimum: 1900, textGuess: "" });
  });
});

describe("readDay(text, field, now)", () => {
  it.each([
    ["2018-03-05", "2018-03-05"],
    ["2018/3/5", "2018-03-05"],
    ["2018年3月5日", "2018-03-05"],
    ["2018.3.5", "2018-03-05"],
    ["20180305", "2018-03-05"],
    ["2020-02-29", "2020-02-29"],
    ["2026-03-01", "2026-03-01"],
    ["2018-03", "2018-03-31"],
    ["2018/3", "2018-03-31"],
    ["2018年3月", "2018-03-31"],
    ["201803", "2018-03-31"],
    ["2020年2月", "2020-02-29"],
    ["1900-02", "1900-02-28"],
    ["2018", "2018-12-31"],
    ["2018年", "2018-12-31 | DATE-01 N"],
    ["2018 年 3 月 5 日", "2018-03-05 | DATE-01 N"],
    ["２０１８年３月", "2018-03-31 | DATE-01 N"],
    ["2018/3/5 0:00", "2018-03-05 | DATE-01 N"],
    ["2018-03-05 08:30:00", "2018-03-05 | DATE-01 N"],
    ["二〇一八年三月五日", "2018-03-05 | DATE-02 N"],
    ["二〇一八年十二月三十一日", "2018-12-31 | DATE-02 N"],
    ["二〇一八年十月二十日", "2018-10-20 | DATE-02 N"],
    ["2026-03-02", " | DATE-11 E"],
    ["2026-03", " | DATE-11 E"],
    ["2026", " | DATE-11 E"],
    ["1899-12-31", " | DATE-12 E"],
    ["2018年3月5日-8日", " | DATE-06 E"],
    ["长期", " | DATE-17 E"],
    ["", ""],
  ])("reads %j as %s", (text, expected) => {
    expect(read(text, day)).toBe(expected);
  });

  it.each(refusedEverywhere)("refuses with %s alone: %j", (code, texts) => {
    for (const text of texts) expect([text, read(text, day)]).toEqual([text, ` | ${code}`]);
  });

  it("lets a year be the running one where its column says so, but none after it", () => {
    const covered = makeField("year", { name: "年度", ahead: true });
    expect(read("2026", covered, "2026-03-01")).toBe("2026");
    expect(read("2027", covered, "2026-03-01")).toBe(" | DATE-11 E");
  });

  it("lets a day lie ahead where its column says so", () => {
    const until = makeField("date", { name: "有效期至", ahead: true });
    expect(read("2099-12-31", until)).toBe("2099-12-31");
    expect(read("2099", until)).toBe("2099-12-31");
  });
});
