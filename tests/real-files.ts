import { join } from "node:path";
import { type Validated, validate } from "../src/core/checks/validate.ts";
import { isNumeric } from "../src/core/declared/dataset.ts";
import { readDefinitions } from "../src/core/declared/definitions.ts";
import { keyAt, placeAt, type Rows, stateAt, textAt } from "../src/core/rows.ts";
import { isAbsent } from "../src/core/state.ts";
import { load } from "../src/load.ts";

/** Exports that nobody has touched, beside the JSON that says how they look. */
export const real = join(import.meta.dirname, "fixtures", "real");

/** Read and check a folder of them. */
export function read(folder: string): Validated {
  const inputs = load(join(real, folder), "internal", "2026-03-01");
  const { datasets, settings, indicators } = readDefinitions(inputs);
  return validate(inputs, datasets, settings, indicators);
}

export interface Value {
  readonly value: string; // "" where absent
  readonly key: string; // of its row
}

/** Find every figure of a folder by the cell it was read from: "tourism/nbs_year_tourism_utf8.csv!C4". */
export function valuesOf({ rows: all }: Validated): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  for (const rows of all.values()) {
    for (const name of figuresOf(rows)) {
      for (let row = 0; row < rows.length; row++) {
        const { file, cell } = placeAt(rows, row, name);
        const value = isAbsent(stateAt(rows, row, name)) ? "" : textAt(rows, row, name);
        values.set(`${file}!${cell}`, { value, key: `${keyAt(rows, row)} ${name}` });
      }
    }
  }
  return values;
}

function figuresOf(rows: Rows): string[] {
  return rows.dataset.schema.fields.filter(isNumeric).map((field) => field.name);
}
