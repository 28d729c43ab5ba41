import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { type Edition, mayShow } from "../edition.ts";
import type { Figure, Point } from "../figure.ts";
import { changeUnitOf } from "../figures/comparison.ts";
import type { ComputedUnit } from "../figures/unit-figures.ts";
import { indices, lineAt, type Rows, stateAt, textAt } from "../rows.ts";
import type { PublishedDataset, PublishedFigure, PublishedPoint, UnitFigures } from "../site.ts";
import { isAbsent, type State } from "../state.ts";
import type { Units } from "../units.ts";

const mostSources = 20;

/** Turn a figure into plain data: its cells become the names of the lines they stand on. */
export function publishFigure({ indicator, ...figure }: Figure): PublishedFigure {
  const { id, title, topic, order, unit, decimals, method, note, chart, also, measure } = indicator;
  return {
    id,
    title,
    topic,
    order,
    unit,
    decimals,
    method,
    note,
    chart,
    also,
    measure,
    changeUnit: changeUnitOf(indicator),
    scope: figure.scope,
    baseYear: figure.baseYear,
    series: figure.series.map((series) => ({ ...series, points: series.points.map(publishPoint) })),
    by: indicator.by ?? null,
    byScope: figure.byScope,
    datasets: figure.datasets,
    present: figure.present,
    notCounted: figure.notCounted,
    targets: figure.targets,
    breaks: figure.breaks,
  };
}

/** Turn a unit's figures into plain data likewise. */
export function publishUnit({ code, name, figures }: ComputedUnit): UnitFigures {
  const published = figures.map(publishFigure);
  return {
    code,
    name,
    figures: published.map(({ id, scope, series }) => ({ id, scope, points: series[0]?.points ?? [] })),
  };
}

function publishPoint({ cells, ...point }: Point): PublishedPoint {
  const sources = new Set<string>();
  for (const { rows, column, indices } of cells) {
    for (const row of indices) sources.add(`${rows.files[rows.file[row] ?? 0]}:${lineAt(rows, row, column)}`);
  }
  return { ...point, sources: [...sources].slice(0, mostSources), sourceCount: sources.size };
}

/** How an absent cell is typed, so that a download can be handed in again. */
const typed: Partial<Record<State, string>> = {
  withheld: "不公开",
  suppressed: "不公开",
  "not-due": "未到期",
  "not-collected": "未统计",
  "not-applicable": "不适用",
};

/** Turn a data set into plain data: the columns and rows this edition may show; units by their names. */
export function publishDataset(
  dataset: Dataset,
  rows: Rows | undefined,
  units: Units,
  edition: Edition,
): PublishedDataset {
  const shown = rows?.dataset ?? dataset;
  const own = new Set(shown.schema.fields.map((field) => field.name));
  const used = (name: string) => own.has(name) || rows?.positions.some((of) => of.has(name));
  const fields = fieldsOf(shown).filter((field) => used(field.name) && mayShow(field.audience, edition));
  const header = fields.map((field) => field.name);
  const unitColumns = new Set(
    shown.schema.foreignKeys.flatMap((key) =>
      key.resource === "units" && shown.id !== "units" ? key.field : [],
    ),
  );
  const cell = (from: Rows, row: number, column: string): string => {
    const state = stateAt(from, row, column);
    if (isAbsent(state)) return typed[state] ?? "";
    const text = textAt(from, row, column);
    return unitColumns.has(column) ? unitName(text, units) : text;
  };
  return {
    id: shown.id,
    title: shown.title,
    description: shown.description,
    owner: shown.owner,
    fields,
    primaryKey: shown.schema.primaryKey,
    present: rows !== undefined,
    files: rows?.files ?? [],
    header,
    records: rows ? indices(rows).map((row) => header.map((column) => cell(rows, row, column))) : [],
    origins: rows ? [...rows.file] : [],
  };
}

/** Name a unit where its name is its own; several units of one name keep their codes. */
export function unitName(code: string, units: Units): string {
  const name = units.name(code);
  return units.find(name) === code ? name : code;
}
