import { type Finding, filePlace, finding } from "../finding.ts";
import type { Inputs } from "../inputs.ts";
import { checkReach } from "../wall/reach.ts";
import { type Dataset, withScopes } from "./dataset.ts";
import { readDatasets } from "./datasets.ts";
import { type Indicator, topics } from "./indicator.ts";
import { readIndicators } from "./indicators.ts";
import { idOf } from "./parsing.ts";
import { coreScopes, readSettings, type Settings } from "./settings.ts";

/** All that the JSON says: settings, what CSVs must look like, and what is computed from them. */
export interface Definitions {
  readonly settings: Settings;
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly indicators: readonly Indicator[]; // in order of topic, order, id
  readonly findings: readonly Finding[];
}

/** Read site.json, datasets/*.json and indicators/*.json; every mistake is a CFG finding. */
export function readDefinitions(inputs: Inputs): Definitions {
  const { settings, findings: inSettings } = readSettings(inputs.settings);
  const { datasets: plain, findings: inDatasets } = readDatasets(inputs.datasets);
  const scopes = [...coreScopes, ...settings.scopes];
  const datasets = new Map([...plain].map(([id, dataset]) => [id, withScopes(dataset, scopes)]));
  const declared = new Set(inputs.datasets.map((file) => idOf(file.path)));
  const { indicators, findings: inIndicators } = readIndicators(inputs.indicators, datasets, declared);
  const known = inputs.indicators.map((file) => idOf(file.path));
  const inOverview = settings.overview.flatMap((name, i) => {
    if (known.includes(name) || !inputs.settings) return [];
    const facts = { path: `overview.${i}`, name, known: known.join("、") };
    return finding("CFG-03", filePlace(inputs.settings.path), facts);
  });
  return {
    settings,
    datasets,
    indicators: indicators.toSorted(byTopic),
    findings: [...inSettings, ...inOverview, ...checkReach(settings), ...inDatasets, ...inIndicators],
  };
}

function byTopic(a: Indicator, b: Indicator): number {
  const topic = topics.indexOf(a.topic) - topics.indexOf(b.topic);
  return topic || a.order - b.order || (a.id < b.id ? -1 : 1);
}
