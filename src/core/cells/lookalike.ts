import type { Field } from "../declared/dataset.ts";
import { halfWidth } from "./plaintext.ts";
import { type Issue, issue } from "./reading.ts";

type Explain = (text: string, match: RegExpExecArray, field: Field) => Issue;

type Simple =
  | "NUM-04"
  | "NUM-09"
  | "NUM-12"
  | "NUM-13"
  | "NUM-14"
  | "NUM-15"
  | "NUM-18"
  | "NUM-23"
  | "NUM-25"
  | "NUM-26"
  | "NUM-29"
  | "NUM-30"
  | "NUM-31";

function as(code: Simple): Explain {
  return (text) => issue(code, { text });
}

/** Codes that accept other spellings but not this one. */
function unread(code: "NUM-05" | "NUM-10" | "NUM-19" | "NUM-22"): Explain {
  return (text) => issue(code, { text, textRead: "", taken: false }, "E");
}

/** Letters and circles that are typed for digits. */
const digitFor: ReadonlyMap<string, string> = new Map([
  ...[..."OoОо〇○"].map((c) => [c, "0"] as const),
  ...[..."lI|"].map((c) => [c, "1"] as const),
]);

const months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
const chineseDigits = "〇○零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅";

/** What stands where a number belongs, the most telling sign first; each pattern sees the text with full-width signs made plain. */
const explanations: readonly (readonly [pattern: RegExp, explain: Explain])[] = [
  [/^#{2,}$/, as("NUM-30")],
  [/^[(<]?(?:nan|[+-]?inf(?:inity)?|null|nil|undefined|none|true|false|\\n)[)>]?$/i, as("NUM-29")],
  [/(?![0-9〇])[\p{N}\u3300-\u33ff]/u, as("NUM-31")],
  [/[‰‱]|百分点|个点/, as("NUM-18")],
  [/^[+-]?\d(?:\.\d+)?E\+?(?:1[1-9]|[2-9]\d|\d{3,})$/i, as("NUM-09")],
  [/^[+-]?\d+(?:\.\d+)?E[+-]?\d+$/i, unread("NUM-10")],
  [/^\d{4}[-/年]\d{1,2}(?:[-/月]\d{1,2}日?|月)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/, as("NUM-26")],
  [/^(?:\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)$/, as("NUM-26")],
  [new RegExp(`^(?:\\d{1,2}-(?:${months})(?:-\\d{2,4})?|(?:${months})-\\d{1,4})$`, "i"), as("NUM-26")],
  [/^\d-\d$/, as("NUM-25")],
  [/^(?:[<>≤≥≦≧]|不超过|低于|高于|少于|多于|大于|小于)|(?:以上|以下|以内)$/, as("NUM-14")],
  [/^[+-]?\d[\d.,]*%?\s*(?:[-~∼〜—–―]+|至|到)\s*[+-]?\d[\d.,]*(?:%|\p{Script=Han}{1,3})?$/u, as("NUM-14")],
  [
    new RegExp(`^(?:约|大约|大概|将近|接近|近|超过?|逾|不足|不到|至少|最多|上|数|几)[\\d${chineseDigits}]`),
    as("NUM-13"),
  ],
  [
    new RegExp(`[\\d${chineseDigits}]\\s*(?:余|多|左右|上下|几|来|\\+)\\p{Script=Han}{0,2}$|^若干`, "u"),
    as("NUM-13"),
  ],
  [/^[+-]?[\d.,]+\s*(?:[十百千万亿兆]|[wk]$)/i, as("NUM-12")],
  [
    new RegExp(
      `^(?!〇$|○$)[负正]?(?:[百千万]分之)?[${chineseDigits}]+(?:点[${chineseDigits}]+)?(?:[人名个次件项场户家批篇元]|人次|万元)?$`,
    ),
    as("NUM-15"),
  ],
  [/^(?:\(\d[\d.,]*%?\)|[▲△▼]\s*\d[\d.,]*%?|\d[\d.,]*-|负\s*\d[\d.,]*%?)$/, unread("NUM-19")],
  [/^[+-]?\d+[。·・﹒•]\d+%?$/, unread("NUM-22")],
  [/^[+-]?(?:\d+,\d|0,\d+|\d{1,3}(?:\.\d{3})+,\d+)%?$/, as("NUM-23")],
  [/^[+-]?\d+(?:,\d*)+(?:\.\d+)?%?$/, as("NUM-04")],
  [/^[+-]?\s*\d[\d.,]*(?:\s+[\d.,]+)*%?$/, (text, match, field) => spacedOrBroken(text, match, field)],
  [/^[+-]?[\d.,OoОоlI|〇○]+%?$/, mistyped],
  [/^[+\-.\d]+%?$/, as("NUM-25")],
  [/^[+-]?\d[\d,]*(?:\.\d+)?\s*([\p{L}/]{1,4})$/u, quantity],
];

function spacedOrBroken(text: string, match: RegExpExecArray, field: Field): Issue {
  return /\s/.test(match[0]) ? unread("NUM-05")(text, match, field) : issue("NUM-25", { text });
}

function mistyped(text: string): Issue {
  const characters = [...text];
  const at = characters.findIndex((c) => digitFor.has(c));
  const character = characters[at] ?? "";
  const digit = digitFor.get(character);
  return digit
    ? issue("NUM-24", { text, position: at + 1, textCharacter: character, textDigit: digit })
    : issue("NUM-25", { text });
}

function quantity(text: string, match: RegExpExecArray, field: Field): Issue {
  return issue(
    "NUM-11",
    { text, textRead: "", taken: false, textWord: match[1] ?? "", unit: field.unit },
    "E",
  );
}

/** Explain why a text that is no number cannot stand in a number column; NUM-33 when it looks like nothing known. */
export function explainNonNumber(text: string, field: Field): Issue {
  const plain = halfWidth(text).replace(/\u2212/g, "-");
  for (const [pattern, explain] of explanations) {
    const match = pattern.exec(plain);
    if (match) return explain(text, match, field);
  }
  return issue("NUM-33", { text, column: field.name });
}
