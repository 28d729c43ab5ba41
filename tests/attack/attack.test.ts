import { afterAll, describe, expect, it } from "vitest";
import { checkInputs } from "../../src/core/pipeline.ts";
import { downloads } from "../../src/core/published/publish.ts";
import { cellName, learn, type Published, recordsOf } from "./attacker.ts";
import type { Knowledge } from "./program.ts";
import { attacked, change, drawn, inputsOf, type Tables } from "./table.ts";

const limit = 5;
const baseYear = 2022;

/** Every cell of 1 to 4 persons that truly stands in the tables: its name, and its number. */
function smallCells(tables: Tables): Map<string, number> {
  const persons = {
    headcount: ["在岗职工数"],
    volunteers: ["备案注册人数", "活跃人数"],
    participants: ["参加人数"],
    competitions: ["参赛人数"],
  };
  const found = new Map<string, number>();
  for (const [set, columns] of Object.entries(persons)) {
    for (const row of recordsOf(tables[set]?.join("\r\n"))) {
      for (const column of columns) {
        const value = Number(row[column] || Number.NaN);
        if (!(value > 0 && value < limit)) continue;
        const year = (row.时点 ?? row.年度 ?? row.开始日期 ?? "").slice(0, 4);
        const kind = row.活动 ?? row.竞赛编号 ?? "";
        found.set(cellName(`${set}.${column}`, year, row.单位 ?? "", row.口径 ?? "", kind), value);
      }
    }
  }
  return found;
}

/** Publish as the project does. */
function publish(tables: Tables): Published {
  const { findings, draft } = checkInputs(inputsOf(tables));
  expect(findings.filter(({ level }) => level === "E").map(({ code, cell }) => [code, cell])).toEqual([]);
  return downloads(draft().site);
}

/** Publish with primary suppression only: of all tables every number but those of 1 to 4 persons. */
function publishNaively(tables: Tables): Published {
  const small = smallCells(tables);
  return new Map(
    Object.entries(tables).map(([set, [header = "", ...lines]]) => {
      const names = header.split(",");
      const shown = recordsOf([header, ...lines].join("\r\n")).map((row) => {
        const year = (row.时点 ?? row.年度 ?? row.开始日期 ?? "").slice(0, 4);
        const kind = row.活动 ?? row.竞赛编号 ?? "";
        const hide = (column: string) =>
          small.has(cellName(`${set}.${column}`, year, row.单位 ?? "", row.口径 ?? "", kind));
        return names.map((name) => (hide(name) ? "不公开" : row[name])).join(",");
      });
      return [`data/datasets/${set}.csv`, [header, ...shown].join("\r\n")];
    }),
  );
}

/** What an attacker can say of each small cell: between which numbers it lies. */
function attack(known: Knowledge, tables: Tables) {
  const small = smallCells(tables);
  const bounds = known.bounds([...small.keys()]);
  const cells = [...small].map(([name, truth]) => {
    const [least, greatest] = bounds.get(name) ?? [0, null]; // never heard of
    return { name, truth, least, greatest };
  });
  const pinned = cells.filter(({ greatest }) => greatest !== null && greatest < limit);
  const exact = pinned.filter(({ least, greatest }) => least === greatest);
  for (const { truth, least, greatest } of cells) {
    expect(least).toBeLessThanOrEqual(truth); // an attack that errs proves nothing
    expect(greatest ?? truth).toBeGreaterThanOrEqual(truth);
  }
  return { facts: known.size, cells, pinned, exact };
}

type Attacked = ReturnType<typeof attack>;

const tally = (name: string, { facts, cells, pinned, exact }: Attacked) =>
  `${name.padEnd(44)}${[facts, cells.length, pinned.length, exact.length].map((n) => String(n).padStart(14)).join("")}`;
const head = `${"".padEnd(44)}${["facts", "cells 1–4", "told few", "told exactly"].map((word) => word.padStart(14)).join("")}`;
const range = ({ least, greatest }: Attacked["cells"][number]) => `${least}–${greatest ?? "…"}`;

const told: string[] = [];
afterAll(() => console.log([head, ...told].join("\n")));

describe("an attacker who has all that is published", { timeout: 120_000 }, () => {
  it("tells of no cell of 1 to 4 persons that it is one; where only these are left out, he tells many exactly", () => {
    const ours = attack(learn(publish(attacked), baseYear), attacked);
    const naive = attack(learn(publishNaively(attacked), baseYear), attacked);
    told.push(tally("a table built to be attacked: the project", ours));
    told.push(tally("the same with primary suppression only", naive));
    for (const [i, cell] of ours.cells.entries()) {
      const other = naive.cells[i];
      told.push(`  ${cell.name} = ${cell.truth}: ${range(cell)}; primary only ${other ? range(other) : ""}`);
    }
    expect(ours.pinned).toEqual([]);
    expect(naive.exact.map(({ name }) => name)).toContain("headcount.在岗职工数|2023|丁|全局|"); // 133 − 40 − 60 − 30
    expect(naive.exact.length).toBeGreaterThanOrEqual(5);
  });

  it("is shown the totals all the same", () => {
    const published = publish(attacked);
    const shown = published.get("data/datasets/volunteers.csv");
    expect(shown).toContain("2022-12-31,局,全局,100,64,2000");
    expect(shown).toContain("2024-12-31,甲,全局,不公开,不公开,740");
    const ratio = JSON.parse(published.get("data/indicators/volunteer-active-ratio.json") ?? "");
    expect(ratio.series[0].points.at(-1)).toMatchObject({
      year: 2024,
      parts: { numerator: 60, denominator: 135 },
    });
  });

  it("does no better with two editions: one that still showed units, and one in which a year made a cell small", () => {
    const grown = change(attacked, "volunteers", (line) =>
      line.replace("20,3,400", "20,13,400").replace(",64,", ",74,"),
    );
    const isEarly = (line: string) => (/^(?:2024|JS-24)/.test(line) ? null : line);
    const early = ["headcount", "volunteers", "participants"].reduce(
      (all, set) => change(all, set, isEarly),
      grown,
    );
    const first = publish(early);
    expect(first.get("data/datasets/volunteers.csv")).toContain("2022-12-31,甲,全局,不公开,21,600");
    const both = attack(learn(publish(grown), baseYear, learn(first, baseYear)), grown);
    told.push(tally("two editions, the second a year longer", both));
    expect(both.pinned).toEqual([]);
    expect(both.cells.map(({ name }) => name)).toContain("volunteers.活跃人数|2024|甲二|全局|");
  });

  it("does no better with two releases of which the second revised a number, whichever unit's he takes it to be", () => {
    const revised = change(attacked, "volunteers", (line) =>
      line
        .replace("2022-12-31,丙,全局,20,3,", "2022-12-31,丙,全局,20,2,")
        .replace("100,64,2000", "100,63,2000"),
    );
    const [first, second] = [publish(attacked), publish(revised)];
    const column = "volunteers.活跃人数|2022|";
    const units = ["甲一", "甲二", "乙", "丙"];
    for (const suspect of units) {
      const known = learn(first, baseYear);
      const cell = (unit: string) => `${column}${unit}|全局|`;
      const later = (unit: string) => `${cell(unit)}later`;
      const parts = Object.fromEntries(units.map((unit) => [later(unit), 1]));
      known.equal({ ...parts, [later("局")]: -1 }, 0);
      known.equal(
        { [later("局")]: 1 },
        Number(/2022-12-31,局,全局,100,(\d+)/.exec(second.get("data/datasets/volunteers.csv") ?? "")?.[1]),
      );
      for (const unit of units) if (unit !== suspect) known.equal({ [later(unit)]: 1, [cell(unit)]: -1 }, 0);
      const found = attack(known, attacked);
      told.push(tally(`two releases, the second revised: ${suspect}`, found));
      expect(found.pinned).toEqual([]);
    }
  });

  it("does no better with tables drawn by lot", () => {
    const seeds = Array.from({ length: 12 }, (_, i) => i + 1);
    const sums = seeds.map((seed) => {
      const tables = drawn(seed);
      const ours = attack(learn(publish(tables), baseYear), tables);
      const naive = attack(learn(publishNaively(tables), baseYear), tables);
      expect({ seed, pinned: ours.pinned }).toEqual({ seed, pinned: [] });
      return { ours, naive };
    });
    const join = (of: "ours" | "naive") =>
      sums.reduce<Attacked>(
        (all, one) => ({
          facts: all.facts + one[of].facts,
          cells: [...all.cells, ...one[of].cells],
          pinned: [...all.pinned, ...one[of].pinned],
          exact: [...all.exact, ...one[of].exact],
        }),
        { facts: 0, cells: [], pinned: [], exact: [] },
      );
    told.push(tally(`${seeds.length} tables drawn by lot: the project`, join("ours")));
    told.push(tally("the same with primary suppression only", join("naive")));
    expect(join("naive").exact.length).toBeGreaterThan(20);
  });
});
