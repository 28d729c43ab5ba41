/** Write a text as a string of CSS: nothing in it ends the string, the rule or the style element. */
export function cssText(text: string): string {
  const escaped = text.replace(
    /["'\\<>{}\p{Cc}\p{Zl}\p{Zp}]/gu,
    (sign) => `\\${sign.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
