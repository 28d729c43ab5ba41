import { isMoney } from "../figures/money.ts";
import { isByScope } from "../figures/scopes.ts";
import type { Dataset } from "./dataset.ts";
import type { Indicator } from "./indicator.ts";
import { type Mistake, wrong } from "./mistake.ts";

/** Refuse to split what cannot be: ratios by anything but 口径, streaks and trends at all, a scope already chosen, words counted in other units. */
export function checkSplit(indicator: Indicator, datasets: ReadonlyMap<string, Dataset>): Mistake[] {
  const { by, measure, chart } = indicator;
  if (by === undefined) return [];
  if (measure.kind === "streak" || measure.kind === "trend") return [wrong("by", "连续年数不能再按列分开")];
  if (isByScope(indicator, datasets)) {
    const wheres =
      measure.kind === "ratio" ? [measure.numerator.where, measure.denominator.where] : [measure.where];
    if (wheres.some((where) => by in where)) return [wrong("by", `where 已经限定了“${by}”`)];
    return chart === "line" ? [] : [wrong("chart", `各“${by}”互相包含，不能相加，只能画成 line`)];
  }
  if (measure.kind === "ratio") return [wrong("by", "比率只能按口径分开，而且分子、分母的表都要有口径")];
  return measure.kind === "sum" ? checkUnits(indicator, by, datasets.get(measure.dataset)) : [];
}

/** Refuse a sum over words that are counted in units which do not convert into the indicator's. */
function checkUnits({ unit }: Indicator, by: string, dataset: Dataset | undefined): Mistake[] {
  const rule = dataset?.rules.find((one) => one.rule === "units-of" && one.by === by);
  if (rule?.rule !== "units-of") return [];
  const isSame = (other: string) => other === unit || (isMoney(other) && isMoney(unit));
  const misfit = Object.entries(rule.allowed).find(([, units]) => !units.some(isSame));
  if (!misfit) return [];
  const [word, units] = misfit;
  return [wrong("by", `“${word}”按“${units.join("、")}”统计，不能和“${unit}”合在一个指标里；请分成几个指标`)];
}
