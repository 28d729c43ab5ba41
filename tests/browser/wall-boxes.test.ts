import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { boxesOf, faultsOf, pixelsOf, screens, showScene } from "./wall-boxes.ts";

/** Open a site's wall without its script: the pictures stand as they are. */
async function openWall(browser: Browser, site: string): Promise<{ page: Page; scenes: string[] }> {
  const page = await browser.newPage();
  await page.route("**/wall.js", (route) => route.abort());
  await page.goto(pathToFileURL(join(site, "wall/index.html")).href);
  const scenes = await page.evaluate(() => [...document.querySelectorAll(".scene")].map(({ id }) => id));
  return { page, scenes };
}

describe("the wall's pictures", { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(screens)("stand as they should on %i × %i", async (...screen) => {
    const { page, scenes } = await openWall(browser, inject("site"));
    expect(scenes.length).toBeGreaterThan(4);
    for (const scene of scenes) {
      await showScene(page, scene, screen);
      const boxes = await boxesOf(page);
      expect(boxes.length).toBeGreaterThan(5);
      expect({ scene, faults: faultsOf(boxes, screen) }).toEqual({ scene, faults: [] });
      const { used, broken } = await pixelsOf(page, screen);
      expect({ scene, broken }).toEqual({ scene, broken: [] });
      expect({ scene, empty: used < 0.7 ? used : 0 }).toEqual({ scene, empty: 0 });
    }
    await page.close();
  });
});
