import { filePlace, finding, sayPlace } from "../finding.ts";
import { decodeStrictly, type Encoding, hex } from "./bytes.ts";
import type { Decoded } from "./decode.ts";
import { cellFinder, hasHeader, type Known, outline } from "./outline.ts";

/** Tell UTF-32 by its NULs: two of every four bytes. */
export function isUtf32(bytes: Uint8Array): boolean {
  if (bytes.length < 8 || bytes.length % 4 !== 0) return false;
  const head = bytes.subarray(0, 256);
  const starts = Array.from({ length: head.length / 4 }, (_, i) => i * 4);
  const bothNul = (shift: number) => starts.every((i) => head[i + shift] === 0 && head[i + shift + 1] === 0);
  return bothNul(2) || bothNul(0);
}

/** Recognise UTF-16 without a mark: by known words in its header, or by NULs that nearly all lie on one side. */
export function guessUtf16(bytes: Uint8Array, known: Known): Encoding | null {
  if (!bytes.includes(0)) return null;
  const head = bytes.subarray(0, 4096);
  const labels = ["utf-16le", "utf-16be"] as const;
  const sure = labels.find((label) => hasHeader(new TextDecoder(label).decode(head), known));
  if (sure) return sure;
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  if ((even + odd) * 5 < head.length || Math.min(even, odd) * 10 > Math.max(even, odd)) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Decode UTF-16; half characters are errors with their place. */
export function decodeUtf16(
  file: string,
  bytes: Uint8Array,
  label: Encoding,
  marked: boolean,
  known: Known,
): Decoded {
  const strict = decodeStrictly(bytes, label);
  const text = strict ?? new TextDecoder(label).decode(bytes);
  const place = filePlace(file);
  const tabs = /^[^\r\n]*\t/.test(text);
  const findings = [marked ? finding("ENC-13", place, { tabs }) : finding("ENC-14", place, {})];
  if (strict !== null) return { text: strict, encoding: "utf-16", findings };
  const of = outline(file, text, known);
  const cellAt = cellFinder(of);
  for (const { index } of text.matchAll(/\ufffd/g)) {
    const at = cellAt(index).place;
    const cut = bytes.length % 2 === 1 && index === text.length - 1;
    const facts = { at: sayPlace(at), hex: cut ? hex(bytes.subarray(-1)) : "D800–DFFF" };
    findings.push(finding(cut ? "ENC-18" : "ENC-19", at, facts));
  }
  return { text: null, encoding: "utf-16", findings };
}
