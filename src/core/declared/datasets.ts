import { type FactsOf, type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { type Dataset, datasetSchema, fieldsOf } from "./dataset.ts";
import { holesOf, patternsOf } from "./layout.ts";
import { checkLayout } from "./layouts.ts";
import { idOf, parseJson } from "./parsing.ts";
import type { Across, Rule } from "./rule.ts";

/** Read what the CSVs must look like; of two files with one id the later wins. One with a mistake is left out and found. */
export function readDatasets(files: readonly SourceFile[]): {
  datasets: ReadonlyMap<string, Dataset>;
  findings: Finding[];
} {
  const findings: Finding[] = [];
  const parsed = new Map<string, { file: string; dataset: Dataset | null }>();
  for (const [id, file] of new Map(files.map((file) => [idOf(file.path), file]))) {
    const read = parseJson(file.path, new TextDecoder().decode(file.bytes), datasetSchema);
    findings.push(...read.findings);
    parsed.set(id, { file: file.path, dataset: read.value && { ...read.value, id } });
  }
  const datasets = new Map<string, Dataset>();
  for (const [id, { file, dataset }] of parsed) {
    if (!dataset) continue;
    const unknown = namesIn(dataset).filter(({ dataset: in_, name }) => {
      if (in_ === null) return !parsed.has(name);
      const owner = parsed.get(in_)?.dataset;
      return owner && !columnNames(owner).includes(name);
    });
    const mistakes = [
      ...unknown.map(({ path, dataset: in_, name }) => {
        const owner = in_ === null ? null : parsed.get(in_)?.dataset;
        return { path, name, known: (owner ? columnNames(owner) : [...parsed.keys()]).join("、") };
      }),
      ...unlistedWords(dataset),
    ];
    findings.push(...mistakes.map((facts) => finding("CFG-03", filePlace(file), facts)));
    const calendar = calendarProblem(dataset);
    const problems = [
      ...(calendar ? [{ path: "calendar", problem: calendar }] : []),
      ...(mistakes.length === 0 ? checkLayout(dataset) : []),
    ];
    findings.push(...problems.map((facts) => finding("CFG-01", filePlace(file), facts)));
    if (mistakes.length + problems.length === 0) datasets.set(id, dataset);
  }
  return { datasets, findings };
}

/** Periods are told by the time column, and by a year alone nothing shorter. */
function calendarProblem({ calendar, time, schema }: Dataset): string | null {
  if (!calendar) return null;
  if (time === undefined) return "没有写 time，不知道哪一列是时间";
  const isYear = schema.fields.some((field) => field.name === time && field.type === "year");
  return isYear && calendar.every !== "year" ? `“${time}”只填年度，every 只能写 year` : null;
}

function columnNames(dataset: Dataset): string[] {
  return fieldsOf(dataset).map((field) => field.name);
}

/** A name that a data set's JSON uses: a column of the data set `dataset`, or a data set itself where that is null. */
interface Mention {
  readonly path: string;
  readonly dataset: string | null;
  readonly name: string;
}

function namesIn(dataset: Dataset): Mention[] {
  const { id, time, unit, scope, comparison, schema, rules } = dataset;
  const roles = { time, unit, scope, ...prefixed("comparison", comparison ?? {}) };
  return [
    ...Object.entries(roles).flatMap(([path, name]) =>
      name === undefined ? [] : [{ path, dataset: id, name }],
    ),
    ...schema.primaryKey.map((name, i) => ({ path: `schema.primaryKey.${i}`, dataset: id, name })),
    ...schema.foreignKeys.flatMap(({ field, resource, fields }, i) => {
      const path = `schema.foreignKeys.${i}`;
      return [
        { path: `${path}.field`, dataset: id, name: field },
        { path: `${path}.resource`, dataset: null, name: resource },
        ...fields.map((name, j) => ({ path: `${path}.fields.${j}`, dataset: resource, name })),
      ];
    }),
    ...rules.flatMap((rule, i) => namesInRule(rule, `rules.${i}`, id)),
    ...namesInLayout(dataset),
  ];
}

function namesInLayout({ id, layout }: Dataset): Mention[] {
  if (!layout) return [];
  const own = (path: string, name: string) => ({ path, dataset: id, name });
  return [
    ...patternsOf(layout).flatMap(({ path, text }) => holesOf(text).map((name) => own(path, name))),
    ...layout.across.map(({ value }, i) => own(`layout.across.${i}.value`, value)),
    ...Object.keys(layout.constants).map((name) => own(`layout.constants.${name}`, name)),
    ...Object.keys(layout.words).map((name) => own(`layout.words.${name}`, name)),
  ];
}

/** The words a rule adds up that are not in the list of their column: it would never find a row. */
function unlistedWords(dataset: Dataset): FactsOf<"CFG-03">[] {
  return dataset.rules.flatMap((rule, i) => {
    if (rule.rule !== "parts-of-total" || !rule.across) return [];
    const { by } = rule.across;
    const words = fieldsOf(dataset).find((field) => field.name === by)?.constraints.enum;
    const used = [
      [`rules.${i}.total`, rule.total] as const,
      ...rule.parts.map((part, j) => [`rules.${i}.parts.${j}`, part] as const),
    ];
    return used.flatMap(([path, name]) =>
      words && !words.includes(name) ? [{ path, name, known: words.join("、") }] : [],
    );
  });
}

function prefixed(
  path: string,
  names: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [`${path}.${key}`, name]));
}

/** The names in one rule; what stands under `of` belongs to another data set. */
function namesInRule(rule: Rule, path: string, id: string): Mention[] {
  const own = (key: string, name: string) => ({ path: `${path}.${key}`, dataset: id, name });
  const list = (key: string, names: readonly string[]) => names.map((name, i) => own(`${key}.${i}`, name));
  const rows = (across: Across | undefined) =>
    across ? [own("across.by", across.by), own("across.column", across.column)] : [];
  switch (rule.rule) {
    case "not-above":
      return [own("column", rule.column), own("limit", rule.limit)];
    case "share":
    case "not-falling":
      return [own("column", rule.column)];
    case "share-of":
      return [
        own("column", rule.column),
        ...Object.keys(rule.where).map((name) => own(`where.${name}`, name)),
        { path: `${path}.of.dataset`, dataset: null, name: rule.of.dataset },
        { path: `${path}.of.column`, dataset: rule.of.dataset, name: rule.of.column },
      ];
    case "rate-of":
      return [
        own("column", rule.column),
        own("numerator", rule.numerator),
        own("denominator", rule.denominator),
      ];
    case "share-sums":
      return [...list("columns", rule.columns ?? []), ...rows(rule.across)];
    case "parts-of-total":
      return rule.across ? rows(rule.across) : [own("total", rule.total), ...list("parts", rule.parts)];
    case "stock-and-flow":
      return [
        own("start", rule.start),
        ...list("plus", rule.plus),
        ...list("minus", rule.minus),
        own("end", rule.end),
      ];
    case "units-of":
      return [own("column", rule.column), own("by", rule.by)];
  }
}
