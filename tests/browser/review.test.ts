import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import Papa from "papaparse";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { visible } from "../../src/core/visible.ts";
import { command, listTree, newFolder, project } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { open } from "./opened.ts";
import { compute, readSources, type ShownCell, type ShownValue } from "./review-pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const planted = join(project, "tests/fixtures/sites/review");
const sample = join(project, "data");
const sites = new Map<string, string>(); // data folder → its internal edition
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  for (const data of [planted, sample]) {
    const site = join(newFolder(), "site");
    const asked = ["--data", data, "--out", site, "--edition", "internal", "--now", "2026-03-01"];
    const { code, stdout, stderr } = await command("build", asked);
    if (code !== 0) throw new Error(`build: exit ${code}\n${stdout}${stderr}`);
    sites.set(data, site);
  }
});
afterAll(() => browser.close());

const rootOf = (data: string) => `${pathToFileURL(sites.get(data) ?? "").href}/`;

/** Each planted problem: what is wrong in the folder, the line of the first screen that leads to it, and what is told where it leads. */
const problems = [
  ["公务接待费比上年多 45%", "变化 +45.0%", "BIZ-09,austerity,2025|某县某局|全局|公务接待费,本年数,40.60"],
  ["文件多写了一个 0", "差不多正好是 10 倍", "BIZ-10,austerity,2025|某县某局|全局|文件,本年数,1180"],
  ["窗口二科人数离群", "“在岗职工数”50", "BIZ-20,headcount,2025-12-31|窗口二科|全局,在岗职工数,50"],
  ["法规处的三个数照抄上年", "“法规处”2025 年", "BIZ-11,volunteers,2025-12-31|法规处|全局"],
  ["服务中心漏报", "缺“服务中心”", "BIZ-14,volunteers,2025-12-31|服务中心|全局"],
  [
    "信访处填 0，公开后等于公开了每个人",
    "“信访处”的“备案注册人数”是 0",
    "SDC-07,volunteers,2025-12-31|信访处|全局",
  ],
  [
    "2024 年发布过的参赛人次改了",
    "2025-02-20 发布的是 130 人次",
    "competition-entries,2024,技能大赛,130,133",
  ],
  ["一条签认过了复核期", "应在 2025-12-31 前复核", "把复核期改到以后的日期"],
  ["一条签认写错了单位", "“2024-12-31|监督科|全局”", "键写错的，照检查结果给出的行改正"],
  ["2025 年的参加人数没有报", "2025 年的数应在 2026-01-31 前报", "人事处"],
  ["志愿者占比没有达到目标，三个单位落后", "落后：信访处、窗口二科、法规处", "未达到"],
  ["一项荣誉的发布时间写成了 2062 年", "2062-01-20 起公开", "honors/荣誉.csv 第 4 行"],
] as const;

describe("the review desk", () => {
  it.each(problems)("leads from its first screen to what is wrong: %s", async (_, told, there) => {
    const { page, complaints } = await open(browser, `${rootOf(planted)}review/index.html`, {
      viewport: { width: 1440, height: 900 },
    });
    const line = page.locator("#todo tbody tr", { hasText: told });
    expect(await line.count()).toBe(1);
    const box = await line.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(900); // nobody has to scroll
    await line.locator("a").click();
    const target = page.locator(":target");
    const texts = await target.allInnerTexts();
    const rows = await target
      .locator("textarea")
      .evaluateAll((all) => all.map((area) => (area as HTMLTextAreaElement).value));
    expect([...texts, ...rows].join("\n")).toContain(there);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("copies the finished rows, and shows them without a script", async () => {
    const { page } = await open(browser, `${rootOf(planted)}review/index.html`);
    const button = page.getByRole("button", { name: /复制全部签认行/ });
    await button.click();
    expect(await button.locator("xpath=following-sibling::span").textContent()).toBe("已复制。");
    await page.context().close();
    const bare = await open(browser, `${rootOf(planted)}review/index.html`, { javaScriptEnabled: false });
    expect(await bare.page.locator("button:visible", { hasText: "复制" }).count()).toBe(0);
    expect(await bare.page.locator("#rows").inputValue()).toContain(
      "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\n",
    );
    await bare.page.context().close();
  });

  it("draws a changed figure as it was and as it is, side by side", async () => {
    const { page } = await open(browser, `${rootOf(planted)}review/index.html`, {
      viewport: { width: 1440, height: 900 },
    });
    const figures = page.locator("#change-competition-entries figure");
    expect(await figures.locator("figcaption").allTextContents()).toEqual(["2025-02-20 发布的", "现在的"]);
    const [before, after] = await figures.locator("svg").allTextContents();
    expect(before).toContain("214");
    expect(after).toContain("217");
    const [left, right] = await Promise.all([0, 1].map((i) => figures.nth(i).boundingBox()));
    expect(left?.y).toBe(right?.y);
    await page.context().close();
  });

  it("prints the sheet to sign on one page of A4, with the build", async () => {
    for (const data of [planted, sample]) {
      const { page } = await open(browser, `${rootOf(data)}review/sheet/index.html`);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      const { build } = JSON.parse(readFileSync(join(sites.get(data) ?? "", "build.json"), "utf8"));
      expect(await page.locator("main").textContent()).toContain(build);
      await page.context().close();
    }
  });

  const looked = [
    "review/index.html",
    "review/sheet/index.html",
    "review/sources/competition-entries/index.html",
  ];
  const looks = looked.flatMap((path) => [360, 768, 1440].map((width) => ({ path, width })));

  it.each(looks)(
    "neither scrolls sideways nor has a violation that axe knows: $path at $width",
    async (at) => {
      const { page, requests, complaints } = await open(browser, rootOf(planted) + at.path, {
        viewport: { width: at.width, height: 900 },
        bypassCSP: true, // for axe's own script
      });
      const own = requests
        .filter((url) => !url.endsWith("favicon.svg"))
        .map((url) => url.slice(rootOf(planted).length));
      const scripts = at.path === "review/index.html" ? ["review/copy.js"] : [];
      expect(own).toEqual([at.path, "large-type.js", ...scripts]);
      expect(complaints).toEqual([]);
      const overhang = await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        return document.documentElement.scrollWidth - document.documentElement.clientWidth;
      });
      expect(overhang).toBe(0);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>("axe.run()");
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual(
        [],
      );
      await page.context().close();
    },
  );
});

/** All pages of sources of a folder's internal edition, by their absolute address. */
async function allSources(data: string) {
  const root = rootOf(data);
  const paths = listTree(sites.get(data) ?? "").filter((path) => /^review\/sources\/.*\.html$/.test(path));
  const pages = new Map<string, { values: Map<string, ShownValue>; cells: Map<string, ShownCell> }>();
  const { page } = await open(browser, `${root}review/index.html`);
  for (const path of paths) {
    await page.goto(root + path);
    const { values, cells } = await readSources(page);
    pages.set(root + path, {
      values: new Map(values.map((value) => [value.mark, value])),
      cells: new Map(cells.map((cell) => [cell.mark, cell])),
    });
  }
  await page.context().close();
  return pages;
}

/** What stands in a cell of an export, from its bytes alone. */
function cellReader(data: string): (cell: ShownCell) => string {
  const tables = new Map<string, Map<number, string[]>>();
  const read = (file: string) => {
    const bytes = readFileSync(join(data, "exports", file));
    const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
    const text = new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes);
    const byLine = new Map<number, string[]>();
    let from = 0;
    Papa.parse<string[]>(text, {
      step: ({ data: record, meta }) => {
        byLine.set(1 + (text.slice(0, from).match(/\n/g)?.length ?? 0), record);
        from = meta.cursor;
      },
    });
    return byLine;
  };
  return ({ file, line, address }) => {
    const table = tables.get(file) ?? read(file);
    tables.set(file, table);
    const letters = address.replace(/\d+$/, "");
    const column = [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
    return table.get(line)?.[column] ?? "没有这一格";
  };
}

interface Published {
  readonly series: readonly {
    readonly key: string;
    readonly points: readonly Record<"year" | "value" | "change" | "base", number | null>[];
  }[];
}

describe.each([
  ["the planted folder", planted],
  ["the sample", sample],
])("from any figure to its cells and back, in %s", (_, data) => {
  let pages: Awaited<ReturnType<typeof allSources>>;
  beforeAll(async () => {
    pages = await allSources(data);
  });

  it("explains every published value and change by a formula that gives it", () => {
    const site = sites.get(data) ?? "";
    const files = listTree(site).filter((path) => /^data\/indicators\/.*\.json$/.test(path));
    expect(files.length).toBeGreaterThan(10);
    let checked = 0;
    const lost: string[] = [];
    const close = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    for (const file of files) {
      const { series }: Published = JSON.parse(readFileSync(join(site, file), "utf8"));
      const id = file.replace(/^.*\/|\.json$/g, "");
      const values = [
        ...(pages.get(`${rootOf(data)}review/sources/${id}/index.html`)?.values.values() ?? []),
      ];
      const points = series.flatMap((one) => one.points);
      if (values.length !== points.length) lost.push(`${id}: ${values.length} of ${points.length}`);
      for (const { year, value, change, base } of points) {
        const own = values.filter((one) => one.year === year).flatMap((one) => one.lines);
        for (const wanted of [value, change, base]) {
          if (wanted === null) continue;
          checked++;
          if (!own.some((line) => line.value === wanted && close(compute(line.formula), wanted))) {
            lost.push(`${id} ${year}: ${wanted}`);
          }
        }
      }
    }
    expect(lost).toEqual([]);
    expect(checked).toBeGreaterThan(100);
  });

  it("names as many cells as were counted, and as many different ones as were told apart", () => {
    const told = ["honors-awarded", "competition-events"].flatMap((id) => {
      const page = pages.get(`${rootOf(data)}review/sources/${id}/index.html`);
      return [...(page?.values.values() ?? [])].flatMap(({ lines, cells }) => {
        const [value] = lines.filter(({ name }) => !name.startsWith("比"));
        const own = cells.flatMap((mark) => page?.cells.get(mark) ?? []);
        const texts = own.filter(({ file }) => !file.startsWith("coverage/")).map(({ text }) => text);
        const counted = id === "honors-awarded" ? texts.length : new Set(texts).size;
        return value ? [[value.value, counted]] : [];
      });
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter(([value, counted]) => value !== counted)).toEqual([]);
  });

  it("explains every unit's values likewise", () => {
    const site = sites.get(data) ?? "";
    const files = listTree(site).filter((path) => /^data\/units\/.*\.json$/.test(path));
    const lines = [...pages].flatMap(([address, { values }]) =>
      address.includes("/units/") ? [...values.values()].flatMap((one) => one.lines) : [],
    );
    const known = new Map(lines.map((line) => [line.value, line.formula]));
    const units = files.flatMap(
      (file) => JSON.parse(readFileSync(join(site, file), "utf8")).indicators as Published[],
    );
    const values = units.flatMap(({ series }) =>
      series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    );
    expect(values.length).toBeGreaterThan(90);
    expect(
      values.filter((value) => Math.abs(compute(known.get(value) ?? "") - value) > 1e-9 * Math.max(1, value)),
    ).toEqual([]);
  });

  it("quotes every cell as its bytes have it", () => {
    const read = cellReader(data);
    const cells = [...pages.values()].flatMap((one) => [...one.cells.values()]);
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((cell) => cell.text !== visible(read(cell)))).toEqual([]);
  });

  it("leads from every value to its cells, and from each of them back to every figure it feeds", () => {
    const lost: string[] = [];
    let ways = 0;
    for (const [address, { values, cells }] of pages) {
      for (const value of values.values()) {
        for (const mark of value.cells) {
          ways++;
          const cell = cells.get(mark);
          if (!cell?.feeds.includes(`${address}#${value.mark}`))
            lost.push(`${address}#${value.mark} → ${mark}`);
        }
      }
      for (const cell of cells.values()) {
        for (const feed of cell.feeds) {
          ways++;
          const [page = "", mark = ""] = feed.split("#");
          const there = pages.get(page);
          const other = there?.values.get(mark)?.cells.map((one) => there.cells.get(one));
          const isThere = other?.some(
            (one) => one?.file === cell.file && one.line === cell.line && one.address === cell.address,
          );
          if (!isThere) lost.push(`${address}#${cell.mark} → ${feed}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(ways).toBeGreaterThan(500);
  });

  it("links every figure in the tables of its pages, and the large ones, to where it is explained", async () => {
    const root = rootOf(data);
    const shown = listTree(sites.get(data) ?? "").filter((path) =>
      /^(?:index|about\/index|(?:honors|volunteers|competitions|austerity)\/(?:units\/)?index|brief\/\d+\/index)\.html$/.test(
        path,
      ),
    );
    const { page } = await open(browser, `${root}index.html`);
    const bare: string[] = [];
    let links = 0;
    for (const path of shown) {
      await page.goto(root + path);
      const found = await page.evaluate(() => {
        const cells = [...document.querySelectorAll(".card tbody td, .kpis .n, .eq b")].filter(
          (cell) => /\d/.test(cell.textContent ?? "") && !/^—/.test(cell.textContent ?? ""),
        );
        return cells.map((cell) => ({
          text: cell.textContent ?? "",
          href: cell.querySelector<HTMLAnchorElement>("a.sourced")?.href ?? "",
        }));
      });
      for (const { text, href } of found) {
        links++;
        const [address = "", mark = ""] = href.split("#");
        if (!pages.get(address)?.values.has(mark)) bare.push(`${path}: ${text} ${href}`);
      }
    }
    await page.context().close();
    expect(bare).toEqual([]);
    expect(links).toBeGreaterThan(100);
  });
});

describe("the public edition", () => {
  const site = inject("site");

  it("has no page, script, style or word of the desk", () => {
    expect(listTree(site).filter((path) => path.startsWith("review"))).toEqual([]);
    const own = ["review/", "sourced", "deskhead", "待办", "审签表", "审核 ·", "data-copies"];
    const found = listTree(site).flatMap((path) => {
      const text = readFileSync(join(site, path), "utf8");
      return own.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(found).toEqual([]);
  });

  it("is told apart from the internal one by these very words", () => {
    const internal = sites.get(sample) ?? "";
    const all = listTree(internal)
      .map((path) => readFileSync(join(internal, path), "utf8"))
      .join("\n");
    const own = ["review/", "sourced", "deskhead", "待办", "审签表", "审核 ·", "data-copies"];
    expect(own.filter((word) => !all.includes(word))).toEqual([]);
  });
});
