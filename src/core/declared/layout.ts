import * as z from "zod";

/**
 * A text with holes: "{年度}年" stands for 2018年 and takes 2018 for the column 年度, "{}" for whatever stands there. A unit in
 * brackets at its end, as in "指标：地区生产总值(亿元)", must be that very unit. Widths of brackets, digits and signs do not matter.
 */
const pattern = z.string();

/** How a system's exports look where they are no plain table with its header in the first line. Every part may be left out. */
export const layoutSchema = z.strictObject({
  above: z.array(pattern).default([]), // every line above the header, in order; "" is a blank one
  headerRows: z.int().min(1).max(3).default(1), // a column's name is what stands in them from top to bottom, joined by "_"; merged cells count for each column they span
  transposed: z.boolean().default(false), // the names stand in the first column, and each further column is a row
  columns: z.record(z.string(), z.array(pattern).min(1)).default({}), // by name in the file: columns whose cells hold several of ours, or hold them with words around; the first pattern that fits counts
  across: z.array(z.strictObject({ header: pattern.min(1), value: z.string() })).default([]), // columns named like `header` hold `value`: one row for each year, quarter or kind
  below: z.array(pattern.min(1)).default([]), // how the lines below the last row begin; from the first of them on there are no rows
  constants: z.record(z.string(), z.string()).default({}), // columns that the file does not have: the same text in every row
  words: z.record(z.string(), z.record(z.string(), z.string())).default({}), // by column: what the system writes → the word of ours it stands for
});

export type Layout = z.infer<typeof layoutSchema>;

/** A piece of a pattern: literal text, or a hole with the column it fills ("" for none). */
export type Piece = { readonly literal: string } | { readonly hole: string };

/** Cut a pattern into its literal pieces and its holes. */
export function piecesOf(text: string): Piece[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{.*\}$/.test(piece) ? { hole: piece.slice(1, -1) } : { literal: piece }));
}

/** Name the columns that a pattern fills. */
export function holesOf(text: string): string[] {
  return piecesOf(text).flatMap((piece) => ("hole" in piece && piece.hole !== "" ? [piece.hole] : []));
}

/** Every pattern of a layout, with its path in the JSON. */
export function patternsOf(layout: Layout): { readonly path: string; readonly text: string }[] {
  const list = (path: string, texts: readonly string[]) =>
    texts.map((text, i) => ({ path: `${path}.${i}`, text }));
  return [
    ...list("layout.above", layout.above),
    ...Object.entries(layout.columns).flatMap(([name, texts]) => list(`layout.columns.${name}`, texts)),
    ...layout.across.map(({ header }, i) => ({ path: `layout.across.${i}.header`, text: header })),
    ...list("layout.below", layout.below),
  ];
}
