import { describe, expect, it } from "vitest";
import { briefOf, briefYears, upTo } from "../../src/components/brief.ts";
import { readSettings } from "../../src/core/declared/settings.ts";
import { figure, point } from "./figure.ts";

const settings = { ...readSettings(null).settings, overview: ["volunteer-ratio"] };
const drawn = figure([
  point(2023, { value: 70 }),
  point(2024, { value: 75, change: 5 }),
  point(2025, { value: 60, partial: true, until: "2025-06-30" }),
]);
const beside = figure([point(2023, { value: 3 }), point(2024, { value: 4 })], {
  id: "volunteer-hours",
  title: "服务时长",
  unit: "小时",
  decimals: 0,
});
const site = { figures: [drawn, beside], settings };

describe("briefYears(site)", () => {
  it("lists finished years with a value, the last first", () => {
    expect(briefYears(site)).toEqual([2024, 2023]);
  });

  it("keeps the last ten", () => {
    const long = figure(Array.from({ length: 40 }, (_, i) => point(1980 + i, { value: i })));
    const years = briefYears({ figures: [long], settings });
    expect([years.length, years[0], years.at(-1)]).toEqual([10, 2019, 2010]);
  });
});

describe("upTo(figure, year)", () => {
  it("knows nothing of later years", () => {
    const target = { value: 85, direction: "up" as const, source: "" };
    const cut = upTo({ ...drawn, targets: [2023, 2024].map((year) => ({ ...target, year })) }, 2023);
    expect(cut.series[0]?.points.map(({ year }) => year)).toEqual([2023]);
    expect(cut.targets.map(({ year }) => year)).toEqual([2023]);
  });
});

describe("briefOf(site, year)", () => {
  it("says beside the figures drawn what others tell of that year", () => {
    const brief = briefOf(site, 2024);
    expect(brief.figures.map(({ id }) => id)).toEqual(["volunteer-ratio"]);
    expect(brief.title).not.toBe("");
    expect(brief.sentences.every((sentence) => sentence.includes("服务时长"))).toBe(true);
  });
});
