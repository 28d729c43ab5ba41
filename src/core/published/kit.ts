import { idOf } from "../declared/parsing.ts";
import { type Edition, mayShow } from "../edition.ts";
import type { Inputs, SourceFile } from "../inputs.ts";
import { readRevisionText } from "../releases/revisions.ts";
import type { Site } from "../site.ts";
import { type JsonObject, mapParts, sealDataset, stringsIn } from "./seal.ts";

/** Beyond so many rows only registers go along: a page must still open. */
const mostRows = 20_000;

/** One data set's rows as an edition may show them, by file. */
export interface KitRows {
  readonly dataset: string;
  readonly header: readonly string[];
  readonly files: readonly { readonly path: string; readonly records: readonly (readonly string[])[] }[];
}

/** All that the page that checks files is given: the definitions and the rows of its edition, and nothing it may not show. */
export interface Kit {
  readonly edition: Edition;
  readonly build: string;
  readonly settings: JsonObject;
  readonly datasets: Readonly<Record<string, JsonObject>>; // by id
  readonly indicators: Readonly<Record<string, JsonObject>>; // by id
  readonly rows: readonly KitRows[];
  /** What was released, and what of it was revised; without all rows nothing can be held against it. */
  readonly releases: readonly { readonly path: string; readonly text: string }[];
  readonly revisions: string | null; // the text of revisions.csv
  readonly whole: boolean; // false: too many rows, only registers are there
}

/** Put together what the page needs to check files by itself. */
export function makeKit(inputs: Inputs, site: Site, build: string): Kit {
  const { edition } = site;
  const isShown = ([, { audience }]: readonly [string, JsonObject]) =>
    mayShow(audience === "public" ? "public" : "internal", edition);
  const all = readAll(inputs.datasets);
  const shown = all.filter(isShown);
  const hidden = new Set(all.map(([id]) => id).filter((id) => !shown.some(([other]) => other === id)));
  const datasets = shown.map(([id, json]) => {
    const own = mapParts(json, (part, kind) =>
      kind !== "field" && stringsIn(part).some((text) => hidden.has(text)) ? [] : [part],
    );
    return [id, edition === "public" ? sealDataset(own) : own] as const;
  });
  const indicators = readAll(inputs.indicators).filter(isShown);
  const ids = indicators.map(([id]) => id);
  const overview = site.settings.overview.filter((id) => ids.includes(id));
  const total = site.datasets.reduce((sum, { records }) => sum + records.length, 0);
  const whole = total <= mostRows;
  const isRegister = (id: string) => all.some(([other, { kind }]) => other === id && kind === "register");
  return {
    edition,
    build,
    settings: JSON.parse(JSON.stringify({ ...site.settings, overview })),
    datasets: Object.fromEntries(datasets),
    indicators: Object.fromEntries(indicators),
    rows: site.datasets
      .filter(({ id, present }) => present && (whole || isRegister(id)))
      .map(({ id, header, files, records, origins }) => ({
        dataset: id,
        header,
        files: files.map((path, file) => ({ path, records: records.filter((_, i) => origins[i] === file) })),
      })),
    releases: whole
      ? inputs.releases.map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }))
      : [],
    revisions: whole && inputs.revisions ? readRevisionText(inputs.revisions) : null,
    whole,
  };
}

/** Parse JSON files that are known to be sound; of two with one id the later wins. */
function readAll(files: readonly SourceFile[]): [id: string, json: JsonObject][] {
  const latest = new Map(files.map((file) => [idOf(file.path), file.bytes]));
  return [...latest].map(([id, bytes]) => [
    id,
    JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, "")),
  ]);
}
