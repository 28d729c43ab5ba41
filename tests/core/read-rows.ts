import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Validated, validate } from "../../src/core/checks/validate.ts";
import type { Dataset } from "../../src/core/declared/dataset.ts";
import { readDatasets } from "../../src/core/declared/datasets.ts";
import { settingsSchema } from "../../src/core/declared/settings.ts";
import type { Inputs } from "../../src/core/inputs.ts";

const folder = join(import.meta.dirname, "..", "..", "data", "datasets");
const core = readdirSync(folder).map((name) => ({
  path: `datasets/${name}`,
  bytes: readFileSync(join(folder, name)),
}));

export const datasets: ReadonlyMap<string, Dataset> = readDatasets(core).datasets;

export const units =
  "单位编码,单位名称,上级编码,启用日期,停用日期\n01,某省某局,,,\n0101,办公室,01,,\n0102,信访处,01,2015-01-01,2019-06-30\n";

/** Make inputs from the text of exports, by path. */
export function inputsOf(exports: Readonly<Record<string, string>>, signoffs?: string): Inputs {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return {
    exports: Object.entries(exports).map(([path, text]) => ({ path, bytes: bytes(text) })),
    unread: [],
    folders: [],
    datasets: core,
    indicators: [],
    settings: null,
    signoffs: signoffs === undefined ? null : { path: "signoffs.csv", bytes: bytes(signoffs) },
    wall: null,
    revisions: null,
    releases: [],
    edition: "public",
    now: "2026-03-01",
  };
}

/** Read and check exports against the project's data sets. */
export function readRows(exports: Readonly<Record<string, string>>, signoffs?: string): Validated {
  return validate(inputsOf(exports, signoffs), datasets, settingsSchema.parse({}), []);
}
