import { splitList } from "./cells/list.ts";
import { normalizeName } from "./cells/names.ts";
import { type Rows, textAt } from "./rows.ts";

/** The dictionary of units: who they are, who is above whom, when they are in use, and what became of them. */
export interface Units {
  /** The one unit without 上级编码; null where there is none or more than one. */
  readonly top: string | null;
  readonly codes: readonly string[];
  /** Give the code of a code or a name; null if unknown, or if several units have that name. */
  find(text: string): string | null;
  /** Give the codes of all units with this name. */
  named(text: string): readonly string[];
  /** Give the codes of all units that are also called so (别名). */
  called(text: string): readonly string[];
  /** Give a unit's name; an unknown code is its own name. */
  name(code: string): string;
  children(code: string): readonly string[];
  /** Tell whether a unit is in use on a day, YYYY-MM-DD. */
  isActive(code: string, day: string): boolean;
  /** Tell whether a unit is in use on any day of a year; always, of an unknown one. */
  isInForce(code: string, year: number): boolean;
  /** Give the first and the last day of a unit; "" where it has none. */
  life(code: string): Life;
  /** Give the units that a unit came from (前身编码), and those that came from it. */
  origins(code: string): readonly string[];
  heirs(code: string): readonly string[];
  /** Tell whether a unit is but another's new name. */
  isRenaming(old: string, now: string): boolean;
  /** Give what a unit was called in a year, as the code of the unit by that name: itself, or one it is linked with by mere renamings; null if none. */
  asOf(code: string, year: number): string | null;
  /** Give the years from which a unit is not the same as before although its name may be, and why. */
  changes(code: string): readonly Change[];
}

/** A unit begins with what others were, takes another on, begins as a part of another, or loses a part. */
export interface Change {
  readonly kind: "merged" | "absorbed" | "split" | "parted";
  readonly others: readonly string[];
  readonly year: number; // the first that is not like those before
}

export interface Life {
  readonly from: string;
  readonly to: string; // that day counts
}

interface Unit extends Life {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent: string; // "": none
  readonly origins: readonly string[];
}

function unitsOf(list: readonly Unit[]): Units {
  const byCode = new Map(list.map((unit) => [unit.code, unit]));
  const byName = Map.groupBy(list, (unit) => unit.name);
  const byParent = Map.groupBy(list, (unit) => unit.parent);
  const aliases = group(list, (unit) => unit.aliases);
  const heirsOf = group(list, (unit) => unit.origins);
  const tops = byParent.get("") ?? [];
  const named = (text: string) => (byName.get(normalizeName(text)) ?? []).map((unit) => unit.code);
  const origins = (code: string) => (byCode.get(code)?.origins ?? []).filter((one) => byCode.has(one));
  const heirs = (code: string) => heirsOf.get(code) ?? [];
  const life = (code: string) => byCode.get(code) ?? { from: "", to: "" };
  const isInForce = (code: string, year: number) => {
    const { from, to } = life(code);
    return from <= `${year}-12-31` && (to === "" || to >= `${year}-01-01`);
  };
  const renamings = (code: string) => {
    const before = origins(code).filter((old) => isRenaming(old, code));
    return [...before, ...heirs(code).filter((now) => isRenaming(code, now))];
  };
  /** One unit that ends and one that begins, each the other's only kin: only the name has changed. */
  const isRenaming = (old: string, now: string) => {
    const [{ to }, { from }] = [life(old), life(now)];
    return origins(now).length === 1 && heirs(old).length === 1 && to !== "" && from >= to;
  };
  const changes = (code: string): Change[] => {
    const others = origins(code);
    const { from } = life(code);
    const [only = "", ...more] = others;
    const found: Change[] = heirs(code).flatMap((heir) => {
      const { from: day } = life(heir);
      const goesOn = day !== "" && (life(code).to === "" || life(code).to > day);
      return goesOn && !isRenaming(code, heir) ? { kind: "parted", others: [heir], year: yearOf(day) } : [];
    });
    const ends = others.map((other) => life(other).to);
    const last = ends.toSorted().at(-1) ?? "";
    if (more.length > 0 && (from || last) !== "") {
      found.push({ kind: "merged", others, year: from === "" ? yearAfter(last) : yearOf(from) });
    } else if (only !== "" && !isRenaming(only, code)) {
      const isNew = from !== "" && (last === "" || from >= last || heirs(only).length > 1);
      if (isNew) found.push({ kind: "split", others, year: yearOf(from) });
      else if (last !== "") found.push({ kind: "absorbed", others, year: yearAfter(last) });
    }
    return found;
  };
  return {
    top: tops.length === 1 && tops[0] ? tops[0].code : null,
    codes: [...byCode.keys()],
    named,
    called: (text) => aliases.get(normalizeName(text)) ?? [],
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
    isInForce,
    life,
    changes,
    origins,
    heirs,
    isRenaming,
    asOf: (code, year) => {
      const known = new Set([code]);
      for (const one of known) for (const other of renamings(one)) known.add(other); // a set grows while it is walked
      return [...known].find((one) => isInForce(one, year)) ?? null;
    },
  };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The first year that a day's end leaves its mark on. */
function yearAfter(day: string): number {
  return yearOf(day) + (day.endsWith("-12-31") ? 1 : 0);
}

function group(
  list: readonly Unit[],
  keys: (unit: Unit) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const pairs = list.flatMap((unit) => keys(unit).map((key) => [key, unit.code] as const));
  return new Map(
    [...Map.groupBy(pairs, ([key]) => key)].map(([key, of]) => [key, of.map(([, code]) => code)]),
  );
}

/** Read the rows of `units` as a dictionary; rows without a code are left out. */
export function readUnits(rows: Rows): Units {
  const list: Unit[] = [];
  for (let row = 0; row < rows.length; row++) {
    const at = (column: string) => (rows.columns.has(column) ? textAt(rows, row, column) : "");
    if (at("单位编码") === "") continue;
    list.push({
      code: at("单位编码"),
      name: normalizeName(at("单位名称")),
      aliases: splitList(at("别名")).map(normalizeName),
      parent: at("上级编码"),
      origins: splitList(at("前身编码")),
      from: at("启用日期"),
      to: at("停用日期"),
    });
  }
  return unitsOf(list);
}

/** Make the dictionary of a folder without `units`: the only unit it names is the top; several are none. */
export function unitsFromNames(names: ReadonlySet<string>): Units {
  const list = names.size === 1 ? [...names] : [];
  const nothing = { aliases: [], parent: "", origins: [], from: "", to: "" };
  return unitsOf(list.map((name) => ({ code: name, name, ...nothing })));
}
