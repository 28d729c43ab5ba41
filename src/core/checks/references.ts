import { listMark, splitList } from "../cells/list.ts";
import { type Issue, issue } from "../cells/reading.ts";
import { type Dataset, fieldsOf } from "../declared/dataset.ts";
import { hiddenAs } from "../edition.ts";
import { blankColumn, type Column, type Rows, textAt } from "../rows.ts";
import { states } from "../state.ts";
import type { Units } from "../units.ts";
import type { Note } from "./cell-finding.ts";
import { yearAt } from "./history.ts";
import { placesOf, rowsByCode } from "./register.ts";
import { type Named, unitNames } from "./unit-names.ts";

/** Where a reference may lead: the stored value of a text, or what is wrong with it. */
interface Target {
  readonly find: (text: string) => string | null;
  readonly issue: (text: string, column: string) => Issue;
}

/** Lead to rows of another data set by any of some columns; the first of them is what is stored. */
function rowTarget(resource: Dataset, rows: Rows | undefined, fields: readonly string[]): Target {
  const stored = new Map<string, string>();
  const keys = fields[0] === undefined ? undefined : rows?.columns.get(fields[0]);
  for (const field of fields) {
    const column = rows?.columns.get(field);
    column?.value.forEach((id, row) => {
      const text = rows?.pool.text(id) ?? "";
      if (text !== "" && !stored.has(text)) stored.set(text, rows?.pool.text(keys?.value[row] ?? 0) ?? "");
    });
  }
  return {
    find: (text) => stored.get(text) ?? null,
    issue: (text, column) => issue("REF-01", { text, column, resource: resource.title, known: [] }),
  };
}

/** Replace one column's values by what they refer to; those that lead nowhere stay as they are and are noted. */
function resolveColumn(rows: Rows, name: string, target: Target): { column: Column; notes: Note[] } {
  const column = rows.columns.get(name);
  if (!column) throw new Error(`unknown column: ${rows.dataset.id}.${name}`);
  const value = column.value.slice();
  const notes: Note[] = [];
  const known = new Map<number, { id: number; issue: Issue | null }>();
  for (let row = 0; row < rows.length; row++) {
    const from = value[row] ?? 0;
    if (from === 0) continue;
    let to = known.get(from);
    if (to === undefined) {
      const text = rows.pool.text(from);
      const found = target.find(text);
      to =
        found === null
          ? { id: from, issue: target.issue(text, name) }
          : { id: rows.pool.intern(found), issue: null };
      known.set(from, to);
    }
    value[row] = to.id;
    if (to.issue) notes.push({ row, column: name, issue: to.issue });
  }
  return { column: { ...column, value }, notes };
}

/** Replace the names of units by their codes; of several units by one name, the one in use in the row's year is meant. */
function resolveUnits(
  rows: Rows,
  name: string,
  units: Units,
  register: Rows | undefined,
  now: string,
): { column: Column; notes: Note[] } {
  const column = rows.columns.get(name);
  if (!column) throw new Error(`unknown column: ${rows.dataset.id}.${name}`);
  const rowOf = register ? rowsByCode(register) : new Map<string, number>();
  const shown = register
    ? [...rowOf].flatMap(([code, row]) => (hiddenAs(register, row, now) === null ? code : []))
    : units.codes;
  const read = unitNames(units, shown, name);
  const value = column.value.slice();
  const notes: Note[] = [];
  const known = new Map<number, Named>();
  for (let row = 0; row < rows.length; row++) {
    const id = value[row] ?? 0;
    if (id === 0) continue;
    let named = known.get(id);
    if (named === undefined) {
      named = read(rows.pool.text(id));
      known.set(id, named);
    }
    const { codes, issue, mentions } = named;
    const inForce = codes.length > 1 ? codes.filter((one) => isMeant(one, rows, row, units)) : codes;
    const [code] = inForce;
    if (code !== undefined && inForce.length === 1) value[row] = rows.pool.intern(code);
    if (issue === null || (codes.length > 1 && inForce.length === 1)) continue;
    const related = mentions.flatMap((one) => (register ? placesOf(register, rowOf.get(one)) : []));
    notes.push({ row, column: name, issue, related });
  }
  return { column: { ...column, value }, notes };
}

function isMeant(code: string, rows: Rows, row: number, units: Units): boolean {
  const year = yearAt(rows, row);
  return year === 0 || units.isInForce(code, year);
}

/** Lead to several rows named in one cell. */
function listTarget(target: Target): Target {
  const lost = (text: string) => splitList(text).find((part) => target.find(part) === null) ?? text;
  return {
    find: (text) => {
      const parts = splitList(text).map(target.find);
      return parts.includes(null) ? null : parts.join(listMark);
    },
    issue: (text, column) => target.issue(lost(text), column),
  };
}

/** Resolve a data set's foreign keys, coverage's 数据集 and the 指标 of targets and breaks; what an unreadable data set does not have may stand in its lost rows. */
export function resolveReferences(
  rows: Rows,
  all: ReadonlyMap<string, Rows>,
  datasets: ReadonlyMap<string, Dataset>,
  units: Units,
  indicators: readonly Titled[],
  unreadable: ReadonlySet<string>,
  now: string,
): { rows: Rows; notes: Note[] } {
  const columns = new Map(rows.columns);
  const notes: Note[] = [];
  const resolve = (name: string, target: Target | "units", isWhole = true) => {
    const resolved =
      target === "units"
        ? resolveUnits(rows, name, units, all.get("units"), now)
        : resolveColumn(rows, name, target);
    columns.set(name, resolved.column);
    if (isWhole) for (const note of resolved.notes) notes.push(note);
  };
  for (const { field, resource: id, fields } of rows.dataset.schema.foreignKeys) {
    const resource = datasets.get(id);
    if (!resource) continue;
    const isUnit = id === "units" && rows.dataset.id !== "units";
    const target = rowTarget(resource, all.get(id), fields);
    const isList = fieldsOf(rows.dataset).some((one) => one.name === field && one.list);
    resolve(field, isUnit ? "units" : isList ? listTarget(target) : target, !unreadable.has(id));
  }
  if (rows.dataset.id === "coverage") resolve("数据集", namedTarget([...datasets.values()], "数据集名单"));
  if (["targets", "breaks"].includes(rows.dataset.id)) {
    resolve("指标", namedTarget(indicators, "指标名单"), !unreadable.has("indicators"));
    const secret = indicators.filter(({ audience }) => audience === "internal").map(({ id }) => id);
    columns.set("公开属性", markInternal({ ...rows, columns }, "指标", new Set(secret)));
  }
  return { rows: { ...rows, columns }, notes };
}

/** Make every row internal that speaks of something internal: its 公开属性 then says so. */
function markInternal(rows: Rows, name: string, secret: ReadonlySet<string>): Column {
  const marked = rows.columns.get("公开属性") ?? blankColumn(rows.length);
  const { value, original, state } = marked;
  const column = { value: value.slice(), original, state: state.slice() };
  for (let row = 0; row < rows.length; row++) {
    if (!secret.has(textAt(rows, row, name))) continue;
    column.value[row] = rows.pool.intern("内部");
    column.state[row] = states.indexOf("final");
  }
  return column;
}

/** What has an id and a title, and an audience that may not be everybody. */
type Titled = Pick<Dataset, "id" | "title" | "audience">;

/** Lead to one of a list by its id or its title; suggestions name only what everybody may know. */
function namedTarget(list: readonly Titled[], resource: string): Target {
  const known = list.filter((one) => one.audience === "public").map((one) => one.title);
  const stored = new Map(list.map((one) => [one.title, one.id]));
  for (const { id } of list) stored.set(id, id);
  return {
    find: (text) => stored.get(text) ?? null,
    issue: (text, column) => issue("REF-01", { text, column, resource, known }),
  };
}
