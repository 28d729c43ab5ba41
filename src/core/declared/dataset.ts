import * as z from "zod";
import { calendarSchema } from "./calendar.ts";
import { layoutSchema } from "./layout.ts";
import { ruleSchema } from "./rule.ts";

/** Who may see it; never defaulted. */
export const audience = z.enum(["public", "internal"]);
export type Audience = z.infer<typeof audience>;

const fieldSchema = z.strictObject({
  name: z.string().min(1),
  type: z.enum(["string", "integer", "number", "date", "year"]),
  description: z.string().default(""),
  audience,
  constraints: z
    .strictObject({
      required: z.boolean().default(false), // may not be blank; XX and 未统计 are not blank
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      enum: z.array(z.string()).optional(), // in the order in which series are shown
    })
    .prefault({}),
  aliases: z.array(z.string()).default([]), // other headers clerks use, HDR-06
  unit: z.string().default(""), // e.g. 人; headers may carry it in brackets
  decimals: z.int().min(0).default(0), // for "number": at most this many
  coarse: z.boolean().default(false), // its whole numbers are rounded ones, as millions of visitors are: sums may be off by them
  signed: z.boolean().default(false), // 增减率: an explicit sign is required, NUM-34
  percent: z.boolean().default(false), // 12.5 means 12.5 %
  scopes: z.boolean().default(false), // 口径: the list is 机关, 全局, 全系统, 窗口 and the site's own
  person: z.boolean().default(false), // a person's name
  list: z.boolean().default(false), // one cell may name several, with “、” between them
  slug: z.boolean().default(false), // becomes part of addresses and of files' names, SEC-05
  ahead: z.boolean().default(false), // a day may lie after today (结束日期, 有效期至), a year may be the running one (coverage); else DATE-11
  additive: z.enum(["all", "units", "none"]).default("all"), // persons: "units" or "none"
  floor: z.number().default(20), // BIZ-09, BIZ-10: smaller bases are not compared
  mustHaveNumber: z.boolean().default(false), // MASK-14
  marks: z
    .record(z.string(), z.enum(["not-applicable", "not-collected", "withheld", "suppressed", "missing"]))
    .default({}), // e.g. {"—": "not-applicable"}
});

/**
 * When a figure of a data set keyed by unit and time looks wrong beside those of other years and other units. Each `null`, `false`
 * or empty list switches one rule off; a column's `floor` keeps small figures out.
 */
const suspicionsSchema = z.strictObject({
  jump: z.number().positive().nullable().default(30), // BIZ-09: up or down by more percent than this
  times: z.array(z.number().gt(1)).default([10, 100, 10_000]), // BIZ-10: so many times as much, or as little
  unchanged: z.boolean().default(true), // BIZ-11: all figures as in the year before
  zeros: z.boolean().default(true), // MASK-11: nothing but 0 where there was something
  units: z.boolean().default(true), // BIZ-14: who reported last year reports this year
  outlier: z.number().positive().nullable().default(3.5), // BIZ-20: a modified z-score above this
  rounded: z.number().positive().max(100).nullable().default(95), // BIZ-21: so many percent end in 0 or 5, or all are equal
});
export type Suspicions = z.infer<typeof suspicionsSchema>;

export const datasetSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string(),
  audience,
  /** state: keyed by unit and time; event: dated rows; register: neither (units, coverage, honor-events) */
  kind: z.enum(["state", "event", "register"]),
  /** What becomes of internal rows in the public edition; state data sets are always "withheld". */
  internalRows: z.enum(["withheld", "not-counted", "kept"]), // kept: only what may be blank is emptied (coverage)
  /** Which columns play these parts. */
  time: z.string().optional(), // 时点, 年度, 开始日期, 命名日期, 日期
  unit: z.string().optional(), // refers to units
  scope: z.string().optional(), // 口径
  /** Figures that compare with the year before: used by BIZ-07, BIZ-08, by the edition and by measures. */
  comparison: z
    .strictObject({
      value: z.string(),
      previous: z.string(),
      rate: z.string(),
      unit: z.string(), // the column that names the unit of the three, and of the budget
      budget: z.string().optional(),
    })
    .optional(),
  /** FILE-09, where the site's limits do not fit. */
  limits: z
    .strictObject({ megabytes: z.number().positive().optional(), rows: z.int().positive().optional() })
    .prefault({}),
  /** Words for rows that are sums of others: such rows are left out and held against what they sum (STR-24). */
  totals: z.array(z.enum(["合计", "小计", "总计", "共计", "累计"])).default([]),
  ignored: z.array(z.string()).default([]), // headers of columns that need not be read, such as 序号 (STR-28)
  allowEmpty: z.boolean().default(false), // FILE-03 becomes W
  smallCell: z.int().min(0).default(5), // fewer persons than this, and more than none, are not published by unit, event, scope or kind: SDC-01
  schema: z.strictObject({
    fields: z.array(fieldSchema).min(1),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z
      .array(z.strictObject({ field: z.string(), resource: z.string(), fields: z.array(z.string()).min(1) }))
      .default([]), // a value may match any one of `fields`; the first is stored
  }),
  rules: z.array(ruleSchema).default([]),
  /** How a system's exports look; without it a file is a plain table with its header in the first line. */
  layout: layoutSchema.optional(),
  owner: z.string().default(""), // who hands it in
  calendar: calendarSchema.optional(), // nothing is owed without one
  suspicions: suspicionsSchema.prefault({}),
});

export type Field = z.infer<typeof fieldSchema>;
export type Dataset = z.infer<typeof datasetSchema> & { readonly id: string };

/** Columns that any data set may end with. */
export const tail: readonly Field[] = (
  [
    {
      name: "数据状态",
      type: "string",
      audience: "public",
      constraints: { enum: ["正式", "初步", "修订"] },
      description: "空着就是正式",
    },
    {
      name: "公开属性",
      type: "string",
      audience: "public",
      constraints: { enum: ["公开", "内部"] },
      description: "空着就是公开",
    },
    { name: "发布时间", type: "date", audience: "public", description: "到这一天才公开", ahead: true },
    { name: "备注", type: "string", audience: "public", description: "说明" },
    { name: "来源", type: "string", audience: "public", description: "数字的出处" },
  ] as const
).map((field) => fieldSchema.parse(field));

/** Write the scopes that a site knows into the columns that name one: they are a list of words like any other. */
export function withScopes(dataset: Dataset, scopes: readonly string[]): Dataset {
  const fields = dataset.schema.fields.map((field) =>
    field.scopes ? { ...field, constraints: { ...field.constraints, enum: [...scopes] } } : field,
  );
  return { ...dataset, schema: { ...dataset.schema, fields } };
}

/** Tell whether a column holds figures. */
export function isNumeric(field: Field): boolean {
  return field.type === "integer" || field.type === "number";
}

/** Tell whether a data set is keyed by unit and time, so that its figures compare from year to year and from unit to unit. */
export function isByUnitAndTime({ kind, unit, time, schema }: Dataset): boolean {
  const isKey = (name: string | undefined) => name !== undefined && schema.primaryKey.includes(name);
  return kind === "state" && isKey(unit) && isKey(time);
}

/** All columns of a data set: its own, then the tail. */
export function fieldsOf(dataset: Dataset): readonly Field[] {
  const own = dataset.schema.fields;
  return [...own, ...tail.filter((t) => !own.some((f) => f.name === t.name))];
}
