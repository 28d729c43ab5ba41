import { type Finding, filePlace, finding } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";
import { decodeStrictly } from "./bytes.ts";
import { checkCharacters, noteExtended } from "./characters.ts";
import { longestHeader, normalizeHeader } from "./header-cell.ts";
import { decodeLegacy } from "./legacy.ts";
import { type Known, outline } from "./outline.ts";
import { settleUtf8 } from "./utf8.ts";
import { decodeUtf16, guessUtf16, isUtf32 } from "./utf16.ts";

/** What bytes turned out to be: a text still with its marks, or null where it cannot be trusted. */
export interface Decoded {
  readonly text: string | null;
  readonly encoding: "utf-8" | "gb18030" | "utf-16";
  readonly findings: readonly Finding[];
}

function decodeBytes(file: SourceFile, known: Known, words: ReadonlySet<string>): Decoded {
  const { path, bytes } = file;
  const [a, b] = bytes;
  if (isUtf32(bytes)) {
    return { text: null, encoding: "utf-8", findings: [finding("ENC-15", filePlace(path), {})] };
  }
  if (a === 0xff && b === 0xfe) return decodeUtf16(path, bytes, "utf-16le", true, known);
  if (a === 0xfe && b === 0xff) return decodeUtf16(path, bytes, "utf-16be", true, known);
  const label = guessUtf16(bytes, known);
  if (label) return decodeUtf16(path, bytes, label, false, known);
  const utf8 = decodeStrictly(bytes, "utf-8");
  return utf8 === null ? decodeLegacy(path, bytes, known) : settleUtf8(path, bytes, utf8, known, words);
}

/**
 * Turn bytes into text without byte order mark, strictly and in the order that misread nothing: marks, NULs, UTF-8,
 * GB18030. The words of the header settle what is open, never statistics. Line ends stay as they are.
 */
export function decode(
  file: SourceFile,
  words: ReadonlySet<string>,
): { text: string | null; encoding: Decoded["encoding"]; findings: Finding[] } {
  const headers = new Set([...words].map(normalizeHeader));
  const known: Known = (cell) => {
    if (cell.length > longestHeader) return false;
    const text = normalizeHeader(cell);
    return headers.has(text) || headers.has(text.replace(/\([^()]*\)$/, ""));
  };
  const decoded = decodeBytes(file, known, headers);
  const { encoding } = decoded;
  if (decoded.text === null) return { text: null, encoding, findings: [...decoded.findings] };
  const text = decoded.text.replace(/^\ufeff+/, "");
  const describe = () => outline(file.path, text, known);
  const marks = decoded.text.length - text.length;
  const findings = [
    ...(marks > 1 ? [finding("ENC-03", filePlace(file.path), {})] : []),
    ...decoded.findings,
    ...(encoding === "gb18030" ? noteExtended(text, describe) : []),
    ...checkCharacters(text, describe),
  ];
  return { text, encoding, findings };
}
