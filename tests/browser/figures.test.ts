import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { isAbsent, type State, stateNames } from "../../src/core/state.ts";
import { project } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { open } from "./opened.ts";
import { readColumns, type TableColumn } from "./table-column.ts";

interface Point {
  readonly year: number;
  readonly value: number | null;
  readonly state: State;
  readonly parts: { readonly numerator: number | null; readonly denominator: number | null } | null;
  readonly change: number | null;
  readonly base: number | null;
  readonly scope: string | null;
  readonly partial: boolean;
}

interface Figure {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly series: readonly {
    readonly key: string;
    readonly title: string;
    readonly points: readonly Point[];
  }[];
}

interface Definition {
  readonly topic: string;
  readonly decimals?: number;
}

const ids = readdirSync(join(project, "data/indicators")).map((name) => name.replace(/\.json$/, ""));

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, "utf8"));
}

function published(id: string): Figure {
  return readJson(join(inject("site"), `data/indicators/${id}.json`));
}

/** A row by header; only those that the tests name. */
type Row = Readonly<Partial<Record<Header, string>>>;
type Header =
  | "单位"
  | "口径"
  | "项目"
  | "开始日期"
  | "参赛人次"
  | "公开属性"
  | "命名日期"
  | "时点"
  | "年度"
  | "备案注册人数"
  | "在岗职工数"
  | "本年数";

/** Rows of a CSV without quotes in any cell, by header. */
function readRows(text: string): Row[] {
  expect(text).not.toContain('"');
  const [header = "", ...lines] = text
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\r\n");
  const names = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

describe("a figure", () => {
  let browser: Browser;
  let served: Served;
  const opened = new Map<string, Promise<{ page: Page; columns: TableColumn[] }>>();

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(inject("site"), 0);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** Open a topic's page once. */
  function topicPage(topic: string) {
    const known =
      opened.get(topic) ??
      open(browser, `${served.address}${topic}/index.html`).then(async ({ page }) => ({
        page,
        columns: await readColumns(page),
      }));
    opened.set(topic, known);
    return known;
  }

  it.each(ids)("has the JSON's numbers, text for text, in its CSV: %s", (id) => {
    const rows = readRows(readFileSync(join(inject("site"), `data/indicators/${id}.csv`), "utf8"));
    const figure = published(id);
    const text = (value: number | null | undefined) => (value == null ? "" : JSON.stringify(value));
    const expected = figure.series.flatMap(({ title, points }) =>
      points.map((point) => ({
        序列: title,
        年度: String(point.year),
        数值: text(point.value),
        单位: figure.unit,
        状态: `${stateNames[point.state]}${point.partial && point.value !== null ? "，不完整" : ""}`,
        口径: point.scope ?? "",
        分子: text(point.parts?.numerator),
        分母: text(point.parts?.denominator),
        比上年: text(point.change),
        比基年: text(point.base),
        数据性质: "示例数据",
      })),
    );
    expect(rows).toEqual(expected);
  });

  it.each(ids)("has the same numbers, rounded, and the same absences in its table: %s", async (id) => {
    const { title, series } = published(id);
    const { topic, decimals = 0 } = readJson<Definition>(join(project, `data/indicators/${id}.json`));
    const { columns } = await topicPage(topic);
    const own = columns.filter(({ card }) => card === id);
    const hasTotal = series.some(({ key }) => key === "total");
    const shownSeries = hasTotal
      ? series
      : series.filter((one) => own.some((column) => column.title === one.title));
    expect(shownSeries.length).toBeGreaterThan(0); // of the titles, the table has only those worth a column
    for (const one of shownSeries) {
      const wanted = one.key === "total" ? [title, "合计"] : [one.title];
      const column =
        own.find((column) => wanted.includes(column.title)) ??
        columns.find((column) => column.title === title);
      expect(column, `${id} ${one.key}`).toBeDefined();
      for (const { year, value, state } of one.points) {
        const cell = column?.cells[year] ?? "";
        if (value === null) {
          expect([year, cell]).toEqual([year, stateNames[state]]);
          continue;
        }
        const shown = cell.replace(/\s/g, "").replace("−", "-");
        expect([year, shown]).toEqual([year, expect.stringMatching(/^-?\d+(\.\d+)?$/)]);
        expect([year, shown.split(".")[1]?.length ?? 0]).toEqual([year, decimals]);
        expect(Math.abs(Number(shown) - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
      }
    }
  });

  it.each(ids)("writes its last value and its absences on its charts: %s", async (id) => {
    const { title, series } = published(id);
    const { topic, decimals = 0 } = readJson<Definition>(join(project, `data/indicators/${id}.json`));
    const { page, columns } = await topicPage(topic);
    const card = columns.find((column) => column.card === id || column.title === title)?.card;
    const charts = await page.$$eval(`[id="${card}"] svg[role=img]`, (all) =>
      all.map((svg) => (svg.textContent ?? "").replace(/\s/g, "")),
    );
    expect(charts.length).toBeGreaterThanOrEqual(2); // for a phone and a desk
    const points = series.find(({ key }) => key === "total")?.points ?? series[0]?.points ?? [];
    const last = points.findLast(({ value }) => value !== null)?.value ?? 0;
    const label = last.toFixed(decimals); // none of the sample's last values lies on a half
    const absences = new Set(points.flatMap(({ state }) => (isAbsent(state) ? stateNames[state] : [])));
    for (const chart of charts) {
      expect(chart).toContain(label);
      for (const absence of absences) expect(chart).toContain(absence);
    }
  });
});

/** The sample's exports of one data set, as bare rows. */
function exported(dataset: string): Row[] {
  const folder = join(project, "data/exports", dataset);
  return readdirSync(folder).flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
    return readRows(new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes));
  });
}

describe("a figure worked out by hand from the exports", () => {
  const bureau = (row: Row) => row.单位 === "某省某局" && row.口径 === "全局";
  const totals = (id: string) =>
    Object.fromEntries(
      (published(id).series.find(({ key }) => key === "total")?.points ?? []).map(({ year, value }) => [
        year,
        value,
      ]),
    );
  const byYear = (rows: readonly Row[], time: Header, column: Header) =>
    new Map(rows.map((row) => [(row[time] ?? "").slice(0, 4), row[column] ?? ""]));
  const number = (text: string | undefined) => (/^\d+(\.\d+)?$/.test(text ?? "") ? Number(text) : null);

  it("is the bureau's volunteers divided by its staff", () => {
    const registered = byYear(exported("volunteers").filter(bureau), "时点", "备案注册人数");
    const staff = byYear(exported("headcount").filter(bureau), "时点", "在岗职工数");
    const figure = totals("volunteer-ratio");
    expect(Object.keys(figure)).toEqual([...staff.keys()]);
    for (const [year, value] of Object.entries(figure)) {
      const numerator = number(registered.get(year));
      if (numerator === null) expect([year, value]).toEqual([year, null]);
      else expect(value).toBeCloseTo((numerator / Number(staff.get(year))) * 100, 9);
    }
  });

  it("is the reception cost as it was typed", () => {
    const rows = exported("austerity").filter((row) => row.项目 === "公务接待费" && bureau(row));
    const typed = byYear(rows, "年度", "本年数");
    for (const [year, value] of Object.entries(totals("austerity-reception"))) {
      expect([year, value]).toEqual([year, number(typed.get(year))]);
    }
  });

  it("is all entries of a year added up, and nothing where none were collected", () => {
    const sums = new Map<string, number>();
    for (const row of exported("competitions")) {
      const year = (row.开始日期 ?? "").slice(0, 4);
      sums.set(year, (sums.get(year) ?? 0) + Number(row.参赛人次));
    }
    for (const [year, value] of Object.entries(totals("competition-entries"))) {
      expect([year, value]).toEqual([year, sums.get(year) ?? null]);
    }
  });

  it("is the honours of a year counted, those not for the public left out", () => {
    const counts = new Map<string, number>();
    for (const row of exported("honors")) {
      if (row.公开属性 === "内部") continue;
      const year = (row.命名日期 ?? "").slice(0, 4);
      counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    for (const [year, value] of Object.entries(totals("honors-awarded"))) {
      expect([year, value]).toEqual([year, counts.get(year) ?? null]);
    }
  });
});
