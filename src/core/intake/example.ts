import { type Finding, finding, sayPlace } from "../finding.ts";
import { type Outline, placeOf } from "./outline.ts";

/** Begins every cell of a template's example row, so that one cell left is enough to know it by. */
export const exampleMark = "【示例】";

/** Refuse a row that a template gave as an example, until its every cell is replaced; none of it is read. */
export function asExample(of: Outline, record: number, cells: readonly string[]): Finding | null {
  const index = cells.findIndex((cell) => cell.trimStart().startsWith(exampleMark));
  if (index < 0) return null;
  const place = placeOf(of, record, index);
  return finding("TPL-01", place, { at: sayPlace(placeOf(of, record, null)), mark: exampleMark });
}
