import { type Finding, finding, sayPlace } from "../finding.ts";
import { codePoint } from "../visible.ts";
import { cellFinder, type Outline, type Spot } from "./outline.ts";

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

function judge(of: Outline, found: string, { place, start, end }: Spot): Finding {
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
  return onceACell(text.matchAll(suspects), cellFinder(of)).map(({ found, spot }) => judge(of, found, spot));
}

/** Keep of every character found the first in its cell. */
function onceACell(
  matches: Iterable<RegExpExecArray>,
  cellAt: (offset: number) => Spot,
): { found: string; spot: Spot }[] {
  const kept: { found: string; spot: Spot }[] = [];
  let seen = new Set<string>();
  let cell: Spot | null = null;
  for (const { 0: found, index } of matches) {
    const spot = cellAt(index);
    if (spot !== cell) seen = new Set();
    cell = spot;
    if (seen.has(found)) continue;
    seen.add(found);
    kept.push({ found, spot });
  }
  return kept;
}

/** Note the characters that only GB18030 has. */
export function noteExtended(text: string, describe: () => Outline): Finding[] {
  if (text.search(extended) < 0) return [];
  return onceACell(text.matchAll(extended), cellFinder(describe())).map(({ found, spot }) =>
    finding("ENC-05", spot.place, { text: found }),
  );
}
