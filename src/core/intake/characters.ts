import { type Finding, finding, sayPlace } from "../finding.ts";
import { codePoint } from "../visible.ts";
import { cellAt, type Outline } from "./outline.ts";

/** What no sound text holds: controls, line breaks of other systems, private use, U+FFFD, and three words of mojibake. */
const suspects = /[^\P{Cc}\t\n\r]|[\u2028\u2029\ufffd\p{Co}]|锟斤拷|烫烫烫|屯屯屯/gu;

/** Characters of GB18030 that GBK has no two bytes for, and those of its rarest rows. */
const extended = /[\u3400-\u4dbf\u9fa6-\u9fff\u{20000}-\u{3ffff}]/gu;

/** Old private-use positions of GB18030-2000, and the characters that took their place. */
const successors: ReadonlyMap<string, string> = new Map([
  ["\ue78d", "\ufe10"],
  ["\ue78e", "\ufe12"],
  ["\ue78f", "\ufe11"],
  ["\ue790", "\ufe13"],
  ["\ue791", "\ufe14"],
  ["\ue792", "\ufe15"],
  ["\ue793", "\ufe16"],
  ["\ue794", "\ufe17"],
  ["\ue795", "\ufe18"],
  ["\ue796", "\ufe19"],
  ["\ue81e", "龴"],
  ["\ue826", "龵"],
  ["\ue82b", "龶"],
  ["\ue82c", "龷"],
  ["\ue832", "龸"],
  ["\ue843", "龹"],
  ["\ue854", "龺"],
  ["\ue864", "龻"],
]);

function judge(of: Outline, found: string, offset: number): Finding {
  const { place, start, end } = cellAt(of, offset);
  const text = of.text.slice(start, end).replace(/^"|"$/g, "");
  const at = sayPlace(place);
  const code = codePoint(found);
  if (found === "\0") return finding("ENC-20", place, { at });
  if (found === "\u0085" || found === "\u2028" || found === "\u2029")
    return finding("STR-07", place, { at, code });
  if (found === "\ufffd") return finding("ENC-09", place, { at, text });
  if (/\p{Cc}/u.test(found)) return finding("ENC-21", place, { at, code });
  if (found.length === 3) return finding("ENC-10", place, { at, text });
  return finding("ENC-07", place, { at, text: found, code, instead: successors.get(found) ?? "" });
}

/** Look for characters that cannot be what the clerk wrote; each is reported once a cell. `describe` is called only if there are any. */
export function checkCharacters(text: string, describe: () => Outline): Finding[] {
  if (text.search(suspects) < 0) return [];
  const of = describe();
  const findings = new Map<string, Finding>();
  for (const match of text.matchAll(suspects)) {
    const found = judge(of, match[0], match.index);
    const key = `${found.code} ${found.line} ${found.cell} ${match[0]}`;
    if (!findings.has(key)) findings.set(key, found);
  }
  return [...findings.values()];
}

/** Note the characters that only GB18030 has. */
export function noteExtended(text: string, describe: () => Outline): Finding[] {
  if (text.search(extended) < 0) return [];
  const of = describe();
  return [...text.matchAll(extended)].map((match) =>
    finding("ENC-05", cellAt(of, match.index).place, { text: match[0] }),
  );
}
