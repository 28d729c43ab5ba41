import * as z from "zod";

const name = z.string().min(1);
const names = z.array(name).min(2);
const level = z.enum(["E", "W"]);

/** Rows that differ only in the word of one column, e.g. 项目, and the figure each of them holds. */
const across = z.strictObject({ by: name, column: name });
export type Across = z.infer<typeof across>;

/**
 * Business rules are data: each names columns of its data set (or of another with the same unit, scope and time). A part that is
 * absent, for whatever reason, makes a rule silent; figures with decimals may differ by what rounding can have done to them.
 */
export const ruleSchema = z.discriminatedUnion("rule", [
  /** BIZ-01: column ≤ limit in the same row. */
  z.strictObject({ rule: z.literal("not-above"), column: name, limit: name }),
  /** BIZ-02: 0 ≤ column ≤ 100, a share in percent. */
  z.strictObject({ rule: z.literal("share"), column: name, level }),
  /** BIZ-02: column ≤ another data set's column for the same unit, scope and time; `level` W where it may be true. */
  z.strictObject({
    rule: z.literal("share-of"),
    column: name,
    of: z.strictObject({ dataset: name, column: name }),
    where: z.record(z.string(), z.string()).default({}),
    level,
  }),
  /** BIZ-03: a rate column (percent) = numerator ÷ denominator. */
  z.strictObject({ rule: z.literal("rate-of"), column: name, numerator: name, denominator: name }),
  /** BIZ-04: shares in percent add up to 100: some columns of a row, or one column of rows that differ in `by`. */
  z
    .strictObject({ rule: z.literal("share-sums"), columns: names.optional(), across: across.optional() })
    .refine((rule) => (rule.columns === undefined) !== (rule.across === undefined), {
      error: "columns 和 across 要写一样，也只能写一样",
    }),
  /** BIZ-05, MASK-04: the parts add up to the total: columns of a row, or words of `across.by` in rows otherwise alike. */
  z.strictObject({
    rule: z.literal("parts-of-total"),
    total: name,
    parts: names,
    across: across.optional(),
  }),
  /** BIZ-06: start + plus − minus = end in a row; BIZ-07: a year's start = the end of the year before. */
  z.strictObject({
    rule: z.literal("stock-and-flow"),
    start: name,
    plus: z.array(name).default([]),
    minus: z.array(name).default([]),
    end: name,
  }),
  /** BIZ-12: a running total does not fall from year to year. */
  z.strictObject({ rule: z.literal("not-falling"), column: name }),
  /** BIZ-19: the unit column may only hold these units for an item. */
  z.strictObject({
    rule: z.literal("units-of"),
    column: name,
    by: name,
    allowed: z.record(z.string(), z.array(z.string())),
  }),
]);
export type Rule = z.infer<typeof ruleSchema>;
