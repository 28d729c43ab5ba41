import { issue } from "../cells/reading.ts";
import type { Finding, Place } from "../finding.ts";
import { originalAt, placeAt, type Rows, textAt } from "../rows.ts";
import type { Units } from "../units.ts";
import { cellFinding } from "./cell-finding.ts";

/** Check the register of units: one top to which all superiors lead (REF-02), what merged or split (NAME-17), and units of one name (NAME-21). */
export function checkRegister(rows: Rows, all: ReadonlyMap<string, Rows>, units: Units): Finding[] {
  return [...checkSuperiors(rows, units), ...checkMergers(rows, units), ...checkTwins(rows, all, units)];
}

function checkSuperiors(rows: Rows, units: Units): Finding[] {
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
    const code = text(row, "单位编码");
    if (code !== "" && isInLoop(code, parents)) found.push(problem(row, "loop"));
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

/** NAME-17: a unit that is not just another's new name begins with what others were, or takes it on. */
function checkMergers(rows: Rows, units: Units): Finding[] {
  const rowOf = rowsByCode(rows);
  return [...rowOf].flatMap(([code, row]) => {
    const change = units.changes(code).find((one) => one.kind !== "parted");
    if (!change) return [];
    const { kind, others, year } = change;
    const related = others.flatMap((other) => placesOf(rows, rowOf.get(other)));
    const facts = {
      kind,
      text: units.name(code),
      textOthers: others.map((other) => `“${units.name(other)}”`).join(""),
      year,
    };
    return [cellFinding(rows, row, "前身编码", issue("NAME-17", facts), units, related)];
  });
}

/** Find every unit's row in the register. */
export function rowsByCode(rows: Rows): ReadonlyMap<string, number> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rows.length; row++) {
    const code = textAt(rows, row, "单位编码");
    if (code !== "") rowOf.set(code, row);
  }
  return rowOf;
}

/** Name where a unit's name is registered. */
export function placesOf(rows: Rows, row: number | undefined): Place[] {
  return row === undefined ? [] : [placeAt(rows, row, "单位名称")];
}

/** NAME-21: two units in use at one time, under one superior, whose names are the same but for their spelling, both with figures. */
function checkTwins(rows: Rows, all: ReadonlyMap<string, Rows>, units: Units): Finding[] {
  const groups = Map.groupBy(rowsByCode(rows), ([code, row]) =>
    JSON.stringify([units.name(code).toLowerCase(), textAt(rows, row, "上级编码")]),
  );
  const twins = [...groups.values()].filter((group) => group.length > 1);
  if (twins.length === 0) return [];
  const used = usedUnits(all);
  return twins.flatMap((group) => {
    const [first, ...others] = group.filter(([code]) => used.has(code));
    if (!first) return [];
    const written = (row: number) => originalAt(rows, row, "单位名称");
    return others.flatMap(([code, row]) => {
      if (!overlap(units.life(first[0]), units.life(code))) return [];
      const facts = { text: written(row), textOther: written(first[1]) };
      const related = placesOf(rows, first[1]);
      return [cellFinding(rows, row, "单位名称", issue("NAME-21", facts), units, related)];
    });
  });
}

function overlap(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return (a.to === "" || b.from <= a.to) && (b.to === "" || a.from <= b.to);
}

/** The codes of all units that any row is about. */
function usedUnits(all: ReadonlyMap<string, Rows>): ReadonlySet<string> {
  const used = new Set<string>();
  for (const rows of all.values()) {
    const ids = new Set(rows.columns.get(rows.dataset.unit ?? "")?.value);
    for (const id of ids) used.add(rows.pool.text(id));
  }
  return used;
}
