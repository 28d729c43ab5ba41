import { type Finding, finding } from "../finding.ts";
import { outline, placeOf } from "./outline.ts";

interface Disguise {
  readonly code: "ENC-11" | "ENC-12";
  readonly seen: string; // how the word looks once it was misread
  readonly word: string;
}

/** Controls vanish when such a text is saved again. */
function visible(text: string): string {
  return text.replace(/[\u0080-\u009f\u00a0\u00ad\s]/g, "");
}

/** List how a header's word looks when its UTF-8 was read as GBK, as Latin-1 or as Windows-1252. */
function disguises(word: string): Disguise[] {
  const bytes = new TextEncoder().encode(word);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2)); // an odd last byte took the next character along
  const asGbk = new TextDecoder("gb18030").decode(whole);
  const asLatin = String.fromCharCode(...bytes);
  const asWindows = new TextDecoder("windows-1252").decode(bytes);
  return [
    { code: "ENC-11", seen: asGbk, word },
    { code: "ENC-12", seen: visible(asLatin), word },
    { code: "ENC-12", seen: visible(asWindows), word },
  ];
}

/** Recognise header words that were saved again in a wrong encoding. */
export function findMojibake(file: string, text: string, words: ReadonlySet<string>): Finding[] {
  const all = [...words].filter((word) => /\P{ASCII}{2}/u.test(word)).flatMap(disguises);
  all.sort((a, b) => b.seen.length - a.seen.length); // the longest word that fits
  const of = outline(file, text, () => false);
  return of.header.flatMap((cell, index) => {
    const found = all.find((disguise) => disguise.seen.length > 1 && visible(cell).startsWith(disguise.seen));
    if (!found) return [];
    return [finding(found.code, placeOf(of, of.headerRecord, index), { text: cell, word: found.word })];
  });
}
