import { type Dataset, isNumeric } from "../declared/dataset.ts";

/** Tell whether a number of persons is so small that it may name them: from 1 to below the data set's `smallCell`. */
export function isSmall(value: number, dataset: Dataset): boolean {
  return value > 0 && value < dataset.smallCell;
}

/** Name the columns that count persons. */
export function personColumns(dataset: Dataset): string[] {
  return dataset.schema.fields
    .filter((field) => isNumeric(field) && field.additive !== "all")
    .map((field) => field.name);
}
