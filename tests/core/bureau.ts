import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Dataset, datasetSchema, fieldsOf, withScopes } from "../../src/core/declared/dataset.ts";
import { type Indicator, indicatorSchema } from "../../src/core/declared/indicator.ts";
import { coreScopes } from "../../src/core/declared/settings.ts";
import { readCoverage } from "../../src/core/figures/coverage.ts";
import type { Material } from "../../src/core/figures/material.ts";
import { type Column, Pool, type Rows } from "../../src/core/rows.ts";
import { type State, states } from "../../src/core/state.ts";
import { readUnits } from "../../src/core/units.ts";

const folder = join(import.meta.dirname, "../../data/datasets");
const ids = [
  "units",
  "headcount",
  "honors",
  "honor-events",
  "volunteers",
  "competitions",
  "participants",
  "austerity",
  "coverage",
  "targets",
  "timeline",
  "breaks",
];

/** The core data sets, as the project defines them. */
export const datasets: ReadonlyMap<string, Dataset> = new Map(
  ids.map((id) => {
    const json: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
    return [id, withScopes({ ...datasetSchema.parse(json), id }, coreScopes)];
  }),
);

const absences: Readonly<Record<string, State>> = {
  XX: "withheld",
  未统计: "not-collected",
  不适用: "not-applicable",
};
const statuses: Readonly<Record<string, State>> = { 初步: "provisional", 修订: "revised" };

/** Rows written as lines of plain CSV, header first: what collecting them would give. */
export function rowsOf(id: string, lines: readonly string[]): Rows {
  const dataset = datasets.get(id);
  if (!dataset) throw new Error(`unknown data set: ${id}`);
  const [header = [], ...records] = lines.map((line) => line.split(","));
  const pool = new Pool();
  const columns = new Map<string, Column>();
  const status = header.indexOf("数据状态");
  for (const { name, type } of fieldsOf(dataset)) {
    const at = header.indexOf(name);
    const cells = records.map((record) => record[at] ?? "");
    const isFigure = type === "integer" || type === "number";
    const stateOf = (text: string, row: number): State => {
      if (text === "") return "missing";
      if (!isFigure) return "final";
      return absences[text] ?? statuses[records[row]?.[status] ?? ""] ?? "final";
    };
    const texts = cells.map((text) => (isFigure && text in absences ? "" : text));
    columns.set(name, {
      value: Uint32Array.from(texts.map((text) => pool.intern(text))),
      original: Uint32Array.from(cells.map((text) => pool.intern(text))),
      state: Uint8Array.from(cells.map((text, row) => states.indexOf(stateOf(text, row)))),
    });
  }
  const numbers = Uint32Array.from(records.map((_, i) => i + 2));
  return {
    dataset,
    length: records.length,
    pool,
    files: [`${id}/all.csv`],
    sheets: [null],
    positions: [new Map(header.map((name, index) => [name, { index, header: name }]))],
    file: new Uint32Array(records.length),
    line: numbers,
    row: numbers,
    columns,
  };
}

/** A bureau 01 with two divisions 0101 and 0102, unless `units` says otherwise; today is 1 March 2026. */
export function bureau(
  tables: Readonly<Record<string, readonly string[]>>,
  more: Partial<Omit<Material, "datasets" | "rows" | "units">> = {},
): Material {
  const units = [
    "单位编码,单位名称,上级编码,启用日期,停用日期",
    "01,某局,,,",
    "0101,一处,01,,",
    "0102,二处,01,,",
  ];
  const rows = new Map(Object.entries({ units, ...tables }).map(([id, lines]) => [id, rowsOf(id, lines)]));
  return {
    datasets,
    rows,
    units: readUnits(rows.get("units") as Rows),
    coverage: readCoverage(rows.get("coverage")),
    hidden: new Map(),
    leftOut: new Map(),
    indicators: new Map(),
    targets: new Map(),
    breaks: new Map(),
    asOf: "2025-12-31",
    now: "2026-03-01",
    ...more,
  };
}

/** An indicator with only what matters to its computation. */
export function indicatorOf(measure: object, more: object = {}): Indicator {
  const plain = {
    title: "指标",
    topic: "volunteers",
    audience: "public",
    unit: "人",
    method: "。",
    chart: "line",
  };
  return { ...indicatorSchema.parse({ ...plain, ...more, measure }), id: "test" };
}
