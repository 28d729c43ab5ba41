import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { githubReport } from "../src/commands/github-report.ts";
import { jsonReport } from "../src/commands/json-report.ts";
import { textReport } from "../src/commands/text-report.ts";
import { fieldsOf } from "../src/core/declared/dataset.ts";
import { readDatasets } from "../src/core/declared/datasets.ts";
import type { Inputs, SourceFile } from "../src/core/inputs.ts";
import { buildSite, type Outcome } from "../src/core/pipeline.ts";
import { downloads } from "../src/core/published/publish.ts";
import { groupFindings } from "../src/core/words/finding-group.ts";
import { project } from "./command.ts";
import { hostileTexts } from "./hostile-texts.ts";

const read = (folder: string) =>
  readdirSync(join(project, "data", folder)).map((name) => ({
    path: `${folder}/${name}`,
    bytes: readFileSync(join(project, "data", folder, name)),
  }));
/** One indicator a topic: hundreds of folders are built here. */
const some = ["honors-streak", "volunteer-ratio", "competition-entries", "austerity-meetings"];
const datasetFiles = read("datasets");
const indicatorFiles = read("indicators").filter(({ path }) =>
  some.some((id) => path.includes(`/${id}.json`)),
);
const { datasets } = readDatasets(datasetFiles);

/** A small folder in which all is well: data set → column → what stands in its only row. */
const good: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  units: { 单位编码: "01", 单位名称: "某省某局" },
  headcount: { 时点: "2024-12-31", 单位: "01", 口径: "全局", 在岗职工数: "400" },
  volunteers: { 时点: "2024-12-31", 单位: "01", 口径: "全局", 备案注册人数: "300", 活跃人数: "200" },
  honors: {
    荣誉编号: "H1",
    名称: "省级文明单位",
    级别: "省级",
    类型: "集体",
    获得单位: "01",
    命名日期: "2024-03-01",
  },
  "honor-events": { 荣誉编号: "H1", 日期: "2024-06-01", 事件: "复查合格" },
  competitions: {
    竞赛编号: "J1",
    名称: "岗位测试",
    类别: "岗位测试",
    开始日期: "2024-05-01",
    单位: "01",
    参赛人次: "30",
  },
  participants: { 年度: "2024", 单位: "01", 口径: "全局", 活动: "竞赛", 参加人数: "30" },
  austerity: { 年度: "2024", 单位: "01", 口径: "全局", 项目: "会议", 计量单位: "次", 本年数: "12" },
  coverage: { 数据集: "volunteers", 年度: "2024", 状态: "齐全" },
  timeline: { 日期: "2024-05-01", 事件: "复查", 说明: "全面复查" },
};

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function csv(cells: Readonly<Record<string, string>>): string {
  return `${Object.keys(cells).map(quoted).join()}\r\n${Object.values(cells).map(quoted).join()}\r\n`;
}

function file(path: string, text: string): SourceFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** Build the good folder, with something else in places of it. */
function build(changed: Partial<Inputs> & { cells?: typeof good } = {}): Outcome {
  const { cells = good, ...others } = changed;
  return buildSite({
    exports: Object.entries(cells).map(([id, row]) => file(`${id}/2024.csv`, csv(row))),
    unread: [],
    folders: Object.keys(cells),
    datasets: datasetFiles,
    indicators: indicatorFiles,
    settings: null,
    signoffs: null,
    edition: "internal",
    now: "2026-03-01",
    ...others,
  });
}

/** Fail if anything that is printed, or is to be published, could act. */
function expectHarmless(outcome: Outcome): void {
  const text = textReport(outcome);
  expect(text).not.toMatch(/[^\P{C}\n]/u);
  expect(text).not.toMatch(/^\s*::/m);
  expect(text).not.toContain("##[");

  const lines = githubReport(outcome, (path) => path).split("\n");
  expect(lines.filter((line) => line !== "")).toHaveLength(groupFindings(outcome.findings).length);
  for (const line of lines) expect(line).toMatch(/^$|^::(?:error|warning|notice) file=[^\p{C}]*$/u);
  expect(lines.join()).not.toContain("##[");

  const json = jsonReport(outcome, (path) => path);
  expect(json).not.toMatch(/[^\P{C}\n]/u);
  expect(JSON.parse(json).ok).toBe(outcome.counts.errors === 0);

  if (!outcome.site) return;
  for (const [path, content] of downloads(outcome.site)) {
    expect(path).toMatch(
      /^data\/(?:(?:datasets|indicators|units)\/[\p{L}\p{N}][\p{L}\p{N}_~.()-]*\.(?:csv|json)|datapackage\.json)$/u,
    );
    if (path.endsWith(".json")) JSON.parse(content);
    else expect(content).not.toMatch(/(?:^|,)"?[=@＝＠\t]|(?:^|,)"?[+-](?![\d.]+"?(?:,|\r?$))/m);
  }
}

describe("the good folder", () => {
  it("is good", () => {
    const outcome = build();
    expect(outcome.findings.filter(({ level }) => level === "E")).toEqual([]);
    expect(outcome.site).not.toBeNull();
    expectHarmless(outcome);
  });
});

describe.each(hostileTexts)("$name", { timeout: 60_000 }, ({ text, refused }) => {
  const columns = Object.keys(good).flatMap((id) => {
    const dataset = datasets.get(id);
    return dataset ? fieldsOf(dataset).map(({ name }) => [id, name] as const) : [];
  });

  it("does nothing in a cell of any column, and stops publication where it must", () => {
    expect(columns.length).toBeGreaterThan(80);
    const passed: string[] = [];
    for (const [id, column] of columns) {
      const outcome = build({ cells: { ...good, [id]: { ...good[id], [column]: text } } });
      expectHarmless(outcome);
      if (refused && outcome.site) passed.push(`${id}.${column}`);
    }
    expect(passed).toEqual([]);
  });

  it("does nothing as a header", () => {
    const outcome = build({ cells: { ...good, volunteers: { ...good.volunteers, [text]: "1" } } });
    expectHarmless(outcome);
    expect(outcome.site).toBeNull();
  });

  it.each([
    ["a file", `volunteers/${text}.csv`],
    ["a folder", `${text}/2024.csv`],
    ["a folder of a data set's", `volunteers/${text}/2024.csv`],
  ])("does nothing as the name of %s", (_, path) => {
    const named = file(path, csv(good.volunteers ?? {}));
    const others = Object.entries(good).filter(([id]) => id !== "volunteers");
    const exports = [...others.map(([id, row]) => file(`${id}/2024.csv`, csv(row))), named];
    const outcome = build({ exports });
    expectHarmless(outcome);
    if (refused && !/^[\t=@]/.test(text)) expect(outcome.site).toBeNull(); // a formula is none in a file's name
  });

  it("does nothing in a sign-off", () => {
    const header = "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\n";
    const row = [
      "BIZ-09",
      "volunteers",
      "2024-12-31|某省某局|全局",
      "活跃人数",
      "200",
      "甲",
      "2026-01-05",
      "乙",
      "",
    ];
    row.forEach((_, i) => {
      const signed = row.map((cell, at) => quoted(at === i ? text : cell)).join();
      const outcome = build({ signoffs: file("signoffs.csv", `${header}${signed}\n`) });
      expectHarmless(outcome);
      const quotes = i === 4; // 原值 quotes a cell, which is refused where it stands
      if (refused && !quotes) expect(outcome.site).toBeNull();
    });
  });

  it("does nothing in the settings, or in an indicator", () => {
    const settings = [
      { bureau: text },
      { title: text, slogan: text },
      { contact: { office: text, email: text } },
      { registration: { icp: text } },
      { scopes: [text] },
      { overview: [text] },
      { asOf: text },
    ];
    for (const value of settings) {
      expectHarmless(build({ settings: file("site.json", JSON.stringify(value)) }));
    }
    const measure = { kind: "sum", dataset: "volunteers", column: "备案注册人数", where: { 口径: text } };
    const indicator = {
      title: text,
      topic: "volunteers",
      audience: "public",
      unit: text,
      method: text,
      measure,
      chart: "line",
    };
    const extra = file("indicators/extra.json", JSON.stringify(indicator));
    expectHarmless(build({ indicators: [...indicatorFiles, extra] }));
    const misnamed = file(
      `indicators/${text}.json`,
      indicatorFiles[0] ? new TextDecoder().decode(indicatorFiles[0].bytes) : "",
    );
    expectHarmless(build({ indicators: [...indicatorFiles, misnamed] }));
  });
});

describe("a JSON file", () => {
  it.each([
    `{"__proto__": {"sample": false}}`,
    `{"contact": {"__proto__": {"office": "甲"}}}`,
    `{"constructor": 1}`,
    "[".repeat(100_000),
    `{"bureau": ${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
  ])("cannot reach what every object has: %#", (text) => {
    const outcome = build({ settings: file("site.json", text) });
    expectHarmless(outcome);
    expect(outcome.site).toBeNull();
    expect(({} as { sample?: boolean }).sample).toBeUndefined();
  });

  it("may not use the names of JavaScript's own as keys", () => {
    const text = `{"title":"甲","topic":"volunteers","audience":"public","unit":"人","method":"乙","chart":"line",
      "measure":{"kind":"sum","dataset":"volunteers","column":"备案注册人数","where":{"__proto__":"甲"}}}`;
    const outcome = build({ indicators: [...indicatorFiles, file("indicators/extra.json", text)] });
    expect(outcome.findings.map(({ code }) => code)).toContain("CFG-01");
  });
});
