import { type Field, isNumeric } from "../declared/dataset.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint, Site, UnitFigures } from "../site.ts";
import { stateNames } from "../state.ts";
import { number, word, writeCsv } from "./csv.ts";
import { releaseDownloads } from "./releases.ts";

/** Say of what nature the numbers are: on every page and in every download. */
function natureOf(site: Pick<Site, "settings">): string {
  return site.settings.sample ? "示例数据" : "正式数据";
}

/** Write a figure's method, and that rows were left out of it if some were. */
export function methodOf(figure: Pick<PublishedFigure, "method" | "notCounted">): string {
  return figure.method + (figure.notCounted ? "（不含未公开项）" : "");
}

/** Lay a figure out as the contract's JSON, keys in the contract's order. */
export function indicatorJson(site: Site, figure: PublishedFigure): object {
  const { id, title, unit, changeUnit, scope } = figure;
  return {
    id,
    title,
    unit,
    changeUnit,
    method: methodOf(figure),
    scope,
    edition: site.edition,
    sample: site.settings.sample,
    asOf: site.asOf,
    series: figure.series.map((series) => ({
      key: series.key,
      title: series.title,
      points: series.points.map(jsonPoint),
    })),
  };
}

function jsonPoint(point: PublishedPoint): object {
  return {
    year: point.year,
    value: point.value,
    state: point.state,
    parts: point.parts,
    change: point.change,
    base: point.base,
    scope: point.scope,
    break: point.break,
    partial: point.partial,
    chained: point.chained,
    terms: point.terms,
    sources: point.sources,
    sourceCount: point.sourceCount,
  };
}

/** Lay a unit's figures out as JSON, each as the contract lays out the bureau's. */
export function unitJson(site: Site, unit: UnitFigures): object {
  return {
    id: unit.code,
    title: unit.name,
    edition: site.edition,
    sample: site.settings.sample,
    asOf: site.asOf,
    indicators: unit.figures.flatMap(({ id, scope, points }) => {
      const figure = site.figures.find((one) => one.id === id);
      if (!figure) return [];
      const { title, unit: measuredIn, changeUnit } = figure;
      const series = [{ key: "total", title, points: points.map(jsonPoint) }];
      return { id, title, unit: measuredIn, changeUnit, scope, series };
    }),
  };
}

/** Name the file of a unit's figures by its code; what no file system or address should hold is written ~4e2d~. */
export function unitFile(code: string): string {
  const safe = (char: string) => `~${char.codePointAt(0)?.toString(16)}~`;
  return `data/units/${code.replaceAll(/[^A-Za-z0-9_-]/gu, safe)}.json`;
}

const indicatorHeader = [
  "序列",
  "年度",
  "数值",
  "单位",
  "状态",
  "口径",
  "分子",
  "分母",
  "比上年",
  "比基年",
  "数据性质",
];

/** Write a figure as CSV, one line a series and year; an absent value is empty, with its state in words. */
export function indicatorCsv(site: Site, figure: PublishedFigure): string {
  const records = figure.series.flatMap((series) =>
    series.points.map((point) => [
      word(series.title),
      number(point.year),
      number(point.value),
      word(figure.unit),
      word(stateNames[point.state] + (point.partial && point.value !== null ? "，不完整" : "")),
      word(point.scope ?? ""),
      number(point.parts?.numerator),
      number(point.parts?.denominator),
      number(point.change),
      number(point.base),
      word(natureOf(site)),
    ]),
  );
  return writeCsv(indicatorHeader, records);
}

const natureColumn = "数据性质";

/** Write a data set as CSV, as this edition may show it, with a last column 数据性质. */
export function datasetCsv(site: Site, dataset: PublishedDataset): string {
  const numeric = dataset.fields.map(isNumeric);
  const records = dataset.records.map((record) => [
    ...record.map((text, i) => ({ text, isNumber: numeric[i] ?? false })),
    word(natureOf(site)),
  ]);
  return writeCsv([...dataset.header, natureColumn], records);
}

/** Describe all data sets as a Frictionless data package. */
export function datapackage(site: Site): object {
  return {
    profile: "tabular-data-package",
    name: "wenming-dashboard",
    title: `${site.settings.bureau}${site.settings.title}`,
    edition: site.edition,
    asOf: site.asOf,
    sample: site.settings.sample,
    resources: site.datasets
      .filter((dataset) => dataset.present)
      .map((dataset) => ({
        name: dataset.id,
        title: dataset.title,
        description: dataset.description,
        path: `datasets/${dataset.id}.csv`,
        profile: "tabular-data-resource",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: { delimiter: ",", lineTerminator: "\r\n", header: true },
        schema: {
          fields: [...dataset.fields.map(describeField), { name: natureColumn, type: "string" }],
          primaryKey: dataset.primaryKey,
          missingValues: ["", "不公开", "未统计", "不适用", "未到期"],
        },
      })),
  };
}

function describeField({ name, type, description, constraints, unit }: Field): object {
  return {
    name,
    type,
    description,
    ...(unit === "" ? {} : { unit }),
    constraints: { required: constraints.required, ...(constraints.enum ? { enum: constraints.enum } : {}) },
  };
}

/** Give every download of a site: its path from the root, and its text. */
export function downloads(site: Site): ReadonlyMap<string, string> {
  const write = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  const datasets = site.datasets.filter((dataset) => dataset.present);
  return new Map([
    ...datasets.map((one) => [`data/datasets/${one.id}.csv`, datasetCsv(site, one)] as const),
    ...site.figures.flatMap(
      (one) =>
        [
          [`data/indicators/${one.id}.csv`, indicatorCsv(site, one)],
          [`data/indicators/${one.id}.json`, write(indicatorJson(site, one))],
        ] as const,
    ),
    ...site.units.map((unit) => [unitFile(unit.code), write(unitJson(site, unit))] as const),
    ["data/datapackage.json", write(datapackage(site))],
    ...releaseDownloads(site.releases),
  ]);
}
