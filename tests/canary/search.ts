import { readingsOf } from "./readings.ts";

/** A text, or a number, that stands in one place where the public may not look. */
export interface Canary {
  readonly where: string;
  readonly text: string;
}

/** A canary that was found: in which file, and how that was read. */
export interface Hit {
  readonly where: string;
  readonly path: string;
  readonly how: string;
}

/** What was gone through, and what was found. */
export interface Search {
  readonly files: number;
  readonly bytes: number;
  readonly readings: number; // ways of reading them, all files together
  readonly forms: number; // byte sequences looked for
  readonly hits: readonly Hit[];
}

/** Look for canaries in every file, in its name too, read in every way, in every encoding. */
export function search(files: ReadonlyMap<string, Buffer>, canaries: readonly Canary[]): Search {
  const needles = canaries.flatMap(({ where, text }) =>
    formsOf(text).map((form) => ({ where, form, isNumber: /^[\d.,]+$/.test(text) })),
  );
  const starts = Map.groupBy(needles, ({ form }) => form.slice(0, 4));
  const hits: Hit[] = [];
  let [bytes, readings] = [0, 0];
  for (const [path, content] of files) {
    bytes += content.length;
    const all = [
      ...readingsOf(content),
      ...readingsOf(Buffer.from(path)).map((one) => ({ ...one, how: `its name, ${one.how}` })),
    ];
    readings += all.length;
    for (const reading of all) {
      for (const [start, own] of starts) {
        if (!reading.latin1.includes(start)) continue; // most have none
        for (const { where, form, isNumber } of own) {
          if (has(reading.latin1, form, isNumber)) hits.push({ where, path, how: reading.how });
        }
      }
    }
  }
  return { files: files.size, bytes, readings, forms: needles.length, hits };
}

/** Tell whether a form stands in a reading; a number only where it is no part of a longer one. */
function has(read: string, form: string, isNumber: boolean): boolean {
  for (let at = read.indexOf(form); at >= 0; at = read.indexOf(form, at + 1)) {
    if (!isNumber || !(/[\d.]/.test(read[at - 1] ?? "") || /\d/.test(read[at + form.length] ?? "")))
      return true;
  }
  return false;
}

/** Give the byte sequences, as Latin-1, that a text is written with: in each encoding, and a number as it is grouped and cut. */
function formsOf(text: string): string[] {
  const written = /^\d+$/.test(text) ? [text, grouped(text, ","), grouped(text, " ")] : [text];
  const forms = written.flatMap((one) => {
    const little = Buffer.from(one, "utf16le");
    return [Buffer.from(one, "utf8"), little, Buffer.from(little).swap16(), gbk(one)];
  });
  return [...new Set(forms.map((form) => form.toString("latin1")))].filter((form) => form !== "");
}

function grouped(digits: string, sign: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, sign);
}

const gbkOf = new Map<string, readonly [number, number]>();

/** Write a text in GBK: the standard gives only a decoder. Nothing where it has a character that GBK has not. */
function gbk(text: string): Buffer {
  if (gbkOf.size === 0) {
    const decoder = new TextDecoder("gbk");
    for (let first = 0x81; first < 0xff; first++) {
      for (let second = 0x40; second < 0xff; second++) {
        const char = decoder.decode(Uint8Array.of(first, second));
        if ([...char].length === 1 && char !== "\ufffd" && !gbkOf.has(char)) gbkOf.set(char, [first, second]);
      }
    }
  }
  const bytes = [...text].map((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : gbkOf.get(char)));
  return bytes.includes(undefined) ? Buffer.alloc(0) : Buffer.from(bytes.flatMap((pair) => pair ?? []));
}
