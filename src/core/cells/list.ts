/** What stands between several things in one cell when it is read, and is written between them. */
export const listMark = "、";

/** Split a cell that names several things: codes, or other names. */
export function splitList(text: string): string[] {
  return text.split(/[、，,；;\s]/).filter((part) => part !== "");
}
