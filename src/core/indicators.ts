import { type Dataset, isNumeric } from "./dataset.ts";
import { idOf } from "./datasets.ts";
import { type Finding, filePlace, finding } from "./finding.ts";
import { type Indicator, indicatorSchema, type Measure } from "./indicator.ts";
import { parseJson } from "./parsing.ts";
import type { SourceFile } from "./site.ts";

/** A data set that an indicator names, the columns it names there, and where in its JSON. */
interface Mention {
  readonly path: string;
  readonly dataset: string;
  readonly columns: Readonly<Record<string, string>>; // path → column
  readonly where: Readonly<Record<string, string>>;
  readonly sums: string | null; // the column that is added up
}

type Datasets = ReadonlyMap<string, Dataset>;

/** Read the indicators; of two files with one id the later wins. One with a mistake is left out and found. */
export function readIndicators(
  files: readonly SourceFile[],
  datasets: Datasets,
): { indicators: readonly Indicator[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const indicators: Indicator[] = [];
  for (const [id, file] of new Map(files.map((one) => [idOf(one.path), one]))) {
    const read = parseJson(file.path, new TextDecoder().decode(file.bytes), indicatorSchema);
    const indicator = read.value && { ...read.value, id };
    const mistakes = indicator ? checkIndicator(indicator, datasets, file.path) : read.findings;
    findings.push(...mistakes);
    if (indicator && mistakes.length === 0) indicators.push(indicator);
  }
  return { indicators, findings };
}

/** Give what a measure mentions, the data set that matters most first. */
function mentionsOf(measure: Measure, by: string | undefined): Mention[] {
  const split = by === undefined ? {} : { by };
  switch (measure.kind) {
    case "ratio":
      return (["numerator", "denominator"] as const).flatMap((side) => {
        const { dataset, column, where, instead } = measure[side];
        const path = `measure.${side}`;
        const own = { path, dataset, columns: { [`${path}.column`]: column }, where, sums: column };
        if (!instead) return [own];
        const columns = {
          [`${path}.instead.column`]: instead.column,
          [`${path}.instead.single`]: instead.single,
        };
        return [own, { path: `${path}.instead`, dataset: instead.dataset, columns, where: {}, sums: null }];
      });
    case "held":
    case "streak":
      return [
        { path: "measure", dataset: measure.dataset, columns: split, where: measure.where, sums: null },
        { path: "measure.events", dataset: measure.events, columns: {}, where: {}, sums: null },
      ];
    default: {
      const column = "column" in measure ? { "measure.column": measure.column } : {};
      const sums = measure.kind === "sum" ? measure.column : null;
      return [
        {
          path: "measure",
          dataset: measure.dataset,
          columns: { ...column, ...split },
          where: measure.where,
          sums,
        },
      ];
    }
  }
}

/** Hold an indicator against the data sets it reads. */
function checkIndicator(indicator: Indicator, datasets: Datasets, file: string): Finding[] {
  const place = filePlace(file);
  const { measure, by } = indicator;
  const findings = mentionsOf(measure, by).flatMap((mention) =>
    checkMention(indicator, mention, datasets, file),
  );
  if (by !== undefined && (measure.kind === "ratio" || measure.kind === "streak")) {
    findings.push(finding("CFG-05", place, { path: "by", problem: "比率和连续年数不能再按列分开" }));
  }
  return findings;
}

function checkMention(indicator: Indicator, mention: Mention, datasets: Datasets, file: string): Finding[] {
  const place = filePlace(file);
  const unknown = (path: string, name: string, known: Iterable<string>) =>
    finding("CFG-03", place, { path, name, known: [...known].join("、") });
  const dataset = datasets.get(mention.dataset);
  if (!dataset) return [unknown(mention.path, mention.dataset, datasets.keys())];

  const { fields } = dataset.schema;
  const columns = { ...mention.columns };
  for (const name of Object.keys(mention.where)) columns[`${mention.path}.where.${name}`] = name;
  const findings = Object.entries(columns).flatMap(([path, name]) => {
    const field = fields.find((one) => one.name === name);
    if (!field)
      return [
        unknown(
          path,
          name,
          fields.map((one) => one.name),
        ),
      ];
    const words = field.constraints.enum;
    const word = path.includes(".where.") ? mention.where[name] : undefined;
    if (word !== undefined && words && !words.includes(word)) return [unknown(path, word, words)];
    if (path === "by" && !words) {
      return [finding("CFG-05", place, { path, problem: `“${name}”没有列出可填的词，不能按它分开` })];
    }
    const isSecret = field.audience === "internal" && indicator.audience === "public";
    return isSecret ? [finding("CFG-04", place, { path, name })] : [];
  });
  if (dataset.audience === "internal" && indicator.audience === "public") {
    findings.push(finding("CFG-04", place, { path: mention.path, name: mention.dataset }));
  }
  const problem = findings.length === 0 ? findProblem(indicator, mention, dataset) : null;
  return problem === null ? findings : [finding("CFG-05", place, { path: mention.path, problem })];
}

/** Say why a sum would be false: no numbers, persons added over events, or items added that do not belong together. */
function findProblem(indicator: Indicator, mention: Mention, dataset: Dataset): string | null {
  const { sums, where } = mention;
  const field = dataset.schema.fields.find((one) => one.name === sums);
  if (!field) return null;
  if (!isNumeric(field)) return `“${field.name}”不是数字，不能相加`;
  if (dataset.kind !== "state") {
    return field.additive === "all" ? null : `“${field.name}”是人数，一人会算几次，不能把几行相加`;
  }
  const { time, unit, scope, schema } = dataset;
  const pinned = [time, unit, scope, indicator.by, ...Object.keys(where)];
  const loose = schema.primaryKey.find((name) => !pinned.includes(name));
  return loose === undefined ? null : `没有指定“${loose}”，几种“${loose}”的数会加在一起`;
}
