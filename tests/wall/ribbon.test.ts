import { describe, expect, it } from "vitest";
import { drawRibbon } from "../../src/wall/drawings/ribbon.ts";
import { placeBands } from "../../src/wall/drawings/ribbon-band.ts";
import { drawRow, slotsOf } from "../../src/wall/drawings/ribbon-row.ts";
import { fitYears } from "../../src/wall/drawings/ribbon-years.ts";
import { type Format, formatsAt } from "../../src/wall/format.ts";
import { type Held, instant, type Tenure, tenureOf } from "../../src/wall/tenure.ts";
import { eventOf, streaksOf, titleOf } from "./titles.ts";

const main = titleOf(
  "省级文明单位标兵",
  [
    ["首届", "2014-01-01", "2016-12-31"],
    ["第二届", "2017-01-01", "2019-12-31"],
    ["第三届", "2020-01-01", "2026-06-30"],
  ],
  {
    events: [eventOf("2015-07-02", "复查合格"), eventOf("2018-07-02", "黄牌"), eventOf("2019-01-01", "恢复")],
  },
);
const before = titleOf("省级文明单位", [["", "2012-01-01", "2013-12-31"]], { held: false });
const lapsed = titleOf(
  "青年文明号",
  [
    ["", "2012-01-01", "2014-12-31"],
    ["", "2018-01-01", null],
  ],
  { years: 8, terms: 1 },
);
const kept = { [main.key]: [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] };
const site = { titles: [main, before, lapsed], asOf: "2025-12-31" };
const tenure = tenureOf(streaksOf(2012, kept), site) as Tenure;
const format = (id: string) => formatsAt().find((one) => one.id === id) as Format;
const wordsOf = (ink: string) => [...ink.matchAll(/<text[^>]*>([^<]*)/g)].map(([, word]) => word);

describe("tenureOf", () => {
  it("lays bands where the title was valid, and counts the years kept at each band's end", () => {
    expect(tenure.main.bands.map(({ from, to, kept: count }) => [from, to, count])).toEqual([
      [2014, 2017, 3],
      [2017, 2020, 6],
      [2020, 2026, 12],
    ]);
    expect([tenure.from, tenure.to, tenure.years, tenure.until]).toEqual([2012, 2026, 12, "2026-06-30"]);
  });

  it("notches re-examinations and marks the time under a yellow card", () => {
    expect(tenure.main.bands[0]?.notches).toEqual([2015 + 182 / 365]);
    expect(tenure.main.bands[1]?.cards).toEqual([[2018 + 182 / 365, 2019]]);
  });

  it("puts before it the lesser title whose name it goes on from, and no other", () => {
    expect(tenure.before?.name).toBe("省级文明单位");
    expect(tenure.others.map(({ name }) => name)).toEqual(["青年文明号"]);
  });

  it("has nothing to tell where no title stands", () => {
    expect(tenureOf(streaksOf(2012, { [main.key]: [1, 0] }), site)).toBeNull();
  });

  it("leaves nothing to run where a title is valid to the as-of day and no longer", () => {
    const [first] = main.namings;
    const ending = { ...main, namings: first ? [{ ...first, to: "2025-12-31" }] : [] };
    expect(tenureOf(streaksOf(2012, kept), { ...site, titles: [ending] })?.until).toBeNull();
  });

  it("counts the running year as of the as-of day", () => {
    const running = { ...site, asOf: "2026-03-31" };
    const figure = streaksOf(2014, { [main.key]: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] });
    const [series] = figure.series;
    const points = series?.points.map((point) =>
      point.year === 2026 ? { ...point, until: "2026-03-31" } : point,
    );
    const ran = tenureOf(
      { ...figure, series: [{ key: main.key, title: "", points: points ?? [] }] },
      running,
    );
    expect(ran?.main.bands.at(-1)).toMatchObject({ to: instant("2026-04-01"), kept: 13 });
    expect(ran?.years).toBe(13);
  });
});

describe("drawRibbon", () => {
  it("parts one naming from the next by a fold, and a gap by as many years as it lasted", () => {
    const at = (year: number) => (year - 2012) * 100;
    expect(placeBands(tenure.main.bands, at, 6)).toEqual([
      [200, 500],
      [506, 800],
      [806, 1400],
    ]);
    expect(placeBands(tenure.others[0]?.bands ?? [], at, 6)).toEqual([
      [0, 300],
      [600, 1400],
    ]);
  });

  it("says 到期未续 in the gap, and names what stands in each band", () => {
    const ink = drawRibbon(tenure, [{ x: 96, y: 240, width: 1728, height: 610 }], format("wide")).drawing;
    const words = wordsOf(ink);
    expect(words).toEqual(
      expect.arrayContaining(["首届", "第二届", "第三届", "到期未续", "青年文明号", "2012", "2014", "2025"]),
    );
    expect(words.filter((word) => word === "到期未续")).toHaveLength(1);
  });

  it("lays a fold on the seam where the ribbon runs over two panels", () => {
    const years = fitYears(tenure, { x: 2016, y: 54, width: 3648, height: 972 }, [3840], 10.8);
    const folds = [2017, 2020].map((year) => years.at(year));
    expect(folds).toContain(3840);
    expect(years.at(2012)).toBeGreaterThanOrEqual(2016);
    expect(years.end).toBeLessThanOrEqual(5664);
  });

  it("sets the great figure after the ribbon where the last band is too narrow for it", () => {
    const yearly = Array.from(
      { length: 40 },
      (_, i) => [`第${i}届`, `${1986 + i}-01-01`, `${1986 + i}-12-31`] as const,
    );
    const long = titleOf("文明单位", yearly, { years: 40, terms: 40 });
    const figure = streaksOf(1986, { [long.key]: yearly.map((_, i) => i + 1) });
    const told = tenureOf(figure, { titles: [long], asOf: "2025-12-31" }) as Tenure;
    const years = fitYears(told, { x: 96, y: 240, width: 1728, height: 610 }, [], 10.8);
    expect(years.inside).toBe(false);
    expect(1824 - years.end).toBeGreaterThan(22 * 10.8); // "40" alone is wider than its size
  });
});

describe("drawRow", () => {
  const held = (
    name: string,
    unit = "",
    bands: readonly (readonly [number, number])[] = [
      [2012, 2018],
      [2018, 2026],
    ],
  ): Held => ({
    name,
    unit,
    bands: bands.map(([from, to]) => ({
      from,
      to,
      term: "",
      kept: null,
      former: false,
      notches: [],
      cards: [],
    })),
    sum: "2 届 14 年",
    end: "",
  });
  const place = {
    at: (year: number) => (year - 2012) * 100,
    top: 0,
    height: 54,
    right: 1500,
    size: 36,
    u: 10.8,
    seams: [],
  };
  const xOf = (ink: string, word: string) => Number(new RegExp(`x="([\\d.]+)"[^>]*>${word}`).exec(ink)?.[1]);

  it("keeps a name inside one band", () => {
    const ink = drawRow(held("省级文明服务窗口"), place) ?? "";
    const x = xOf(ink, "省级文明服务窗口");
    expect(x).toBeGreaterThan(0);
    expect(x + 8 * 36).toBeLessThan(600);
  });

  it("shortens a name by its level before it lets it cross a fold", () => {
    const ink =
      drawRow(
        held("省级文明服务窗口", "", [
          [2012, 2015],
          [2015, 2018],
        ]),
        place,
      ) ?? "";
    expect(wordsOf(ink)).toContain("文明服务窗口");
  });

  it("draws no band without its name, and no unit's title without the unit", () => {
    expect(drawRow(held("省级文明服务窗口示范单位先进集体", "", [[2012, 2015]]), place)).toBeNull();
    expect(drawRow(held("文明号", "第一业务管理处", [[2012, 2014]]), place)).toBeNull();
  });

  it("keeps glyphs off a seam", () => {
    expect(slotsOf(0, 1000, [[480, 520]])).toEqual([
      { from: 0, to: 480 },
      { from: 520, to: 1000 },
    ]);
  });
});
