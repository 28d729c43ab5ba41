import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { open } from "./opened.ts";

describe("a year's sheet", () => {
  const site = inject("site");
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(site, 0, "/");
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it.each(readdirSync(join(site, "brief")))("prints on one page of A4: %s", async (year) => {
    const { page } = await open(browser, `${served.address}brief/${year}/index.html`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(await page.locator(".card svg:visible").count()).toBe(4);
    await page.context().close();
  });
});
