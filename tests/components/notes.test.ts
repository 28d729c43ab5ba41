import { describe, expect, it } from "vitest";
import { notesOf, numberNotes, signsOf } from "../../src/components/notes.ts";
import { figure, point } from "./figure.ts";

const years = [2016, 2017, 2018, 2019].map((year) => point(year, { value: year - 1950 }));
const site = {
  gaps: [
    {
      figure: "volunteer-ratio",
      title: "注册志愿者占比",
      years: [2016, 2017, 2019],
      state: "not-collected" as const,
      reason: "没有统计",
    },
  ],
  timeline: [{ date: "2018-05-04", title: "基层年", note: "抓基层" }],
};

describe("notesOf(figures, site, events)", () => {
  it("marks the first year of each run of absent years", () => {
    const [first] = notesOf([figure(years)], site);
    expect(first?.text).toBe("2016—2017、2019 年未统计：没有统计。");
    expect(first?.marks.map(({ year }) => year)).toEqual([2016, 2019]);
  });

  it("says whether the years before and after a break compare", () => {
    const change = { year: 2018, date: "2018-01-01", kind: "口径调整", note: "起含窗口" };
    const textOf = (comparable: boolean) =>
      notesOf([figure(years, { breaks: [{ ...change, comparable }] })], { gaps: [], timeline: [] })[0];
    expect(textOf(false)).toEqual({
      text: "2018-01-01 口径调整：起含窗口；前后不能直接相比。",
      marks: [{ year: 2018, at: "break" }],
    });
    expect(textOf(true)?.text).toBe("2018-01-01 口径调整：起含窗口；前后仍可直接相比。");
  });

  it("calls a year another scope's only where its scope is another", () => {
    const broken = [point(2018, { break: true }), point(2019, { break: true, scope: "机关" })];
    const texts = notesOf([figure(broken)], { gaps: [], timeline: [] }).map(({ text }) => text);
    expect(texts).toContain("2019 年只有机关口径，与其他年份不能直接相比。");
    expect(texts.join()).not.toContain("2018");
  });

  it("names targets of one value together", () => {
    const target = { value: 85, direction: "up" as const, source: "考核办法" };
    const targets = [2017, 2018].map((year) => ({ ...target, year }));
    const texts = notesOf([figure(years, { targets })], { gaps: [], timeline: [] }).map(({ text }) => text);
    expect(texts).toContain("目标：2017—2018 年不低于 85%（考核办法）。");
  });

  it("says that totals and parts differ by rounding where a data set the figure reads has such a total", () => {
    const said = (rounded: readonly string[]) =>
      notesOf([figure(years, { datasets: ["volunteers", "headcount"] })], { ...site, rounded }).map(
        ({ text }) => text,
      );
    const note = "部分数据因四舍五入，合计与分项之和略有出入，未作机械调整。";
    expect(said(["headcount"])).toContain(note);
    expect(said(["austerity"])).not.toContain(note);
  });

  it("tells what happened only where it is asked for", () => {
    const said = (events: boolean) => notesOf([figure(years)], site, events).map(({ text }) => text);
    expect(said(true)).toContain("2018-05-04 基层年：抓基层。");
    expect(said(false).join()).not.toContain("基层年");
  });
});

describe("numberNotes(cards)", () => {
  const marked = { text: "甲", marks: [{ year: 2018, at: "value" as const }] };
  const plain = { text: "乙", marks: [] };

  it("numbers notes with marks once through the page", () => {
    const cards = numberNotes([[marked, plain], [marked]]);
    expect(cards.map((notes) => notes.map(({ sign }) => sign))).toEqual([["①", ""], ["②"]]);
    expect(signsOf(cards[1] ?? [])).toEqual([{ year: 2018, at: "value", sign: "②" }]);
  });

  it("counts on in circles to 50, then not at all", () => {
    const [notes = []] = numberNotes([new Array(51).fill(marked)]);
    const signs = notes.map(({ sign }) => sign);
    expect([19, 20, 34, 35, 49, 50].map((i) => signs[i])).toEqual(["⑳", "㉑", "㉟", "㊱", "㊿", ""]);
  });
});
