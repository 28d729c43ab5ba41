/** A text and the way it is written, so that what is not changed in it stays to the byte. */
export interface Encoded {
  readonly text: string;
  readonly write: (text: string) => Uint8Array;
}

/** Read bytes as the encoding a table or a JSON file comes in; null where they are no text, or would not be written back as they are. */
export function readEncoded(bytes: Uint8Array): Encoded | null {
  const [a, b] = bytes;
  const labels =
    a === 0xff && b === 0xfe ? ["utf-16le"] : a === 0xfe && b === 0xff ? ["utf-16be"] : ["utf-8", "gb18030"];
  for (const label of labels) {
    const text = decode(bytes, label);
    if (text === null) continue;
    const write = writerOf(label, bytes);
    if (isSame(write(text), bytes)) return { text, write };
  }
  return null;
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function writerOf(label: string, bytes: Uint8Array): (text: string) => Uint8Array {
  if (label === "utf-8") return (text) => new TextEncoder().encode(text);
  if (label === "gb18030") {
    const sequences = sequencesOf(bytes);
    return (text) =>
      Uint8Array.from([...text].flatMap((char) => sequences.get(char) ?? doubleByteOf(char) ?? []));
  }
  const isLittle = label === "utf-16le";
  return (text) =>
    Uint8Array.from(
      Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
        isLittle ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff],
      ),
    );
}

/** How each character of a GB18030 text is written there: in one byte, two, or four. */
function sequencesOf(bytes: Uint8Array): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (let at = 0; at < bytes.length; ) {
    const [lead = 0, next = 0] = bytes.subarray(at, at + 2);
    const length = lead < 0x81 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    const own = bytes.subarray(at, at + length);
    found.set(new TextDecoder("gb18030").decode(own), [...own]);
    at += length;
  }
  return found;
}

/** Find the two bytes of a character that the text did not hold before; there is no encoder to ask. */
function doubleByteOf(char: string): number[] | undefined {
  const decoder = new TextDecoder("gb18030");
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let next = 0x40; next <= 0xfe; next++) {
      if (next !== 0x7f && decoder.decode(Uint8Array.of(lead, next)) === char) return [lead, next];
    }
  }
  return undefined;
}
