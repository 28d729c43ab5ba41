import type { Topic } from "../core/declared/indicator.ts";
import { mainSeries } from "../core/figures/latest.ts";
import type { PublishedFigure, PublishedPoint, Site, UnitFigures } from "../core/site.ts";
import { formatDirection, formatNumber, formatValue, roundTo } from "../core/words/format.ts";
import { decimalsOf, reaches } from "../core/words/target.ts";
import { type Note, targetNotes } from "./notes.ts";

/** Name a topic's page of its units. */
export function unitsPath(topic: Topic): string {
  return `${topic}/units/index.html`;
}

/** List a topic's figures of which any unit has a value. */
export function figuresByUnit(
  { figures, units }: Pick<Site, "figures" | "units">,
  topic: Topic,
): PublishedFigure[] {
  const ids = new Set(
    units.flatMap((unit) =>
      unit.figures.flatMap(({ id, points }) => (points.some(({ value }) => value !== null) ? id : [])),
    ),
  );
  return figures.filter((figure) => figure.topic === topic && figure.present && ids.has(figure.id));
}

/** A unit's year of one figure, and the year before if it was in use then. */
export interface UnitRow {
  readonly unit: UnitFigures;
  readonly point: PublishedPoint;
  readonly before: PublishedPoint | undefined;
}

/** Lay out a figure's units in use in a year, the highest value first, those without a value at the end. */
export function unitRows(figure: PublishedFigure, units: readonly UnitFigures[], year: number): UnitRow[] {
  const shownAs = ({ point }: UnitRow) => point.value ?? -Infinity;
  return units
    .flatMap((unit): UnitRow[] => {
      const points = unit.figures.find(({ id }) => id === figure.id)?.points;
      const at = (wanted: number) => points?.find((point) => point.year === wanted);
      const point = at(year);
      return point ? [{ unit, point, before: at(year - 1) }] : [];
    })
    .sort((a, b) => shownAs(b) - shownAs(a) || 0);
}

/** Say how the units stand in a year, the most telling first: how many meet the target, from where to where they reach, how many stand above the whole. */
export function levelFindings(figure: PublishedFigure, rows: readonly UnitRow[], year: number): string[] {
  const { title, decimals } = figure;
  const values = rows.flatMap(({ point }) => (point.partial ? [] : (point.value ?? [])));
  if (values.length === 0) return [`${year} 年没有单位公布完整的${title}`];
  const count = (met: number, said: string, not: string, rest: string) => {
    const others = values.length - met;
    if (met > 0 && others > 0) return `${met} 个单位的${title}${said}，${others} 个${rest}`;
    return `有数的 ${values.length} 个单位${title}都${met === 0 ? not : ""}${said}`;
  };
  const target = figure.targets.find((one) => one.year === year);
  const met = values.filter((value) => target && reaches(value, target)).length;
  const amount =
    target && `达到目标 ${formatValue(target.value, { unit: figure.unit, decimals: decimalsOf(target) })}`;
  const ends = [Math.min(...values), Math.max(...values)].map((value) => formatValue(value, figure));
  const reach = ends[0] === ends[1] ? `都是 ${ends[0]}` : `从 ${ends.join(" 到 ")}`;
  const whole =
    mainSeries(figure)?.points.find((point) => point.year === year && !point.partial)?.value ?? null;
  const above = values.filter(
    (value) => whole !== null && roundTo(value, decimals).gt(roundTo(whole, decimals)),
  );
  const than = whole === null ? "" : `高于${figure.scope ?? "全局"}的 ${formatValue(whole, figure)}`;
  return [
    ...(amount === undefined ? [] : [count(met, amount, "没有", "没有达到")]),
    `${year} 年${values.length < rows.length ? `有数的 ${values.length} 个` : "各"}单位${title}${reach}`,
    ...(than === "" ? [] : [count(above.length, than, "不", "不高于")]),
  ];
}

/** Say in how many units a figure rose, fell or stayed against the year before, as displayed. */
export function changeFinding(figure: PublishedFigure, rows: readonly UnitRow[]): string {
  const changes = rows.flatMap(({ point }) => point.change ?? []);
  if (changes.length === 0) return `各单位的${figure.title}都不能与上年相比`;
  const [up, down] = figure.changeUnit === "百分点" ? ["提高", "降低"] : ["增长", "减少"];
  const against = { "▲": `比上年${up}`, "▼": `比上年${down}`, "": "与上年基本持平" } as const;
  const said = Map.groupBy(changes, (change) => formatDirection(change, figure));
  const parts = (["▲", "▼", ""] as const).flatMap((sign) => {
    const count = said.get(sign)?.length ?? 0;
    if (count === 0) return [];
    return count === changes.length ? `都${against[sign]}` : `${count} 个${against[sign]}`;
  });
  const which = changes.length < rows.length ? "能与上年相比的 " : "";
  return `${which}${changes.length} 个单位的${figure.title}${parts.length > 1 ? "，" : ""}${parts.join("，")}`;
}

/** Write a unit's change against the year before, with its sign. */
export function changeCell(row: UnitRow, figure: PublishedFigure): string {
  const { change } = row.point;
  if (change === null) return "—";
  const decimals = figure.changeUnit === "%" ? 1 : figure.decimals;
  const sign = roundTo(change, decimals).gt(0) ? "+" : "";
  return sign + formatNumber(change, decimals);
}

/** Name the units of the register, in use at the end of a year, that have no figure in this edition. */
export function unitsWithout(site: Pick<Site, "datasets">, rows: readonly UnitRow[], year: number): string[] {
  const register = site.datasets.find(({ id }) => id === "units");
  const column = (name: string) => register?.header.indexOf(name) ?? -1;
  const [code, name, above, from, to] = ["单位编码", "单位名称", "上级编码", "启用日期", "停用日期"].map(
    column,
  ) as [number, number, number, number, number];
  const shown = new Set(rows.map(({ unit }) => unit.code));
  const day = `${year}-12-31`;
  return (register?.records ?? [])
    .filter((record) => (record[above] ?? "") !== "" && !shown.has(record[code] ?? ""))
    .filter(
      (record) => (record[from] ?? "") <= day && ((record[to] ?? "") === "" || (record[to] ?? "") > day),
    )
    .flatMap((record) => record[name] ?? []);
}

/** Give the year that the units are compared in: the last of the whole. */
export function latestYear(figure: PublishedFigure): number {
  return mainSeries(figure)?.points.at(-1)?.year ?? 0;
}

/** Write the notes to a figure's units: the target, the units without a figure, a merged unit's years. */
export function unitNotes(
  figure: PublishedFigure,
  site: Pick<Site, "datasets">,
  rows: readonly UnitRow[],
  year: number,
): Note[] {
  const without = unitsWithout(site, rows, year);
  const listed = `${without.length} 个单位没有这项数：${without.join("、")}。`;
  return [...(without.length > 0 ? [{ text: listed, marks: [] }] : []), ...targetNotes(figure)];
}
