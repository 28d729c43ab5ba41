import { drawFigures, drawMultiples, drawRibbon, drawUnits } from "../../src/charts/chart.ts";
import type { Title } from "../../src/core/figure.ts";
import type { PublishedFigure, PublishedPoint, UnitFigures } from "../../src/core/site.ts";
import type { State } from "../../src/core/state.ts";
import { figureOf, type Short } from "./sample.ts";
import { renewedTitle } from "./titles.ts";
import { unitsOf } from "./units.ts";
import { long } from "./words.ts";

/** What any kind of chart must bear. */
export const cases = [
  "one year",
  "forty years",
  "one unit",
  "two hundred units",
  "all withheld",
  "twelve digits",
  "sixty characters",
  "negative",
  "a tie",
] as const;
type Case = (typeof cases)[number];

export const kinds = [
  "line",
  "columns",
  "stack",
  "blocks",
  "index",
  "outturn",
  "changes",
  "multiples",
  "dots",
  "ribbon",
  "cadence",
] as const;
type Kind = (typeof kinds)[number];

export type Width = "wide" | "narrow" | "lead" | "middle";
type Draw = (at: { readonly id: string; readonly size: Width }) => string;

/** How a kind is drawn in a case, or why that pair makes no sense. */
type Entry = Draw | { readonly none: string };

const said = { title: long.slice(0, 60), desc: "说明" };
const sixty = long.slice(0, 60);
const wave = (count: number, from = 40): number[] =>
  Array.from({ length: count }, (_, i) => from + Math.round(30 * Math.sin(i / 3) + i));
const withheld = Array<State>(14).fill("withheld");
const large = [923456789012, 223456789012, "withheld", 423456789012] as const;
const signed = [-28, 12, -7, -20, 5, -3];

/** Give each value its change on the year before, its change on the first, and a budget, now kept, now not. */
function detailed(values: readonly (number | State)[]): Short[] {
  const first = values.find((value) => typeof value === "number") ?? 1;
  return values.map((value, i): Short => {
    if (typeof value === "string") return value;
    const before = values[i - 1];
    return {
      value,
      change: typeof before === "number" && before !== 0 ? (value / before - 1) * 100 : null,
      base: (value / Number(first) - 1) * 100,
      budget: Math.abs(value) * (i % 3 === 1 ? 0.85 : 1.2),
    };
  });
}

const withoutBudget = (short: Short): Short =>
  typeof short === "object" ? { ...short, budget: null } : short;

type Values = readonly (number | State)[];
type More = Partial<PublishedFigure>;

/** Draw values as a line or columns. */
function plain(chart: "line" | "columns", values: Values, more: More = {}): Draw {
  const total = detailed(values).map(withoutBudget);
  const figure = figureOf(chart, 2026 - values.length, { total }, { title: "参赛人次", ...more });
  return ({ id, size }) => drawFigures({ id, figures: [figure], size: size as "wide", ...said });
}

/** Draw values as parts of a whole, `share` of each being a code's. */
function parts(values: Values, codes: Readonly<Record<string, number>>, more: More = {}): Draw {
  const of = (share: number) =>
    values.map((value): Short => (typeof value === "string" ? value : Math.round(value * share)));
  const split = Object.entries(codes).map(([code, share]) => [code, of(share)] as const);
  const total = values.map((value, i): Short => {
    if (typeof value === "string") return value;
    return split.reduce((sum, [, all]) => sum + Number(all[i]), 0);
  });
  const figure = figureOf("stack", 2026 - values.length, { ...Object.fromEntries(split), total }, more);
  return ({ id, size }) => drawFigures({ id, figures: [figure], size: size as "wide", ...said });
}

/** Draw each of several series of values on an index. */
function index(...series: readonly (readonly [title: string, values: Values])[]): Draw {
  const figures = series.map(([title, values]) =>
    figureOf(
      "index",
      2026 - values.length,
      { total: detailed(values).map(withoutBudget) },
      { title, unit: "次" },
    ),
  );
  return ({ id, size }) => drawFigures({ id, figures, size: size as "wide", ...said });
}

/** Draw money beside its budget, or its changes on the year before. */
function money(
  chart: "budget" | "changes",
  values: Values,
  more: More = {},
  give: (short: Short) => Short = (short) => short,
): Draw {
  const told = { title: "公务接待费", unit: "万元", decimals: 2, ...more };
  const figure = figureOf(chart, 2026 - values.length, { total: detailed(values).map(give) }, told);
  return ({ id, size }) => drawFigures({ id, figures: [figure], size: size as "wide", ...said });
}

/** Draw units below a whole of the same years. */
function ofUnits(draw: typeof drawUnits, units: UnitFigures[], more: More = {}): Draw {
  const points = units[0]?.figures[0]?.points ?? [];
  const mean = (year: number): Short => {
    const values = units.flatMap(
      ({ figures }) => figures[0]?.points.find((p) => p.year === year)?.value ?? [],
    );
    return values.length === 0 ? "withheld" : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const figure = figureOf(
    "line",
    points[0]?.year ?? 2025,
    { total: points.map(({ year }) => mean(year)) },
    {
      title: "注册志愿者占比",
      unit: "%",
      decimals: 1,
      changeUnit: "百分点",
      targets: [{ year: 2025, value: 85, direction: "up", source: "" }],
      ...more,
    },
  );
  return ({ id, size }) => draw({ id, figure, units, size: size as "wide", ...said });
}

function ribbon(titles: readonly Title[]): Draw {
  return ({ id, size }) => drawRibbon({ id, titles, asOf: "2025-12-31", size: size as "wide", ...said });
}

function cadence(count: number, at: (year: number, window: number) => boolean | null): Draw {
  const total = Array.from({ length: count }, (_, i) => 2026 - count + i).map((year): Short => {
    const windows = [0, 1, 2, 3, 4, 5].map((window) => at(year, window));
    return { value: 50, windows };
  });
  const figure = figureOf("cadence", 2026 - count, { total }, { unit: "%", changeUnit: "百分点" });
  return ({ id, size }) => drawFigures({ id, figures: [figure], size: size as "wide", ...said });
}

const levels = { 国家级: 0.1, 省级: 0.3, 市级: 0.6 };
const noUnits = { none: "画的是全局，不分单位" };
const titleOutside = { none: "标题在图外，图里没有名称" };
const noEnd = { none: "末端没有并排的标签" };
const noNegative = { none: "各部分之和与项数没有负的" };
const small = wave(14, 2).map((value) => Math.max(1, Math.round(value / 3)));
const amount = (unit: number, year: number) => 123456789012 * (1 + (unit % 5)) - (2025 - year) * 1e10;
const net = (unit: number, year: number) => (unit % 3) * 20 - 25 + (year - 2018);
const noTarget = { targets: [] };
const yuan: More = { unit: "元", decimals: 0, changeUnit: "%", ...noTarget };
const equal = wave(14);
const didNotFold = (year: number, window: number) =>
  year === 2025 && window === 5 ? null : (year + window) % 4 !== 0;

/** Every kind in every case. */
export const matrix: Readonly<Record<Kind, Readonly<Record<Case, Entry>>>> = {
  line: {
    "one year": plain("line", [7]),
    "forty years": plain("line", wave(40)),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": plain("line", withheld),
    "twelve digits": plain("line", large, { unit: "元" }),
    "sixty characters": titleOutside,
    negative: plain("line", signed),
    "a tie": plain("line", [60, 70, 80, 85], {
      targets: [2023, 2024, 2025].map((year) => ({ year, value: 85, direction: "up", source: "" })),
    }),
  },
  columns: {
    "one year": plain("columns", [7]),
    "forty years": plain("columns", wave(40)),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": plain("columns", withheld),
    "twelve digits": plain("columns", large, { unit: "元" }),
    "sixty characters": titleOutside,
    negative: plain("columns", signed),
    "a tie": noEnd,
  },
  stack: {
    "one year": parts([70], levels),
    "forty years": parts(wave(40), levels),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": parts(withheld, levels),
    "twelve digits": parts(large, levels),
    "sixty characters": parts(wave(14), { [sixty]: 0.5, [long.slice(40)]: 0.5 }),
    negative: noNegative,
    "a tie": parts(wave(14), { 技能大赛: 0.9, 知识竞赛: 0.02, 岗位测试: 0.02, 演讲比赛: 0.02, 其他: 0.02 }),
  },
  blocks: {
    "one year": parts([17], levels),
    "forty years": parts(
      wave(40).map((value) => Math.round(value / 4)),
      levels,
    ),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": { none: "没有数就没有方块，与堆叠图相同" },
    "twelve digits": { none: "超过 24 项就不画方块" },
    "sixty characters": parts(small, { [sixty]: 0.5, [long.slice(40)]: 0.5 }),
    negative: noNegative,
    "a tie": parts([9, 12, 16], { 国家级: 0.9, 省级: 0.06, 省直: 0.06, 市级: 0.06, 系统内: 0.06 }),
  },
  index: {
    "one year": index(["会议", [7]]),
    "forty years": index(["会议", wave(40)], ["文件", wave(40, 70)]),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": index(["会议", withheld], ["文件", withheld]),
    "twelve digits": index(["公务接待费", large], ["会议", [1, 923456789012, 5, 923456789012]]),
    "sixty characters": index([sixty, wave(14)], [long.slice(40), wave(14, 60)]),
    negative: index(["净支出", [20, 12, -7, -20, 5, -3]], ["会议", [20, 18, 17, 16, 15, 15]]),
    "a tie": index(["会议", equal], ["文件", equal], ["公务接待费", equal], ["公务用车", equal]),
  },
  outturn: {
    "one year": money("budget", [7]),
    "forty years": money("budget", wave(40)),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": money("budget", withheld),
    "twelve digits": money("budget", large, { unit: "元" }),
    "sixty characters": titleOutside,
    negative: money("budget", signed),
    "a tie": money("budget", wave(6), {}, (short) => ({
      ...(short as Partial<PublishedPoint>),
      budget: (short as Partial<PublishedPoint>).value ?? null,
    })),
  },
  changes: {
    "one year": money("changes", [7]),
    "forty years": money("changes", wave(40)),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": money("changes", withheld),
    "twelve digits": money("changes", [1, 923456789012, 3, 423456789012]),
    "sixty characters": titleOutside,
    negative: money("changes", signed),
    "a tie": money("changes", [40, 40, 41, 41, 40, 40]),
  },
  multiples: {
    "one year": ofUnits(drawMultiples, unitsOf(4, { years: 1 })),
    "forty years": ofUnits(drawMultiples, unitsOf(4, { years: 40 })),
    "one unit": ofUnits(drawMultiples, unitsOf(1)),
    "two hundred units": ofUnits(drawMultiples, unitsOf(200)),
    "all withheld": ofUnits(drawMultiples, unitsOf(3, { all: "withheld" })),
    "twelve digits": ofUnits(drawMultiples, unitsOf(6, { value: amount }), yuan),
    "sixty characters": ofUnits(drawMultiples, [{ ...(unitsOf(1)[0] as UnitFigures), name: sixty }]),
    negative: ofUnits(drawMultiples, unitsOf(6, { value: net }), noTarget),
    "a tie": ofUnits(drawMultiples, unitsOf(3, { value: () => 85 })),
  },
  dots: {
    "one year": ofUnits(drawUnits, unitsOf(4, { years: 1 })),
    "forty years": ofUnits(drawUnits, unitsOf(4, { years: 40 })),
    "one unit": ofUnits(drawUnits, unitsOf(1)),
    "two hundred units": ofUnits(drawUnits, unitsOf(200)),
    "all withheld": ofUnits(drawUnits, unitsOf(3, { all: "withheld" })),
    "twelve digits": ofUnits(drawUnits, unitsOf(6, { value: amount }), yuan),
    "sixty characters": ofUnits(drawUnits, [{ ...(unitsOf(1)[0] as UnitFigures), name: sixty }]),
    negative: ofUnits(drawUnits, unitsOf(6, { value: net }), noTarget),
    "a tie": ofUnits(drawUnits, unitsOf(3, { value: () => 85 })),
  },
  ribbon: {
    "one year": ribbon([renewedTitle("全国文明单位", 2025, 1)]),
    "forty years": ribbon([renewedTitle("全国文明单位", 1986, 3), renewedTitle("省级文明单位", 1990, 4)]),
    "one unit": ribbon([renewedTitle("省级文明单位", 2014, 3, "窗口服务处")]),
    "two hundred units": ribbon(
      Array.from({ length: 200 }, (_, i) =>
        renewedTitle("省级青年文明号", 2012 + (i % 9), 2 + (i % 3), `业务${i + 1}处`),
      ),
    ),
    "all withheld": { none: "不公开的称号不成行" },
    "twelve digits": { none: "称号没有数值" },
    "sixty characters": ribbon([renewedTitle(sixty, 2014, 3, long.slice(0, 40))]),
    negative: { none: "称号没有数值" },
    "a tie": noEnd,
  },
  cadence: {
    "one year": cadence(1, didNotFold),
    "forty years": cadence(40, didNotFold),
    "one unit": noUnits,
    "two hundred units": noUnits,
    "all withheld": cadence(6, () => null),
    "twelve digits": { none: "每格只有办了和没有办" },
    "sixty characters": titleOutside,
    negative: { none: "每格只有办了和没有办" },
    "a tie": noEnd,
  },
};

const widths: Readonly<Record<Kind, readonly Width[]>> = {
  line: ["wide", "narrow", "lead"],
  columns: ["wide", "narrow", "lead"],
  stack: ["wide", "narrow", "lead"],
  blocks: ["wide", "narrow", "lead"],
  index: ["wide", "narrow", "lead"],
  outturn: ["wide", "narrow", "lead"],
  changes: ["wide", "narrow", "lead"],
  multiples: ["wide", "narrow"],
  dots: ["wide", "narrow"],
  ribbon: ["wide", "middle", "narrow"],
  cadence: ["wide", "narrow"],
};

/** Draw a kind in a case at every width that pages use: name and SVG each; nothing where the pair makes no sense. */
export function drawPair(kind: Kind, name: Case): [string, string][] {
  const entry = matrix[kind][name];
  if (typeof entry !== "function") return [];
  return widths[kind].map((size) => {
    const id = `${kind}-${name.replaceAll(" ", "-")}-${size}`;
    return [id, entry({ id, size })];
  });
}
