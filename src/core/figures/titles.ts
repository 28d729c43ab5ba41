import type { Naming, Title } from "../figure.ts";
import { type Rows, textAt } from "../rows.ts";
import { type HonourSources, holdingKey, readHoldings, standingDay } from "./holdings.ts";
import { endOf, type Honour } from "./honours.ts";
import type { Material } from "./material.ts";
import { yearOf } from "./period.ts";
import { type Holding, streakOn } from "./streak.ts";

/** Read every title with its namings and events, as it stands in the last year: for the ribbon and the ledger. */
export function readTitles(material: Material, sources: HonourSources): Title[] {
  const rows = material.rows.get(sources.dataset);
  if (!rows) return [];
  const day = standingDay(yearOf(material.asOf), material);
  return readHoldings(material, sources).map((holding) => titleOf(material, rows, holding, day));
}

function titleOf(material: Material, rows: Rows, holding: Holding, day: string): Title {
  const { years, terms } = streakOn(holding, day);
  const latest = holding.honours.at(-1)?.row ?? 0;
  const events = holding.honours.flatMap((honour) =>
    honour.events.map((event) => ({ ...event, honor: honour.id })),
  );
  return {
    key: holdingKey(holding, material),
    name: holding.name,
    unit: material.units.name(holding.unit),
    level: textAt(rows, latest, "级别"),
    kind: textAt(rows, latest, "类型"),
    namings: holding.honours.map((honour) => namingOf(rows, honour, day)),
    events: events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    held: years > 0,
    years,
    terms,
  };
}

function namingOf(rows: Rows, honour: Honour, day: string): Naming {
  const at = (column: string) => textAt(rows, honour.row, column);
  return {
    id: honour.id,
    term: at("届次"),
    awarded: honour.awarded,
    from: honour.from,
    to: honour.to,
    ended: endOf(honour.events, day),
    granter: at("授予单位"),
    document: at("文号"),
    predecessor: honour.predecessor,
  };
}
