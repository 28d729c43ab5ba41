import type { PublishedFigure, PublishedPoint, Target } from "../../src/core/site.ts";
import { absences, isAbsent, type State } from "../../src/core/state.ts";
import { indicatorOf } from "./bureau.ts";

/** What is known of a year before anything is compared. */
export interface Raw {
  year: number;
  value: number | null;
  state: State;
  partial: boolean;
  until: string | null;
  scope: string | null;
  rate: number | null;
}

/** A figure with the raw years it was made of. */
export interface Generated {
  readonly shape: string;
  readonly figure: PublishedFigure;
  readonly raw: readonly Raw[];
  readonly parts: ReadonlyMap<string, readonly Raw[]>;
  readonly days?: readonly string[]; // of what a cadence counts
}

/** The series being shaped: how it moves, by a factor a year, and what befalls its years. */
interface Draft {
  readonly kind: number; // 0 … 7: each shape varies with it
  readonly raw: Raw[];
  readonly start: number;
  readonly random: () => number; // 0 … 1, the same in every run
  readonly targets: Target[];
  readonly breaks: PublishedFigure["breaks"][number][];
}

const lastYear = 2025;

const kinds = [
  { title: "注册志愿者占比", unit: "%", decimals: 1, start: 30, years: 14, ratio: true },
  { title: "会议", unit: "次", decimals: 0, start: 118, years: 14, ratio: false },
  { title: "公务接待费", unit: "万元", decimals: 2, start: 86.4, years: 14, ratio: false },
  { title: "参赛人次", unit: "人次", decimals: 0, start: 96, years: 40, ratio: false },
  { title: "人均服务时长", unit: "小时", decimals: 1, start: 15.234, years: 9, ratio: true },
  { title: "服务总时长", unit: "小时", decimals: 0, start: 123456789012, years: 14, ratio: false },
  { title: "举办竞赛", unit: "项", decimals: 0, start: 4, years: 14, ratio: false },
  { title: "获得荣誉", unit: "项", decimals: 0, start: 24, years: 14, ratio: false },
] as const;

/** Write values along a path of factors of the start; shares stay below 100. */
function along({ raw, start, kind }: Draft, factor: (i: number, of: number) => number): void {
  raw.forEach((year, i) => {
    const value = start * factor(i, raw.length);
    const scale = kind === 2 ? 100 : 1;
    const whole = Math.round(value * scale) / scale;
    year.value = kinds[kind]?.ratio ? Math.min(value, kind === 0 ? 100 : value) : whole;
  });
}

function walk(draft: Draft, least: number, most: number): void {
  let at = 1;
  along(draft, (i) => {
    if (i > 0) at *= 1 + least + draft.random() * (most - least);
    return at;
  });
}

function lose(year: Raw | undefined, state: State, rate: number | null = null): void {
  if (year) Object.assign(year, { value: null, state, rate: state === "rate-only" ? (rate ?? -5.5) : null });
}

function setLast(draft: Draft, factor: number): void {
  const last = draft.raw.at(-1);
  if (last)
    last.value = draft.kind === 2 ? Math.round(draft.start * factor * 100) / 100 : draft.start * factor;
  if (last && [1, 3, 5, 6, 7].includes(draft.kind)) last.value = Math.round(last.value ?? 0);
}

function setTargets({ raw, targets, kind }: Draft, from: number, factor: number): void {
  const direction = kind % 2 === 0 ? "up" : "down";
  const base = raw.at(-1)?.value ?? 0;
  const value = Number((base * factor).toFixed([0, 2].includes(kind) ? 2 : 0));
  for (const { year } of raw.slice(from)) targets.push({ year, value, direction, source: "规划" });
}

/** Pick what a kind has of a list of eight. */
function pick({ kind }: Draft, list: readonly number[]): number {
  return list[kind] ?? 0;
}

const parts = [0.1, 0.2, 0.25, 1 / 3, 0.4, 0.5, 2 / 3, 0.75];

/** What may happen to a series, each with the series it makes of eight kinds. */
const shapes: Readonly<Record<string, (draft: Draft) => void>> = {
  上升: (d) => walk(d, 0.005, 0.09),
  下降: (d) => walk(d, -0.12, -0.01),
  先升后降: (d) => along(d, (i, of) => 1 + 0.2 * Math.min(i, of - 4) - 0.13 * Math.max(0, i - of + 4)),
  下降中一次回升: (d) => along(d, (i, of) => 1 - i / (of + 4) + (i === of - 3 ? 0.3 : 0)),
  起伏: (d) => {
    walk(d, -0.2, 0.25);
    Object.assign(d.raw.at(-3) ?? {}, { state: "revised" });
    Object.assign(d.raw.at(-2) ?? {}, { state: "provisional" });
  },
  末两年相同: (d) => {
    walk(d, 0.02, 0.08);
    Object.assign(d.raw.at(-1) ?? {}, { value: d.raw.at(-2)?.value });
  },
  与前高并列: (d) => {
    walk(d, -0.06, 0.06);
    const highest = Math.max(...d.raw.map(({ value }) => value ?? 0));
    Object.assign(d.raw.at(-1) ?? {}, { value: highest });
    Object.assign(d.raw.at(-4) ?? {}, { value: highest });
  },
  几乎不变: (d) => along(d, (i) => 1 + i * 0.0003),
  中间为零: (d) => {
    walk(d, 0.02, 0.2);
    Object.assign(d.raw.at(-3) ?? {}, { value: 0 });
    if (d.kind % 2 === 0) Object.assign(d.raw[0] ?? {}, { value: 0 });
  },
  降到零: (d) => {
    walk(d, -0.2, -0.05);
    Object.assign(d.raw.at(-1) ?? {}, { value: 0 });
  },
  正好翻番: (d) => {
    walk(d, -0.05, 0.3);
    setLast(d, 2);
  },
  近于翻番: (d) => {
    walk(d, -0.05, 0.2);
    setLast(d, 2 + pick(d, [-0.05, -0.035, -0.015, -0.005, 0.01, 0.019, 0.03, 0.06]));
  },
  正好几分之几: (d) => {
    walk(d, -0.2, 0.2);
    setLast(d, parts[d.kind] ?? 0.5);
  },
  近于几分之几: (d) => {
    walk(d, -0.2, 0.2);
    setLast(
      d,
      (parts[(d.kind * 3) % 8] ?? 0.5) + pick(d, [-0.015, -0.009, 0.009, 0.011, 0.02, 0.005, 0.05, -0.02]),
    );
  },
  中间缺年: (d) => {
    walk(d, 0.01, 0.1);
    lose(d.raw.at(-3 - (d.kind % 3)), absences[d.kind] as State);
  },
  末年没有: (d) => {
    walk(d, -0.1, -0.01);
    lose(d.raw.at(-1), absences[d.kind] as State);
  },
  首年没有: (d) => {
    walk(d, -0.1, 0.12);
    lose(d.raw[0], absences[d.kind] as State);
  },
  末年未满: (d) => {
    walk(d, 0.02, 0.1);
    const last = d.raw.at(-1);
    if (last)
      Object.assign(last, { partial: true, until: "2025-06-30", value: Math.round((last.value ?? 0) / 2) });
  },
  数据不完整: (d) => {
    walk(d, 0.01, 0.1);
    Object.assign(d.raw.at(d.kind % 2 === 0 ? -4 : -1) ?? {}, { partial: true });
  },
  另一口径: (d) => {
    walk(d, -0.1, -0.01);
    const year = d.raw.at(d.kind % 2 === 0 ? -5 : -1);
    if (year) Object.assign(year, { scope: "机关", value: Math.round((year.value ?? 0) / 3) });
  },
  断点: (d) => {
    walk(d, 0.01, 0.1);
    const comparable = d.kind % 2 === 1;
    d.breaks.push({ year: 2020, date: "2020-01-01", kind: "口径调整", note: "", comparable });
  },
  仅有增减率: (d) => {
    walk(d, -0.12, -0.01);
    for (const at of d.kind % 2 === 0 ? [-4, -5] : [-1, -2, -3]) lose(d.raw.at(at), "rate-only", -4.25 + at);
    if (d.kind === 3) lose(d.raw.at(-6), "withheld");
  },
  首次达到目标: (d) => {
    walk(d, d.kind % 2 === 0 ? 0.03 : -0.1, d.kind % 2 === 0 ? 0.1 : -0.03);
    setTargets(d, pick(d, [-4, -3, -1, -4, -3, -4, -2, -5]), d.kind % 2 === 0 ? 0.98 : 1.02);
    if (d.kind === 3) lose(d.raw.at(-2), "missing");
    if (d.kind === 2) d.targets.splice(1, 1);
  },
  目标各样: (d) => {
    walk(d, -0.06, 0.1);
    setTargets(d, -5, pick(d, [1, 0.8, 1.0004, 1.3, 0.7, 0.9999, 2, 1]));
  },
  年份很少: (d) => {
    walk(d, 0.02, 0.15);
    d.raw.splice(0, d.raw.length - 1 - d.kind);
    Object.assign(d.raw.at(-1) ?? {}, { state: "provisional" });
  },
};

/** Draw numbers between 0 and 1 from a seed: Park and Miller's generator, Communications of the ACM 31 (1988). */
function randomFrom(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 48271) % 2147483647;
    return at / 2147483647;
  };
}

/** Compare the years as the contract says: directly, else by the rate that was given; the base directly, else chained. */
function publish(
  raw: readonly Raw[],
  share: boolean,
  baseYear: number,
  breaks: Draft["breaks"],
): PublishedPoint[] {
  const compare = (a: Raw | undefined, b: Raw): number | null => {
    if (!a || a.partial || b.partial || a.value === null || b.value === null) return null;
    const severed = breaks.some((one) => !one.comparable && a.year < one.year && one.year <= b.year);
    if (severed || a.scope !== b.scope) return null;
    if (a.value === 0) return null;
    return share ? b.value - a.value : (b.value / a.value - 1) * 100;
  };
  const changes = raw.map((year, i) => compare(raw[i - 1], year) ?? (share || i === 0 ? null : year.rate));
  const base = raw.find(({ year }) => year === baseYear);
  return raw.map((year, i) => {
    const { rate, ...rest } = year;
    const direct = base ? compare(base, year) : null;
    const path = base && base.year < year.year ? changes.slice(raw.indexOf(base) + 1, i + 1) : [];
    const bridged = direct === null && !share && base && path.length > 0 && path.every((one) => one !== null);
    const absent = year.value === null || base?.value === null;
    const stands = (one: Raw | undefined) => one?.value !== null || one?.state === "rate-only";
    const chained = Boolean(bridged && absent && stands(year) && !base?.partial && !year.partial);
    const chain = (path.reduce((product: number, one) => product * (1 + (one ?? 0) / 100), 1) - 1) * 100;
    return {
      ...rest,
      from: `${year.year}-01-01`,
      to: `${year.year}-12-31`,
      parts: null,
      change: changes[i] ?? null,
      base: chained ? chain : direct,
      break: year.scope !== "全局" || breaks.some((one) => !one.comparable && one.year === year.year),
      chained,
      terms: null,
      gap: null,
      windows: null,
      dates: null,
      budget: null,
      sources: [],
      sourceCount: 0,
    };
  });
}

/** Split a series by level; a part of a withheld year is withheld. */
function split(raw: readonly Raw[], random: () => number): Map<string, Raw[]> {
  const levels = new Map<string, Raw[]>([
    ["国家级", []],
    ["省级", []],
  ]);
  for (const year of raw) {
    const national = year.value === null ? null : Math.floor((year.value ?? 0) * random() * 0.4);
    levels.get("国家级")?.push({ ...year, value: national });
    levels.get("省级")?.push({ ...year, value: year.value === null ? null : year.value - (national ?? 0) });
  }
  return levels;
}

function generate(shape: string, form: (draft: Draft) => void, kind: number): Generated {
  const { title, unit, decimals, start, years, ratio } = kinds[kind] as (typeof kinds)[number];
  const random = randomFrom(7919 * (kind + 1) + 104729 * Object.keys(shapes).indexOf(shape) + 1);
  const raw = Array.from({ length: years }, (_, i): Raw => {
    const year = lastYear - years + 1 + i;
    return { year, value: 0, state: "final", partial: false, until: null, scope: "全局", rate: null };
  });
  const draft: Draft = { kind, raw, start, random, targets: [], breaks: [] };
  form(draft);
  const baseYear = kind === 4 ? 2018 : 2012;
  const operand = (column: string) => ({ dataset: "volunteers", column });
  const measure = ratio
    ? { kind: "ratio", numerator: operand("备案注册人数"), denominator: operand("活跃人数") }
    : { kind: "sum", dataset: "austerity", column: "本年数" };
  const indicator = indicatorOf(measure, { title, unit, decimals, chart: "line" });
  const levels = kind === 7 ? split(raw, random) : new Map<string, Raw[]>();
  const series = [...levels, ["total", raw] as const].map(([key, those]) => ({
    key,
    title: key === "total" ? title : key,
    points: publish(those, unit === "%", baseYear, draft.breaks),
  }));
  const figure: PublishedFigure = {
    ...indicator,
    changeUnit: unit === "%" ? "百分点" : "%",
    scope: "全局",
    baseYear,
    series,
    byScope: false,
    by: kind === 7 ? "级别" : null,
    datasets: [],
    present: true,
    notCounted: false,
    targets: draft.targets,
    breaks: draft.breaks,
  };
  return { shape, figure, raw, parts: levels };
}

/** Make two hundred figures: every shape of every kind, the same in every run. */
export const generated: readonly Generated[] = Object.entries(shapes).flatMap(([shape, form]) =>
  kinds.map((_, kind) => generate(shape, form, kind)),
);

/** Write a figure's years beside its sentences, so that anybody can check them. */
export function tell({ shape, figure, raw }: Generated, said: readonly string[]): string {
  const states: Partial<Record<State, string>> = { provisional: "初步", revised: "修订" };
  const year = ({ year, value, state, rate, partial, until, scope }: Raw) =>
    [
      year,
      value === null ? state : Number(value.toFixed(4)),
      rate === null ? "" : `(${rate}%)`,
      isAbsent(state) ? "" : (states[state] ?? ""),
      until ? `截至 ${until}` : partial ? "部分" : "",
      scope === "全局" ? "" : scope,
    ]
      .filter((word) => word !== "")
      .join(" ");
  const parts = figure.series.flatMap(({ key, points }) =>
    key === "total" ? [] : [`${key}：${points.map((point) => `${point.year} ${point.value}`).join("; ")}`],
  );
  const targets = figure.targets.map((t) => `${t.year} ${t.direction === "up" ? "≥" : "≤"} ${t.value}`);
  const breaks = figure.breaks.map((b) => `${b.year} ${b.kind} ${b.comparable ? "可比" : "不可比"}`);
  return [
    `${shape}：${figure.title}，${figure.unit}，${figure.decimals} 位小数，基年 ${figure.baseYear}`,
    raw.map(year).join("; "),
    ...parts,
    ...(targets.length > 0 ? [`目标：${targets.join("; ")}`] : []),
    ...(breaks.length > 0 ? [`断点：${breaks.join("; ")}`] : []),
    ...said,
  ].join("\n  ");
}
