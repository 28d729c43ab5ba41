import { simplify } from "../cells/alike.ts";
import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import { classifyLines, decodeStrictly, type Encoding, findBadBytes, hex, type Line } from "./bytes.ts";
import type { Decoded } from "./decode.ts";
import { cellAt, cellFinder, hasHeader, type Known, outline, type Spot } from "./outline.ts";

const names = { "utf-8": "UTF-8", gb18030: "GBK" } as const;
type Main = keyof typeof names;

/** The 18 code points that GB18030-2022 moved out of private use; a decoder of an older standard gives U+E000–F8FF. */
const moved = [
  0xa6d9, 0xa6da, 0xa6db, 0xa6dc, 0xa6dd, 0xa6de, 0xa6df, 0xa6ec, 0xa6ed, 0xa6f3, 0xfe59, 0xfe61, 0xfe66,
  0xfe67, 0xfe6d, 0xfe7e, 0xfe90, 0xfea0,
];

/** Tell whether a decoder still gives private-use characters for any of the moved code points. */
export function isOutdated(decodePair: (bytes: Uint8Array) => string | null): boolean {
  return moved.some((pair) => /\p{Co}/u.test(decodePair(Uint8Array.of(pair >> 8, pair & 0xff)) ?? ""));
}

let ownIsOutdated: boolean | undefined; // asked once; the answer does not change while the program runs

function isOwnOutdated(): boolean {
  ownIsOutdated ??= isOutdated((bytes) => decodeStrictly(bytes, "gb18030"));
  return ownIsOutdated;
}

/** Decode whatever can be decoded, and tell where in the text some byte offsets (ascending) have come to lie. */
function decodeLoosely(
  bytes: Uint8Array,
  encoding: Encoding,
  offsets: readonly number[],
): { text: string; at: number[] } {
  const at: number[] = [];
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let text = "";
  let from = 0;
  for (const offset of offsets) {
    text += decoder.decode(bytes.subarray(from, offset));
    at.push(text.length);
    from = offset;
  }
  return { text: text + decoder.decode(bytes.subarray(from)), at };
}

interface Trouble {
  readonly offset: number; // in bytes
  readonly report: (spot: Spot) => Finding; // of the cell it lies in
}

/** Tell whether a line that GB18030 would accept is rather broken UTF-8: rare characters, or nothing wrong but surrogates. */
function isBroken(bytes: Uint8Array, line: Line): boolean {
  if (line.kind !== "gb18030") return false;
  return !line.common || findBadBytes(bytes, line.offset, line.end, "utf-8").every((bad) => bad.surrogate);
}

/** List where lines change their encoding, and bytes that mean nothing in the one that prevails. */
function findTroubles(bytes: Uint8Array, lines: readonly Line[], main: Main): Trouble[] {
  const troubles: Trouble[] = [];
  let before: Main | null = null;
  for (const line of lines) {
    const kind = main === "utf-8" && isBroken(bytes, line) ? "neither" : line.kind;
    if (kind === "neither") {
      for (const { offset, length, surrogate } of findBadBytes(bytes, line.offset, line.end, main)) {
        const quoted = hex(bytes.subarray(offset, offset + length));
        const code = surrogate ? "ENC-19" : "ENC-18";
        troubles.push({
          offset,
          report: ({ place }) => finding(code, place, { at: sayPlace(place), hex: quoted }),
        });
      }
    } else {
      if (before !== null && before !== kind) {
        const facts = { before: names[before], after: names[kind] };
        troubles.push({
          offset: line.offset,
          report: (spot) => {
            const place = { ...spot.place, column: null, cell: null };
            return finding("ENC-17", place, { at: sayPlace(place), ...facts });
          },
        });
      }
      before = kind;
    }
  }
  return troubles;
}

/** Say where neither encoding holds. */
function unreadable(file: string, bytes: Uint8Array, marks: number, known: Known, guess: string): Finding {
  const offset = findBadBytes(bytes, 0, bytes.length, "utf-8")[0]?.offset ?? 0;
  const { text, at } = decodeLoosely(bytes, "utf-8", [offset]);
  const place = { ...cellAt(outline(file, text, known), at[0] ?? 0).place, column: null, cell: null };
  return finding("ENC-16", place, { offset: marks + offset + 1, at: sayPlace(place), guess });
}

/** Read bytes that are not UTF-8: GB18030, or a finding for every place that is neither. */
export function decodeLegacy(file: string, marked: Uint8Array, known: Known): Decoded {
  const marks = marked[0] === 0xef && marked[1] === 0xbb && marked[2] === 0xbf ? 3 : 0;
  const bytes = marked.subarray(marks);
  const head = bytes.subarray(0, 20_000);
  const readHead = (encoding: Encoding) => new TextDecoder(encoding).decode(head);
  const headed = {
    "utf-8": hasHeader(readHead("utf-8"), known),
    gb18030: hasHeader(readHead("gb18030"), known),
  };
  const guess = !headed.gb18030 && hasHeader(simplify(readHead("big5")), known) ? "Big5（繁体）" : "";
  const strict = decodeStrictly(bytes, "gb18030");
  const lines = classifyLines(bytes, strict !== null);
  const inUtf8 = lines.filter((line) => line.kind === "utf-8").length;
  const inGb = lines.filter((line) => line.kind === "gb18030" && line.common).length;

  const readsAsGb = headed.gb18030 || (guess === "" && inGb * 5 > lines.length * 4);
  if (strict !== null && inUtf8 === 0 && readsAsGb) {
    const place = filePlace(file);
    return isOwnOutdated()
      ? { text: null, encoding: "gb18030", findings: [finding("ENC-06", place, { text: "龴" })] }
      : { text: strict, encoding: "gb18030", findings: [finding("ENC-04", place, {})] };
  }
  const prevails = inUtf8 === inGb ? headed["utf-8"] : inUtf8 > inGb;
  const main: Main = prevails ? "utf-8" : "gb18030";
  const refuse = (findings: Finding[]): Decoded => ({ text: null, encoding: main, findings });
  const troubles = findTroubles(bytes, lines, main);
  const foreign = !headed["utf-8"] && !headed.gb18030 && (inUtf8 === 0 || inGb === 0);
  if (foreign || troubles.length === 0) return refuse([unreadable(file, bytes, marks, known, guess)]);
  const { text, at } = decodeLoosely(
    bytes,
    main,
    troubles.map((trouble) => trouble.offset),
  );
  const find = cellFinder(outline(file, text, known)); // troubles rise: a huge record is walked through once
  return refuse(troubles.map((trouble, i) => trouble.report(find(at[i] ?? 0))));
}
