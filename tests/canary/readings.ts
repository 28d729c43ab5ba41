import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";

/** What a file says in one way of reading it, and that way: the decoders gone through, in order. */
export interface Reading {
  readonly how: string; // "as it is", "base64 > gzip"
  readonly bytes: Buffer;
  readonly latin1: string; // the bytes, one character each
}

/** How many decoders follow one another; in a small file one more. */
const deepest = 2;
const small = 20_000; // bytes
const most = 1 << 26; // bytes of what is unpacked

const known = new WeakMap<Buffer, readonly Reading[]>(); // the same file is gone through several times

/** Read a file in every way in which a text can hide in it: packed, encoded and escaped, also one within the other. */
export function readingsOf(bytes: Buffer): readonly Reading[] {
  const readings = known.get(bytes) ?? readAnew(bytes);
  known.set(bytes, readings);
  return readings;
}

function readAnew(bytes: Buffer): Reading[] {
  const found: Reading[] = [{ how: "as it is", bytes, latin1: bytes.toString("latin1") }];
  const seen = new Set(found.map(({ latin1 }) => latin1));
  for (let at = 0; at < found.length; at++) {
    const { how, bytes: inner } = found[at] as Reading;
    const depth = how === "as it is" ? 0 : how.split(" > ").length;
    if (depth >= deepest + (bytes.length < small ? 1 : 0)) continue;
    for (const [name, decode] of Object.entries(decoders)) {
      for (const out of decode(inner)) {
        const latin1 = out.toString("latin1");
        if (out.length < 2 || seen.has(latin1)) continue;
        seen.add(latin1);
        found.push({ how: how === "as it is" ? name : `${how} > ${name}`, bytes: out, latin1 });
      }
    }
  }
  return found;
}

type Decoder = (bytes: Buffer) => Buffer[];

/** Change a text in UTF-8; nothing where it stays as it is. */
function text(change: (text: string) => string): Decoder {
  return (bytes) => {
    const before = bytes.toString("utf8");
    const after = change(before);
    return after === before ? [] : [Buffer.from(after, "utf8")];
  };
}

const point = (digits: string, base: number) => {
  const code = Number.parseInt(digits, base);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
};
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

// tags and comments' marks part words, and so do signs that nobody sees
const withoutTags = (all: string) =>
  all.replace(/<!--|-->|<!\[CDATA\[|\]\]>/g, "").replace(/<\/?[a-zA-Z][^<>]*>/g, "");
const withoutUnseen = (all: string) =>
  all.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u2009\u202f\u00a0]/gu, "");
const entities = (all: string) =>
  all.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));?/gi, (_, hex, decimal, name) =>
    hex ? point(hex, 16) : decimal ? point(decimal, 10) : (named[name.toLowerCase()] ?? ""),
  );

/** Every way to pack, encode or escape a text that a browser, a reader of data or a person undoes. */
export const decoders: Readonly<Record<string, Decoder>> = {
  "tags left out": text(withoutTags),
  "as it is seen": text((all) => withoutUnseen(entities(withoutTags(all)))),
  "unseen signs left out": text(withoutUnseen),
  entities: text(entities),
  escapes: text((all) =>
    all
      .replace(/\\u\{([\da-f]{1,6})\}/gi, (_, hex) => point(hex, 16))
      .replace(/(?:\\u[\da-f]{4})+/gi, (run) =>
        run.replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      )
      .replace(/\\x([\da-f]{2})/gi, (_, hex) => point(hex, 16)),
  ),
  "css escapes": text((all) => all.replace(/\\([\da-f]{4,6})\s?/gi, (_, hex) => point(hex, 16))),
  "percent signs": (bytes) => {
    const all = bytes.toString("latin1");
    if (!/%[\da-f]{2}/i.test(all)) return [];
    return [
      Buffer.from(
        all.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        "latin1",
      ),
    ];
  },
  base64: (bytes) =>
    (bytes.toString("latin1").match(/[A-Za-z0-9+/_-]{12,}={0,2}/g) ?? []).map((run) =>
      Buffer.from(run, "base64"),
    ),
  hex: (bytes) =>
    (bytes.toString("latin1").match(/(?:[\da-f]{2}){6,}/gi) ?? []).map((run) => Buffer.from(run, "hex")),
  gzip: (bytes) => packed(bytes, Buffer.from([0x1f, 0x8b]), gunzipSync),
  zip: (bytes) => unzip(bytes),
  zlib: (bytes) =>
    [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0) && bytes[0] === 0x78 ? tried(bytes, inflateSync) : [],
  brotli: (bytes) => (bytes.length < 1 << 20 && !isText(bytes) ? tried(bytes, brotliDecompressSync) : []),
};

function isText(bytes: Buffer): boolean {
  return Buffer.from(bytes.toString("utf8"), "utf8").equals(bytes);
}

function tried(
  bytes: Buffer,
  unpack: (bytes: Buffer, options: { maxOutputLength: number }) => Buffer,
): Buffer[] {
  try {
    return [unpack(bytes, { maxOutputLength: most })];
  } catch {
    return []; // it was something else
  }
}

/** Unpack from every place at which a mark stands. */
function packed(bytes: Buffer, mark: Buffer, unpack: typeof gunzipSync): Buffer[] {
  const found: Buffer[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
    found.push(...tried(bytes.subarray(at), unpack));
  return found;
}

/** Take the files out of a ZIP, and their names, by its local headers and its directory. */
function unzip(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const directory = Buffer.from("PK\x01\x02", "latin1");
  for (let at = bytes.indexOf(directory); at >= 0; at = bytes.indexOf(directory, at + 4)) {
    if (at + 46 > bytes.length) break;
    const [method, size, name, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    found.push(bytes.subarray(at + 46, at + 46 + name));
    if (start + 30 > bytes.length) continue;
    const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const content = bytes.subarray(body, body + size);
    found.push(...(method === 8 ? tried(content, inflateRawSync) : [content]));
  }
  return found;
}
