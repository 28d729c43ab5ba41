const words = new Intl.Segmenter("zh", { granularity: "word" });

/** No line may begin with these: closing signs, a remark in brackets, and what belongs to the number or word before it. */
const closing = /^[（，、；。：！？）》〉」』”’％%÷·—年项的个人次届名元万亿件小时倍成费者率数点]/u;
/** No line may end with these: opening signs, and what belongs to the number after it. */
const opening = /[（《〈「『“‘约近第每共达比不未已曾▲▼]$/u;

/** Tell whether a line may break between two pieces of one clause. */
function mayBreak(before: string, after: string): boolean {
  if (closing.test(after) || opening.test(before)) return false;
  const beforeDigit = /[\d.%]$/.test(before);
  const afterDigit = /^[\d.]/.test(after);
  return !beforeDigit && !afterDigit;
}

/** Escape a text for use in a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Cut a clause at the catalogue's names, which stay whole; odd places of the result are names. */
function cutAtNames(clause: string, names: readonly string[]): string[] {
  const known = names.filter((name) => name.length > 1 && clause.includes(name));
  if (known.length === 0) return [clause];
  const longestFirst = [...known].sort((a, b) => b.length - a.length);
  const pattern = longestFirst.map(escapePattern).join("|");
  return clause.split(new RegExp(`(${pattern})`));
}

/**
 * Cut a title into clauses (each ends with its ，or ；) and each clause into the pieces between which a line may break:
 * never inside a name from the catalogue, between a character and a digit, before 年, 项, 的 or after 约, 近, 第.
 */
export function segment(title: string, names: readonly string[] = []): string[][] {
  const clauses = title.split(/(?<=[，；])/u).filter((clause) => clause !== "");
  return clauses.map((clause) => {
    const pieces: string[] = [];
    cutAtNames(clause, names).forEach((part, i) => {
      const cut = i % 2 === 1 ? [part] : [...words.segment(part)].map((s) => s.segment);
      for (const piece of cut) {
        const before = pieces.at(-1);
        if (piece === "") continue;
        if (before === undefined || mayBreak(before, piece)) pieces.push(piece);
        else pieces[pieces.length - 1] = before + piece;
      }
    });
    return pieces;
  });
}
