import { escapePattern, segment } from "../core/words/segment.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escape a text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** Take out the spaces between a character and a digit: in titles the browser sets that space itself, and no line breaks at it. */
function solid(title: string): string {
  return title.replace(/(?<=\p{Script=Han}) (?=[\d.])|(?<=[\d%]) (?=\p{Script=Han})/gu, "");
}

/** Set a piece of a title; a browser would break before a bracket of its own accord. */
function piece(text: string): string {
  const html = escapeHtml(text);
  return text.includes("（") && text.length <= 12 ? `<span class="nb">${html}</span>` : html;
}

/** Put the pieces of a bracket together again, if it is short. */
function joinBrackets(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const text of pieces) {
    const last = joined[joined.length - 1] ?? "";
    const open = last.lastIndexOf("（");
    const isOpen = open > last.lastIndexOf("）");
    if (isOpen && last.length - open + text.length <= 12) joined[joined.length - 1] = last + text;
    else joined.push(text);
  }
  return joined;
}

/** Set a title as HTML whose lines break between clauses first, then between words. */
export function breakable(title: string, names: readonly string[]): string {
  const clauses = segment(solid(title), names).map((pieces) => joinBrackets(pieces).map(piece).join("<wbr>"));
  return clauses.length > 1 ? clauses.map((clause) => `<span>${clause}</span>`).join("") : clauses.join("");
}

const together =
  /(?:\p{Script=Han}{1,6} )?\d{4}-\d{2}-\d{2}|[▲▼] [^，；。]+|比 \d{4} 年[^，；。]+|\d{4}—\d{4} 年|\p{Script=Han}{1,6} [\d.\u2009]+(?: \p{Script=Han}{1,4}|%)?|[\d.\u2009]+ \p{Script=Han}{1,4}/gu;

/** Set a line as HTML in which a date, an arrow with its change, and a number with its words stay on one line. */
export function unbroken(line: string): string {
  return escapeHtml(line).replace(together, '<span class="nb">$&</span>');
}

/** Point out the first number of a title that is counted in one of these units; a calendar year is no count. */
export function emphasized(html: string, units: readonly string[]): string {
  const longestFirst = [...new Set(units)].sort((a, b) => b.length - a.length).map(escapePattern);
  const number = "(?<![\\d.\\u2009])\\d{1,3}(?:\\u2009\\d{3})*(?:\\.\\d+)?";
  return html.replace(new RegExp(`${number}\\s?(?:${longestFirst.join("|")})`), "<em>$&</em>");
}
