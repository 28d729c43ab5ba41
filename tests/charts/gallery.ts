import { drawFigures, drawRibbon } from "../../src/charts/chart.ts";
import type { Sign } from "../../src/charts/signs.ts";
import type { PublishedFigure } from "../../src/core/site.ts";
import { cases, drawPair, kinds } from "./matrix.ts";
import { figureOf, type Short } from "./sample.ts";
import { titlesSample } from "./titles.ts";

const share = { unit: "%", decimals: 1, title: "注册志愿者占比", changeUnit: "百分点" } as const;
const unfinished = { partial: true, until: "2025-06-30" } as const;
const waves: readonly Short[] = Array.from({ length: 66 }, (_, i) =>
  i === 21 ? "missing" : Math.round(50 + 300 * Math.sin(i / 9) ** 2),
);

function targetOf(year: number, value: number): PublishedFigure["targets"][number] {
  return { year, value, direction: "up", source: "" };
}

function breakOf(year: number, comparable: boolean): PublishedFigure["breaks"][number] {
  return { year, date: `${year}-01-01`, kind: "统计口径变化", note: "起含线上岗位测试", comparable };
}

function withChange(value: number | string, i: number, all: readonly (number | string)[]): Short {
  const before = all[i - 1];
  if (typeof value === "string") return "withheld";
  return { value, change: typeof before === "number" ? value - before : null };
}

/** An index figure from its changes on the base year; a text is an absence, a pair a rate without a value. */
function indexOf(
  title: string,
  at100: number,
  changes: readonly (number | "withheld" | "missing" | readonly ["rate", number])[],
  more: Partial<PublishedFigure>,
): PublishedFigure {
  const total = changes.map((change, i): Short => {
    if (typeof change === "string") return change;
    if (typeof change === "number") {
      const before = changes[i - 1];
      const yearly = typeof before === "number" ? ((100 + change) / (100 + before) - 1) * 100 : null;
      return { base: change, value: at100 * (1 + change / 100), change: yearly };
    }
    return { state: "rate-only", base: change[1], chained: true };
  });
  return figureOf("index", 2012, { total }, { title, ...more });
}

/** Every kind of chart on the figures life brings: one year, sixty-six years, nothing public, long names, long numbers. */
export const gallery: Readonly<Record<string, readonly PublishedFigure[]>> = {
  line: [
    figureOf(
      "line",
      2012,
      {
        total: [
          ...[28.4, "withheld", 39, 44, 47.1, 52.8, 57, 61.2, 63.4, 68.9, 72.7, 77.5, 81.8],
          { value: 89.838, parts: { numerator: 389, denominator: 433 } },
        ] as Short[],
      },
      share,
    ),
  ],
  "line-target": [
    figureOf(
      "line",
      2012,
      {
        total: [
          ...[28.4, "withheld", 39, 44, 47.1, 52.8, 57, 61.2, 60.1, 68.9, 72.7, 77.5, 81.8].map(withChange),
          { value: 89.838, change: 8, parts: { numerator: 389, denominator: 433 } },
        ] as Short[],
      },
      {
        ...share,
        targets: [2021, 2022, 2023, 2024, 2025].map((year) => targetOf(year, 85)),
        breaks: [breakOf(2017, false)],
      },
    ),
  ],
  "line-scopes": [
    figureOf(
      "line",
      2016,
      {
        机关: [60, 66, 70, "withheld", 78, 81, 88, 90, 92, 96],
        全局: [28.4, 39, "not-collected", 57, 61.2, 63.4, 68.9, 72.7, 81.8, 89.8],
        窗口: [...Array<Short>(6).fill("missing"), 70, 81, { value: 89.8, state: "provisional" }, 89.9],
        total: [28.4, 39, "not-collected", 57, 61.2, 63.4, 68.9, 72.7, 81.8, 89.8],
      },
      { ...share, by: "口径", byScope: true, targets: [2023, 2024, 2025].map((year) => targetOf(year, 85)) },
    ),
  ],
  "line-targets": [
    figureOf(
      "line",
      2018,
      { total: [50, 55, { value: 58, state: "provisional" }, 62, 70, 71, 72] },
      { ...share, targets: [55, 60, 65, 70, 75].map((value, i) => targetOf(2019 + i, value)) },
    ),
  ],
  "columns-target": [
    figureOf(
      "columns",
      2016,
      {
        total: [
          120,
          140,
          130,
          { value: 150, state: "provisional" },
          "not-collected",
          170,
          180,
          160,
          210,
          230,
        ],
      },
      { targets: [2023, 2024, 2025].map((year) => targetOf(year, 200)), breaks: [breakOf(2018, false)] },
    ),
  ],
  "line-mixed": [
    figureOf(
      "line",
      2012,
      {
        total: [
          28.4,
          "withheld",
          "not-collected",
          "not-collected",
          47.1,
          52.8,
          { value: 30, scope: "机关", break: true },
          61.2,
          "missing",
          68.9,
          "not-applicable",
          { value: 77.5, state: "provisional" },
          81.8,
          { value: 60.5, parts: { numerator: 389.5, denominator: 12345 }, ...unfinished },
        ],
      },
      share,
    ),
  ],
  "line-last-absent": [
    figureOf("line", 2012, { total: [28.4, "rate-only", 39, 44, 47.1, "withheld"] }, share),
  ],
  "line-one": [figureOf("line", 2025, { total: [28.4] }, share)],
  "line-none": [figureOf("line", 2012, { total: Array<Short>(14).fill("withheld") }, share)],
  "line-large": [
    figureOf(
      "line",
      2012,
      { total: [123456789012, 223456789012, "suppressed", 423456789012] },
      { unit: "元" },
    ),
  ],
  "line-66": [figureOf("line", 1959, { total: waves })],
  columns: [
    figureOf("columns", 2012, {
      total: [96, 112, 130, 155, 150, 168, 181, 197, "not-collected", 176, 203, 228, 251, 287],
    }),
  ],
  "columns-mixed": [
    figureOf("columns", 2012, {
      total: [
        96,
        "withheld",
        "withheld",
        155,
        { value: 50, scope: "机关", break: true },
        168,
        "suppressed",
        197,
        "not-due",
        "missing",
        "not-applicable",
        { value: 228, state: "provisional" },
        0,
        { value: 87, ...unfinished },
      ],
    }),
  ],
  "columns-negative": [
    figureOf(
      "columns",
      2013,
      { total: [-28.5, -22, -11.6, -8.7, -6.7, -3.3, -7.1, -20.6, -4.6, -6.5, 27.3, -14.7, -10.3] },
      { unit: "%", decimals: 1 },
    ),
  ],
  "columns-66": [figureOf("columns", 1959, { total: waves })],
  "columns-large": [
    figureOf("columns", 2012, {
      total: [923456789012, 223456789012, 323456789012, "no-denominator", 423456789012],
    }),
  ],
  "columns-one": [figureOf("columns", 2025, { total: [7] })],
  "columns-zero": [figureOf("columns", 2023, { total: [0, 0, 0] })],
  "columns-none": [figureOf("columns", 1990, { total: Array<Short>(36).fill("not-collected") })],
  stack: [
    figureOf("stack", 2012, {
      国家级: [0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 2],
      省级: [2, 3, 2, 4, 4, 5, 4, 4, 5, 6, 5, 6, 6, 7],
      省直: Array<Short>(14).fill(0),
      市级: [3, 4, 4, 5, 6, 5, 7, 6, 4, 5, 7, 6, 8, 9],
      total: [5, 7, 7, 9, 10, 11, 11, 10, 10, 11, 12, 13, 15, 18],
    }),
  ],
  "stack-mixed": [
    figureOf("stack", 2020, {
      技能大赛: [50, "withheld", "not-collected", 155, { value: 160, ...unfinished }],
      知识竞赛: [30, 30, "not-collected", "withheld", { value: 100, ...unfinished }],
      某某系统内部组织的其他各类竞赛: [5, 5, "not-collected", 1, { value: 90, ...unfinished }],
      total: [
        85,
        "withheld",
        "not-collected",
        { value: 400, state: "provisional" },
        { value: 350, ...unfinished },
      ],
    }),
  ],
  "stack-66": [
    figureOf("stack", 1959, {
      国家级: waves,
      市级: waves,
      total: waves.map((value) => (typeof value === "number" ? 2 * value : value)),
    }),
  ],
  "stack-last-absent": [
    figureOf("stack", 2012, {
      国家级: [2, 3, "withheld"],
      省级: [2, 3, "withheld"],
      total: [4, 6, "withheld"],
    }),
  ],
  index: [
    indexOf(
      "公务接待费",
      86.4,
      [0, -28.5, -44.2, -50.7, -55.3, -58.3, -59.7, -62.5, -70.2, -71.6, -73.4, -66, -71, -73.96],
      { unit: "万元", decimals: 2 },
    ),
    indexOf(
      "文件",
      342,
      [0, -10.5, ["rate", -18.4], -21.5, -24.6, -27.2, -30, -37.4, -41.5, -39.6, -41.1, -39.8, -41.8, -43],
      { unit: "件" },
    ),
    indexOf(
      "会议",
      118,
      [0, -14, ["rate", -25.8], -29, -32.2, -35.6, -38.1, -41.5, -48.3, -46.5, -47.2, -45.8, -47.5, -49.2],
      { unit: "次" },
    ),
  ],
  "index-mixed": [
    indexOf(
      "公务接待费及其他全部行政开支合计",
      123456789,
      [0, -28.5, "withheld", -50.7, 62.5, -70.2, -73.96],
      {
        unit: "万元",
        decimals: 2,
      },
    ),
    indexOf("文件", 342, [0, -10.5, "withheld", "missing", -24.6, -41.8, -74], { unit: "件" }),
    indexOf("会议", 118, [0, -14, "withheld", -29, "withheld", -47.5, -75], { unit: "次" }),
    indexOf("用车", 118, [0, -14, "withheld", -29, -30, -47.5, ["rate", -76]], { unit: "次" }),
  ],
  "index-no-base": [
    figureOf("index", 2012, { total: ["withheld", 3, 4, 5] }, { title: "会议", unit: "次" }),
    figureOf("index", 2012, { total: ["withheld", 6, 7, 8] }, { title: "文件", unit: "件" }),
  ],
};

const signs: readonly Sign[] = [
  { sign: "①", year: 2017, at: "break" },
  { sign: "②", year: 2016, at: "value" },
  { sign: "③", year: 2020, at: "value" },
];

/** Draw the whole gallery, every kind in every case and the samples: name and size → SVG. */
export function drawGallery(): Map<string, string> {
  const pairs = kinds.flatMap((kind) => cases.flatMap((name) => drawPair(kind, name)));
  return new Map([...pairs, ...drawSamples()]);
}

/** Draw the samples: name and size → SVG. */
export function drawSamples(): Map<string, string> {
  const drawn = new Map<string, string>();
  for (const [name, figures] of Object.entries(gallery)) {
    for (const size of ["wide", "narrow", "lead"] as const) {
      const id = `${name}-${size}`;
      drawn.set(id, drawFigures({ id, figures, size, title: `${name} <&>`, desc: "说明", signs }));
    }
  }
  for (const size of ["wide", "middle", "narrow"] as const) {
    for (const from of [2012, 1990]) {
      const id = `ribbon-${from}-${size}`;
      drawn.set(
        id,
        drawRibbon({ id, titles: titlesSample, asOf: "2025-12-31", from, size, title: "荣誉", desc: "说明" }),
      );
    }
  }
  return drawn;
}
