import { type Dataset, datasetSchema } from "../declared/dataset.ts";
import type { Place } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { decode } from "../intake/decode.ts";
import { headerWords } from "../intake/exports.ts";
import { quoteCell } from "../published/csv.ts";
import { indices, originalAt, placeAt, type Rows, textAt } from "../rows.ts";

const text = (name: string, more: object = {}) => ({ name, type: "string", audience: "public", ...more });
const required = { constraints: { required: true } };

/** data/revisions.csv: every figure that was released and has been changed since, and why; all of it is public. */
export const revisionDataset: Dataset = {
  id: "revisions",
  ...datasetSchema.parse({
    title: "修订",
    description: "发布以后改动过的数，一次改动一行。",
    audience: "public",
    kind: "register",
    internalRows: "not-counted",
    schema: {
      fields: [
        text("指标", required),
        { ...text("年度", required), type: "year" },
        text("序列"),
        text("原值", required),
        text("新值", required),
        text("原因", required),
        { ...text("日期", required), type: "date" },
      ],
      primaryKey: ["指标", "年度", "序列", "原值", "新值", "日期"],
    },
  }),
};

/** A row of revisions.csv, as written. */
export interface RevisionRow {
  readonly indicator: string; // id or title
  readonly year: number;
  readonly series: string; // key or title; "" is the total
  readonly old: string;
  readonly new: string;
  readonly reason: string;
  readonly date: string;
  readonly places: Readonly<Record<"indicator" | "year" | "series" | "old" | "new", Place>>;
}

/** Read the rows of revisions.csv in the order of the file; one without a year cannot be placed and is found already. */
export function readRevisions(rows: Rows): RevisionRow[] {
  return indices(rows).flatMap((row) => {
    const at = (column: string) => textAt(rows, row, column);
    if (at("指标") === "" || at("年度") === "") return [];
    return {
      indicator: at("指标"),
      year: Number(at("年度")),
      series: at("序列"),
      old: originalAt(rows, row, "原值"),
      new: originalAt(rows, row, "新值"),
      reason: at("原因"),
      date: at("日期"),
      places: {
        indicator: placeAt(rows, row, "指标"),
        year: placeAt(rows, row, "年度"),
        series: placeAt(rows, row, "序列"),
        old: placeAt(rows, row, "原值"),
        new: placeAt(rows, row, "新值"),
      },
    };
  });
}

/** Decode revisions.csv, in whatever encoding it is; "" where it cannot be read. */
export function readRevisionText(file: SourceFile): string {
  return decode(file, headerWords([revisionDataset])).text ?? "";
}

/** The header of revisions.csv. */
export const revisionHeader = revisionDataset.schema.fields.map((field) => field.name).join(",");

/** Write a row of revisions.csv; 原因 and 日期 may be left to fill in. */
export function revisionRow(
  of: { readonly indicator: string; readonly year: number; readonly series: string },
  values: { readonly old: string; readonly new: string; readonly reason?: string; readonly date?: string },
): string {
  const { old, reason = "", date = "" } = values;
  return [of.indicator, String(of.year), of.series, old, values.new, reason, date].map(quoteCell).join(",");
}
