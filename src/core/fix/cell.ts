import { readCell } from "../cells/cell.ts";
import { isIndented } from "../cells/column.ts";
import { halfWidth, stripBlank } from "../cells/plaintext.ts";
import type { Reading } from "../cells/reading.ts";
import { type Field, isNumeric } from "../declared/dataset.ts";

/** No day lies after it: whether one is ahead of today is for the check to say, and changes no spelling. */
const context = { now: "9999-12-31" };

/**
 * Write a cell as the reader takes it anyway, without asking: widths, blanks, grouping, invisible characters, 2018年度.
 * A cell with anything for a person to decide stays to the last character, and so does one with line breaks, whose lines others are counted by.
 * Per cent signs and trailing zeros stay too: how a figure is rounded, and what its column mixes, is judged by them.
 */
export function fixCell(original: string, field: Field): string {
  if (original === "" || /[\r\n]/.test(original)) return original;
  if (field.type === "string" && isIndented(original)) return original; // it may show a level
  const reading = readCell(original, field, context);
  if (reading.issues.some(({ level }) => level !== "N")) return original;
  const fixed = spell(original, field, reading);
  return fixed !== original && readsAlike(fixed, field, reading) ? fixed : original;
}

function spell(original: string, field: Field, { value, state, issues }: Reading): string {
  if (state === "not-collected" && issues.length > 0) return "未统计"; // MASK-06: 暂无, 未报
  if (value === "") return stripBlank(original);
  if (isNumeric(field)) {
    const bare = stripBlank(original).replace(/^['’‘]/, "");
    return halfWidth(bare).replace("\u2212", "-").replaceAll(",", "");
  }
  return issues.length > 0 || squeeze(value) === squeeze(original) ? value : stripBlank(original);
}

/** Leave out white space, so that what differs in nothing else is alike. */
function squeeze(text: string): string {
  return text.replace(/\s/g, "");
}

function readsAlike(text: string, field: Field, { value, state }: Reading): boolean {
  const again = readCell(text, field, context);
  return again.value === value && again.state === state && again.issues.every(({ level }) => level === "N");
}
