import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

/** A figure as revisions.csv names it. */
interface Named {
  readonly title: string;
  readonly series: string; // "" for the total
  readonly year: number;
  readonly row: string; // as it should be; "" where there should be none
}

const nameOf = (f: Named) => `“${f.title}”${f.series === "" ? "" : `的“${f.series}”`}${f.year} 年`;

const parts = {
  indicator: (f: { text: string }) => `没有发布过“指标”是${quote(f.text)}的数`,
  series: (f: { text: string; indicator: string }) => `发布过的“${f.indicator}”没有${quote(f.text)}这个序列`,
  year: (f: { text: string; indicator: string }) => `发布过的“${f.indicator}”没有 ${f.text} 年的数`,
} as const;

/** Rows of revisions.csv, all of which is shown to the public: one that is not true stops it. */
export const rev = {
  "REV-01": entry<{ part: keyof typeof parts; text: string; indicator: string }>("E", (f) => [
    `${parts[f.part](f)}，这一行修订不知道说的是哪个数。`,
    "“指标”填指标的编号或中文名，“序列”照数据下载里的“序列”填，合计可以空着；没有发布过的数改动不用登记，删掉这一行。",
  ]),
  "REV-02": entry<Named & { text: string; said: string }>("E", (f) => [
    `“原值”写的是${quote(f.text)}，而${nameOf(f)}改动以前公布的是 ${f.said}。`,
    f.row === ""
      ? "一个数改过几次的，一次一行，先改的在前，上一行的新值就是下一行的原值；多余的一行删掉。"
      : `请把这一行改成引号里的样子：“${f.row}”。`,
  ]),
  "REV-03": entry<Named & { text: string; said: string; until: string | null }>("E", (f) => [
    `“新值”写的是${quote(f.text)}，而${nameOf(f)}${f.until === null ? "现在" : ` ${f.until} 发布的`}是 ${f.said}。`,
    `数填错了的，改表里的数；数没有错，把这一行改成引号里的样子：“${f.row}”。`,
  ]),
  "REV-04": entry<Named & { said: string }>("E", (f) => [
    `${nameOf(f)}没有改动过：发布的和现在算出来的都是 ${f.said}，这一行修订不起作用。`,
    "数改回去了的，删掉这一行；指标、年度或序列填错的，改成真正改动过的那个数。",
  ]),
};
