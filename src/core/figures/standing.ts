import { type Rows, textAt } from "../rows.ts";
import { combineStates, statusOf } from "../state.ts";
import { type Amount, noAmount } from "./amount.ts";
import { absenceOf } from "./coverage.ts";
import { Decimal } from "./decimal.ts";
import { rowsWhere } from "./filter.ts";
import { type HonourSources, holdingKey, readHoldings, standingDay } from "./holdings.ts";
import { chainEnds, type Honour, isHeld, readHonours } from "./honours.ts";
import type { Material } from "./material.ts";
import { isUnfinished } from "./period.ts";
import { streakOn } from "./streak.ts";

/** Lay out what rests on these honours on a year's standing day; a year that coverage calls less than whole is partial. */
function standing(
  material: Material,
  rows: Rows,
  year: number,
  honours: readonly Honour[],
  value: number,
): Amount {
  const status = material.coverage(rows.dataset, year)?.status ?? "齐全";
  const isRunning = isUnfinished(year, material.now);
  const indices = honours.map((honour) => honour.row);
  return {
    ...noAmount(year, standingDay(year, material), "missing"),
    value: Decimal(value),
    state: combineStates(indices.map((row) => statusOf(textAt(rows, row, "数据状态")))),
    reported: true,
    partial: isRunning || status !== "齐全",
    until: isRunning ? material.asOf : null,
    cells: [{ rows, column: "命名日期", indices }],
  };
}

/**
 * Count the honours held on each year's 31 December (as of asOf while the year runs). A chain of 前身荣誉编号 counts once, by its
 * latest naming then held; it counts here if that row fits `where`. Shape: namings, each from 生效日期 (else 命名日期) to 有效期至,
 * cut by 撤销, 终止 and 到期; unit: titles. Final unless a counted row says otherwise; a year that coverage calls less than whole
 * is partial, and without the export nothing is known. Source: validity as the
 * awarding bodies write it.
 */
export function readHeld(material: Material, sources: HonourSources): (year: number) => Amount {
  const rows = material.rows.get(sources.dataset);
  const dataset = material.datasets.get(sources.dataset);
  if (!dataset) throw new Error(`unknown data set: ${sources.dataset}`);
  if (!rows) {
    return (year) => noAmount(year, standingDay(year, material), absenceOf(material.coverage(dataset, year)));
  }
  const honours = readHonours(rows, rowsWhere(rows, {}), material.rows.get(sources.events));
  const ends = chainEnds(honours);
  const fitting = new Set(rowsWhere(rows, sources.where));
  return (year) => {
    const day = standingDay(year, material);
    const held = honours.filter((honour) => isHeld(honour, day));
    const latest = new Map(held.map((honour) => [ends.get(honour), honour])); // later namings replace earlier ones
    const counted = [...latest.values()].filter((honour) => fitting.has(honour.row));
    return standing(material, rows, year, counted, counted.length);
  };
}

/**
 * Count for each title the year-ends in a row on which it stood: one series a title, 0 in years in which it is not held; terms
 * are the namings of the run. Shape, states and source as for what is held; unit: 年, with no change from year to year.
 */
export function readStreaks(
  material: Material,
  sources: HonourSources,
): { key: string; title: string; at: (year: number) => Amount }[] {
  const rows = material.rows.get(sources.dataset);
  if (!rows) return [];
  return readHoldings(material, sources).map((holding) => {
    const key = holdingKey(holding, material);
    const title = key === holding.name ? key : `${holding.name}（${material.units.name(holding.unit)}）`;
    const at = (year: number): Amount => {
      const { years, terms, honours } = streakOn(holding, standingDay(year, material));
      return { ...standing(material, rows, year, honours, years), terms };
    };
    return { key, title, at };
  });
}
