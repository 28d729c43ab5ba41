import { computeFigure } from "./compute.ts";
import { readCoverage } from "./coverage.ts";
import type { Field } from "./dataset.ts";
import { idOf, readDatasets } from "./datasets.ts";
import { disclose } from "./disclosure.ts";
import { type Edition, mayShow, selectEdition } from "./edition.ts";
import type { Point, Title } from "./figure.ts";
import { type Finding, type Place, type Severity, severity } from "./finding.ts";
import { sortFindings } from "./finding-order.ts";
import { findGaps } from "./gaps.ts";
import { type Indicator, topics } from "./indicator.ts";
import { readIndicators } from "./indicators.ts";
import { latestDay } from "./period.ts";
import { publishDataset, publishFigure } from "./publication.ts";
import { redact } from "./redact.ts";
import { readSettings, type Settings } from "./settings.ts";
import { applySignoffs } from "./signoffs.ts";
import { readTitles } from "./titles.ts";
import { type Validated, validate } from "./validate.ts";

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

/** Build the site: read the JSON, validate, cut to the edition, compute, sign, disclose; no site where anything stops it. */
export function buildSite(inputs: Inputs): Outcome {
  const { edition, now } = inputs;
  const { settings, findings: inSettings } = readSettings(inputs.settings);
  const { datasets, findings: inDatasets } = readDatasets(inputs.datasets);
  const declared = new Set(inputs.datasets.map((file) => idOf(file.path)));
  const { indicators, findings: inIndicators } = readIndicators(inputs.indicators, datasets, declared);
  const validated = validate(inputs, datasets, settings);

  const { rows, notCounted, hiddenYears } = selectEdition(validated.rows, edition, now);
  const asOf = settings.asOf ?? latestDay(rows.values(), now) ?? now;
  const coverage = readCoverage(rows.get("coverage"));
  const material = { datasets, rows, units: validated.units, coverage, hidden: hiddenYears, asOf, now };
  const computed = indicators
    .filter((indicator) => mayShow(indicator.audience, edition))
    .toSorted(byTopic)
    .map((indicator) => computeFigure(indicator, material, settings.baseYear, notCounted));
  const figures = disclose(computed.map(({ figure }) => figure));

  const inRows = [...inSettings, ...inDatasets, ...inIndicators, ...validated.findings];
  const inFigures = soundOnly(
    computed.flatMap((one) => one.findings),
    inRows,
  );
  const signed = applySignoffs([...inRows, ...inFigures], validated.signoffs, now);
  const quotable = mayShow("internal", edition)
    ? signed
    : redact(signed, { rows: validated.rows, datasets, exports: inputs.exports, now });
  const findings = sortFindings(quotable);

  const outcome = { findings, counts: countFindings(findings, validated) };
  if (findings.some((found) => stops(found, edition))) return { site: null, ...outcome };
  const honours = { dataset: "honors", events: "honor-events", where: {} };
  const site: Site = {
    edition,
    settings,
    asOf,
    figures: figures.map(publishFigure),
    titles: readTitles(material, honours),
    datasets: [...datasets.values()]
      .filter((dataset) => mayShow(dataset.audience, edition))
      .map((dataset) => publishDataset(dataset, rows.get(dataset.id), validated.units, edition)),
    gaps: figures.flatMap((figure) => findGaps(figure, datasets, coverage)),
  };
  return { site, ...outcome };
}

/** Tell whether a finding stops publication: an error does; a W that nobody signed does not keep the internal edition from its reviewers. */
function stops(found: Finding, edition: Edition): boolean {
  return edition === "internal" ? found.level === "E" : severity(found) === "error";
}

/** Keep what figures found, once each, and only in files that are sound: in others it would repeat what is said already. */
function soundOnly(inFigures: readonly Finding[], inRows: readonly Finding[]): Finding[] {
  const unsound = new Set(inRows.filter((found) => found.level === "E").map((found) => folderOf(found)));
  const sound = inFigures.filter(
    (found) => ![found, ...found.related].some((place) => unsound.has(folderOf(place))),
  );
  return [...new Map(sound.map((found) => [JSON.stringify(found), found])).values()];
}

function folderOf(place: Place): string {
  return place.file.split("/")[0] ?? "";
}

function byTopic(a: Indicator, b: Indicator): number {
  const topic = topics.indexOf(a.topic) - topics.indexOf(b.topic);
  return topic || a.order - b.order || (a.id < b.id ? -1 : 1);
}

function countFindings(findings: readonly Finding[], { files, rowCount }: Validated): Counts {
  const of = (wanted: Severity) => findings.filter((found) => severity(found) === wanted).length;
  return { files, rows: rowCount, errors: of("error"), warnings: of("warning"), notes: of("note") };
}
