import { sortFindings } from "./checks/finding-order.ts";
import { checkIdleSignoffs } from "./checks/idle-signoffs.ts";
import { redact } from "./checks/redact.ts";
import { applySignoffs } from "./checks/signoffs.ts";
import { validate } from "./checks/validate.ts";
import { type Counts, countFindings, isStopping, roundedDatasets, soundOnly } from "./checks/verdict.ts";
import { readDefinitions } from "./declared/definitions.ts";
import type { Indicator } from "./declared/indicator.ts";
import { controlDisclosure } from "./disclosure/control.ts";
import { disclose } from "./disclosure/disclose.ts";
import { type Due, findDue } from "./due/due.ts";
import { mayShow, selectEdition } from "./edition.ts";
import type { Figure } from "./figure.ts";
import { readTimeline } from "./figures/annotations.ts";
import { computeFigure } from "./figures/compute.ts";
import { findGaps } from "./figures/gaps.ts";
import { gather, type Material } from "./figures/material.ts";
import { readTitles } from "./figures/titles.ts";
import { type ComputedUnit, computeUnits } from "./figures/unit-figures.ts";
import type { Finding } from "./finding.ts";
import type { Inputs, OnRead } from "./inputs.ts";
import { closedFiles, withoutFiles } from "./published/closed-files.ts";
import { publishDataset, publishFigure, publishUnit } from "./published/publication.ts";
import { listSecrets, type Secrets } from "./published/secrets.ts";
import { checkReleases } from "./releases/check-releases.ts";
import { readReleases } from "./releases/release.ts";
import { listRevisions, listWithdrawals, markRevised } from "./releases/revised.ts";
import type { Rows } from "./rows.ts";
import type { Site } from "./site.ts";
import { wallDataset } from "./wall/dataset.ts";
import { listWall } from "./wall/read.ts";

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

/** What a site was made from, for those who review it: its figures with their cells, and the rows behind them. */
export interface Workings {
  readonly indicators: readonly Indicator[]; // those this edition may show
  readonly material: Material;
  readonly figures: readonly Figure[];
  readonly units: readonly ComputedUnit[];
  readonly all: ReadonlyMap<string, Rows>; // every row, of whatever edition
  readonly shown: ReadonlyMap<string, Rows>; // as they may be published one by one
}

/** The site as it would be if no finding stopped it. */
export interface Draft {
  readonly site: Site;
  readonly workings: Workings;
}

/** What checking gives: `publish` does what is left for a site, `draft` does so whatever was found. */
export interface Checked extends Found {
  readonly publish: () => Built;
  readonly draft: () => Draft;
}

/** Build the site: check the inputs, then publish; no site where anything stops it. */
export function buildSite(inputs: Inputs, onRead?: OnRead): Outcome {
  const { publish, draft: _, ...found } = checkInputs(inputs, onRead);
  return { ...publish(), ...found };
}

/** Check the inputs: read the JSON, validate, cut to the edition, compute, disclose, sign. */
export function checkInputs(inputs: Inputs, onRead: OnRead = () => {}): Checked {
  const { edition, now, exports } = inputs;
  const isPublic = !mayShow("internal", edition);

  const definitions = readDefinitions(inputs);
  const { settings, datasets, indicators } = definitions;
  const validated = validate(inputs, datasets, settings, indicators, onRead);
  const { rows: all, totals, units, signoffs } = validated;

  const selection = selectEdition(all, edition, now);
  const material = gather(selection, definitions, units, now);
  const shown = indicators.filter((indicator) => mayShow(indicator.audience, edition));
  const computed = shown.map((indicator) =>
    computeFigure(indicator, material, settings.baseYear, selection.notCounted),
  );
  const controlled = controlDisclosure(selection.rows, units, edition, shown);

  const whole = computed.map(({ figure }) => figure);
  const figures = isPublic ? disclose(whole, controlled.coarsening, units) : whole;
  const { releases, findings: inReleases } = readReleases(inputs.releases);
  const published = { releases, rows: validated.revisions };

  const inRows = [...definitions.findings, ...inReleases, ...validated.findings];
  const inFigures = [
    ...computed.flatMap(({ findings }) => findings),
    ...controlled.findings,
    ...(isPublic ? checkReleases(published, figures, inRows) : []),
  ];
  const found = [...inRows, ...soundOnly(inFigures, inRows)];
  const idle = checkIdleSignoffs(found, signoffs, { rows: all, units, edition });
  const signed = [...applySignoffs(found, signoffs, now), ...idle];
  const files = inputs.wall ? [...exports, inputs.wall] : exports;
  const known = new Map([...datasets, [wallDataset.id, wallDataset]]);
  const told = isPublic
    ? redact(signed, { rows: all, totals, datasets: known, exports: files, now })
    : signed;
  const findings = sortFindings(told);
  const listed = [...datasets.values()].filter((dataset) => mayShow(dataset.audience, edition));

  const draft = (): Draft => {
    const revisions = listRevisions(published, figures);
    const ofUnits = computeUnits(shown, { ...material, rows: controlled.rows }, settings.baseYear);
    const site: Site = {
      edition,
      settings,
      asOf: material.asOf,
      figures: markRevised(figures.map(publishFigure), revisions),
      titles: readTitles(material, { dataset: "honors", events: "honor-events", where: {} }),
      datasets: listed.map((one) => publishDataset(one, controlled.rows.get(one.id), units, edition)),
      gaps: figures.flatMap((figure) => findGaps(figure, datasets, material.coverage)),
      rounded: roundedDatasets(findings),
      timeline: readTimeline(material.rows.get("timeline")),
      wall: listWall(controlled.rows.get(wallDataset.id), now),
      releases: releases.toReversed(),
      revisions,
      withdrawals: listWithdrawals(published, figures),
      units: ofUnits.map(publishUnit),
    };
    return {
      site: isPublic ? withoutFiles(site, closedFiles(all, now)) : site,
      workings: { indicators: shown, material, figures, units: ofUnits, all, shown: controlled.rows },
    };
  };
  const publish = (): Built => {
    if (findings.some((one) => isStopping(one, edition))) return { site: null, secrets: null };
    const secrets = isPublic ? listSecrets(all, controlled.rows, datasets, indicators) : null;
    return { site: draft().site, secrets };
  };
  const counts = countFindings(findings, validated);
  return { findings, counts, due: findDue(listed, all, now), publish, draft };
}
