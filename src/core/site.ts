import { sortFindings } from "./checks/finding-order.ts";
import { checkIdleSignoffs } from "./checks/idle-signoffs.ts";
import { redact } from "./checks/redact.ts";
import { applySignoffs } from "./checks/signoffs.ts";
import { validate } from "./checks/validate.ts";
import { countFindings, isStopping, roundedDatasets, soundOnly } from "./checks/verdict.ts";
import type { Field } from "./declared/dataset.ts";
import { readDefinitions } from "./declared/definitions.ts";
import type { Indicator } from "./declared/indicator.ts";
import type { Settings } from "./declared/settings.ts";
import { controlDisclosure } from "./disclosure/control.ts";
import { disclose } from "./disclosure/disclose.ts";
import { type Due, findDue } from "./due/due.ts";
import { type Edition, mayShow, selectEdition } from "./edition.ts";
import type { Point, Title } from "./figure.ts";
import { readBreaks, readTargets, readTimeline } from "./figures/annotations.ts";
import { computeFigure } from "./figures/compute.ts";
import { readCoverage } from "./figures/coverage.ts";
import { findGaps } from "./figures/gaps.ts";
import { latestDay } from "./figures/period.ts";
import { readTitles } from "./figures/titles.ts";
import { computeUnits } from "./figures/unit-figures.ts";
import type { Finding } from "./finding.ts";
import { publishDataset, publishFigure } from "./published/publication.ts";
import { listSecrets, type Secrets } from "./published/secrets.ts";

/** A file as read from the data folder; `path` is relative to exports (datasets, indicators, …: to the data folder), with "/". */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something under exports/ that could not be opened: a link, or a name that is not UTF-8. */
export interface Unread {
  readonly path: string; // relative to exports
  readonly why: "link" | "name";
}

/** Everything the core needs; nothing else reaches it. */
export interface Inputs {
  readonly exports: readonly SourceFile[]; // every file under exports/ that is not ignored
  readonly unread: readonly Unread[];
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

/** A value an indicator is meant to reach in a year. */
export interface Target {
  readonly year: number;
  readonly value: number; // in the indicator's unit
  readonly direction: "up" | "down"; // 越高越好, 越低越好
  readonly source: string; // 来源文件
}

/** A day after which a figure is counted otherwise; it lies between year − 1 and year. */
export interface Break {
  readonly year: number;
  readonly date: string;
  readonly kind: string; // 断点类型
  readonly note: string;
  readonly comparable: boolean; // false: no change, base or trend goes across it
}

/** Something that happened, for the reader of any figure. */
export interface Milestone {
  readonly date: string;
  readonly title: string;
  readonly note: string;
}

/** What is known of one unit other than the top: its own figures, computed as if it were the top. */
export interface UnitFigures {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly {
    readonly id: string; // of the indicator
    readonly scope: string | null;
    readonly points: readonly PublishedPoint[]; // of its total, in years in which the unit was in use
  }[];
}

export interface PublishedFigure
  extends Pick<
    Indicator,
    | "id"
    | "title"
    | "topic"
    | "order"
    | "unit"
    | "decimals"
    | "method"
    | "note"
    | "chart"
    | "also"
    | "measure"
  > {
  readonly changeUnit: "百分点" | "%" | ""; // "" where nothing is compared
  readonly scope: string | null;
  readonly baseYear: number;
  readonly series: readonly PublishedSeries[];
  readonly by: string | null;
  readonly byScope: boolean; // the series are scopes: the total is no sum of them
  readonly datasets: readonly string[]; // ids it reads
  readonly present: boolean;
  readonly notCounted: boolean;
  readonly targets: readonly Target[]; // by year
  readonly breaks: readonly Break[]; // by date
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
  readonly origins: readonly number[]; // of each record: the file it came from, by its place among the files
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
  readonly rounded: readonly string[]; // data sets in which a total differs from its parts by rounding
  readonly timeline: readonly Milestone[]; // by date
  readonly units: readonly UnitFigures[]; // those with any row, withheld or not, in the register's order; state data sets only
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

/** Is told, while work goes on, how many of the exports were read. */
export type OnRead = (files: number) => void;

/** Everything found in the inputs. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly counts: Counts;
  readonly due: readonly Due[]; // by data set, those this edition may name
}

/** What comes of the inputs: a site unless an error stops it. */
export interface Built {
  readonly site: Site | null;
  /** What a build of this edition may not hold; null where it may hold everything, or nothing is built. */
  readonly secrets: Secrets | null;
}

export type Outcome = Found & Built;

/** Build the site: check the inputs, then publish; no site where anything stops it. */
export function buildSite(inputs: Inputs, onRead?: OnRead): Outcome {
  const { publish, ...found } = checkInputs(inputs, onRead);
  return { ...publish(), ...found };
}

/** Check the inputs: read the JSON, validate, cut to the edition, compute, disclose, sign; `publish` does what is left for a site. */
export function checkInputs(
  inputs: Inputs,
  onRead: OnRead = () => {},
): Found & { readonly publish: () => Built } {
  const { edition, now } = inputs;
  const { settings, datasets, indicators, findings: inJson } = readDefinitions(inputs);
  const validated = validate(inputs, datasets, settings, indicators, onRead);
  const { units, signoffs } = validated;

  const { rows, notCounted, leftOut, hiddenYears: hidden } = selectEdition(validated.rows, edition, now);
  const coverage = readCoverage(rows.get("coverage"));
  const asOf = settings.asOf ?? latestDay(rows.values(), now) ?? now;
  const [targets, breaks] = [readTargets(rows.get("targets")), readBreaks(rows.get("breaks"))];
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const material = {
    datasets,
    rows,
    units,
    coverage,
    hidden,
    leftOut,
    indicators: byId,
    targets,
    breaks,
    asOf,
    now,
  };
  const shown = indicators.filter((indicator) => mayShow(indicator.audience, edition));
  const computed = shown.map((indicator) =>
    computeFigure(indicator, material, settings.baseYear, notCounted),
  );
  const isPublic = !mayShow("internal", edition);
  const whole = computed.map(({ figure }) => figure);
  const figures = isPublic ? disclose(whole, datasets) : whole;
  const single = controlDisclosure(rows, units, edition);

  const inRows = [...inJson, ...validated.findings];
  const inFigures = computed.flatMap(({ findings }) => findings);
  const found = [...inRows, ...soundOnly([...inFigures, ...single.findings], inRows)];
  const idle = checkIdleSignoffs(found, signoffs, { rows: validated.rows, units, edition });
  const signed = [...applySignoffs(found, signoffs, now), ...idle];
  const findings = sortFindings(
    isPublic
      ? redact(signed, {
          rows: validated.rows,
          totals: validated.totals,
          datasets,
          exports: inputs.exports,
          now,
        })
      : signed,
  );
  const counts = countFindings(findings, validated);
  const mine = [...datasets.values()].filter((dataset) => mayShow(dataset.audience, edition));
  const due = findDue(mine, validated.rows, now);
  const publish = (): Built => {
    if (findings.some((one) => isStopping(one, edition))) return { site: null, secrets: null };
    const site: Site = {
      edition,
      settings,
      asOf,
      figures: figures.map(publishFigure),
      titles: readTitles(material, { dataset: "honors", events: "honor-events", where: {} }),
      datasets: mine.map((dataset) => publishDataset(dataset, single.rows.get(dataset.id), units, edition)),
      gaps: figures.flatMap((figure) => findGaps(figure, datasets, coverage)),
      rounded: roundedDatasets(findings),
      timeline: readTimeline(rows.get("timeline")),
      units: computeUnits(shown, { ...material, rows: single.rows }, settings.baseYear),
    };
    return {
      site,
      secrets: isPublic ? listSecrets(validated.rows, single.rows, datasets, indicators) : null,
    };
  };
  return { findings, counts, due, publish };
}
