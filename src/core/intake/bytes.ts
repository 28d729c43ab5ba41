/** Decode strictly; null where any byte is wrong. */
export function decodeStrictly(bytes: Uint8Array, label: Encoding): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Labels as the Encoding Standard has them; never `gbk`, which reads 101 sequences wrongly. */
export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be" | "big5";

/** Bytes that mean nothing in an encoding. */
export interface BadBytes {
  readonly offset: number;
  readonly length: number;
  readonly surrogate: boolean; // CESU-8: half a character written as if it were one
}

/** Measure the UTF-8 sequence at an offset: its length, negative if its bytes are wrong. */
function utf8At(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0) return -1;
  const lowest: Readonly<Record<number, number>> = { 224: 0xa0, 240: 0x90 };
  const highest: Readonly<Record<number, number>> = { 237: 0x9f, 244: 0x8f };
  for (let i = 1; i < length; i++) {
    const byte = at + i < end ? (bytes[at + i] ?? 0) : 0;
    const low = i === 1 ? (lowest[lead] ?? 0x80) : 0x80;
    const high = i === 1 ? (highest[lead] ?? 0xbf) : 0xbf;
    if (byte < low || byte > high) return -i;
  }
  return length;
}

/** Measure the GB18030 sequence at an offset: its length, negative if its bytes are wrong or unassigned. */
function gb18030At(bytes: Uint8Array, at: number, end: number): number {
  const byte = (i: number) => (at + i < end ? (bytes[at + i] ?? 0) : 0);
  const isDigit = (value: number) => value >= 0x30 && value <= 0x39;
  if (byte(0) <= 0x80) return 1;
  const trail = byte(1);
  const length = isDigit(trail) && byte(2) > 0x80 && isDigit(byte(3)) ? 4 : trail >= 0x40 ? 2 : 0;
  if (length === 0) return -1;
  return decodeStrictly(bytes.subarray(at, at + length), "gb18030") === null ? -length : length;
}

/** List the bytes between two offsets that mean nothing in an encoding. */
export function findBadBytes(bytes: Uint8Array, from: number, to: number, encoding: Encoding): BadBytes[] {
  const measure = encoding === "utf-8" ? utf8At : gb18030At;
  const bad: BadBytes[] = [];
  let at = from;
  while (at < to) {
    const length = measure(bytes, at, to);
    if (length > 0) {
      at += length;
      continue;
    }
    const surrogate = encoding === "utf-8" && bytes[at] === 0xed && (bytes[at + 1] ?? 0) >= 0xa0;
    const wrong = surrogate ? Math.min(3, to - at) : -length;
    const last = bad.at(-1);
    if (last && last.offset + last.length === at && last.surrogate === surrogate) {
      bad[bad.length - 1] = { ...last, length: last.length + wrong };
    } else bad.push({ offset: at, length: wrong, surrogate });
    at += wrong;
  }
  return bad;
}

export interface Line {
  readonly offset: number;
  readonly end: number;
  readonly kind: "utf-8" | "gb18030" | "neither";
  readonly common: boolean; // as GB18030: at least three quarters of its characters are GB 2312's
}

/** Measure how much of a line, read as GB18030, lies where GB 2312 keeps its characters; UTF-8 read so seldom does. */
function commonShare(bytes: Uint8Array, from: number, to: number): number {
  let all = 0;
  let common = 0;
  for (let at = from; at < to; at++) {
    const lead = bytes[at] ?? 0;
    if (lead <= 0x80) continue;
    const trail = bytes[++at] ?? 0;
    all++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++;
    else if (trail < 0x40) at += 2; // four bytes
  }
  return all === 0 ? 0 : common / all;
}

/** Tell the encoding of every physical line that is not ASCII alone. LF, CR, comma and quote are themselves in both encodings; `validGb18030` says that all of it is, which saves asking. */
export function classifyLines(bytes: Uint8Array, validGb18030: boolean): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    let end = offset;
    let plain = true;
    for (; end < bytes.length && bytes[end] !== 10 && bytes[end] !== 13; end++) {
      if ((bytes[end] ?? 0) >= 0x80) plain = false;
    }
    if (!plain) {
      let han = false;
      let at = offset;
      while (at < end) {
        const length = utf8At(bytes, at, end);
        if (length < 0) break;
        if (length >= 3) han = true;
        at += length;
      }
      const utf8 = at >= end && han;
      const gb = !utf8 && (validGb18030 || decodeStrictly(bytes.subarray(offset, end), "gb18030") !== null);
      lines.push({
        offset,
        end,
        kind: utf8 ? "utf-8" : gb ? "gb18030" : "neither",
        common: commonShare(bytes, offset, end) >= 0.75,
      });
    }
    offset = end + 1;
  }
  return lines;
}

/** Write bytes as people quote them: `E5 8D`. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}
