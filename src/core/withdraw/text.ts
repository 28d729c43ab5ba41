import { readings } from "../published/inspection.ts";
import { readEncoded } from "./encoded.ts";

/** What stands in the place of a text that was taken out. */
export const inItsPlace = "（已撤下）";

/** Find a text as people write it: with blanks between its characters or none, in wide or narrow letters. */
export function patternOf(text: string): RegExp {
  const chars = [...text.normalize("NFKC").replace(/\s+/g, "")];
  const either = (char: string) => {
    const code = char.codePointAt(0) ?? 0;
    const wide = code > 0x20 && code < 0x7f ? String.fromCodePoint(code + 0xfee0) : "";
    return `[${[char, wide].join("").replace(/[\\\]^-]/g, "\\$&")}]`;
  };
  return new RegExp(chars.map(either).join("[^\\S\\r\\n]*"), "giu");
}

/** What became of a file from which a text was taken out. */
export interface Cleared {
  readonly bytes: Uint8Array;
  readonly lines: readonly number[]; // on which it stood, once for each time
}

/** Take a text out of a file, to the byte nothing else; null where it does not stand there. */
export function clearText(bytes: Uint8Array, pattern: RegExp): Cleared | null {
  const encoded = readEncoded(bytes);
  if (!encoded) return null;
  const lines = [...encoded.text.matchAll(pattern)].map(
    ({ index }) => encoded.text.slice(0, index).split(/\r\n|\n|\r/).length,
  );
  if (lines.length === 0) return null;
  return { bytes: encoded.write(encoded.text.replace(pattern, inItsPlace)), lines };
}

/** Count how often a text stands in a file: as it is written and as it is seen, with its escapes read, in any encoding. */
export function countText(path: string, bytes: Uint8Array, pattern: RegExp): number {
  const texts = ["utf-8", "gb18030", "utf-16le", "utf-16be"].map((label) =>
    new TextDecoder(label).decode(bytes),
  );
  const [plain = ""] = texts;
  const unescaped = plain.replace(/\\u([\da-f]{4})/gi, (_, hex) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const all = [...texts, unescaped, ...readings(path, plain)];
  return Math.max(...all.map((text) => [...text.matchAll(pattern)].length));
}
