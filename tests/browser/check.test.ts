import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { buildSite } from "../../src/core/pipeline.ts";
import { reportOf } from "../../src/core/published/report.ts";
import { load } from "../../src/load.ts";
import { newFolder, project, writeTree } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { type Opened, open } from "./opened.ts";

const now = "2026-03-01";
const checks = join(project, "tests/fixtures/checks");
const path = "check/index.html";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const header = "时点,单位,口径,备案注册人数,活跃人数,当年服务时长";

/** Write text as Excel's plain CSV has it on a Chinese Windows: GBK. The characters are looked up in the decoder itself. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder("gb18030");
  const bytesOf = new Map<string, readonly number[]>();
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) bytesOf.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  }
  return Uint8Array.from(
    [...text].flatMap((char) => (char < "\x80" ? [char.charCodeAt(0)] : (bytesOf.get(char) ?? []))),
  );
}

function fileOf(name: string, bytes: Uint8Array): string {
  return join(writeTree(newFolder(), { [name]: bytes }), name);
}

describe("the page that checks files", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(inject("site"), 0, "/a/b/");
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const places = [
    ["under /a/b/", () => served.address + path, {}],
    [
      "from file:// with the network off",
      () => `${pathToFileURL(inject("site")).href}/${path}`,
      { offline: true },
    ],
  ] as const;

  async function opened(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const it = await open(browser, address, options);
    await it.page.fill("#day", now);
    return it;
  }

  /** Choose files and wait for what is found. */
  async function give(page: Page, paths: string | string[], input = "#files"): Promise<void> {
    await page.evaluate(() => document.querySelector("#found")?.remove());
    await page.setInputFiles(input, paths);
    await page.waitForSelector("#found");
  }

  const told = (page: Page) =>
    page.$$eval(".found", (all) =>
      all.map((one) => [
        one.querySelector(".what")?.textContent ?? "",
        [...one.querySelectorAll("li .go")].map((go) => go.textContent ?? ""),
      ]),
    );

  it.each(places)(
    "finds what is wrong in a GBK file, and asks for nothing after it is loaded: %s",
    async (_, address, options) => {
      const { page, requests, complaints } = await opened(address(), options);
      const before = requests.length;
      const rows = [
        "2026-02-28,某省某局,全局,420,268,1764",
        "2026-02-28,财物处,全局,20,15,91",
        "2026-02-28,办公室,全局,约32,21,124.5",
        "2026-02-28,业务一处,全局,42,50,190",
      ];
      await give(page, fileOf("2026.csv", gbk(`${[header, ...rows].join("\r\n")}\r\n`)));
      expect(await told(page)).toEqual(
        expect.arrayContaining([
          ["错误 NAME-22 · 单位", ["B3"]],
          ["错误 NUM-13 · 备案注册人数", ["D4"]],
          ["错误 BIZ-01 · 活跃人数", ["E5"]],
          ["说明 ENC-04", []],
        ]),
      );
      expect(await page.textContent(".found:has-text('NAME-22')")).toContain("财务处");
      expect(await page.textContent("#status")).toMatch(/^检查了 1 个文件、4 行：错误 \d+ 处/);
      expect(await page.textContent("#results")).toContain("对照的是公开版网站公布的");
      expect(requests.slice(before)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it.each(places)(
    "saves a file whose spelling it corrected, in which it then finds nothing: %s",
    async (_, address, options) => {
      const { page, complaints } = await opened(address(), options);
      const good = readFileSync(join(project, "data/exports/volunteers/2025.csv"), "utf8");
      const spelled = good
        .replace("备案注册人数", " 备案注册 人数")
        .replace(",办公室,全局,32,", ",办 公室,全局,３２,")
        .replace(/\r\n/g, "\n");
      expect(spelled).toContain(",办 公室,全局,３２,");
      await give(page, fileOf("2025.csv", gbk(spelled.replace("\ufeff", ""))));
      expect((await told(page)).map(([what]) => what)).toEqual(
        expect.arrayContaining(["说明 ENC-04", "说明 NUM-01 ·  备案注册 人数"]),
      );
      const changes = await page.waitForSelector(".correction");
      expect(await changes.textContent()).toContain("３２ → 32");
      const saved = page.waitForEvent("download");
      await page.click(".save");
      const download = await saved;
      expect(download.suggestedFilename()).toBe("2025.csv");
      const corrected = await download.path();
      expect(readFileSync(corrected, "utf8")).toBe(`\ufeff${good.replace("\ufeff", "")}`);
      await give(page, fileOf("2025.csv", readFileSync(corrected)));
      expect(await page.textContent("#status")).toBe(
        "检查了 1 个文件、13 行：错误 0 处，提醒 0 处，说明 0 处。没有错误，可以发布。",
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  it("finds in every folder of fixtures what the check command finds", async () => {
    const { page, complaints } = await opened(served.address + path);
    // What is handed over to be saved is read here; hundreds of files in a row are more than a browser saves without asking
    await page.evaluate(() => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob: Blob) => {
        Object.assign(window, { saved: blob.text() });
        return make.call(URL, blob);
      };
      HTMLAnchorElement.prototype.click = () => {};
    });
    for (const name of readdirSync(checks)) {
      await give(page, join(checks, name), "#folder");
      await page.click("#json");
      const report = JSON.parse(await page.evaluate(() => (window as unknown as { saved: string }).saved));
      const expected = reportOf(buildSite(load(join(checks, name), "public", now)));
      expect([name, report]).toEqual([name, JSON.parse(JSON.stringify(expected))]);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 300_000);

  it("leads from a finding to its cell and back, by keyboard", async () => {
    const { page } = await opened(served.address + path);
    const wrong = `${header}\r\n2026-02-28,某省某局,全局,约420,268,1764\r\n`;
    await give(page, fileOf("2026.csv", new TextEncoder().encode(wrong)));
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    const go = page.locator(".found.error .go").first();
    await go.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".mark:focus");
    expect(await focused()).toMatch(/^约420，错误：“约420”/);
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("D2");
    await page.context().close();
  });

  it("says which figures would change, and draws them only when asked", async () => {
    const { page, requests, complaints } = await opened(served.address + path);
    const before = requests.length;
    const text = readFileSync(join(project, "data/exports/volunteers/2025.csv"), "utf8");
    const changed = text.replace("某省某局,全局,389,", "某省某局,全局,398,"); // of 433 in the published sample
    expect(changed).not.toBe(text);
    await give(page, fileOf("2025.csv", new TextEncoder().encode(changed)));
    const row = page
      .locator(".changes .entry", { hasText: "志愿者" })
      .locator("tbody tr", { hasText: "2025" });
    expect(await row.first().allInnerTexts()).toEqual(["2025\t89.8%\t91.9%"]); // 389 ÷ 433, 398 ÷ 433
    expect(requests.slice(before)).toEqual([]);
    await page.click("text=画出前后的图表");
    await page.waitForSelector("figure svg");
    expect(await page.locator("figure svg").first().textContent()).toContain("89.8");
    expect(await page.locator("figure svg").nth(1).textContent()).toContain("91.9");
    expect(requests.slice(before)).toEqual([`${served.address}check/charts.js`]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("answers a workbook with what to click, program by program", async () => {
    const { page } = await opened(served.address + path);
    expect(await page.isVisible("#how table")).toBe(false);
    const book = new TextEncoder().encode(`PK\x03\x04${"\0".repeat(40)}[Content_Types].xml`);
    await give(page, fileOf("志愿者.xlsx", book));
    expect((await told(page)).map(([what]) => what)).toContain("错误 FILE-04");
    expect(await page.isVisible("#how table")).toBe(true);
    const programs = await page.$$eval("#how tbody th", (all) => all.map((th) => th.textContent ?? ""));
    for (const program of ["Excel 2016", "Excel 2007", "WPS 表格"])
      expect(programs.join()).toContain(program);
    await page.context().close();
  });

  it("asks what kind of table it is where the header does not tell, and takes the answer", async () => {
    const { page } = await opened(served.address + path);
    await give(page, fileOf("表.csv", new TextEncoder().encode("甲,乙\r\n1,2\r\n")));
    expect(await page.textContent(".kind")).toContain("看不出");
    await page.selectOption(".kind select", "headcount");
    await page.waitForSelector(".found:has-text('HDR-04')");
    expect(await page.textContent(".file h3")).toContain("headcount/表.csv");
    await page.context().close();
  });

  it("takes what is dropped onto the page", async () => {
    const { page } = await opened(served.address + path);
    await page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], "2026.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, `${header}\r\n2026-02-28,财物处,全局,20,15,91\r\n`);
    await page.waitForSelector(".found:has-text('NAME-22')");
    expect(await page.textContent(".file h3")).toContain("volunteers/2026.csv");
    await page.context().close();
  });

  it("shows what a cell or a name holds as text alone", async () => {
    const { page, complaints } = await opened(served.address + path);
    const markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
    const text = `${header}\r\n2026-02-28,${markup},全局,20,15,91\r\n`;
    await give(page, fileOf("a&lt;b&gt;.csv", new TextEncoder().encode(text)));
    await page.waitForSelector(".grid table");
    expect(await page.textContent(".grid tbody")).toContain(markup);
    expect(await page.textContent(".file h3")).toContain("a&lt;b&gt;.csv");
    expect(await page.locator("#results img, #results script").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says what is owed on a day", async () => {
    const { page } = await opened(served.address + path);
    await page.fill("#day", "2027-02-10");
    await page.waitForSelector("#due:has-text('到 2027-02-10')");
    const line = page.locator("#due tr", { hasText: "志愿者" });
    expect(await line.allInnerTexts()).toEqual([
      "已经逾期\t志愿者\t2026 年\t2027-01-31\t已过 10 天\t机关党委",
      "下一次\t志愿者\t2027 年\t2028-01-31\t还有 355 天\t机关党委",
    ]);
    await page.context().close();
  });

  it("holds only a window of 50,000 rows", async () => {
    const { page } = await opened(served.address + path);
    const rows = Array.from({ length: 50_000 }, (_, i) => `2025-12-31,某省某局,口径${i},1,1,1\r\n`);
    await give(page, fileOf("2025.csv", new TextEncoder().encode(`${header}\r\n${rows.join("")}`)));
    await page.waitForSelector(".grid table");
    expect(await page.textContent("#status")).toContain("50000 行");
    expect(await page.locator(".grid tr").count()).toBeLessThan(300);
    expect(await page.locator(".found li").count()).toBeLessThan(100);
    await page.context().close();
  });

  it("works in a browser without workers and without what came after 2019", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      const gone = {
        Window: ["Worker"],
        Array: ["toSorted", "toReversed", "toSpliced", "with", "at", "findLast", "findLastIndex"],
        String: ["replaceAll", "at", "isWellFormed", "toWellFormed"],
        Element: ["replaceChildren"],
        Set: [
          "union",
          "intersection",
          "difference",
          "isSubsetOf",
          "isSupersetOf",
          "isDisjointFrom",
          "symmetricDifference",
        ],
      };
      for (const [owner, names] of Object.entries(gone)) {
        const { prototype } = Reflect.get(window, owner);
        for (const name of names) delete prototype[name];
      }
      for (const name of ["Worker", "structuredClone"]) Reflect.deleteProperty(window, name);
      Reflect.deleteProperty(Map, "groupBy");
      Reflect.deleteProperty(Object, "groupBy");
      Reflect.deleteProperty(Object, "hasOwn");
      Reflect.deleteProperty(Object.getPrototypeOf(Uint8Array).prototype, "at");
      Reflect.deleteProperty(Object.getPrototypeOf(Uint8Array).prototype, "toSorted");
      Reflect.deleteProperty(Object.getPrototypeOf(Uint8Array).prototype, "findLast");
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(served.address + path);
    await page.fill("#day", now);
    await give(page, join(project, "data"), "#folder");
    expect(await page.textContent("#status")).toContain("没有错误，可以发布。");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("says what to do where there are no scripts", async () => {
    const { page } = await open(browser, served.address + path, { javaScriptEnabled: false });
    expect(await page.isVisible("#without")).toBe(true);
    expect(await page.textContent("#without")).toContain("npm run check");
    expect(await page.isVisible("#files")).toBe(false);
    await page.context().close();
  });

  const looks = [360, 1440].flatMap((width) =>
    (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
  );

  it.each(looks)(
    "has no violation that axe knows, and does not scroll sideways, with findings: $width, $colorScheme",
    async ({ width, colorScheme }) => {
      const viewport = { width, height: 800 };
      const { page } = await opened(served.address + path, { viewport, colorScheme, bypassCSP: true }); // for axe's own script
      const wrong = `${header},多出的一列\r\n2026-02-28,某省某局,全局,约420,268,１７６４,\r\n`;
      await give(page, fileOf("2026.csv", new TextEncoder().encode(wrong)));
      await page.waitForSelector(".grid table");
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await page.evaluate(axe);
      const { violations } = await page.evaluate<AxeResults>("axe.run()");
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual(
        [],
      );
      await page.context().close();
    },
  );

  it("prints the findings, the rows to sign and the day", async () => {
    const { page } = await opened(served.address + path);
    const text = readFileSync(join(project, "data/exports/volunteers/2025.csv"), "utf8");
    const jump = text.replace("某省某局,全局,389,", "某省某局,全局,189,");
    await give(page, fileOf("2025.csv", new TextEncoder().encode(jump)));
    await page.emulateMedia({ media: "print" });
    const [printed = ""] = await page.locator("main").allInnerTexts();
    expect(printed).toContain("BIZ-09");
    expect(printed).toContain("BIZ-09,volunteers,2025-12-31|某省某局|全局,备案注册人数,189,,,,");
    expect(printed).toContain(`检查日期 ${now}`);
    expect(await page.isVisible("#drop")).toBe(false);
    expect(await page.isVisible("button:has-text('打印')")).toBe(false);
    await page.context().close();
  });
});
