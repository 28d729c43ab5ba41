import {
  type ComparedFigure,
  type ComparedPoint,
  compareFigures,
  type FigureChange,
} from "../changes/figure-changes.ts";
import { latestPoint, mainSeries } from "../figures/latest.ts";
import type { PublishedFigure, PublishedPoint, Site } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatComparison, formatNumber, formatValue } from "../words/format.ts";
import type { SourcePage } from "./sources.ts";

/** The figures as they were last published; `parts` of a ratio say which side changed. */
export interface LastVersion {
  readonly date: string;
  readonly figures: readonly (Omit<ComparedFigure, "series"> & {
    readonly series: readonly {
      readonly key: string;
      readonly title: string;
      readonly points: readonly (ComparedPoint & { readonly parts?: PublishedPoint["parts"] })[];
    }[];
  })[];
}

/** One value that differs from what it is compared with. */
export interface ValueChange {
  readonly title: string; // of the series
  readonly year: number;
  readonly kind: FigureChange["kind"];
  readonly old: string;
  readonly now: string;
  readonly size: string; // by how much, or ""
  readonly why: string; // which part changed, or ""
  readonly address: string; // of its sources
  readonly cells: readonly string[]; // it rests on: "volunteers/2018.csv D3", original text
}

/** The values of one figure that differ. */
export interface DeskChange {
  readonly figure: string; // id
  readonly title: string;
  readonly values: readonly ValueChange[]; // the biggest consequence first
  readonly before: PublishedFigure | null; // to be drawn beside the figure as it is now; null where it cannot be
  readonly after: PublishedFigure | null;
}

const kindNames: Readonly<Record<FigureChange["kind"], string>> = {
  gone: "没有了",
  changed: "数变了",
  new: "新有的",
  state: "状态变了",
  compared: "对比变了",
};

/** Name what became of a value. */
export function sayKind(kind: FigureChange["kind"]): string {
  return kindNames[kind];
}

/** List what the public will see otherwise than when it was last published, figure by figure, the biggest consequence first. */
export function listChanges(last: LastVersion, site: Site, pages: readonly SourcePage[]): DeskChange[] {
  const changes = compareFigures({ figures: last.figures, units: [] }, { figures: site.figures, units: [] });
  const byFigure = Map.groupBy(changes, ({ figure }) => figure.id);
  return [...byFigure].map(([id, of]): DeskChange => {
    const after = site.figures.find((figure) => figure.id === id) ?? null;
    const old = last.figures.find((figure) => figure.id === id);
    const page = pages.find((one) => one.figure === id && !one.ofUnits);
    return {
      figure: id,
      title: of[0]?.figure.title ?? id,
      values: of.map((change) => valueChange(change, old, after, page)),
      before: after && old ? asItWas(after, old) : null,
      after,
    };
  });
}

function valueChange(
  { kind, figure, series, year, before, after, percent, difference }: FigureChange,
  old: LastVersion["figures"][number] | undefined,
  current: PublishedFigure | null,
  page: SourcePage | undefined,
): ValueChange {
  const place = current?.series.findIndex(({ key }) => key === series.key) ?? -1;
  const source = page?.series[place]?.points.find((point) => point.year === year);
  const was = old?.series.find(({ key }) => key === series.key)?.points.find((point) => point.year === year);
  const is = current?.series[place]?.points.find((point) => point.year === year);
  const all = page?.cells.filter(({ id }) => source?.cells.includes(id)) ?? [];
  const changed = changedSides(was?.parts ?? null, is?.parts ?? null);
  const column = changed.length === 1 ? columnOf(current, changed[0]?.side) : null;
  const cells = all.some((cell) => cell.column === column)
    ? all.filter((cell) => cell.column === column)
    : all;
  return {
    title:
      series.key === "total" || series.title === figure.title
        ? figure.title
        : `${figure.title}（${series.title}）`,
    year,
    kind,
    old: sayPoint(before, figure),
    now: sayPoint(after, figure),
    size: saySize(difference, percent, figure),
    why: changed
      .map(
        ({ side, ...of }) =>
          `${side === "numerator" ? "分子" : "分母"}由 ${of.was ?? "无"} 变为 ${of.is ?? "无"}`,
      )
      .join("；"),
    address: source && page ? `${page.path}#${source.mark}` : "",
    cells: cells.map(
      ({ file, cell, line, text }) => `${file} ${cell || `第 ${line} 行`}：${text === "" ? "（空）" : text}`,
    ),
  };
}

function sayPoint(point: ComparedPoint | null, figure: FigureChange["figure"]): string {
  if (!point) return "没有";
  const state = point.partial ? `${stateNames[point.state]}，不完整` : stateNames[point.state];
  return point.value === null ? state : `${formatValue(point.value, figure)}（${state}）`;
}

function saySize(difference: number | null, percent: number | null, figure: FigureChange["figure"]): string {
  if (difference === null) return "";
  const sign = difference > 0 ? "+" : "";
  const more = `${sign}${formatNumber(difference, figure.decimals)}${figure.unit === "%" ? " 个百分点" : ` ${figure.unit}`}`;
  return percent === null ? more : `${more}（${sign}${formatNumber(percent, 1)}%）`;
}

/** Find which sides of a ratio changed. */
function changedSides(was: PublishedPoint["parts"], is: PublishedPoint["parts"]) {
  if (!was || !is) return [];
  return (["numerator", "denominator"] as const)
    .filter((side) => was[side] !== is[side])
    .map((side) => ({ side, was: was[side], is: is[side] }));
}

function columnOf(
  figure: PublishedFigure | null,
  side: "numerator" | "denominator" | undefined,
): string | null {
  return figure?.measure.kind === "ratio" && side ? figure.measure[side].column : null;
}

/** Put the values of the last version into a figure, so that both are drawn alike. */
function asItWas(figure: PublishedFigure, old: LastVersion["figures"][number]): PublishedFigure {
  const series = figure.series.map((one) => {
    const before = old.series.find(({ key }) => key === one.key);
    const points = one.points.flatMap((point): PublishedPoint[] => {
      const was = before?.points.find(({ year }) => year === point.year);
      if (!was) return [];
      const { value, state, parts = null, change = null, base = null } = was;
      return [{ ...point, value, state, parts, change, base }];
    });
    return { ...one, points };
  });
  return { ...figure, series };
}

/** How a figure's latest finished year stands to the year before: what there is to look at where nothing was published yet. */
export interface YearOnYear {
  readonly figure: string; // id
  readonly title: string;
  readonly year: number;
  readonly old: string;
  readonly now: string;
  readonly change: string;
  readonly address: string;
}

/** Compare every figure's latest finished year with the year before, the largest change first. */
export function compareWithYearBefore(site: Site, prefixes: Readonly<Record<string, string>>): YearOnYear[] {
  const rows = site.figures.flatMap((figure) => {
    const series = mainSeries(figure);
    const point = latestPoint(series);
    const before = series?.points.find(({ year }) => point && year === point.year - 1);
    if (!point || !before || figure.changeUnit === "") return [];
    const say = (one: PublishedPoint) =>
      one.value === null ? stateNames[one.state] : formatValue(one.value, figure);
    const row = {
      figure: figure.id,
      title: figure.title,
      year: point.year,
      old: say(before),
      now: say(point),
      change: point.change === null ? "不能比" : formatComparison(point.change, figure, "上年"),
      address: `${prefixes[figure.id] ?? ""}${point.year}`,
    };
    const { value: now } = point;
    const size = now === null || !before.value ? 0 : Math.abs(now / before.value - 1);
    return [{ row, size }];
  });
  return rows.sort((a, b) => b.size - a.size).map(({ row }) => row);
}
