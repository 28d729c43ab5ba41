import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { textReport } from "../../src/commands/text-report.ts";
import { buildSite } from "../../src/core/pipeline.ts";
import { load } from "../../src/load.ts";
import { codeSymbol } from "../../src/wall/code.ts";
import { digitSymbols } from "../../src/wall/digits.ts";
import { formatsAt } from "../../src/wall/format.ts";
import { scenesOf } from "../../src/wall/scenes.ts";
import { sealSymbol } from "../../src/wall/seal.ts";
import { listTree, newFolder, project } from "../command.ts";

/** Change the sample's files, each by its path in the data folder; null removes one. */
type Change = (path: string, text: string) => string | null;

const counted =
  /^(?:备案注册人数|活跃人数|当年服务时长|在岗职工数|参赛人次|参赛人数|参加人数|本年数|上年数|预算数)$/;

/** Change the cells of a CSV that are in certain columns. */
function changeCells(text: string, isWanted: RegExp, change: (cell: string, row: string) => string): string {
  const [header = "", ...rows] = text.split("\n");
  const names = header.replace("\ufeff", "").trim().split(",");
  const changed = rows.map((row) => {
    const cells = row.split(",");
    return cells
      .map((cell, i) => (isWanted.test(names[i] ?? "") && cell !== "" ? change(cell, row) : cell))
      .join(",");
  });
  return [header, ...changed].join("\n");
}

const long: readonly (readonly [name: string, longer: string])[] = [
  ["某省某局", "某省某某事务管理与综合服务保障局"],
  ["注册志愿者占比", "在岗职工中已经备案注册的志愿者所占比例"],
  ["公务接待费", "公务接待及外事接待活动费用决算支出"],
  ["参赛人次", "参加各级各类劳动和技能竞赛人次"],
  ["省级文明单位标兵", "省级文明单位标兵暨精神文明建设工作先进单位"],
];

const sites: Readonly<Record<string, Change>> = {
  "the longest names": (path, text) => {
    const isColumn = (name: string) =>
      path.startsWith("exports") && (name === "参赛人次" || name === "公务接待费");
    return long.reduce((all, [name, longer]) => {
      if (/^exports\/(?:targets|breaks)/.test(path) || path === "site.json")
        return all.replaceAll(name, longer);
      if (path.startsWith("indicators")) return all.replace(`"title": "${name}"`, `"title": "${longer}"`);
      return path.startsWith("datasets") || isColumn(name) ? all : all.replaceAll(name, longer);
    }, text);
  },
  "huge numbers": (path, text) =>
    path.startsWith("exports")
      ? changeCells(text, counted, (cell) =>
          /^\d/.test(cell) ? String(Math.round(Number(cell) * 10_007)) : cell,
        )
      : text,
  "two years of one topic": (path, text) =>
    /^exports\/(?:volunteers|headcount)\/(?!202[45])/.test(path) ||
    /^exports\/(?!volunteers|headcount|units)/.test(path) ||
    path === "signoffs.csv"
      ? null
      : text,
  "absent values": (path, text) =>
    /^exports\/(?:volunteers|headcount|competitions|austerity)\/2025/.test(path) ||
    /^exports\/volunteers\/20(?:15|16|18|2[0-2])/.test(path)
      ? changeCells(text, counted, () => "XX")
      : text,
};

/** Read a text in UTF-8 or, as one of the sample's files is, in GBK. */
function read(path: string): string {
  const bytes = readFileSync(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/** Switch off what would find the changed numbers suspicious, and the signatures to the old ones. */
function unsuspecting(path: string, text: string): string {
  if (path === "signoffs.csv") return `${text.split("\n")[0]}\n`;
  if (!path.startsWith("datasets")) return text;
  const none = {
    jump: null,
    times: [],
    unchanged: false,
    zeros: false,
    units: false,
    outlier: null,
    rounded: null,
  };
  return JSON.stringify({ ...JSON.parse(text), suspicions: none });
}

/** Names of the sites that are hard to draw. */
export const hardSites = Object.keys(sites);

/** Draw the wall of a site that is hard to draw. */
export function drawHard(name: string, scale = 1): string {
  return draw((path, text) => sites[name]?.(path, text) ?? null, scale);
}

/** Draw the sample's wall with its type scaled. */
export function drawSample(scale: number): string {
  return draw((_, text) => text, scale);
}

/** What a clerk may write: little, something, and as much as is allowed. */
const written: readonly (readonly [title: string, text: string])[] = [
  ["某市考察组", ""],
  ["某市文明办考察组一行十二人", "上午 9:30，三楼座谈；下午看志愿服务站"],
  [
    "某某省某某自治州文明建设委员会一行人",
    "上午九点半在三楼第一会议室同处室座谈；十点四十分到一楼大厅看志愿服务站展板；下午两点去办事大厅听窗口同志讲述经过",
  ],
];

/** Draw what a clerk puts on the wall, with texts of every length. */
export function drawClerk(scale: number): string {
  const rows = written.flatMap(([title, text]) => {
    return [`接待,60,,,,,,${title},${text}`, `通知,60,,2026-12-28 17:30,,,,${title},${text}`];
  });
  const table = ["场景,秒数,起,止,星期,时段,优先级,标题,文字", ...rows].join("\r\n");
  return draw((path, text) => (path === "wall.csv" ? `\ufeff${table}\r\n` : text), scale);
}

/** Check the sample as changed, and draw its wall: one page with every scene in every format. */
function draw(change: Change, scale: number): string {
  const data = join(newFolder(), "data");
  cpSync(join(project, "data"), data, { recursive: true });
  for (const path of listTree(data)) {
    if (!/\.(?:csv|json)$/.test(path)) continue;
    const isReleased = /^(?:releases\/|revisions\.csv$)/.test(path); // holds later figures against what was
    const text = unsuspecting(path, read(join(data, path)));
    const changed = isReleased ? null : change(path, text);
    if (changed === null) rmSync(join(data, path));
    else writeFileSync(join(data, path), changed);
  }
  const outcome = buildSite(load(data, "public", "2026-03-01"));
  if (!outcome.site) throw new Error(textReport(outcome));
  const { site } = outcome;
  const code = codeSymbol("code", "https://www.example.gov.cn/wenming/");
  const scenes = scenesOf(site, () => ({ symbol: "code", captions: ["扫码看", "本页数据"] }));
  const css = readFileSync(join(project, "src/styles/wall.css"), "utf8");
  const symbols = digitSymbols() + sealSymbol(site.settings.bureau) + code;
  const sections = scenes.map(
    ({ id, draw }) =>
      `<section class="scene" id="scene-${id}">${formatsAt(scale).map(draw).join("")}</section>`,
  );
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style><svg class="store" width="0" height="0"><defs>${symbols}</defs></svg><main id="stage">${sections.join("")}</main>`;
}
