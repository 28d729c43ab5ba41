import { listMark, splitList } from "./cells/list.ts";
import { yearAt } from "./checks/history.ts";
import { type Audience, type Dataset, isNumeric } from "./declared/dataset.ts";
import { type Column, indices, type Pool, type Rows, takeRows, textAt } from "./rows.ts";
import { type State, states } from "./state.ts";

export const editions = ["public", "internal"] as const;
export type Edition = (typeof editions)[number];

/** Tell whether an edition may show what is meant for this audience. */
export function mayShow(audience: Audience, edition: Edition): boolean {
  return audience === "public" || edition === "internal";
}

/** Why a row may not be shown: it is internal, or its 发布时间 has not come. */
export type Hidden = "withheld" | "not-due";

/** The rows one edition may show, and what it must say about those it may not. */
export interface Selection {
  /** By data set; internal data sets, columns and rows are gone or emptied. */
  readonly rows: ReadonlyMap<string, Rows>;
  /** Data sets from which rows were left out: 不含未公开项. */
  readonly notCounted: ReadonlySet<string>;
  /** The years of those rows, by data set. */
  readonly leftOut: ReadonlyMap<string, ReadonlySet<number>>;
  /** Event data sets whose counts in a year may not be shown, and why. */
  readonly hiddenYears: ReadonlyMap<string, ReadonlyMap<number, Hidden>>;
}

/** Tell why a row may not be shown in public today; null if it may. */
export function hiddenAs(rows: Rows, row: number, now: string): Hidden | null {
  if (rows.dataset.audience === "internal" || textAt(rows, row, "公开属性") === "内部") return "withheld";
  return textAt(rows, row, "发布时间") > now ? "not-due" : null;
}

/** Cut rows and columns down to what an edition may show; the internal edition shows everything. */
export function selectEdition(all: ReadonlyMap<string, Rows>, edition: Edition, now: string): Selection {
  if (edition === "internal")
    return { rows: all, notCounted: new Set(), leftOut: new Map(), hiddenYears: new Map() };
  const shown = [...all.values()].filter((rows) => rows.dataset.audience === "public");
  const left = leaveOut(shown, now);
  const rows = new Map<string, Rows>();
  const hiddenYears = new Map<string, ReadonlyMap<number, Hidden>>();
  for (const set of shown) {
    const out = left.get(set.dataset.id);
    const kept = out?.size
      ? takeRows(
          set,
          indices(set).filter((row) => !out.has(row)),
        )
      : set;
    const reasons = isNotCounted(set.dataset) ? [] : indices(kept).map((row) => hiddenAs(kept, row, now));
    const years = yearsOf(kept, reasons);
    if (kept.dataset.kind === "event" && years.size > 0) hiddenYears.set(set.dataset.id, years);
    rows.set(set.dataset.id, publicColumns(emptyRows(kept, reasons)));
  }
  const notCounted = new Set([...left].filter(([, out]) => out.size > 0).map(([id]) => id));
  const leftOut = new Map(
    shown.map((set) => [
      set.dataset.id,
      new Set([...(left.get(set.dataset.id) ?? [])].map((row) => yearAt(set, row))),
    ]),
  );
  return { rows: unlink(rows, left, all), notCounted, leftOut, hiddenYears };
}

function isNotCounted(dataset: Dataset): boolean {
  return dataset.kind !== "state" && dataset.internalRows === "not-counted";
}

/** Which rows are left out: hidden ones where the data set says so, and then whatever needs one of them. */
function leaveOut(shown: readonly Rows[], now: string): Map<string, Set<number>> {
  const left = new Map<string, Set<number>>();
  for (const rows of shown) {
    const hidden = isNotCounted(rows.dataset) ? indices(rows).filter((row) => hiddenAs(rows, row, now)) : [];
    left.set(rows.dataset.id, new Set(hidden));
  }
  for (let before = -1, after = count(left); after !== before; before = after, after = count(left)) {
    for (const rows of shown) {
      for (const { field, gone } of linksOf(rows, shown, left, true)) {
        const ids = rows.columns.get(field)?.value;
        ids?.forEach((id, row) => {
          if (id !== 0 && gone.has(id)) left.get(rows.dataset.id)?.add(row);
        });
      }
    }
  }
  return left;
}

function count(left: ReadonlyMap<string, ReadonlySet<number>>): number {
  return [...left.values()].reduce((sum, out) => sum + out.size, 0);
}

/** A data set's references into rows that were left out; a required one takes its row along, another is only cut. */
function linksOf(
  rows: Rows,
  targets: Iterable<Rows>,
  left: ReadonlyMap<string, ReadonlySet<number>>,
  required: boolean,
): { field: string; gone: ReadonlySet<number> }[] {
  const byId = new Map([...targets].map((target) => [target.dataset.id, target]));
  return rows.dataset.schema.foreignKeys.flatMap(({ field, resource, fields }) => {
    const out = left.get(resource);
    const ids = byId.get(resource)?.columns.get(fields[0] ?? "")?.value;
    const isRequired = rows.dataset.schema.fields.some((f) => f.name === field && f.constraints.required);
    if (!out?.size || !ids || isRequired !== required) return [];
    return [{ field, gone: new Set([...out].map((row) => ids[row] ?? 0)) }];
  });
}

/** Empty the optional references into rows that were left out. */
function unlink(
  selected: ReadonlyMap<string, Rows>,
  left: ReadonlyMap<string, ReadonlySet<number>>,
  all: ReadonlyMap<string, Rows>,
): Map<string, Rows> {
  const cut = new Map<string, Rows>();
  for (const [id, rows] of selected) {
    const links = linksOf(rows, all.values(), left, false);
    const columns = links.length > 0 ? copyColumns(rows) : rows.columns;
    for (const { field, gone } of links) {
      const isList = rows.dataset.schema.fields.some((one) => one.name === field && one.list);
      const column = columns.get(field);
      column?.value.forEach((value, row) => {
        if (value === 0) return;
        if (gone.has(value)) setAbsent(column, row, "missing");
        else if (isList) dropFromList(column, row, gone, rows.pool);
      });
    }
    cut.set(id, { ...rows, columns });
  }
  return cut;
}

function dropFromList(column: Column, row: number, gone: ReadonlySet<number>, pool: Pool): void {
  const parts = splitList(pool.text(column.value[row] ?? 0));
  const kept = parts.filter((part) => !gone.has(pool.intern(part)));
  if (kept.length === parts.length) return;
  if (kept.length === 0) setAbsent(column, row, "missing");
  else {
    column.value[row] = pool.intern(kept.join(listMark));
    column.original[row] = column.value[row];
  }
}

function yearsOf(rows: Rows, reasons: readonly (Hidden | null)[]): Map<number, Hidden> {
  const years = new Map<number, Hidden>();
  reasons.forEach((reason, row) => {
    const year = yearAt(rows, row);
    if (reason && years.get(year) !== "withheld") years.set(year, reason); // withheld stands over not-due
  });
  return years;
}

/** Empty hidden rows but for their key, time and what is kept; their figures, and what the next year's row says of them, become absent. */
function emptyRows(rows: Rows, reasons: readonly (Hidden | null)[]): Rows {
  if (!reasons.some((reason) => reason !== null)) return rows;
  const { schema, time } = rows.dataset;
  const columns = copyColumns(rows);
  const numbers = new Set(schema.fields.filter(isNumeric).map((field) => field.name));
  const required = schema.fields.filter((field) => field.constraints.required).map((field) => field.name);
  const kept = new Set([
    ...schema.primaryKey,
    time,
    ...(rows.dataset.internalRows === "kept" ? required : []),
  ]);
  reasons.forEach((reason, row) => {
    if (reason === null) return;
    for (const [name, column] of columns) {
      if (!kept.has(name)) setAbsent(column, row, numbers.has(name) ? reason : "missing");
    }
  });
  const emptied = { ...rows, columns };
  hideFromNextYear(emptied, reasons);
  return emptied;
}

/** 上年数 and 增减率 of the year after would give a hidden figure away. */
function hideFromNextYear(rows: Rows, reasons: readonly (Hidden | null)[]): void {
  const { comparison, schema, time } = rows.dataset;
  if (!comparison) return;
  const series = (row: number) =>
    schema.primaryKey
      .filter((name) => name !== time)
      .map((name) => textAt(rows, row, name))
      .join("|");
  const hidden = new Map<string, Hidden>();
  reasons.forEach((reason, row) => {
    if (reason) hidden.set(`${yearAt(rows, row) + 1}|${series(row)}`, reason);
  });
  for (let row = 0; row < rows.length; row++) {
    const reason = hidden.get(`${yearAt(rows, row)}|${series(row)}`);
    if (!reason || reasons[row]) continue;
    for (const name of [comparison.previous, comparison.rate]) {
      const column = rows.columns.get(name);
      if (column) setAbsent(column, row, reason);
    }
    const value = rows.columns.get(comparison.value);
    if (value?.state[row] === states.indexOf("rate-only")) setAbsent(value, row, reason);
  }
}

function copyColumns(rows: Rows): Map<string, Column> {
  return new Map(
    [...rows.columns].map(([name, column]) => [
      name,
      {
        ...column,
        value: column.value.slice(),
        original: column.original.slice(),
        state: column.state.slice(),
      },
    ]),
  );
}

function setAbsent(column: Column, row: number, state: State): void {
  column.value[row] = 0;
  column.original[row] = 0;
  column.state[row] = states.indexOf(state);
}

/** Drop the columns the public may not see, from the data set's description too. */
function publicColumns(rows: Rows): Rows {
  const { schema } = rows.dataset;
  const internal = new Set(schema.fields.filter((f) => f.audience === "internal").map((f) => f.name));
  if (internal.size === 0) return rows;
  const fields = schema.fields.filter((field) => !internal.has(field.name));
  const without = <T>(of: ReadonlyMap<string, T>) => new Map([...of].filter(([name]) => !internal.has(name)));
  return {
    ...rows,
    dataset: { ...rows.dataset, schema: { ...schema, fields } },
    positions: rows.positions.map(without),
    columns: without(rows.columns),
  };
}
