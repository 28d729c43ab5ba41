const words = "合计|小计|总计|共计|累计";
const named = new RegExp(`^(.{0,10}?)(${words})数?$`, "u");

/** Find the word for a sum in a cell: 合计, 小计, 总计, 共计, 累计 or 其中; with a name before it (机关合计) only where `prefixed`. */
export function totalWord(text: string, prefixed: boolean): string | null {
  if (text.length > 30) return null;
  const bare = text.normalize("NFKC").replace(/\(.*?\)|[\s:\u2800\p{Default_Ignorable_Code_Point}]/gu, "");
  if (bare === "其中") return bare;
  const [, prefix = "", word] = named.exec(bare) ?? [];
  return word && (prefix === "" || prefixed) ? word : null;
}

/** Tell whether a name is that of no single unit but of several together or of all the rest (NAME-20). */
export function isCollective(text: string): boolean {
  return /^(?:其[他它余](?:单位|部门|处室|支部)?|(?:各|所有|全部|全体)(?:单位|部门|处室|科室|支部|党支部|机关)?|(?:所属|下属|直属)(?:各|事业)?单位)$/.test(
    text.normalize("NFKC").replace(/\s/g, ""),
  );
}
