/** What no eye sees but a terminal, a log or a page acts on: controls, line ends, direction marks, invisible characters, half characters. */
const unseen = /\r\n|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const signs: ReadonlyMap<string, string> = new Map([
  ["\r\n", "⏎"],
  ["\n", "⏎"],
  ["\t", "⇥"],
]);

/** Name a character as Unicode does, e.g. "U+200B". */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Write a text so that whatever it holds is seen and nothing of it acts: one line, no control but by its name, no command to a log. */
export function visible(text: string): string {
  return text
    .replace(unseen, (found) => signs.get(found) ?? `⟨${codePoint(found)}⟩`)
    .replaceAll("##[", "# #["); // GitHub and Azure read ##[error] anywhere in a line
}
