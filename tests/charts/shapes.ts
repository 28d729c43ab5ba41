import { drawFigures, drawMultiples, drawUnits } from "../../src/charts/chart.ts";
import type { PublishedFigure, PublishedPoint, UnitFigures } from "../../src/core/site.ts";
import type { State } from "../../src/core/state.ts";
import { figureOf, pointsOf, type Short } from "./sample.ts";

const long =
  "全省行政审批制度改革与营商环境优化工作先进集体暨政务服务示范窗口创建活动参与人员中注册志愿者所占比重及其历年变化情况统计指标数据";

const wave = (count: number, from = 40): number[] =>
  Array.from({ length: count }, (_, i) => from + Math.round(30 * Math.sin(i / 3) + i));

/** What any kind must bear. */
const shapes: Readonly<Record<string, readonly (number | State)[]>> = {
  "one-year": [7],
  "forty-years": wave(40),
  "all-withheld": Array<State>(14).fill("withheld"),
  "twelve-digits": [923456789012, 223456789012, "withheld", 423456789012],
  negative: [-28, 12, -7, -20, 5, -3],
  usual: wave(14),
};

/** Give each value its change on the year before, its change on the first, and, where it is asked for, a budget, now kept, now not. */
function detailed(values: readonly (number | State)[], hasBudget: boolean): Short[] {
  const first = values.find((value) => typeof value === "number") ?? 1;
  return values.map((value, i): Short => {
    if (typeof value === "string") return value;
    const before = values[i - 1];
    return {
      value,
      change: typeof before === "number" ? (value / before - 1) * 100 : null,
      base: (value / Number(first) - 1) * 100,
      budget: hasBudget ? Math.abs(value) * (i % 3 === 1 ? 0.85 : 1.2) : null,
    };
  });
}

function shaped(
  chart: PublishedFigure["chart"],
  name: string,
  title: string,
  more: Partial<PublishedFigure> = {},
): PublishedFigure {
  const total = detailed(shapes[name] ?? [], more.unit === "万元");
  const series = chart === "stack" ? { 国家级: total.map(part), 市级: total.map(part), total } : { total };
  return figureOf(chart, 2026 - total.length, series, { title, ...more });
}

function part(short: Short): Short {
  const value = (short as Partial<PublishedPoint>).value;
  return typeof short === "string" || value == null ? short : { value: value / 2 };
}

/** Make units whose values rise, tie and are withheld in turn. */
export function unitsOf(count: number, all: State | null = null): UnitFigures[] {
  return Array.from({ length: count }, (_, i) => {
    const name =
      count > 100
        ? `业务${i + 1}处`
        : (["窗口服务处", "机关党委", "培训中心", long.slice(0, 22)][i % 4] as string);
    const now = Math.min(100, 100 - (i % 7) * 5.3);
    const given: Short[] = [
      ...wave(6, 30 - (i % 5)),
      now - 9,
      { value: now, parts: { numerator: 30, denominator: 31 } },
    ];
    const hidden: Short[] = Array<Short>(8).fill(i % 2 ? "withheld" : "not-collected");
    const values = all ? Array<Short>(8).fill(all) : i > 2 && i % 9 > 6 ? hidden : given;
    return {
      code: String(i),
      name,
      figures: [{ id: "sample", scope: "全局", points: pointsOf(2018, values) }],
    };
  });
}

const share = figureOf(
  "line",
  2018,
  { total: [40, 48, 52, 58, 63, 70, 81.8, 89.8] },
  {
    unit: "%",
    decimals: 1,
    title: "注册志愿者占比",
    changeUnit: "百分点",
    targets: [{ year: 2025, value: 85, direction: "up", source: "" }],
  },
);

/** Draw every kind on every shape: name and size → SVG. */
export function drawShapes(): [string, string][] {
  const sizes = ["wide", "narrow"] as const;
  const titles = { desc: "说明", title: long.slice(0, 60) };
  const drawn: [string, string][] = [];
  for (const size of sizes) {
    for (const name of Object.keys(shapes)) {
      for (const chart of ["line", "columns", "stack", "index"] as const) {
        const id = `shape-${chart}-${name}-${size}`;
        drawn.push([
          id,
          drawFigures({ id, figures: [shaped(chart, name, long.slice(0, 60))], size, ...titles }),
        ]);
      }
      const figure = shaped("columns", name, "公务接待费", { unit: "万元", decimals: 2 });
      const [outturn, yearly] = [`shape-outturn-${name}-${size}`, `shape-yearly-${name}-${size}`];
      const [budget, changes] = [
        { ...figure, chart: "budget" } as const,
        { ...figure, chart: "changes" } as const,
      ];
      drawn.push([outturn, drawFigures({ id: outturn, figures: [budget], size, ...titles })]);
      drawn.push([yearly, drawFigures({ id: yearly, figures: [changes], size, ...titles })]);
    }
    const windows = (year: number): Short => {
      if (year === 2020) return "not-collected";
      const met = [0, 1, 2, 3, 4, 5].map((i) => (year === 2025 && i === 5 ? null : (year + i) % 4 !== 0));
      return { value: 50, windows: met };
    };
    for (const [name, count] of Object.entries({ one: 1, forty: 40 })) {
      const total = Array.from({ length: count }, (_, i) => windows(2026 - count + i));
      const id = `shape-cadence-${name}-${size}`;
      const figure = figureOf("cadence", 2026 - count, { total }, { unit: "%", changeUnit: "百分点" });
      drawn.push([id, drawFigures({ id, figures: [figure], size, ...titles })]);
    }
    const ties = ["会议", "文件", "公务接待费", "公务用车"].map((title) => shaped("index", "usual", title));
    drawn.push([
      `shape-tie-${size}`,
      drawFigures({ id: `shape-tie-${size}`, figures: ties, size, ...titles }),
    ]);
    for (const [name, units] of Object.entries({
      one: unitsOf(1),
      twelve: unitsOf(12),
      hundreds: unitsOf(200),
      hidden: unitsOf(3, "withheld"),
    })) {
      const [ranked, cells] = [`shape-units-${name}-${size}`, `shape-cells-${name}-${size}`];
      drawn.push([ranked, drawUnits({ id: ranked, figure: share, units, size, ...titles })]);
      drawn.push([cells, drawMultiples({ id: cells, figure: share, units, size, ...titles })]);
    }
  }
  return drawn;
}
