import { foldName, likenesses, likenessOf } from "../cells/alike.ts";
import { nearest } from "../cells/names.ts";
import { type Issue, issue } from "../cells/reading.ts";
import { isCollective } from "../cells/total.ts";
import type { Units } from "../units.ts";

/** What a text in a unit's column comes to: the units it may stand for, and what is to be said of it. */
export interface Named {
  readonly codes: readonly string[]; // none: it names no unit
  readonly issue: Issue | null;
  readonly mentions: readonly string[]; // units that the issue names: one that may not be shown hides it
}

/** Units' names are compared by similarity for so many texts that are in no register; from then on nothing is suggested, for speed. */
const mostSuggestions = 1000;

const numbered =
  /^(?:[（(]?(?:\d{1,3}|[〇零一二三四五六七八九十百]{1,4})[）)]|(?:\d{1,3}|[〇零一二三四五六七八九十百]{1,4})[、.．:：\s]|[\u2460-\u2473])\s*/u;

/** Read units' names by the register: exactly, by an alias, or without a number before it; else say what is wrong, and which names are near. Nothing is taken by similarity. */
export function unitNames(units: Units, shown: readonly string[], column: string): (text: string) => Named {
  const folded = Map.groupBy(shown, (code) => foldName(units.name(code)));
  const names = new Set(shown.map(units.name));
  let suggestions = 0;
  const near = (text: string) => (suggestions++ < mostSuggestions ? nearest(text, names, 3, 0.34) : []);

  return (text) => {
    const exact = find(text, units);
    if (exact) return exact;
    if (isCollective(text)) return refuse(issue("NAME-20", { text, column }));
    const bare = text.replace(numbered, "");
    if (bare !== text && bare !== "") {
      const found = find(bare, units);
      if (found) {
        const textRead = units.name(found.codes[0] ?? "");
        const read = issue("NAME-19", { text, textRead, nearest: [], taken: true });
        return { ...found, issue: found.codes.length > 1 ? found.issue : read };
      }
    }
    const alike = folded.get(foldName(text)) ?? [];
    if (alike.length > 0) return refuse(alikeIssue(text, alike, units), alike);
    if (bare !== text && bare !== "") {
      return refuse(issue("NAME-19", { text, textRead: bare, nearest: near(bare), taken: false }, "E"));
    }
    const longer = text.length > 1 ? shown.filter((code) => units.name(code).includes(text)) : [];
    if (longer.length > 1) {
      const facts = { text, textNames: quoted(longer.map(units.name), "、"), taken: false } as const;
      return refuse(issue("NAME-15", { ...facts, problem: "short" }), longer);
    }
    return refuse(issue("NAME-22", { text, nearest: near(text) }));
  };
}

function refuse(found: Issue, mentions: readonly string[] = []): Named {
  return { codes: [], issue: found, mentions };
}

/** Find a unit by its code, its name or an alias; of several by one name, a row's year may decide. */
function find(text: string, units: Units): Named | null {
  const code = units.find(text);
  if (code !== null) return { codes: [code], issue: null, mentions: [] };
  const codes = units.named(text);
  if (codes.length > 1) return { codes, issue: severalIssue(text, codes), mentions: codes };
  const called = units.called(text);
  const [only] = called;
  if (only === undefined) return null;
  if (called.length > 1) return { codes: called, issue: severalIssue(text, called), mentions: called };
  return { codes: called, issue: aliasIssue(text, units.name(only)), mentions: called };
}

function severalIssue(text: string, codes: readonly string[]): Issue {
  return issue("NAME-15", { text, textNames: quoted(codes, "、"), taken: false, problem: "same" });
}

function quoted(names: readonly string[], between: string): string {
  return names.map((name) => `“${name}”`).join(between);
}

/** An alias is told by what it differs in; one that differs in more than spelling is a short or long form. */
function aliasIssue(text: string, name: string): Issue {
  const like = foldName(text) === foldName(name) ? likenessOf(text, name) : null;
  const facts = { text, textNames: quoted([name], ""), taken: true };
  if (like === "NAME-09") return issue(like, { ...facts, position: 1 }, "N");
  if (like === "NAME-10") return issue(like, { ...facts, textCharacter: "", textRight: "", kind: "" }, "N");
  if (like !== null) return issue(like, facts, "N");
  return issue("NAME-15", { ...facts, problem: "same" }, "N");
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-zОоΟο]/, "字母"],
  [/\d/, "数字"],
  [/[○◯]/, "圆圈"],
  [/零|〇/, "汉字"],
];

function alikeIssue(text: string, codes: readonly string[], units: Units): Issue {
  const names = codes.map(units.name);
  const [name = ""] = names;
  const code = likenessOf(text, name) ?? "NAME-11";
  const facts = { text, textNames: quoted(names, "或"), taken: false };
  const [written, right] = [[...text], [...name]];
  const fold = likenesses.find(([one]) => one === code)?.[1] ?? foldName;
  const at = written.findIndex((char, i) => {
    const other = right[i] ?? "";
    return char !== other && fold(char) === fold(other);
  });
  if (code === "NAME-09") return issue(code, { ...facts, position: at + 1 });
  if (code !== "NAME-10") return issue(code, facts);
  const textCharacter = written[at] ?? "";
  const kind = kinds.find(([pattern]) => pattern.test(textCharacter))?.[1] ?? "";
  return issue(code, { ...facts, textCharacter, textRight: right[at] ?? "", kind });
}
