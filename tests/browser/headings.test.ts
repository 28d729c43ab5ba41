import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { open, pages } from "./opened.ts";

describe("a page's headings", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(inject("site"), 0);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it.each(pages)("say no sentence twice: %s", async (path) => {
    const { page } = await open(browser, served.address + path);
    const said = await page.$$eval("h1, .card h2", (headings) =>
      headings.map((heading) => (heading.textContent ?? "").trim()),
    );
    const [headline = "", ...cards] = said;
    expect(cards.filter((card, i) => cards.indexOf(card) < i)).toEqual([]);
    expect(cards.filter((card) => headline.split("；").includes(card))).toEqual([]);
    await page.context().close();
  });
});
