import { describe, expect, it } from "vitest";
import { describe as describeFigure } from "../../../src/core/words/description.ts";
import { headline, pageHeadline, rankFigures, roundingNote } from "../../../src/core/words/headline.ts";
import { indicatorOf } from "../bureau.ts";
import { figureOf } from "../published.ts";

const meetings = indicatorOf(
  { kind: "sum", dataset: "austerity", column: "本年数", where: { 项目: "会议" } },
  { title: "会议", unit: "次", baseYear: 2022 },
);
const header = "年度,单位,口径,项目,计量单位,本年数,增减率";

function meetingsOf(lines: readonly string[], now?: string) {
  const more = now === undefined ? {} : { now, asOf: now };
  return figureOf(meetings, { austerity: [header, ...lines.map((line) => `${line}`)] }, more);
}

const year = (of: number, count: string, rate = "", scope = "全局") =>
  `${of},01,${scope},会议,次,${count},${rate}`;

describe("headline(figure)", () => {
  it("says the latest year and its change", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "60")]))).toBe(
      "2025 年会议 60 次，比上年减少 3.2%",
    );
    expect(headline(meetingsOf([year(2024, "60"), year(2025, "60")]))).toBe(
      "2025 年会议 60 次，与上年基本持平",
    );
  });
  it("says an absence, and never a number for it", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "XX")]))).toBe("2025 年会议未公开");
    expect(headline(meetingsOf([year(2024, "62")]))).toBe("2025 年会议没有数据");
  });
  it("says a rate where only a rate is known", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "", "-13.7")]))).toBe(
      "2025 年会议比上年减少 13.7%",
    );
  });
  it("names another scope and compares nothing with it", () => {
    expect(headline(meetingsOf([year(2024, "62"), year(2025, "20", "", "机关")]))).toBe(
      "2025 年会议 20 次（机关口径）",
    );
  });
  it("does not speak of a year that still runs", () => {
    const lines = [year(2023, "64"), year(2024, "62"), year(2025, "30")];
    expect(headline(meetingsOf(lines, "2025-07-01"))).toBe("2024 年会议 62 次，比上年减少 3.1%");
  });
  it("speaks of a run only over known, finished, comparable years", () => {
    const falls = [year(2021, "80"), year(2022, "75"), year(2023, "70"), year(2024, "66"), year(2025, "60")];
    expect(headline(meetingsOf(falls))).toBe("会议连续四年减少，2025 年降到 60 次");
    const withheld = falls.with(1, year(2022, "XX"));
    expect(headline(meetingsOf(withheld))).toBe("2025 年会议 60 次，比上年减少 9.1%"); // 2024 and 2025 only
    const rated = falls.with(3, year(2024, "", "-5.7"));
    expect(headline(meetingsOf(rated))).not.toContain("连续");
  });
  it("ends a run at a break that forbids comparing, and at no other", () => {
    const figure = meetingsOf([2021, 2022, 2023, 2024, 2025].map((of, i) => year(of, `${80 - 4 * i}`)));
    const broken = (comparable: boolean) => ({
      ...figure,
      breaks: [{ year: 2024, date: "2024-01-01", kind: "口径调整", note: "", comparable }],
    });
    expect(headline(broken(true))).toBe("会议连续四年减少，2025 年降到 64 次");
    expect(headline(broken(false))).toBe("2025 年会议 64 次，比上年减少 5.9%");
  });
  it("speaks of an extreme since the years can be compared, and never on a tie", () => {
    const counts = (last: string) =>
      meetingsOf(["70", "64", "68", "62", "66", last].map((count, i) => year(2020 + i, count)));
    expect(headline({ ...counts("60"), baseYear: 2012 })).toBe("2025 年会议 60 次，为 2020 年以来最少");
    expect(headline({ ...counts("62"), baseYear: 2012 })).toBe("2025 年会议 62 次，比上年减少 6.1%");
  });
  it("names a part of the base year, and the years that went against it", () => {
    const lines = [year(2022, "120"), year(2023, "50"), year(2024, "55"), year(2025, "30")];
    expect(headline(meetingsOf(lines))).toBe("会议降到 2022 年的四分之一，2024 年曾回升");
    expect(headline(meetingsOf(lines.with(3, year(2025, "31"))))).toBe(
      "会议降到 2022 年的约四分之一，2024 年曾回升", // 25.8 %
    );
    expect(headline(meetingsOf(lines.with(3, year(2025, "32"))))).toBe(
      "会议比 2022 年减少 73.3%，2024 年曾回升", // 26.7 %
    );
  });
  it("compares small counts by their difference", () => {
    expect(headline(meetingsOf([year(2024, "4"), year(2025, "5")]))).toBe(
      "2025 年会议 5 次，比上年增加 1 次",
    );
    expect(headline(meetingsOf([year(2024, "4"), year(2025, "0")]))).toBe("2025 年会议 0 次，上年 4 次");
  });
  it("says first whether the year's target is met, and for the first time only if it was missed before", () => {
    const figure = meetingsOf([year(2023, "64"), year(2024, "62"), year(2025, "60")]);
    const aim = (...targets: readonly [of: number, value: number][]) => ({
      ...figure,
      targets: targets.map(([of, value]) => ({ year: of, value, direction: "down" as const, source: "" })),
    });
    expect(headline(aim([2024, 61], [2025, 61]))).toBe("会议首次降到目标 61 次以内");
    expect(headline(aim([2025, 61]))).toBe("2025 年会议 60 次，在目标 61 次以内"); // none before
    expect(headline(aim([2024, 62], [2025, 61]))).toBe("2025 年会议 60 次，在目标 61 次以内");
    expect(headline(aim([2024, 61], [2025, 63]))).toBe("2025 年会议 60 次，在目标 63 次以内"); // 62 was within 63
    expect(headline(aim([2025, 59]))).toBe("2025 年会议 60 次，高于目标 59 次");
  });
  it("says a trend in words", () => {
    const figure = meetingsOf([year(2024, "62"), year(2025, "60")]);
    const trend = (value: number) => ({
      ...figure,
      title: "会议走势",
      changeUnit: "" as const,
      measure: { kind: "trend" as const, indicator: "test" },
      series: figure.series.map((series) => ({
        ...series,
        points: series.points.map((point) => ({ ...point, value, change: null, base: null })),
      })),
    });
    expect(headline(trend(-3))).toBe("会议走势：到 2025 年连续三年下降");
    expect(headline(trend(2))).toBe("会议走势：到 2025 年连续两年上升");
    expect(headline(trend(1))).toBe("会议走势：2025 年上升");
    expect(headline(trend(0))).toBe("会议走势：2025 年持平或不可比");
  });
  it("says that there is nothing yet", () => {
    expect(headline(meetingsOf([]))).toBe("会议：还没有数据");
    expect(headline(figureOf(meetings, {}))).toBe("会议：还没有数据");
  });
  it("names the top unit's longest title", () => {
    const streak = indicatorOf(
      { kind: "streak", dataset: "honors", events: "honor-events" },
      { title: "连续" },
    );
    const honors = [
      "荣誉编号,名称,级别,获得单位,命名日期,有效期至",
      "H1,文明单位,省级,01,2020-05-01,2022-12-31",
      "H2,文明单位,省级,01,2023-01-01,",
      "H3,青年文明号,市级,0101,2012-05-01,",
    ];
    expect(headline(figureOf(streak, { honors }))).toBe("文明单位连续 2 届（6 年）");
    expect(headline(figureOf(streak, { honors: honors.slice(0, 1) }))).toBe("连续：目前没有");
  });
});

describe("describe(figure)", () => {
  it("adds the base year, the extremes and what is absent", () => {
    const lines = [year(2021, "75"), year(2022, "80"), year(2023, "XX"), year(2024, "64"), year(2025, "60")];
    expect(describeFigure(meetingsOf(lines))).toBe(
      "2025 年会议 60 次，比上年减少 6.3%；比 2022 年减少 25.0%；有完整可比数据的年份中最高 80 次（2022 年），最低 60 次（2025 年）；2023 年未公开。",
    );
  });
  it("says of the running year its level so far and nothing else", () => {
    const lines = [year(2023, "64"), year(2024, "62"), year(2025, "30")];
    expect(describeFigure(meetingsOf(lines, "2025-07-01"))).toBe(
      "2024 年会议 62 次，比上年减少 3.1%；2025 年截至 2025-07-01 为 30 次。",
    );
  });
  it("says how far the target is, and the longest time without", () => {
    const figure = meetingsOf([year(2024, "62"), year(2025, "60")]);
    const more = {
      ...figure,
      targets: [{ year: 2025, value: 58, direction: "down" as const, source: "" }],
      series: figure.series.map((one) => ({ ...one, points: one.points.map((p) => ({ ...p, gap: 74 })) })),
    };
    expect(describeFigure(more)).toBe(
      "2025 年会议 60 次，比上年减少 3.2%；高于目标 58 次，相差 2 次；最长间隔 74 天。",
    );
  });
  it("names the parts of a figure that is split", () => {
    const entries = indicatorOf(
      { kind: "sum", dataset: "competitions", column: "参赛人次" },
      { title: "参赛人次", unit: "人次", by: "类别" },
    );
    const competitions = [
      "竞赛编号,类别,开始日期,单位,参赛人次",
      "J1,技能大赛,2025-05-12,01,120",
      "J2,其他,2025-06-12,01,30",
    ];
    expect(describeFigure(figureOf(entries, { competitions }))).toBe(
      "2025 年参赛人次 150 人次；其中技能大赛 120 人次、其他 30 人次。",
    );
  });
});

describe("headline and describe of a figure that is split", () => {
  const awarded = indicatorOf(
    { kind: "count", dataset: "honors" },
    { title: "获得荣誉", unit: "项", by: "级别" },
  );
  const level = (of: number, name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${of}${name}${i},称号${of}${name}${i},${name},01,${of}-05-01`);
  const counts = [
    [2021, 0, 3],
    [2022, 1, 9],
    [2023, 1, 4],
    [2024, 0, 8],
    [2025, 2, 6],
  ] as const;
  const honors = [
    "荣誉编号,名称,级别,获得单位,命名日期",
    ...counts.flatMap(([of, national, local]) => [
      ...level(of, "国家级", national),
      ...level(of, "市级", local),
    ]),
  ];
  const figure = figureOf(awarded, { honors });

  it("lets the first part speak where it is at its highest and the whole is not", () => {
    expect(headline(figure)).toBe("2025 年获得荣誉 8 项，国家级 2 项为 2021 年以来最多");
  });
  it("names the parts, and those that may not be known", () => {
    expect(describeFigure(figure)).toBe(
      "2025 年获得荣誉 8 项，与上年持平；最高 10 项（2022 年），最低 3 项（2021 年）；其中国家级 2 项、市级 6 项。",
    );
    const hidden = {
      ...figure,
      notCounted: true,
      series: figure.series.map((series) =>
        series.key === "市级"
          ? {
              ...series,
              points: series.points.map((p) => ({ ...p, value: null, state: "suppressed" as const })),
            }
          : series,
      ),
    };
    expect(describeFigure(hidden)).toMatch(/其中国家级 2 项、市级小数值不公布；不含未公开项。$/);
  });
});

describe("rankFigures(figures)", () => {
  const falls = (title: string, from: number) => ({
    ...meetingsOf([2022, 2023, 2024, 2025].slice(-from).map((of, i) => year(of, `${80 - 4 * i}`))),
    title,
    baseYear: 2012,
  });
  const [two, four] = [falls("文件", 2), falls("会议", 4)];
  it("puts a run before a change, and leaves out what has nothing to show", () => {
    expect(rankFigures([two, meetingsOf([]), four])).toEqual([four, two]);
    expect(pageHeadline([two, four])).toBe("会议连续三年减少，2025 年降到 68 次");
  });
  it("puts a missed target before a run", () => {
    const targets = [{ year: 2025, value: 70, direction: "down" as const, source: "" }];
    expect(pageHeadline([four, { ...two, targets }])).toBe("2025 年文件 76 次，高于目标 70 次");
  });
  it("says nothing for nothing", () => {
    expect(pageHeadline([])).toBe("");
  });
});

describe("roundingNote(figure)", () => {
  const ratio = indicatorOf(
    {
      kind: "ratio",
      numerator: { dataset: "volunteers", column: "备案注册人数" },
      denominator: { dataset: "headcount", column: "在岗职工数" },
    },
    { unit: "%", decimals: 1 },
  );
  const shares = (before: number, after: number) =>
    figureOf(ratio, {
      volunteers: [
        "时点,单位,口径,备案注册人数",
        `2024-12-31,01,全局,${before}`,
        `2025-12-31,01,全局,${after}`,
      ],
      headcount: ["时点,单位,口径,在岗职工数", "2024-12-31,01,全局,423", "2025-12-31,01,全局,433"],
    });
  it("warns where a change is not the difference of the numbers shown", () => {
    // 346 ÷ 423 = 81.797 %, 389 ÷ 433 = 89.838 %: 8.042 is shown as 8.0, as far as 81.8 and 89.8 are apart
    expect(roundingNote(shares(346, 389))).toBeNull();
    // 348 ÷ 423 = 82.270 %
    expect(roundingNote(shares(348, 389))).toBe(
      "变化按未舍入的数计算，与所显示的两数之差可能相差 0.1。", // 7.568 is shown as 7.6; 82.3 and 89.8 are 7.5 apart
    );
  });
  it("is silent of amounts", () => {
    expect(roundingNote(meetingsOf([year(2024, "62"), year(2025, "60")]))).toBeNull();
  });
});
