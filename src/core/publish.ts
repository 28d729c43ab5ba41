import type { PublishedDataset, PublishedFigure, Site } from "./site.ts";

/** Lay a figure out as the contract's JSON, keys in the contract's order. */
export function indicatorJson(site: Site, figure: PublishedFigure): object {
  return { id: figure.id, edition: site.edition };
}

/** Write a figure as CSV: UTF-8 with BOM, CRLF; 数值 is the JSON's number, text for text. */
export function indicatorCsv(site: Site, figure: PublishedFigure): string {
  return `${site.asOf}${figure.id}`;
}

/** Write a data set as CSV, as this edition may show it: formula-safe, with a last column 数据性质. */
export function datasetCsv(site: Site, dataset: PublishedDataset): string {
  return `${site.asOf}${dataset.id}`;
}

/** Describe all downloads as a Frictionless data package. */
export function datapackage(site: Site): object {
  return { name: site.asOf };
}

/** Give every download of a site: its path from the root, and its text. */
export function downloads(site: Site): ReadonlyMap<string, string> {
  return new Map([["data/datapackage.json", JSON.stringify(datapackage(site))]]);
}
