import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import { decodeStrictly } from "./bytes.ts";
import type { Decoded } from "./decode.ts";
import { findMojibake } from "./mojibake.ts";
import { hasHeader, type Known, outline, placeOf } from "./outline.ts";

const few = 8; // so many characters beyond ASCII may be in two encodings by chance
const foreign = /[^\p{ASCII}\ufeff]/gu;
const han = /\p{Script=Han}/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function sample(text: string): string {
  return text.match(/[^\p{ASCII}\ufeff]+/u)?.[0].slice(0, 20) ?? "";
}

/** Letters with accents inside words, and signs of money before numbers: café, £1,234. Read as GBK each would be a lone Chinese character. */
const western =
  /(?<=[A-Za-z]|[A-Za-z][^\p{ASCII}])[\u00c0-\u024f]|[\u00c0-\u024f](?=[A-Za-z])|[£€](?=\s*[\d.])/gu;

/** Tell whether everything beyond ASCII in a text is western writing that only UTF-8 makes of it. */
function isWestern(text: string): boolean {
  return count(text, western) === count(text, foreign);
}

/** Find lines of GBK that by chance are valid UTF-8 too: then they are Greek or Cyrillic letters without one Han character. */
function findGlued(file: string, text: string, known: Known): Finding[] {
  if (text.search(/[\u0370-\u07ff]/) < 0) return [];
  const of = outline(file, text, known);
  return [...of.scan.starts.keys()].flatMap((record) => {
    const line = text.slice(of.scan.starts[record], of.scan.ends[record]);
    const odd = line.match(foreign)?.join("") ?? "";
    if (!/^[\u0080-\u07ff]+$/.test(odd) || !/[\u0370-\u07ff]/.test(odd)) return [];
    const other = decodeStrictly(new TextEncoder().encode(odd), "gb18030");
    if (other === null || count(other, han) !== other.length) return [];
    const place = placeOf(of, record, null);
    return [finding("ENC-17", place, { at: sayPlace(place), before: "UTF-8", after: "GBK" })];
  });
}

/** Accept valid UTF-8, unless its header tells that it only looks like it. */
export function settleUtf8(
  file: string,
  bytes: Uint8Array,
  text: string,
  known: Known,
  words: ReadonlySet<string>,
): Decoded {
  const utf8 = (found: Finding[], trusted = true): Decoded => ({
    text: trusted ? text : null,
    encoding: "utf-8",
    findings: found,
  });
  const inWriting: Known = (cell) => known(cell) && /\P{ASCII}/u.test(cell);
  if (hasHeader(text, inWriting)) {
    const glued = findGlued(file, text, known);
    return utf8(glued, glued.length === 0);
  }
  const strange = count(text, foreign);
  if (strange === 0) return utf8([]);
  const mojibake = findMojibake(file, text, words);
  if (mojibake.length > 0) return utf8(mojibake, false);
  const other = decodeStrictly(bytes, "gb18030");
  if (other === null) return utf8([]);
  const doubt = (encoding: string, chosen: string, sure: boolean) => [
    finding(
      "ENC-22",
      filePlace(file),
      { encoding, text: sample(chosen), known: sure },
      { level: sure ? "N" : "E" },
    ),
  ];
  if (isWestern(text)) return utf8([]);
  const sure = hasHeader(text, known) || hasHeader(other, known);
  const moreHan = count(other, han) / count(other, foreign) > count(text, han) / strange;
  if (hasHeader(other, inWriting) || (sure && moreHan)) {
    return { text: other, encoding: "gb18030", findings: doubt("GB18030", other, true) };
  }
  return strange > few ? utf8([]) : utf8(doubt("UTF-8", text, sure), sure);
}
