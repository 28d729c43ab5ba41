import { Knowledge } from "./program.ts";

/** What is published: downloads by their paths. */
export type Published = ReadonlyMap<string, string>;

/** The data sets whose numbers of persons are to be found out, with what is known of every folder: their columns, and what tells rows apart. */
const sets: Readonly<Record<string, { columns: readonly string[]; kind: string }>> = {
  headcount: { columns: ["在岗职工数"], kind: "" },
  volunteers: { columns: ["备案注册人数", "活跃人数", "当年服务时长"], kind: "" },
  participants: { columns: ["参加人数"], kind: "活动" },
  competitions: { columns: ["参赛人数", "参赛人次"], kind: "竞赛编号" },
};

/** A column that is never more than another, for the same unit, year and scope: the rules of the data sets, which are public. */
const limits = [
  ["volunteers.活跃人数", "volunteers.备案注册人数"],
  ["volunteers.备案注册人数", "headcount.在岗职工数"],
  ["participants.参加人数", "headcount.在岗职工数"],
] as const;

/** What an indicator divides by what, with the kind of row that counts. */
const ratios: Readonly<Record<string, readonly [top: string, kind: string, bottom: string]>> = {
  "volunteer-ratio": ["volunteers.备案注册人数", "", "headcount.在岗职工数"],
  "volunteer-ratio-by-scope": ["volunteers.备案注册人数", "", "headcount.在岗职工数"],
  "volunteer-active-ratio": ["volunteers.活跃人数", "", "volunteers.备案注册人数"],
  "volunteer-hours-per-head": ["volunteers.当年服务时长", "", "volunteers.备案注册人数"],
  "competition-coverage": ["participants.参加人数", "竞赛", "headcount.在岗职工数"],
};

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly change: number | null;
  readonly base: number | null;
  readonly scope: string | null;
  readonly parts: { readonly numerator: number | null; readonly denominator: number | null } | null;
}

export const cellName = (column: string, year: number | string, unit: string, scope: string, kind: string) =>
  [column, year, unit, scope, kind].join("|");

/** Read a download that has no commas in its cells. */
export function recordsOf(csv: string | undefined): Record<string, string>[] {
  const [header = [], ...lines] = (csv ?? "")
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .filter((line) => line !== "")
    .map((line) => line.split(","));
  return lines.map((cells) => Object.fromEntries(header.map((name, i) => [name, cells[i] ?? ""])));
}

/**
 * Put together everything that follows from what is published: the tree of units, whose numbers add up; scopes that hold one
 * another; numbers that cannot exceed others; ratios and their parts; changes, which give the year before. Whoever has two
 * editions learns both: what was not revised is one unknown.
 */
export function learn(published: Published, baseYear: number, known = new Knowledge()): Knowledge {
  const units = recordsOf(published.get("data/datasets/units.csv"));
  const nameOf = new Map(units.map((unit) => [unit.单位编码 ?? "", unit.单位名称 ?? ""]));
  const children = Map.groupBy(units, (unit) => nameOf.get(unit.上级编码 ?? "") ?? "");
  const top = children.get("")?.[0]?.单位名称 ?? "";
  const below = (unit: string) => (children.get(unit) ?? []).map((child) => child.单位名称 ?? "");
  for (const [set, { columns, kind }] of Object.entries(sets)) {
    const rows = recordsOf(published.get(`data/datasets/${set}.csv`));
    for (const column of columns) learnColumn(known, `${set}.${column}`, column, rows, kind, below);
  }
  for (const name of [...known.names]) {
    const [column = "", year = "", unit = "", scope = "", kind = ""] = name.split("|");
    for (const [small, large] of limits) {
      const other = cellName(large, year, unit, scope, "");
      if (column === small && known.has(other)) known.atMost({ [name]: 1, [other]: -1 }, 0);
    }
    const wide = cellName(column, year, unit, "全局", kind);
    if (scope === "机关" && known.has(wide)) known.atMost({ [name]: 1, [wide]: -1 }, 0);
    const entries = cellName("competitions.参赛人次", year, unit, scope, kind);
    if (column === "competitions.参赛人数" && known.has(entries))
      known.atMost({ [name]: 1, [entries]: -1 }, 0);
  }
  for (const [path, text] of published) {
    if (!/^data\/(?:indicators|units)\/.+\.json$/.test(path)) continue;
    const json = JSON.parse(text);
    const whose = path.startsWith("data/units/") ? json.title : top;
    for (const { id, unit, series } of json.indicators ?? [json]) {
      for (const { key, points } of series) learnRatio(known, id, unit, key, points, whose, baseYear);
    }
  }
  return known;
}

/** Learn a data set's column: each number that stands there, and that a unit's number is the sum of its subordinates'. */
function learnColumn(
  known: Knowledge,
  name: string,
  column: string,
  rows: readonly Record<string, string>[],
  kind: string,
  below: (unit: string) => readonly string[],
): void {
  const groups = Map.groupBy(rows, (row) =>
    [(row.时点 ?? row.年度 ?? row.开始日期 ?? "").slice(0, 4), row.口径 ?? "", row[kind] ?? ""].join("|"),
  );
  for (const [group, own] of groups) {
    const [year = "", scope = "", of = ""] = group.split("|");
    const cell = (unit: string) => cellName(name, year, unit, scope, of);
    const texts = new Map(own.map((row) => [row.单位 ?? "", row[column] ?? ""]));
    for (const [unit, text] of texts) {
      if (/^\d+$/.test(text)) known.equal({ [cell(unit)]: 1 }, Number(text));
      else if (text === "不公开") known.atMost({ [cell(unit)]: -1 }, 0);
    }
    for (const unit of texts.keys()) {
      const parts = below(unit).filter((child) => texts.has(child));
      const there = parts.filter((child) => known.has(cell(child)));
      if (!known.has(cell(unit)) || there.length === 0) continue;
      const terms = { [cell(unit)]: -1, ...Object.fromEntries(there.map((child) => [cell(child), 1])) };
      if (there.length === parts.length) known.equal(terms, 0);
      else known.atMost(terms, 0); // some are not known to anybody
    }
  }
}

/** Learn an indicator's points: the parts, the quotient, and the quotients that its changes give away. */
function learnRatio(
  known: Knowledge,
  id: string,
  unit: string,
  key: string,
  points: readonly Point[],
  whose: string,
  baseYear: number,
): void {
  const [above, kind, beneath] = ratios[id] ?? [];
  if (above === undefined || kind === undefined || beneath === undefined) return;
  const times = unit === "%" ? 100 : 1;
  const values = new Map<number, number>();
  for (const { year, value, change, base } of points) {
    if (value === null) continue;
    values.set(year, value);
    const earlier = (other: number | null) =>
      other === null ? null : unit === "%" ? value - other : value / (1 + other / 100);
    const [last, first] = [earlier(change), earlier(base)];
    if (last !== null && !values.has(year - 1)) values.set(year - 1, last);
    if (first !== null && !values.has(baseYear)) values.set(baseYear, first);
  }
  for (const { year, scope, parts } of points) {
    const cells = (column: string, of: string) => {
      const direct = cellName(column, year, whose, key === "total" ? (scope ?? "全局") : key, of);
      if (known.has(direct) || !column.startsWith("participants")) return direct;
      const events = known.names.filter((name) => name.startsWith(`competitions.参赛人数|${year}|`));
      return events.length === 1 ? (events[0] ?? direct) : direct; // a year's only competition stands for it
    };
    const [numerator, denominator] = [cells(above, kind), cells(beneath, "")];
    if (typeof parts?.numerator === "number") known.equal({ [numerator]: 1 }, parts.numerator);
    if (typeof parts?.denominator === "number") known.equal({ [denominator]: 1 }, parts.denominator);
    const value = values.get(year);
    if (value !== undefined) known.equal({ [numerator]: times, [denominator]: -value }, 0);
  }
}
