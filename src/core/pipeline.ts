import { sortFindings } from "./checks/finding-order.ts";
import { checkIdleSignoffs } from "./checks/idle-signoffs.ts";
import { redact } from "./checks/redact.ts";
import { applySignoffs } from "./checks/signoffs.ts";
import { validate } from "./checks/validate.ts";
import { type Counts, countFindings, isStopping, roundedDatasets, soundOnly } from "./checks/verdict.ts";
import { readDefinitions } from "./declared/definitions.ts";
import { controlDisclosure } from "./disclosure/control.ts";
import { disclose } from "./disclosure/disclose.ts";
import { type Due, findDue } from "./due/due.ts";
import { mayShow, selectEdition } from "./edition.ts";
import { readTimeline } from "./figures/annotations.ts";
import { computeFigure } from "./figures/compute.ts";
import { findGaps } from "./figures/gaps.ts";
import { gather } from "./figures/material.ts";
import { readTitles } from "./figures/titles.ts";
import { computeUnits } from "./figures/unit-figures.ts";
import type { Finding } from "./finding.ts";
import type { Inputs, OnRead } from "./inputs.ts";
import { publishDataset, publishFigure } from "./published/publication.ts";
import { listSecrets, type Secrets } from "./published/secrets.ts";
import type { Site } from "./site.ts";

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
  const controlled = controlDisclosure(selection.rows, units, edition);

  const inRows = [...definitions.findings, ...validated.findings];
  const inFigures = [...computed.flatMap(({ findings }) => findings), ...controlled.findings];
  const found = [...inRows, ...soundOnly(inFigures, inRows)];
  const idle = checkIdleSignoffs(found, signoffs, { rows: all, units, edition });
  const signed = [...applySignoffs(found, signoffs, now), ...idle];
  const told = isPublic ? redact(signed, { rows: all, totals, datasets, exports, now }) : signed;
  const findings = sortFindings(told);
  const listed = [...datasets.values()].filter((dataset) => mayShow(dataset.audience, edition));

  const publish = (): Built => {
    if (findings.some((one) => isStopping(one, edition))) return { site: null, secrets: null };
    const whole = computed.map(({ figure }) => figure);
    const figures = isPublic ? disclose(whole, datasets) : whole;
    const site: Site = {
      edition,
      settings,
      asOf: material.asOf,
      figures: figures.map(publishFigure),
      titles: readTitles(material, { dataset: "honors", events: "honor-events", where: {} }),
      datasets: listed.map((one) => publishDataset(one, controlled.rows.get(one.id), units, edition)),
      gaps: figures.flatMap((figure) => findGaps(figure, datasets, material.coverage)),
      rounded: roundedDatasets(findings),
      timeline: readTimeline(material.rows.get("timeline")),
      wall: [],
      units: computeUnits(shown, { ...material, rows: controlled.rows }, settings.baseYear),
    };
    return { site, secrets: isPublic ? listSecrets(all, controlled.rows, datasets, indicators) : null };
  };
  return { findings, counts: countFindings(findings, validated), due: findDue(listed, all, now), publish };
}
