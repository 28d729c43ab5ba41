import type { Field } from "../declared/dataset.ts";
import { codePoint } from "../visible.ts";
import { isSafeSlug } from "./hostile.ts";
import { isWithheld } from "./mask.ts";
import { halfWidth, stripBlank } from "./plaintext.ts";
import { absent, type Issue, issue, present, type Reading, refused } from "./reading.ts";

const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Radicals and compatibility forms of Chinese characters, which PDFs put in place of the characters themselves. */
const radical = /[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Radicals that Unicode does not fold by itself but that stand for a whole, common character. */
const foldedRadicals: ReadonlyMap<string, string> = new Map(
  [
    "⺠民",
    "⻄西",
    "⻅见",
    "⻆角",
    "⻉贝",
    "⻋车",
    "⻓长",
    "⻔门",
    "⻘青",
    "⻙韦",
    "⻚页",
    "⻛风",
    "⻜飞",
    "⻝食",
  ]
    .concat(["⻢马", "⻣骨", "⻤鬼", "⻥鱼", "⻦鸟", "⻧卤", "⻨麦", "⻩黄", "⻬齐", "⻮齿", "⻰龙", "⻳龟"])
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Refuse what may make a cell read differently from what it holds (NAME-03). */
export function findDirectionControl(text: string, what = "此格"): Issue | null {
  const found = /[\u202a-\u202e\u2066-\u2069]/.exec(text)?.[0];
  return found ? issue("NAME-03", { what, text, point: codePoint(found) }) : null;
}

function foldRadical(character: string): string {
  return foldedRadicals.get(character) ?? character.normalize("NFKC");
}

/** One letter and digit width, and one kind of bracket: full-width beside Chinese, else plain. */
function unifyWidth(text: string): string {
  const plain = text.replace(/[０-９Ａ-Ｚａ-ｚ（）]/g, halfWidth);
  return /\p{Script=Han}/u.test(plain) ? plain.replace(/\(/g, "（").replace(/\)/g, "）") : plain;
}

/** White space between two Chinese characters carries no meaning in a name. */
function joinChinese(text: string): string {
  return text.replace(/(?<=[\p{Script=Han}（）“”《》·])\s+(?=[\p{Script=Han}（）“”《》·])/gu, "");
}

/** 张 三 is one person's name, 张三 李四 are two. */
function joinPerson(text: string): string {
  const parts = text.split(" ");
  const padded = parts.some((part) => part.length === 1) && /^[\p{Script=Han} ]{1,6}$/u.test(text);
  return padded && parts.join("").length <= 4 ? parts.join("") : text;
}

function tidy(text: string): string {
  return stripBlank(text).normalize("NFC").replace(/\s+/g, " ");
}

/** Names and code words are compared letter by letter; remarks, sources and the like are only read by people. */
function isName({ constraints, scopes }: Field): boolean {
  return constraints.required || constraints.enum !== undefined || scopes;
}

interface Step {
  readonly code: "NAME-01" | "NAME-02" | "NAME-05" | "NAME-06" | "NAME-07" | "NAME-12" | "NAME-13" | null; // null: not worth a word
  readonly apply: (text: string) => string;
  readonly concerns?: (field: Field) => boolean; // every text, unless given
}

const steps: readonly Step[] = [
  { code: "NAME-06", apply: (text) => text.replace(variationSelector, "") },
  { code: "NAME-02", apply: (text) => text.replace(invisible, "") },
  { code: "NAME-05", apply: (text) => text.replace(radical, foldRadical) },
  { code: null, apply: tidy },
  { code: "NAME-07", apply: unifyWidth, concerns: isName },
  { code: null, apply: unifyWidth },
  {
    code: "NAME-12",
    apply: (text) => text.replace(/(?<=\p{Script=Han}) ?[•・‧．∙⋅･.] ?(?=\p{Script=Han})/gu, "·"),
    concerns: (field) => field.person,
  },
  { code: "NAME-13", apply: joinPerson, concerns: (field) => field.person },
  { code: "NAME-01", apply: joinChinese, concerns: isName },
];

/** Write a name in its one safe form, by which names are compared; nothing that changes its reading is touched. */
export function normalizeName(text: string): string {
  return joinChinese(unifyWidth(tidy(text.replace(invisible, "").replace(radical, foldRadical))));
}

/** Read a text cell in its safe form, and note what was changed. */
export function readText(original: string, field: Field): Reading {
  const blank = /[\u115f\u1160\u2800\u3164\uffa0]/.exec(original)?.[0];
  if (blank) return refused(issue("NAME-04", { text: original, point: codePoint(blank) }));
  const text = stripBlank(original);
  if (/^[1-9](?:\.\d+)?E\+\d{2,}$/.test(text)) return refused(issue("NUM-09", { text }));
  if (field.person && isWithheld(text)) return absent("withheld");

  let value = original.replace(/^'(?=\d)/, ""); // Excel's mark of a code kept as text
  const changed: NonNullable<Step["code"]>[] = [];
  for (const { code, apply, concerns } of steps) {
    if (concerns && !concerns(field)) continue;
    const before = value;
    value = apply(value);
    if (code && value !== before) changed.push(code);
  }
  if (field.slug && !isSafeSlug(value)) return refused(issue("SEC-05", { what: field.name, text: original }));
  return present(
    value,
    changed.map((code) => noteOf(code, original, value)),
  );
}

function noteOf(code: NonNullable<Step["code"]>, text: string, value: string): Issue {
  if (code === "NAME-02") {
    const found = text.replace(variationSelector, "").match(invisible)?.[0] ?? "";
    return issue(code, { text, point: codePoint(found) });
  }
  if (code === "NAME-05") {
    const found = text.match(radical)?.find((c) => foldRadical(c) !== c) ?? "";
    return issue(code, { text, textCharacter: found, textRead: foldRadical(found) });
  }
  return issue(code, { text, textRead: value });
}

/** Nobody means a longer text by a name. */
const longestCompared = 60;

/** Give the candidates most like a text, at most `count`, best first: by the longest common subsequence, so that short forms are found too. */
export function nearest(text: string, candidates: Iterable<string>, count: number, least = 0.5): string[] {
  if (text.length > longestCompared) return [];
  return [...candidates]
    .map((name) => ({ name, likeness: likeness(text, name) }))
    .filter((candidate) => candidate.likeness >= least)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, count)
    .map(({ name }) => name);
}

/** 2 × common ÷ total length: 1 for equal texts, 0 where no character is shared. */
function likeness(a: string, b: string): number {
  const other = [...b];
  let common: number[] = new Array(other.length + 1).fill(0);
  let length = 0;
  for (const character of a) {
    length += 1;
    const row = [0];
    other.forEach((candidate, i) => {
      const taken = candidate === character ? (common[i] ?? 0) + 1 : 0;
      row.push(Math.max(taken, common[i + 1] ?? 0, row[i] ?? 0));
    });
    common = row;
  }
  return length + other.length === 0 ? 0 : (2 * (common.at(-1) ?? 0)) / (length + other.length);
}
