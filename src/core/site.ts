import type { Field } from "./dataset.ts";
import type { Edition } from "./edition.ts";
import type { Point, Title } from "./figure.ts";
import type { Finding } from "./finding.ts";
import type { Indicator } from "./indicator.ts";
import type { Settings } from "./settings.ts";

/** A file as read from the data folder; `path` is relative to exports (datasets, indicators, …: to the data folder), with "/". */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Everything the core needs; nothing else reaches it. */
export interface Inputs {
  readonly exports: readonly SourceFile[]; // every file under exports/ that is not ignored
  readonly folders: readonly string[]; // names of the folders directly under exports/
  readonly datasets: readonly SourceFile[]; // JSON, the project's and the folder's; a later one with the same id wins
  readonly indicators: readonly SourceFile[]; // likewise
  readonly settings: SourceFile | null; // site.json
  readonly signoffs: SourceFile | null; // signoffs.csv
  readonly edition: Edition;
  readonly now: string; // today, YYYY-MM-DD
}

/** A point as published: the contract's fields, plus what pages need to draw it. */
export type PublishedPoint = Omit<Point, "cells"> & {
  readonly sources: readonly string[]; // "volunteers/2018.csv:3", at most 20, public files only in the public edition
  readonly sourceCount: number;
};

export interface PublishedSeries {
  readonly key: string;
  readonly title: string;
  readonly points: readonly PublishedPoint[];
}

export interface PublishedFigure
  extends Pick<
    Indicator,
    "id" | "title" | "topic" | "order" | "unit" | "decimals" | "method" | "note" | "chart" | "measure"
  > {
  readonly changeUnit: "百分点" | "%" | ""; // "" where nothing is compared
  readonly scope: string | null;
  readonly baseYear: number;
  readonly series: readonly PublishedSeries[];
  readonly by: string | null;
  readonly datasets: readonly string[]; // ids it reads
  readonly present: boolean;
  readonly notCounted: boolean;
}

/** A data set as this edition may show it. */
export interface PublishedDataset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly fields: readonly Field[]; // only those this edition may show
  readonly primaryKey: readonly string[];
  readonly present: boolean;
  readonly files: readonly string[];
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[]; // cells as they are to be downloaded, formula-safe not yet applied
}

/** The whole site as data: plain, serialisable, and holding nothing that its edition may not show. */
export interface Site {
  readonly edition: Edition;
  readonly settings: Settings;
  readonly asOf: string;
  readonly figures: readonly PublishedFigure[]; // in order of topic, order, id
  readonly titles: readonly Title[];
  readonly datasets: readonly PublishedDataset[];
  readonly gaps: readonly Gap[];
}

/** Something that is not there, and why: 今年还缺什么. */
export interface Gap {
  readonly figure: string; // indicator id
  readonly title: string;
  readonly years: readonly number[];
  readonly state: Point["state"];
  readonly reason: string; // 备注 of coverage, or of the row; "" if none
}

export interface Counts {
  readonly files: number;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** What came of the inputs: a site unless an error stops it, and everything found. */
export interface Outcome {
  readonly site: Site | null;
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

/** Build the site: parse, validate, sign, cut to the edition, compute, disclose; no site where anything stops it. */
export function buildSite(inputs: Inputs): Outcome {
  throw new Error(`not built yet: ${inputs.edition}`);
}
