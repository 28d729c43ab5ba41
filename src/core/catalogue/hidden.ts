/** What stands in the place of a quotation that the public may not read. */
export const hidden = "原文已隐藏（内部数据）";

/** What a figure, a day or a name is written with: where it stands gives away how large or long what is hidden is, and helps nobody. */
const ordinary = /[\p{L}\p{M}\p{Nd}.+\-/%·]/u;

/** Hide a text (SEC-08), but say where its first odd character stands, if it has one: enough to find it in Excel, too little to guess the rest. */
export function hideText(text: string): string {
  const characters = [...text];
  const at = characters.findIndex((character) => !ordinary.test(character));
  return at < 0 ? hidden : `${hidden}：长度 ${characters.length}，第 ${at + 1} 个字符是“${characters[at]}”`;
}

/** Tell whether a text is one of these. */
export function isHidden(text: string): boolean {
  return text.startsWith(hidden);
}
