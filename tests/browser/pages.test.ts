import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { open, pages, scriptsOf } from "./opened.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const widths = [360, 1440];

describe("a page", () => {
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

  const cases = pages.flatMap((path) => widths.map((width) => ({ path, width })));

  it.each(cases)(
    "asks for itself, its scripts and the icon alone, and complains of nothing: $path at $width",
    async (at) => {
      const { page, requests, complaints } = await open(browser, served.address + at.path, {
        viewport: { width: at.width, height: 800 },
      });
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      const icon = `${served.address}favicon.svg`;
      const wanted = [at.path, "large-type.js", ...scriptsOf(at.path)].map((path) => served.address + path);
      const asked = requests.filter((url) => url !== icon && !url.startsWith("blob:")); // its own text as a worker
      expect(asked).toEqual(wanted);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  const looks = [
    ...cases.map((at) => ({ ...at, colorScheme: "light" as const })),
    ...pages.map((path) => ({ path, width: 1440, colorScheme: "dark" as const })),
  ];

  it.each(looks)("has no violation that axe knows: $path at $width, $colorScheme", async (at) => {
    const { page } = await open(browser, served.address + at.path, {
      viewport: { width: at.width, height: 800 },
      colorScheme: at.colorScheme,
      bypassCSP: true, // for axe's own script
    });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
    await page.context().close();
  });

  it.each(cases)("does not scroll sideways, its tables open: $path at $width", async (at) => {
    const { page } = await open(browser, served.address + at.path, {
      viewport: { width: at.width, height: 800 },
    });
    const overhang = await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      const root = document.documentElement;
      return root.scrollWidth - root.clientWidth;
    });
    expect(overhang).toBe(0);
    await page.context().close();
  });

  const still = pages.filter((path) => scriptsOf(path).length === 0);
  it.each(still)("says the same without JavaScript, but for the button that needs it: %s", async (path) => {
    const read = async (javaScriptEnabled: boolean) => {
      const { page } = await open(browser, served.address + path, { javaScriptEnabled });
      if (javaScriptEnabled) await page.evaluate(() => document.querySelector(".large")?.remove());
      const text = await page.locator("body").allInnerTexts();
      await page.context().close();
      return text;
    };
    const text = await read(false);
    expect(text.join()).toContain("示例数据");
    expect(text).toEqual(await read(true));
  });
});
