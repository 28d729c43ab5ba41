import { type Issue, issue } from "./reading.ts";

/** Characters without which a text holds nothing of the kind: most texts are decided here. */
const telling = /[<{$:%#\\]|[^\P{Cc}\t\n\r]|\]\(|^\/\//u;

/** A whole tag, or the beginning of one that sets an attribute, opens a comment, or declares; a lone < is none. */
const tag =
  /<(?:\/?[A-Za-z][A-Za-z0-9:-]*(?:[\s/][^<>]*)?>|[A-Za-z][A-Za-z0-9:-]*[\s/]+[A-Za-z:-]+\s*=|!--|![A-Za-z[]|\?[A-Za-z])/;

/** Addresses that run something, or that leave the site without saying so. */
const address =
  /\b(?:java|vb|live)script:|\bdata:[a-z]+\/[a-z0-9.+-]+[;,]|^\/\/[a-z0-9-]+\.[a-z]|\b(?:file|ftp):\/\//i;

const template = /\{\{|\}\}|\$\{|\{%|<%|\]\([a-z]+script:/i;

/** What moves a terminal's cursor, and what a CI log takes for a command. */
const control =
  /[^\P{Cc}\t\n\r](?:[[\]()PX^_]|\d+[;a-z])|\\(?:x1b|u001b|033|e)\[|::(?:error|warning|notice|debug|group|endgroup|add-mask|stop-commands|set-output|set-env|save-state|add-path|add-matcher|remove-matcher|echo)\b|%0[AD]::|##(?:vso|teamcity)?\[/iu;

/** Name what in a text is meant for a machine and not for a reader: markup, links that run, template signs, commands (SEC-01…04, 06). */
export function findHostile(text: string, what = "此格"): Issue | null {
  if (!telling.test(text)) return null;
  if (/<\/script/i.test(text)) return issue("SEC-02", { what, text });
  const sign = template.exec(text)?.[0];
  if (tag.test(text)) return issue("SEC-01", { what, text });
  if (sign !== undefined) return issue("SEC-04", { what, text, sign: sign.replace(/^\]\(.*/, "](") });
  if (address.test(text)) return issue("SEC-03", { what, text });
  return control.test(text) ? issue("SEC-06", { what, text }) : null;
}

const mostQuotes = 100;

/** Refuse what is quoted many levels deep (SEC-07); only a long text can be. */
export function findDeepQuotes(text: string): Issue | null {
  if (text.length <= mostQuotes) return null;
  const count = text.split('"').length - 1;
  return count > mostQuotes ? issue("SEC-07", { text, count, most: mostQuotes }) : null;
}

/** What Windows keeps for itself. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const slug = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.()（）·-]{0,58}[\p{L}\p{M}\p{N}_()（）·-])?$/u;

/** Tell whether a text may become part of an address and of a file's name (SEC-05). */
export function isSafeSlug(text: string): boolean {
  return slug.test(text) && !reserved.test(text);
}
