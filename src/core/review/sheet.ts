import { latestPoint, mainSeries } from "../figures/latest.ts";
import type { Site } from "../site.ts";
import { stateNames } from "../state.ts";
import { formatComparison, formatValue } from "../words/format.ts";

/** A line of the sheet that is signed before publication. */
export interface SheetRow {
  readonly figure: string; // id
  readonly title: string;
  readonly year: number;
  readonly value: string;
  readonly formula: string; // 389 ÷ 433, or ""
  readonly change: string; // against the year before, or ""
  readonly scope: string;
  readonly state: string;
}

/** Give the latest finished year of every figure the public will see. */
export function sheetRows({ figures }: Pick<Site, "figures">): SheetRow[] {
  return figures.flatMap((figure): SheetRow[] => {
    const series = mainSeries(figure);
    const point = latestPoint(series);
    if (!figure.present || !series || !point) return [];
    const { numerator = null, denominator = null } = point.parts ?? {};
    return [
      {
        figure: figure.id,
        title:
          figure.title === series.title || series.key === "total"
            ? figure.title
            : `${figure.title}：${series.title}`,
        year: point.year,
        value: point.value === null ? stateNames[point.state] : formatValue(point.value, figure),
        formula: numerator === null || denominator === null ? "" : `${numerator} ÷ ${denominator}`,
        change: point.change === null ? "" : formatComparison(point.change, figure, "上年"),
        scope: point.scope ?? "",
        state: stateNames[point.state] + (point.partial ? "，不完整" : ""),
      },
    ];
  });
}
