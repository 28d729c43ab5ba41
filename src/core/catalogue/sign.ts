import { entry } from "./entry.ts";
import { isHidden } from "./hidden.ts";
import { quote } from "./quote.ts";

/** What a sign-off names; all of it as it is written there. */
interface Named {
  readonly textCode: string;
  readonly textKey: string;
  readonly column: string;
}

const spot = (f: Named) => `${quote(f.textKey)}${f.column === "" ? "" : `的“${f.column}”`}`;

export const sign = {
  "SIGN-01": entry<{ textBy: string; review: string }>("T", (f) => [
    `${isHidden(f.textBy) ? "" : `${f.textBy}的`}这条签认应在 ${f.review} 前复核，已经过期。`,
    "请重新核对原来的数：仍然无误，把复核期改到以后的日期；已经改正，删除这一行签认。",
  ]),
  "SIGN-02": entry<Named & { textValue: string; textNow: string }>("T", (f) => [
    `${spot(f)}签认的是${quote(f.textValue)}，现在是${quote(f.textNow)}，这条签认不再有效。`,
    "请删除这一行签认；新的数也核对无误的，把检查结果给出的行贴过来，重新签认。",
  ]),
  "SIGN-03": entry<Named & { problem: "no-rule" | "no-need" | "no-row" | "fine"; textNow: string }>(
    "T",
    (f) => {
      const nothing = `检查没有在${spot(f)}发现 ${f.textCode}`;
      return {
        "no-rule": [
          `没有${quote(f.textCode)}这条规则，这条签认不起作用。`,
          "规则号写错的，照检查结果里的编号改正；用不着的，删除这一行签认。",
        ] as const,
        "no-need": [`${f.textCode} 不影响发布，不用签认。`, "请删除这一行签认。"] as const,
        "no-row": [
          `${nothing}：现在没有这一行数据，这条签认不起作用。`,
          "键写错的，照检查结果给出的行改正；数据已经改过、用不着的，删除这一行签认。",
        ] as const,
        fine: [
          `${nothing}${f.column === "" ? "" : `，那一格现在是${quote(f.textNow)}`}，这条签认不起作用。`,
          "数据已经改好、不再可疑的，删除这一行签认；规则号、键或列写错的，照检查结果给出的行改正。",
        ] as const,
      }[f.problem];
    },
  ),
  "SIGN-04": entry<Named>("T", (f) => [
    `${spot(f)}的 ${f.textCode} 是错误，不是可疑的数，不能签认。`,
    "请照那一处的提示改正数据，再删除这一行签认。",
  ]),
  "SIGN-05": entry<{ row: number }>("T", (f) => [
    `第 ${f.row} 行签认的是同一处，以后面那一行为准。`,
    "请删除这一行，只留一行。",
  ]),
};
