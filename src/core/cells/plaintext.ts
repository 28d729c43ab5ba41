/** No cell is read that is longer (FILE-10). */
export const longestCell = 10_000;

/** Greedy up to the last character that is not blank, so that long runs of blanks cost no more than their length. */
const inner =
  /^[\s\u2800\p{Default_Ignorable_Code_Point}]*(.*[^\s\u2800\p{Default_Ignorable_Code_Point}])?/su;

/** Remove white space, and what merely looks like it, from both ends. */
export function stripBlank(text: string): string {
  return inner.exec(text)?.[1] ?? "";
}

/** Turn full-width letters, digits and signs (U+FF01–FF5E) into plain ones; nothing else changes, unlike with NFKC. */
export function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}
