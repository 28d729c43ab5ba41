import type { Field } from "../declared/dataset.ts";
import type { Absence } from "../state.ts";
import { absent, type Issue, issue, type Reading, refused } from "./reading.ts";

const withheldSign = /^(?:[XxＸｘ]+|[×✕]+|[*＊]+)$/;

const withheldWords: ReadonlySet<string> = new Set(["不公开", "未公开", "保密", "内部掌握"]);

const uncollectedWords: readonly string[] =
  "暂无 暂缺 未报 未上报 未填报 待补 待定 待统计 缺 缺失 不详 无数据 tbd".split(" ");

interface Word {
  readonly state: Absence;
  readonly code: "MASK-06" | "MASK-07" | null; // where it is not the usual word
}

/** Words that say why a figure is absent. */
const words: ReadonlyMap<string, Word> = new Map<string, Word>([
  ["未统计", { state: "not-collected", code: null }],
  ["不适用", { state: "not-applicable", code: null }],
  ...uncollectedWords.map((word): [string, Word] => [word, { state: "not-collected", code: "MASK-06" }]),
  ...["n/a", "na"].map((word): [string, Word] => [word, { state: "not-applicable", code: "MASK-07" }]),
]);

/** Signs and words that may mean several things, and what looks like a figure that is partly masked. */
const ambiguous: readonly (readonly [
  RegExp,
  "MASK-01" | "MASK-02" | "MASK-03" | "MASK-05" | "MASK-09" | "MASK-10",
])[] = [
  [/^(?:…|\.{3})$|^#[\d.,]+$|^[\d.,]+[*＊]$/, "MASK-03"],
  [/^(?:[-－–—―‐‑‒−﹣_]+|[….。·]{2,}|[/／\\＼]+)$/, "MASK-02"],
  [/^(?:无|没有|零)$/, "MASK-05"],
  [/^(?:同上年?|[〃″〞]+|(?:同|与)(?:去年|上年|前)(?:相同|持平|一致)?|(?:同比)?持平)$/, "MASK-09"],
  [/^(?:[?？]+|[#＃])$/, "MASK-10"],
  [/^(?:\d*[XxＸｘ×*＊]+\d*(?:[%％]|\p{Script=Han}{1,3})?|\d*[■□●◆]+\d*)$/u, "MASK-01"],
];

/** Tell whether a cell says that its content is not for the public: XX and the like, 不公开, 保密. */
export function isWithheld(text: string): boolean {
  return withheldSign.test(text) || withheldWords.has(text);
}

/** Read a figure's cell that says why there is no figure; null where it says no such thing. */
export function readMask(text: string, field: Field): Reading | null {
  const found = absenceOf(text, field);
  if (found === null) {
    const code = ambiguous.find(([pattern]) => pattern.test(text))?.[1];
    return code ? refused(issue(code, { text })) : null;
  }
  if (field.mustHaveNumber) return refused(issue("MASK-14", { text, column: field.name }));
  return absent(found.state, found.issues);
}

function absenceOf(text: string, field: Field): { state: Absence; issues: readonly Issue[] } | null {
  const declared = Object.hasOwn(field.marks, text) ? field.marks[text] : undefined;
  if (declared) return { state: declared, issues: [] };
  if (isWithheld(text)) return { state: "withheld", issues: [] };
  const word = words.get(text.toLowerCase());
  if (!word) return null;
  if (word.code === "MASK-07") {
    const isDoubtful = text.includes("/"); // #N/A without its sign
    return { state: word.state, issues: [issue(word.code, { text, isDoubtful }, isDoubtful ? "W" : "N")] };
  }
  return { state: word.state, issues: word.code ? [issue(word.code, { text })] : [] };
}
