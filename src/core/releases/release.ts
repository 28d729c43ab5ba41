import * as z from "zod";
import { idOf, parseJson } from "../declared/parsing.ts";
import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { isAbsent, type State, states } from "../state.ts";

const day = z.iso.date();
const number = z.number().nullable();

/** What stands where something was taken out: when and why, never what. */
const tombstoneSchema = z.strictObject({ date: day, reason: z.string().min(1) });
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** One figure as it was published; what is usual is left out in the file. */
const pointSchema = z
  .strictObject({
    year: z.int(),
    value: number, // unrounded, as in the indicator's JSON
    state: z.enum(states as [State, ...State[]]),
    scope: z.string().nullable().default(null),
    parts: z.strictObject({ numerator: number, denominator: number }).nullable().default(null),
    change: number.default(null),
    base: number.default(null),
    chained: z.boolean().default(false),
    break: z.boolean().default(false),
    partial: z.boolean().default(false),
    until: day.nullable().default(null), // of an unfinished year: 截至
    terms: z.int().nullable().default(null),
    withdrawn: tombstoneSchema.nullable().default(null),
  })
  .refine(({ value, state, withdrawn }) => value === null || !(isAbsent(state) || withdrawn), {
    message: "没有数的地方不能写着数",
  });
export type ReleasedPoint = z.infer<typeof pointSchema>;

const seriesSchema = z.strictObject({ key: z.string(), title: z.string(), points: z.array(pointSchema) });
export type ReleasedSeries = z.infer<typeof seriesSchema>;

const figureSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  changeUnit: z.enum(["百分点", "%", ""]),
  decimals: z.int().min(0),
  method: z.string(),
  scope: z.string().nullable().default(null),
  baseYear: z.int(),
  split: z.boolean().default(false), // its series add up to the total
  series: z.array(seriesSchema),
});
export type ReleasedFigure = z.infer<typeof figureSchema>;

/** data/releases/<date>.json: the figures of the public edition as they were on a day. */
export const releaseSchema = z.strictObject({
  date: day,
  asOf: day,
  build: z.string().regex(/^[0-9a-f]{12}$/), // of the site it was taken from
  bureau: z.string(),
  sample: z.boolean(),
  withdrawn: z.array(tombstoneSchema).default([]), // of texts that stood in what was published then
  indicators: z.array(figureSchema),
});
export type Release = z.infer<typeof releaseSchema>;

/** Read the releases of a data folder, the earliest first; a file that is none, or is named for another day, is found. */
export function readReleases(files: readonly SourceFile[]): {
  releases: readonly Release[];
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const releases = files.flatMap(({ path, bytes }) => {
    const read = parseJson(path, new TextDecoder().decode(bytes), releaseSchema);
    findings.push(...read.findings);
    if (read.value && read.value.date !== idOf(path)) {
      const problem = `“${read.value.date}”与文件名“${idOf(path)}”不是同一天`;
      findings.push(finding("CFG-01", filePlace(path), { path: "date", problem }));
    }
    return read.value ?? [];
  });
  return { releases: releases.toSorted((a, b) => (a.date < b.date ? -1 : 1)), findings };
}

const usual: Readonly<Record<string, unknown>> = {
  scope: null,
  parts: null,
  change: null,
  base: null,
  chained: false,
  break: false,
  partial: false,
  until: null,
  terms: null,
  withdrawn: null,
  split: false,
};

function lean(value: object): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(value).filter(([key, own]) => !(key in usual && usual[key] === own))),
  );
}

/** Write a release as it is kept: one line a figure's year, so that what is taken out of it later is seen in a comparison of versions. */
export function writeRelease({ indicators, withdrawn, ...head }: Release): string {
  const lines = (items: readonly string[], indent: string) =>
    items.length === 0 ? "[]" : `[\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}]`;
  const open = (text: string) => text.slice(0, -1); // to go on inside an object
  const figures = indicators.map(({ series, ...figure }) => {
    const all = series.map(
      ({ points, ...one }) => `${open(lean(one))},"points":${lines(points.map(lean), "        ")}}`,
    );
    return `${open(lean(figure))},"series":${lines(all, "      ")}}`;
  });
  const tombstones = withdrawn.length > 0 ? `"withdrawn":${JSON.stringify(withdrawn)},` : "";
  return `${open(JSON.stringify(head))},${tombstones}\n  "indicators":${lines(figures, "  ")}}\n`;
}
