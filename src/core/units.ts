import { normalizeName } from "./cells/names.ts";
import { issue } from "./cells/reading.ts";
import { cellFinding } from "./checks/cell-finding.ts";
import type { Finding } from "./finding.ts";
import { placeAt, type Rows, textAt } from "./rows.ts";

/** The dictionary of units: who they are, who is above whom, and when they are in use. */
export interface Units {
  /** The one unit without 上级编码; null where there is none or more than one. */
  readonly top: string | null;
  readonly codes: readonly string[];
  /** Give the code of a code or a name; null if unknown, or if several units have that name. */
  find(text: string): string | null;
  /** Give the codes of all units with this name. */
  named(text: string): readonly string[];
  /** Give a unit's name; an unknown code is its own name. */
  name(code: string): string;
  children(code: string): readonly string[];
  /** Tell whether a unit is in use on a day, YYYY-MM-DD. */
  isActive(code: string, day: string): boolean;
}

interface Unit {
  readonly code: string;
  readonly name: string;
  readonly parent: string; // "": none
  readonly from: string; // "": always was
  readonly to: string; // "": still is; that day counts
}

function unitsOf(list: readonly Unit[]): Units {
  const byCode = new Map(list.map((unit) => [unit.code, unit]));
  const byName = Map.groupBy(list, (unit) => unit.name);
  const byParent = Map.groupBy(list, (unit) => unit.parent);
  const tops = byParent.get("") ?? [];
  const named = (text: string) => (byName.get(normalizeName(text)) ?? []).map((unit) => unit.code);
  return {
    top: tops.length === 1 && tops[0] ? tops[0].code : null,
    codes: [...byCode.keys()],
    named,
    find: (text) => {
      const normal = normalizeName(text);
      if (byCode.has(normal)) return normal;
      const codes = named(normal);
      return codes.length === 1 ? (codes[0] ?? null) : null;
    },
    name: (code) => byCode.get(code)?.name ?? code,
    children: (code) => (byParent.get(code) ?? []).map((unit) => unit.code),
    isActive: (code, day) => {
      const unit = byCode.get(code);
      return unit !== undefined && unit.from <= day && (unit.to === "" || day <= unit.to);
    },
  };
}

/** Read the rows of `units` as a dictionary; rows without a code are left out. */
export function readUnits(rows: Rows): Units {
  const list: Unit[] = [];
  for (let row = 0; row < rows.length; row++) {
    const at = (column: string) => textAt(rows, row, column);
    if (at("单位编码") === "") continue;
    list.push({
      code: at("单位编码"),
      name: normalizeName(at("单位名称")),
      parent: at("上级编码"),
      from: at("启用日期"),
      to: at("停用日期"),
    });
  }
  return unitsOf(list);
}

/** Make the dictionary of a folder without `units`: the only unit it names is the top; several are none. */
export function unitsFromNames(names: ReadonlySet<string>): Units {
  const list = names.size === 1 ? [...names] : [];
  return unitsOf(list.map((name) => ({ code: name, name, parent: "", from: "", to: "" })));
}

/** Check that there is exactly one top and that every unit's superiors lead to it. */
export function checkUnits(rows: Rows, units: Units): Finding[] {
  const text = (row: number, column: string) => textAt(rows, row, column);
  const found: Finding[] = [];
  const parents = new Map<string, string>();
  const tops: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    parents.set(text(row, "单位编码"), text(row, "上级编码"));
    if (text(row, "上级编码") === "") tops.push(row);
  }
  const problem = (row: number, kind: "two" | "none" | "loop", other?: number) => {
    const textOther = other === undefined ? "" : text(other, "单位名称");
    const facts = { problem: kind, text: text(row, "单位名称"), textOther };
    const related = other === undefined ? [] : [placeAt(rows, other, "上级编码")];
    return cellFinding(rows, row, "上级编码", issue("REF-02", facts), units, related);
  };
  const [first, ...others] = tops;
  if (first === undefined) return rows.length === 0 ? [] : [problem(0, "none")];
  for (const row of others) found.push(problem(row, "two", first));
  for (let row = 0; row < rows.length; row++) {
    if (isInLoop(text(row, "单位编码"), parents)) found.push(problem(row, "loop"));
  }
  return found;
}

/** Tell whether going up from a unit comes back to it. */
function isInLoop(code: string, parents: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let at = parents.get(code) ?? "";
  while (at !== "" && at !== code && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at) ?? "";
  }
  return at === code;
}
