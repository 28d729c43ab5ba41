import type { DeskFinding, DeskGroup } from "./findings.ts";

/** What a reviewer calls the rules that look for figures that may be wrong. */
const names: Readonly<Record<string, string>> = {
  "BIZ-07": "两处写的上年数不一样",
  "BIZ-09": "与上年相比变化大",
  "BIZ-10": "与上年相差整倍数",
  "BIZ-11": "与上年完全相同",
  "BIZ-12": "累计数下降",
  "BIZ-14": "缺了上年有数的单位",
  "BIZ-20": "与其他单位相差太远",
  "BIZ-21": "像是估计的数",
  "BIZ-22": "换了单位或口径，没有说明",
  "MASK-11": "上年有数，今年全是 0",
  "SCP-02": "分子、分母不是同一时点",
  "SDC-07": "填 0 等于公开了每个人都不是",
};

/** The suspicions of one rule. */
export interface Suspicion {
  readonly code: string;
  readonly name: string;
  readonly items: readonly (DeskFinding & { readonly file: string; readonly mark: string })[]; // the unsigned first
}

/** Gather suspicious figures by rule, whoever signed for them, the rule with the most unsigned ones first. */
export function listSuspicions(groups: readonly DeskGroup[]): Suspicion[] {
  const suspicious = groups.filter(({ code }) => code in names);
  const byCode = Map.groupBy(suspicious, ({ code }) => code);
  const open = ({ items }: Suspicion) => items.filter(({ signed }) => signed === null).length;
  return [...byCode]
    .map(([code, of]) => ({
      code,
      name: names[code] ?? code,
      items: of
        .flatMap(({ file, mark, findings }) => findings.map((found) => ({ ...found, file, mark })))
        .sort((a, b) => Number(a.signed !== null) - Number(b.signed !== null)),
    }))
    .sort((a, b) => open(b) - open(a) || (a.code < b.code ? -1 : 1));
}
