import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { open, pages } from "./opened.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe("large type", () => {
  const site = inject("site");
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(site, 0, "/a/b/");
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** Open a page and click the button. */
  async function enlarged(address: string, options: BrowserContextOptions = {}) {
    const opened = await open(browser, address, options);
    await opened.page.getByRole("button", { name: "大字版" }).click();
    await settled(opened.page);
    return opened;
  }

  /** Wait until the large sheet has taken the place of the page's own. */
  async function settled(page: Page): Promise<void> {
    await page.waitForFunction(() => document.querySelector("style")?.media === "print");
  }

  /** Measure, in px, how large what a reader reads is set. */
  function sizes(page: Page): Promise<Record<string, number>> {
    return page.evaluate(() => {
      const size = (selector: string) =>
        Number.parseFloat(getComputedStyle(document.querySelector(selector) as Element).fontSize);
      const shown = [...document.querySelectorAll("svg text")].find(
        (text) => text.getClientRects().length > 0,
      );
      const chart = shown?.closest("svg") as SVGSVGElement;
      return {
        body: size("body"),
        title: size("h1"),
        caption: size(".cap"),
        chart: 12 * (chart.getBoundingClientRect().width / chart.viewBox.baseVal.width),
      };
    });
  }

  const roots = [
    ["under /a/b/", () => served.address],
    ["from file://", () => `${pathToFileURL(site).href}/`],
  ] as const;

  it.each(roots)("is one click away, kept from page to page, and one click back, %s", async (_, rootOf) => {
    const root = rootOf();
    const { page, complaints } = await enlarged(`${root}index.html`);
    for (const path of [...pages, "index.html"]) {
      await page.goto(root + path, { waitUntil: "networkidle" }); // the icon comes late: leaving would cut it off
      await settled(page);
      expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("20.25px"); // 15 × 1.35
    }
    await page.getByRole("button", { name: "标准版" }).click();
    const usual = () => page.evaluate(() => getComputedStyle(document.body).fontSize);
    expect(await usual()).toBe("15px");
    await page.reload({ waitUntil: "networkidle" });
    expect(await usual()).toBe("15px");
    expect(await page.getByRole("button", { name: "大字版" }).isVisible()).toBe(true);
    const cut = /^failed: blob:/; // leaving the page that checks files cuts its worker off
    expect(complaints.filter((complaint) => !cut.test(complaint))).toEqual([]);
    await page.context().close();
  });

  it("makes text 1.35 times as large on a phone, in charts too, and shows their latest year first", async () => {
    const options = { viewport: { width: 360, height: 800 } };
    const before = await open(browser, `${served.address}volunteers/index.html`, options);
    const usual = await sizes(before.page);
    const { page } = await enlarged(`${served.address}volunteers/index.html`, options);
    const large = await sizes(page);
    for (const [what, size] of Object.entries(usual))
      expect([what, large[what]]).toEqual([what, expect.closeTo(size * 1.35, 1)]);
    const last = page.locator("#volunteer-ratio .s svg text", { hasText: "89.8%" }).last();
    const box = await last.boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(360);
    expect(box?.x).toBeGreaterThan(0);
    await before.page.context().close();
    await page.context().close();
  });

  it("shows a chart of rows from their names on", async () => {
    const options = { viewport: { width: 360, height: 800 } };
    const { page } = await enlarged(`${served.address}austerity/index.html`, options);
    const drawn = await page.$$eval(".chart > .s", (all) =>
      all.map((box) => ({
        rows: box.closest(".rows") !== null,
        from: box.scrollLeft,
        wide: box.scrollWidth > box.clientWidth,
      })),
    );
    expect(drawn.filter(({ wide }) => !wide)).toEqual([]);
    expect(drawn.filter(({ rows }) => rows)).toHaveLength(1); // the outturn beside the budget
    expect(drawn.filter(({ rows, from }) => rows !== (from === 0))).toEqual([]);
    await page.context().close();
  });

  it("leaves print as it is", async () => {
    const { page } = await enlarged(`${served.address}brief/2025/index.html`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe("13.3333px"); // 10pt
    await page.context().close();
  });

  it("holds for the page where nothing can be kept", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.addInitScript(() => {
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("denied", "SecurityError");
        },
      });
    });
    await page.goto(`${served.address}index.html`);
    await page.getByRole("button", { name: "大字版" }).click();
    await settled(page);
    await page.reload();
    expect(await page.getByRole("button", { name: "大字版" }).isVisible()).toBe(true);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("has no button where scripts are off", async () => {
    const { page } = await open(browser, `${served.address}index.html`, { javaScriptEnabled: false });
    expect(await page.locator(".large").count()).toBe(1);
    expect(await page.locator(".large").isVisible()).toBe(false);
    await page.context().close();
  });

  const looks = pages.flatMap((path) => [
    { path, width: 360, colorScheme: "light" as const },
    { path, width: 1440, colorScheme: "light" as const },
    { path, width: 1440, colorScheme: "dark" as const },
  ]);

  it.each(looks)(
    "breaks nothing and violates nothing that axe knows: $path at $width, $colorScheme",
    async (at) => {
      const { page } = await enlarged(served.address + at.path, {
        viewport: { width: at.width, height: 800 },
        colorScheme: at.colorScheme,
        bypassCSP: true, // for axe's own script
      });
      const overhang = await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
        const root = document.documentElement;
        return root.scrollWidth - root.clientWidth;
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
