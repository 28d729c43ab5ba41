import { type Field, tail } from "../../src/core/declared/dataset.ts";

/** Make a column of a type, everything else at its default. */
export function makeField(type: Field["type"], more: Partial<Field> = {}): Field {
  const plain = tail.find((field) => field.name === "备注");
  if (!plain) throw new Error("no column 备注");
  return { ...plain, name: "人数", type, ...more };
}

/** Ask of a column that it be filled, or bounded. */
export function constrained(constraints: Partial<Field["constraints"]>): Field["constraints"] {
  return { required: false, ...constraints };
}
