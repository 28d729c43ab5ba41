import { changeUnitOf } from "../figures/comparison.ts";
import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { type Dataset, isNumeric } from "./dataset.ts";
import { type Indicator, indicatorSchema, type Measure } from "./indicator.ts";
import { type Mistake, secret, unknown, wrong } from "./mistake.ts";
import { idOf, parseJson } from "./parsing.ts";
import { checkShown } from "./showing.ts";
import { checkSplit } from "./splitting.ts";

/** A data set as an indicator names it, with the columns it names there, each by its path in the JSON. */
interface Mention {
  readonly path: string;
  readonly dataset: string;
  readonly columns: Readonly<Record<string, string | undefined>>;
  readonly where: Readonly<Record<string, string>>;
  readonly sums: string | null; // the column that is added up
}

/**
 * Read the indicators; of two files with one id the later wins. One with a mistake is left out and found; one that reads a data
 * set whose own JSON is broken (`declared`, but not in `datasets`) is left out in silence.
 */
export function readIndicators(
  files: readonly SourceFile[],
  datasets: ReadonlyMap<string, Dataset>,
  declared: ReadonlySet<string>,
): { indicators: readonly Indicator[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const parsed = new Map<string, { file: string; indicator: Indicator | null }>();
  for (const [id, file] of new Map(files.map((one) => [idOf(one.path), one]))) {
    const read = parseJson(file.path, new TextDecoder().decode(file.bytes), indicatorSchema);
    findings.push(...read.findings);
    parsed.set(id, { file: file.path, indicator: read.value && { ...read.value, id } });
  }
  const indicators: Indicator[] = [];
  for (const { file, indicator } of parsed.values()) {
    if (!indicator) continue;
    const mentions = mentionsOf(indicator.measure, indicator.by);
    const mistakes = mentions.flatMap((mention) => {
      const dataset = datasets.get(mention.dataset);
      if (dataset) return checkMention(indicator, mention, dataset);
      return declared.has(mention.dataset) ? [] : [unknown(mention.path, mention.dataset, datasets.keys())];
    });
    mistakes.push(...checkSplit(indicator, datasets));
    if (indicator.measure.kind === "trend") {
      mistakes.push(...checkTrend(indicator, indicator.measure.indicator, parsed));
    }
    if (mistakes.length === 0) mistakes.push(...checkShown(indicator, datasets));
    findings.push(...mistakes.map(({ code, facts }) => finding(code, filePlace(file), facts as never)));
    if (mistakes.length === 0 && mentions.every(({ dataset }) => datasets.has(dataset)))
      indicators.push(indicator);
  }
  const ids = new Set(indicators.map((indicator) => indicator.id));
  const isFollowed = ({ measure }: Indicator) => measure.kind !== "trend" || ids.has(measure.indicator);
  return { indicators: indicators.filter(isFollowed), findings };
}

/** Refuse a trend of what is not there, of what may not be known, or of what has no change from year to year. */
function checkTrend(
  indicator: Indicator,
  name: string,
  parsed: ReadonlyMap<string, { readonly indicator: Indicator | null }>,
): Mistake[] {
  const path = "measure.indicator";
  if (!parsed.has(name)) return [unknown(path, name, parsed.keys())];
  const other = parsed.get(name)?.indicator;
  if (!other) return []; // its own JSON is found already
  if (changeUnitOf(other) === "") return [wrong(path, `“${other.title}”没有比上年的增减`)];
  return indicator.audience === "public" && other.audience === "internal" ? [secret(path, name)] : [];
}

/** List what a measure mentions. */
function mentionsOf(measure: Measure, by: string | undefined): Mention[] {
  if (measure.kind === "trend") return [];
  if (measure.kind === "ratio") {
    return (["numerator", "denominator"] as const).flatMap((side) => {
      const { dataset, column, where, instead } = measure[side];
      const path = `measure.${side}`;
      const own = {
        path: `${path}.dataset`,
        dataset,
        columns: { [`${path}.column`]: column },
        where,
        sums: column,
      };
      if (!instead) return [own];
      const columns = {
        [`${path}.instead.column`]: instead.column,
        [`${path}.instead.single`]: instead.single,
      };
      return [
        own,
        { path: `${path}.instead.dataset`, dataset: instead.dataset, columns, where: {}, sums: null },
      ];
    });
  }
  const column = "column" in measure ? measure.column : undefined;
  const sums = measure.kind === "sum" ? measure.column : null;
  const columns = { "measure.column": column, by };
  const own = { path: "measure.dataset", dataset: measure.dataset, columns, where: measure.where, sums };
  if (!("events" in measure)) return [own];
  return [own, { path: "measure.events", dataset: measure.events, columns: {}, where: {}, sums: null }];
}

function checkMention(indicator: Indicator, mention: Mention, dataset: Dataset): Mistake[] {
  const base = mention.path.replace(/\.\w+$/, "");
  const isPublic = indicator.audience === "public";
  const { fields } = dataset.schema;
  const columnNames = fields.map((field) => field.name);
  const filters = Object.keys(mention.where).map((name) => [`${base}.where.${name}`, name] as const);
  const mistakes = [...Object.entries(mention.columns), ...filters].flatMap(([path, name]): Mistake[] => {
    if (name === undefined) return [];
    const field = fields.find((one) => one.name === name);
    if (!field) return [unknown(path, name, columnNames)];
    const words = field.constraints.enum;
    const word = path.startsWith(`${base}.where.`) ? mention.where[name] : undefined;
    if (word !== undefined && words && !words.includes(word)) return [unknown(path, word, words)];
    if (path === "by" && !words) return [wrong(path, `“${name}”没有列出可填的词，不能按它分开`)];
    return isPublic && field.audience === "internal" ? [secret(path, name)] : [];
  });
  if (isPublic && dataset.audience === "internal") mistakes.push(secret(mention.path, dataset.id));
  if (mistakes.length > 0) return mistakes;
  return [...checkSum(indicator, mention, dataset, base), ...checkEvents(indicator, dataset)];
}

/** Refuse a mean or a cadence of what is not dated one by one, a mean of no numbers, and a cadence that is no share. */
function checkEvents({ measure, unit }: Indicator, { title, kind, schema }: Dataset): Mistake[] {
  if (measure.kind !== "mean" && measure.kind !== "cadence") return [];
  const mistakes: Mistake[] = [];
  if (kind !== "event") mistakes.push(wrong("measure.dataset", `“${title}”不是一件事一行的表`));
  if (measure.kind === "cadence") {
    if (unit !== "%") mistakes.push(wrong("unit", "按期开展的比例，单位只能是“%”"));
    return mistakes;
  }
  const field = schema.fields.find((one) => one.name === measure.column);
  if (field && !isNumeric(field)) {
    mistakes.push(wrong("measure.column", `“${field.name}”不是数字，不能平均`));
  }
  return mistakes;
}

/** Refuse sums that would be false: of no numbers, of persons over events, of items that do not belong together. */
function checkSum(indicator: Indicator, { sums, where }: Mention, dataset: Dataset, base: string): Mistake[] {
  const field = dataset.schema.fields.find((one) => one.name === sums);
  if (!field) return [];
  if (!isNumeric(field)) return [wrong(`${base}.column`, `“${field.name}”不是数字，不能相加`)];
  if (dataset.kind !== "state") {
    if (field.additive === "all") return [];
    return [wrong(`${base}.column`, `“${field.name}”是人数，一人会算几次，不能把几行相加`)];
  }
  const { time, unit, scope, schema } = dataset;
  const pinned = [time, unit, scope, indicator.by, ...Object.keys(where)];
  const loose = schema.primaryKey.find((name) => !pinned.includes(name));
  return loose === undefined
    ? []
    : [wrong(`${base}.where`, `没有指定“${loose}”，几种“${loose}”的数会加在一起`)];
}
