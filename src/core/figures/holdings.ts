import { textAt } from "../rows.ts";
import { rowsWhere } from "./filter.ts";
import { readHonours } from "./honours.ts";
import type { Material } from "./material.ts";
import { isUnfinished, lastDay } from "./period.ts";
import { groupHoldings, type Holding } from "./streak.ts";

/** Where titles are read from: a data set with the columns of honors, and one with those of honor-events. */
export interface HonourSources {
  readonly dataset: string;
  readonly events: string;
  readonly where: Record<string, string>;
}

/** Give the day for which honours stand in a year: its 31 December, or asOf while it runs. */
export function standingDay(year: number, material: Pick<Material, "now" | "asOf">): string {
  return isUnfinished(year, material.now) ? material.asOf : lastDay(year);
}

/** Name a title of a unit: 名称 for the top unit, 名称@单位编码 for others. */
export function holdingKey(holding: Holding, material: Material): string {
  return holding.unit === material.units.top ? holding.name : `${holding.name}@${holding.unit}`;
}

/** Read all titles, of the highest level first, then the top unit's, then the oldest. */
export function readHoldings(material: Material, sources: HonourSources): Holding[] {
  const rows = material.rows.get(sources.dataset);
  if (!rows) return [];
  const honours = readHonours(rows, rowsWhere(rows, sources.where), material.rows.get(sources.events));
  const levels = rows.dataset.schema.fields.find((field) => field.name === "级别")?.constraints.enum ?? [];
  const rank = ({ unit, honours: own }: Holding): (number | string)[] => [
    levels.indexOf(textAt(rows, own.at(-1)?.row ?? 0, "级别")),
    unit === material.units.top ? 0 : 1,
    own[0]?.awarded ?? "",
    own[0]?.row ?? 0,
  ];
  const ranked = groupHoldings(honours).map((holding) => ({ holding, rank: rank(holding) }));
  return ranked.sort((a, b) => compareRanks(a.rank, b.rank)).map(({ holding }) => holding);
}

function compareRanks(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [x, y] = [a[at] ?? 0, b[at] ?? 0];
  return at < 0 ? 0 : x < y ? -1 : 1;
}
