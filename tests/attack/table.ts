import type { SourceFile } from "../../src/core/inputs.ts";
import { load, projectData } from "../../src/load.ts";

/** 局 over 甲 (with 甲一 and 甲二), 乙, 丙 and 丁. */
const units = [
  "单位编码,单位名称,上级编码",
  "01,局,",
  "0101,甲,01",
  "010101,甲一,0101",
  "010102,甲二,0101",
  "0102,乙,01",
  "0103,丙,01",
  "0104,丁,01",
];

const bureau = ["局", "甲", "甲一", "甲二", "乙", "丙", "丁"];

/** Rows of one time, scope and kind: a number, or a list of numbers, for each unit. */
function rows(time: string, numbers: readonly (string | number)[], before: string, after = ""): string[] {
  return numbers.flatMap((number, i) =>
    number === "" ? [] : `${time},${bureau[i]},${before}${number}${after}`,
  );
}

/** Files of a data folder by their paths. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/**
 * A table built to be attacked. Persons of 1 to 4 stand in it as: plain cells of units; what is left of a total (丁's staff in
 * 2023, where as many volunteers as staff are published of all others); the difference between two scopes (丁 in 2022); a total of the
 * bureau itself; the only competition of a year; the numerator of a ratio whose denominator is published.
 */
export const attacked: Tables = {
  units,
  headcount: [
    "时点,单位,口径,在岗职工数",
    ...rows("2021-12-31", [150, 40, 12, 28, 60, 30, 20], "全局,"),
    ...rows("2022-12-31", [133, 40, 12, 28, 60, 30, 3], "全局,"),
    ...rows("2022-12-31", [130, 40, 12, 28, 60, 30, ""], "机关,"),
    ...rows("2023-12-31", [133, 40, 12, 28, 60, 30, 3], "全局,"),
    ...rows("2024-12-31", [150, 40, 12, 28, 60, 30, 20], "全局,"),
  ],
  volunteers: [
    "时点,单位,口径,备案注册人数,活跃人数,当年服务时长",
    ...rows(
      "2022-12-31",
      ["100,64,2000", "30,21,600", "10,6,200", "20,15,400", "50,40,1000", "20,3,400", "未统计,未统计,未统计"],
      "全局,",
    ),
    ...rows(
      "2022-12-31",
      ["100,64,2000", "30,21,600", "10,6,200", "20,15,400", "50,40,1000", "20,3,400", ""],
      "机关,",
    ),
    ...rows(
      "2023-12-31",
      [
        "130,105,2600",
        "40,30,800",
        "12,10,240",
        "28,20,560",
        "60,50,1200",
        "30,25,600",
        "未统计,未统计,未统计",
      ],
      "全局,",
    ),
    ...rows(
      "2024-12-31",
      ["135,60,2700", "37,12,740", "11,8,220", "26,4,520", "56,20,1120", "28,20,560", "14,8,280"],
      "全局,",
    ),
  ],
  participants: [
    "年度,单位,口径,活动,参加人数",
    ...rows("2022", [34, 10, 4, 6, 15, 9, 0], "全局,竞赛,"),
    ...rows("2022", [3, 2, 1, 1, 1, 0, 0], "全局,公益活动,"),
    ...rows("2023", [2, "", "", "", "", "", ""], "全局,竞赛,"),
    ...rows("2024", [50, 20, 6, 14, 15, 9, 6], "全局,竞赛,"),
    ...rows("2024", [44, 14, 4, 10, 15, 9, 6], "全局,公益活动,"),
  ],
  competitions: [
    "竞赛编号,名称,类别,开始日期,单位,参赛人次,参赛人数",
    "JS-21,计算机操作竞赛,技能大赛,2021-05-01,局,9,4",
    "JS-22a,公文写作竞赛,技能大赛,2022-05-01,局,40,24",
    "JS-22b,安全知识竞赛,知识竞赛,2022-09-01,局,9,3",
  ],
};

/** An indicator made to give something away. */
const indicators = {
  "volunteer-ratio-by-scope": {
    title: "各口径注册志愿者占比",
    topic: "volunteers",
    audience: "public",
    unit: "%",
    decimals: 1,
    method: "备案注册人数除以同一时点、同一口径的在岗职工数。",
    measure: {
      kind: "ratio",
      numerator: { dataset: "volunteers", column: "备案注册人数" },
      denominator: { dataset: "headcount", column: "在岗职工数" },
    },
    by: "口径",
    chart: "line",
  },
};

/** Change some lines of a data set. */
export function change(
  tables: Tables,
  set: string,
  edit: (line: string, i: number) => string | null, // null: the line goes
): Tables {
  const lines = tables[set] ?? [];
  return { ...tables, [set]: lines.flatMap((line, i) => (i === 0 ? [line] : (edit(line, i) ?? []))) };
}

/** Draw a table by lot, the same for the same seed: small units, nearly all of whose staff are volunteers, in three years. */
export function drawn(seed: number): Tables {
  let state = seed;
  const draw = (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Knuth's linear congruences
    return Math.floor((state / 2 ** 32) * (most + 1));
  };
  const years = ["2022", "2023", "2024"];
  const leaves = ["甲一", "甲二", "乙", "丙", "丁"];
  const addUp = (parts: readonly number[]) => {
    const [one = 0, two = 0, ...others] = parts;
    const first = one + two;
    return [first + others.reduce((sum, part) => sum + part, 0), first, ...parts]; // in the bureau's order
  };
  const staff = years.map(() => leaves.map(() => 1 + draw(draw(2) === 0 ? 5 : 40)));
  const lower = (numbers: readonly number[][], odds: number) =>
    numbers.map((ofYear) => ofYear.map((most) => (draw(odds) > 0 ? most : draw(most))));
  const volunteers = lower(staff, 4);
  const active = lower(volunteers, 2);
  const lines = (of: (year: number) => (string | number)[], after: string) =>
    years.flatMap((year, i) => rows(`${year}-12-31`, of(i), after));
  const columns = (i: number) => [addUp(volunteers[i] ?? []), addUp(active[i] ?? [])];
  return {
    units,
    headcount: ["时点,单位,口径,在岗职工数", ...lines((i) => addUp(staff[i] ?? []), "全局,")],
    volunteers: [
      "时点,单位,口径,备案注册人数,活跃人数,当年服务时长",
      ...lines((i) => {
        const [all = [], some = []] = columns(i);
        return all.map((number, unit) => `${number},${some[unit]},${(some[unit] ?? 0) * 20}`);
      }, "全局,"),
    ],
  };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const json = (kind: string, id: string, value: object): SourceFile => ({
  path: `${kind}/${id}.json`,
  bytes: bytes(JSON.stringify(value)),
});

/** What the core is given of such a table: the project's definitions, and the indicators above. */
export function inputsOf(tables: Tables) {
  const own = load(projectData, "public", "2025-03-01");
  return {
    ...own,
    exports: Object.entries(tables).map(([id, lines]) => ({
      path: `${id}/all.csv`,
      bytes: bytes(lines.map((line) => `${line}\r\n`).join("")),
    })),
    folders: Object.keys(tables),
    indicators: [
      ...own.indicators,
      ...Object.entries(indicators).map(([id, value]) => json("indicators", id, value)),
    ],
    settings: json("", "site", { sample: false, baseYear: 2022 }),
    signoffs: null,
    wall: null,
    revisions: null,
    releases: [],
  };
}
