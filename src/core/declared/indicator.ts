import * as z from "zod";
import { audience } from "./dataset.ts";

/** Plain equality: column → the value it must have. */
const where = z.record(z.string(), z.string()).default({});

const operand = z.strictObject({
  dataset: z.string(),
  column: z.string(),
  where,
  /** Used in a year with no value of its own, if that year has exactly one `single` in the other data set. */
  instead: z.strictObject({ dataset: z.string(), column: z.string(), single: z.string() }).optional(),
});
export type Operand = z.infer<typeof operand>;

const measure = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), dataset: z.string(), where }),
  z.strictObject({ kind: z.literal("sum"), dataset: z.string(), column: z.string(), where }),
  z.strictObject({ kind: z.literal("distinct"), dataset: z.string(), column: z.string(), where }),
  z.strictObject({ kind: z.literal("mean"), dataset: z.string(), column: z.string(), where }),
  z.strictObject({ kind: z.literal("ratio"), numerator: operand, denominator: operand }),
  z.strictObject({ kind: z.literal("held"), dataset: z.string(), events: z.string(), where }),
  z.strictObject({ kind: z.literal("streak"), dataset: z.string(), events: z.string(), where }),
  z.strictObject({
    kind: z.literal("cadence"),
    dataset: z.string(),
    where,
    months: z.literal([1, 2, 3, 4, 6, 12]), // length of a window; the first begins on 1 January
    since: z.iso.date().optional(), // the day from which the rule holds
  }),
  z.strictObject({ kind: z.literal("trend"), indicator: z.string() }),
]);
export type Measure = z.infer<typeof measure>;

export const topics = ["honors", "volunteers", "competitions", "austerity"] as const;
export type Topic = (typeof topics)[number];

/** Further cards that a figure may have on its topic's page: its yearly changes; its outturn beside its budget. */
const views = ["changes", "budget"] as const;

export const indicatorSchema = z.strictObject({
  title: z.string().min(1),
  topic: z.enum(topics),
  order: z.number().default(100), // within the topic
  audience,
  unit: z.string().min(1), // "%" for a share: then changes are in 百分点 and ratios are × 100
  decimals: z.int().min(0).max(6).default(0), // at display
  method: z.string().min(1), // one plain sentence: how it is computed
  note: z.string().default(""), // what a reader must know beside it
  measure,
  by: z.string().optional(), // a code column: one series per code, then total
  scope: z.string().optional(), // default: 全局, else the only one present
  baseYear: z.int().optional(), // default: the site's
  chart: z.enum(["line", "columns", "stack", "index", "ribbon", "cadence", ...views]),
  also: z.array(z.enum(views)).default([]), // shown after it on the topic's page, where there is anything to show
});

export type Indicator = z.infer<typeof indicatorSchema> & { readonly id: string };
