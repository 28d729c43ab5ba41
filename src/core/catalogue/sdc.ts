import { entry } from "./entry.ts";

const hideMore =
  "请在同一年、同一口径的其他单位里再选一个填“不公开”，或者把合计也填“不公开”；可以公开的，填上这一格的数。";

/** Disclosure control, for the public edition. No number is ever quoted: it is what must not be known. */
export const sdc = {
  "SDC-01": entry<{ whose: string; column: string; limit: number }>("N", (f) => [
    `“${f.whose}·${f.column}”少于 ${f.limit} 人，低于公开下限：各单位（或各场次）的“${f.column}”公开版一律不公布，只公布合计。`,
    "不用处理；内部版照常显示。",
  ]),
  "SDC-01a": entry<{ whose: string; column: string; limit: number; by: string }>("N", (f) => [
    f.by === ""
      ? `“${f.whose}·${f.column}”少于 ${f.limit} 人，低于公开下限：公开版不公布这个数，也不公布用它算出的比率和与它的比较。`
      : `“${f.whose}·${f.column}”按“${f.by}”分开后有一格少于 ${f.limit} 人，低于公开下限：公开版不按“${f.by}”分开公布“${f.column}”，只公布合计。`,
    "不用处理；内部版照常显示。",
  ]),
  "SDC-01b": entry<{ column: string; of: string; whose: string; year: number; limit: number }>("N", (f) => [
    `${f.year} 年“${f.whose}”的“${f.of}”少于 ${f.limit} 人，已不公布；但“${f.column}”不会多于“${f.of}”，用各单位的“${f.column}”一减就能推出来：各单位的“${f.column}”公开版也一律不公布，只公布合计。`,
    "不用处理；内部版照常显示。",
  ]),
  "SDC-01c": entry<{ whose: string; column: string; limit: number }>("N", (f) => [
    `“${f.whose}·${f.column}”这个口径的数，或者它与全局的差，少于 ${f.limit} 人，低于公开下限：公开版不分口径公布“${f.column}”，只公布全局的。`,
    "不用处理；内部版照常显示。",
  ]),
  "SDC-02": entry<{ whose: string; column: string; year: number; among: "units" | "parts" }>("E", (f) => [
    f.among === "units" || f.whose !== f.column
      ? `${f.year} 年的“${f.column}”里只有“${f.whose}”这一格不公开，用“合计 − 其余”就能算出来，等于公开了。`
      : `${f.year} 年的合计与分项里只有“${f.column}”这一格不公开，用其余各格就能算出来，等于公开了。`,
    f.among === "units" ? hideMore : "请把另一个分项或合计也填“不公开”；可以公开的，填上这一格的数。",
  ]),
  "SDC-03": entry<{ column: string; other: string; rate: string }>("E", (f) => [
    `“${f.column}”不公开，但同一行写着“${f.rate}”和“${f.other}”，两个数一乘一除就能算出人数。`,
    `请把“${f.rate}”也填“不公开”，或者把“${f.other}”填“不公开”。`,
  ]),
  "SDC-04": entry<{ whose: string; column: string; year: number; how: "none" | "few" | "chain" }>(
    "E",
    (f) => [
      `${f.year} 年“${f.whose}”的“${f.column}”不公开，但${
        {
          none: "上级的合计减去其余单位等于 0，不公开的几格都是 0",
          few: "上级的合计减去其余单位只剩几个人，不公开的几格都只有几个人",
          chain: "用上级的合计和其他单位的数一步步推下去，就能算出来",
        }[f.how]
      }。`,
      hideMore,
    ],
  ),
  "SDC-04a": entry<{ column: string; year: number; previous: string }>("T", (f) => [
    `${f.year - 1} 年的“${f.column}”不公开，${f.year} 年的“${f.previous}”却写着它的数，公开版的数据下载里看得到。`,
    `${f.year - 1} 年的数确实不公开的，把这一格“${f.previous}”清空。`,
  ]),
  "SDC-04b": entry<{ whose: string; column: string; year: number }>("T", (f) => [
    `${f.year} 年“${f.whose}”的“${f.column}”不公开，它的各个部分却都公开了，加起来多半就是它。`,
    "确实不公开的，请至少在两个部分里也填“不公开”；可以公开的，填上这一格的数。",
  ]),
  "SDC-05": entry<{ title: string; series: string; year: number; since: string }>("E", (f) => [
    `${f.year} 年“${f.title}”的“${f.series}”没有公布，但把 ${f.since} 已经发布的数和这一次要公布的数放在一起，用“合计 − 其余”就能算出来。`,
    "已经发布的收不回来，请在这一次里让这一年的合计或另一个分项也不公开；可以公开的，填上这一格的数。",
  ]),
  "SDC-07": entry<{ whose: string; column: string; of: string }>("W", (f) => [
    `“${f.whose}”的“${f.column}”是 0，而“${f.of}”不是 0：等于公开了这里每一个人都不是。`,
    "评估过、可以公开的请签认；不宜公开的填“不公开”；没有统计的填“未统计”。",
  ]),
};
