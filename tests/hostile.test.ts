import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { githubReport } from "../src/commands/github-report.ts";
import { jsonReport } from "../src/commands/json-report.ts";
import { textReport } from "../src/commands/text-report.ts";
import { fieldsOf } from "../src/core/declared/dataset.ts";
import { readDatasets } from "../src/core/declared/datasets.ts";
import { severity } from "../src/core/finding.ts";
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
/** One indicator a topic: many folders are built here. */
const some = ["honors-streak", "volunteer-ratio", "competition-entries", "austerity-meetings"];
const datasetFiles = read("datasets");
const indicatorFiles = read("indicators").filter(({ path }) =>
  some.some((id) => path.includes(`/${id}.json`)),
);
const { datasets } = readDatasets(datasetFiles);

type Row = Readonly<Record<string, string>>;

/** A small folder in which all is well: data set → column → what stands in its only row. */
const good: Readonly<Record<string, Row>> = {
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

/** Write rows that have the first one's columns, or more. */
function csv(...rows: readonly Row[]): string {
  const header = [...new Set(rows.flatMap(Object.keys))];
  const lines = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
  return lines.map((cells) => `${cells.map(quoted).join()}\r\n`).join("");
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
    wall: null,
    revisions: null,
    releases: [],
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
  const groups = groupFindings(outcome.findings);
  const bySeverity = Map.groupBy(groups, ([first]) => severity(first));
  const over = [...bySeverity.values()].filter((of) => of.length > 10); // of which one line says how many there are
  expect(lines.filter((line) => line !== "")).toHaveLength(groups.length + over.length);
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

/** Every column of the good folder's data sets. */
const columns = Object.keys(good).flatMap((id) => {
  const dataset = datasets.get(id);
  return dataset ? fieldsOf(dataset).map(({ name }) => [id, name] as const) : [];
});

/** What is found because of the other rows, where a row differs from the good one in a single cell. */
const ofRows = ["DATE-14", "BIZ-13", "BIZ-16", "NAME-16a", "NAME-21", "NAME-21a", "REF-02"];

/** Put a text once into every column of every data set, in a row of its own below the good one; list the columns whose cell is no error. */
function columnsTaking(text: string): (typeof columns)[number][] {
  const exports = Object.entries(good).map(([id, row]) => {
    const rows = columns.filter(([of]) => of === id).map(([, column]) => ({ ...row, [column]: text }));
    return file(`${id}/2024.csv`, csv(row, ...rows));
  });
  const outcome = build({ exports });
  expectHarmless(outcome);
  expect(outcome.site).toBeNull(); // the rows below repeat the good one, at the least
  const refusedAt = new Set(
    outcome.findings.flatMap((found) =>
      found.level === "E" && !ofRows.includes(found.code) ? `${found.file} ${found.row} ${found.column}` : [],
    ),
  );
  return columns.filter(([id, column]) => {
    const row = columns.filter(([of]) => of === id).findIndex(([, name]) => name === column) + 3;
    return !refusedAt.has(`${id}/2024.csv ${row} ${column}`);
  });
}

/** Split columns so that no two of one data set are together, and those that refer to others or are referred to are alone. */
function apart(taking: readonly (typeof columns)[number][]): (typeof columns)[number][][] {
  const isKey = ([id, column]: (typeof columns)[number]) => {
    const { primaryKey = [], foreignKeys = [] } = datasets.get(id)?.schema ?? {};
    const names = id === "units" ? ["单位名称", "别名"] : []; // units are referred to by them too
    return [...primaryKey, ...foreignKeys.map(({ field }) => field), ...names].includes(column);
  };
  const byDataset = [
    ...Map.groupBy(
      taking.filter((at) => !isKey(at)),
      ([id]) => id,
    ).values(),
  ];
  const most = Math.max(0, ...byDataset.map((of) => of.length));
  const together = Array.from({ length: most }, (_, i) => byDataset.flatMap((of) => of.slice(i, i + 1)));
  return [...together, ...taking.filter(isKey).map((at) => [at])];
}

describe.each(hostileTexts)("$name", { timeout: 60_000 }, ({ text, refused }) => {
  it("does nothing in a cell of any column, and stops publication where it must", () => {
    expect(columns.length).toBeGreaterThan(80);
    const taking = columnsTaking(text);
    if (refused) expect(taking).toEqual([]);
    for (const group of apart(taking)) {
      const cells = { ...good };
      for (const [id, column] of group) cells[id] = { ...cells[id], [column]: text };
      const outcome = build({ cells });
      expectHarmless(outcome);
      if (group.length > 1) expect(outcome.findings.filter(({ level }) => level === "E")).toEqual([]);
    }
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
    const signed = row.map((_, i) => row.map((cell, at) => quoted(at === i ? text : cell)).join());
    const outcome = build({ signoffs: file("signoffs.csv", `${header}${signed.join("\n")}\n`) });
    expectHarmless(outcome);
    const names = header.trim().split(",");
    const at = (i: number) =>
      outcome.findings.filter((found) => found.row === i + 2 && found.column === names[i]);
    const passed = names.filter((_, i) => !at(i).some((found) => found.level === "E"));
    if (refused) expect(passed.filter((name) => name !== "原值")).toEqual([]); // which quotes a cell, refused where it stands
  });

  it("does nothing in the settings, or in an indicator", () => {
    const settings = [
      {
        bureau: text,
        title: text,
        slogan: text,
        contact: { office: text, email: text },
        registration: { icp: text },
      },
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
