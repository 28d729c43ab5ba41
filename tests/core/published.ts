import type { Indicator } from "../../src/core/declared/indicator.ts";
import { settingsSchema } from "../../src/core/declared/settings.ts";
import { computeFigure } from "../../src/core/figures/compute.ts";
import { publishDataset, publishFigure } from "../../src/core/published/publication.ts";
import type { PublishedFigure, Site } from "../../src/core/site.ts";
import { bureau, datasets } from "./bureau.ts";

type Tables = Readonly<Record<string, readonly string[]>>;

/** A figure of a small bureau, as published. */
export function figureOf(
  indicator: Indicator,
  tables: Tables,
  more: Parameters<typeof bureau>[1] = {},
): PublishedFigure {
  return publishFigure(computeFigure(indicator, bureau(tables, more), 2012, new Set()).figure);
}

/** The public site of a small bureau with these figures. */
export function siteOf(figures: readonly PublishedFigure[], tables: Tables, settings: object = {}): Site {
  const { rows, units, asOf } = bureau(tables);
  return {
    edition: "public",
    settings: settingsSchema.parse(settings),
    asOf,
    figures,
    titles: [],
    datasets: [...datasets.values()].map((dataset) =>
      publishDataset(dataset, rows.get(dataset.id), units, "public"),
    ),
    gaps: [],
    rounded: [],
    timeline: [],
    wall: [],
    releases: [],
    revisions: [],
    withdrawals: [],
    units: [],
  };
}
