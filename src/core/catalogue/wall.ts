import { entry } from "./entry.ts";
import { quote } from "./quote.ts";

const likeThis = "请写成 2026-01-19 或 2026-01-19 09:00，钟点用 24 小时制。";

export const wall = {
  "WALL-01": entry<{ scene: string }>("E", (f) => [
    `“${f.scene}”没有标题，屏上没有字可放。`,
    f.scene === "接待"
      ? "请在“标题”填上来宾，如：某市考察组一行；不用了，删除这一行。"
      : "请在“标题”填上要通知的一句话；不用了，删除这一行。",
  ]),
  "WALL-02": entry<{ text: string; column: string; problem: "no-day" | "no-time" }>("E", (f) => [
    f.problem === "no-day"
      ? `“${f.column}”填的${quote(f.text)}看不出是哪一天。`
      : `“${f.column}”填的${quote(f.text)}里的钟点看不懂。`,
    likeThis,
  ]),
  "WALL-03": entry<{ text: string; textFrom: string }>("E", (f) => [
    `“止”${quote(f.text)}不在“起”${quote(f.textFrom)}之后，这一行永远不会放。`,
    "请核对两个时间，改正填反或填错的一个；只放一天的，两格填同一个日期。",
  ]),
  "WALL-04": entry("E", () => [
    "优先级是“紧急”，却没有填“止”：它会一直占住大屏，别的画面都放不了。",
    "请在“止”填上到什么时候撤下，如 2026-01-19 17:30；不用占住大屏的，清空“优先级”。",
  ]),
  "WALL-05": entry<{ text: string; isDate: boolean }>("E", (f) => [
    f.isDate
      ? `“星期”填的${quote(f.text)}是日期的样子，多半是 Excel 把“1-5”自动改成了日期。`
      : `“星期”填的${quote(f.text)}看不懂。`,
    "请写成：一至五，或 一、三、五，或 周末。",
  ]),
  "WALL-06": entry<{ text: string }>("E", (f) => [
    `“时段”填的${quote(f.text)}看不懂。`,
    "请写成 08:30-17:30，用 24 小时制，两头都要有，而且不能一样；几段之间用“、”隔开。",
  ]),
  "WALL-07": entry<{
    column: string;
    text: string;
    width: number;
    most: number;
    lines: number;
    mostLines: number;
  }>("E", (f) => [
    `“${f.column}”${quote(f.text)}在屏上放不下：${f.mostLines === 1 ? `约 ${f.width} 个字，最多 ${f.most} 个` : `要占 ${f.lines} 行，每行 ${f.most} 个字，最多 ${f.mostLines} 行`}。`,
    f.mostLines === 1
      ? "请缩短，远处的人才看得清；细节可以放到“文字”。"
      : "请删去可有可无的字；分行的地方用“；”。",
  ]),
  "WALL-08": entry<{ seconds: number; needed: number }>("T", (f) => [
    `这些字读完约要 ${f.needed} 秒，“秒数”只填了 ${f.seconds} 秒；屏上按 ${f.needed} 秒放。`,
    `请改成 ${f.needed} 以上，或者清空“秒数”、缩短文字。`,
  ]),
  "WALL-09": entry<{ scene: string; column: string; text: string }>("T", (f) => [
    `“${f.scene}”是大屏自有的画面，“${f.column}”填的${quote(f.text)}不会出现。`,
    "请清空这一格；要放自己的话，另起一行，“场景”填“通知”。",
  ]),
  "WALL-10": entry<{ scene: string; row: number }>("E", (f) => [
    `“${f.scene}”在第 ${f.row} 行已经有了，同一个画面只能有一行。`,
    "请并成一行，几个时段之间用“、”隔开；多余的一行删除。",
  ]),
  "WALL-11": entry<{ row: number }>("T", (f) => [
    `这一行与第 ${f.row} 行都是“紧急”，时间有重叠；重叠的时候两个画面轮流放。`,
    "轮流放可以的，不用改；只要一个的，请把两行的时间错开，或把一行改为普通。",
  ]),
  "WALL-12": entry<{ textTo: string; isOwn: boolean }>("N", (f) => [
    f.isOwn ? `这个画面到 ${f.textTo} 为止，已经不放了。` : `这一行到 ${f.textTo} 为止，已经撤下。`,
    f.isOwn ? "要再放，清空“止”或改到以后；不要了，不用改。" : "以后用不着的，可以删除这一行。",
  ]),
  "WALL-13": entry<{ days: number }>("W", (f) => [
    `这一行要占住大屏 ${f.days} 天，期间别的画面都不放，像是“止”填错了。`,
    "请核对“起”和“止”；不用占住大屏的，清空“优先级”。确实要放这么久的，请签认。",
  ]),
  "WALL-14": entry("E", () => [
    "从“起”到“止”没有一分钟落在填的“星期”和“时段”里，这一行永远不会放。",
    "请对照日历核对这几格：多半是星期几填错了；只放一次的，“星期”可以空着。",
  ]),
  "WALL-15": entry<{ height: number; farthest: number; reach: string }>("T", (f) => [
    `大屏高 ${f.height} 米，最远的座位在 ${f.farthest} 米；字已放到最大，${f.reach} 米以外的人看不清小字。`,
    "请核对 site.json 的 wall.height 和 wall.farthest（单位是米）；没有填错的，前移座位或换大屏，大字和图仍然看得清。",
  ]),
};
