import { changeUnitOf } from "../figures/comparison.ts";
import type { Dataset } from "./dataset.ts";
import type { Indicator } from "./indicator.ts";
import { type Mistake, wrong } from "./mistake.ts";

/** Refuse charts of what an indicator does not have: changes, budgets, windows; and one chart twice. */
export function checkShown(indicator: Indicator, datasets: ReadonlyMap<string, Dataset>): Mistake[] {
  const { chart, also, measure } = indicator;
  const asked = [["chart", chart], ...also.map((view, i) => [`also.${i}`, view])] as const;
  return asked.flatMap(([path, kind], i): Mistake[] => {
    if (asked.findIndex((one) => one[1] === kind) < i) return [wrong(path, "同一种图写了两次")];
    if (kind === "cadence" && measure.kind !== "cadence") {
      return [wrong(path, "只有按期开展的指标才有一期一格的图")];
    }
    if (kind === "changes" && changeUnitOf(indicator) === "")
      return [wrong(path, "连续年数没有比上年的变化")];
    if (kind !== "budget") return [];
    const comparison = measure.kind === "sum" ? datasets.get(measure.dataset)?.comparison : undefined;
    const hasBudget = comparison?.budget !== undefined && "column" in measure;
    return hasBudget && comparison.value === measure.column ? [] : [wrong(path, "这个数没有预算可比")];
  });
}
