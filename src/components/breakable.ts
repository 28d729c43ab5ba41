import { segment } from "../core/segment.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escape a text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}

/** Set a title as HTML whose lines break between clauses first, then between words. */
export function breakable(title: string, names: readonly string[]): string {
  const clauses = segment(title, names).map((pieces) => pieces.map(escapeHtml).join("<wbr>"));
  return clauses.length > 1 ? clauses.map((clause) => `<span>${clause}</span>`).join("") : clauses.join("");
}
