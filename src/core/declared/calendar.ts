import * as z from "zod";

const day = "(?:0[1-9]|[12]\\d|3[01])";
const dayOfYear = new RegExp(`^(?:0[1-9]|1[0-2])-${day}$`);
const dayOfMonth = new RegExp(`^${day}$`);

/**
 * For which periods figures are expected, and by when. For years `due` is a day of the year after ("01-31"), for shorter
 * periods a day of the month after ("15"); a day that a month does not have is its last. `since` is the first year expected.
 */
export const calendarSchema = z.discriminatedUnion("every", [
  z.strictObject({
    every: z.literal("year"),
    due: z.string().regex(dayOfYear),
    since: z.int().min(1900).optional(), // else the first year of which anything is known
  }),
  z.strictObject({
    every: z.enum(["half-year", "quarter", "month"]),
    due: z.string().regex(dayOfMonth),
    since: z.int().min(1900).optional(),
  }),
]);

export type Calendar = z.infer<typeof calendarSchema>;
