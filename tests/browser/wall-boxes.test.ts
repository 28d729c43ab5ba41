import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { newFolder } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { boxesOf, faultsOf, pixelsOf, type Screen, screens, showScene } from "./wall-boxes.ts";
import { drawClerk, drawHard, drawSample, hardSites } from "./wall-sites.ts";

/** Open a wall without its script: the pictures stand as they are. */
async function openWall(browser: Browser, file: string): Promise<{ page: Page; scenes: string[] }> {
  const page = await browser.newPage();
  await page.route("**/wall.js", (route) => route.abort());
  await page.goto(pathToFileURL(file).href);
  const scenes = await page.evaluate(() => [...document.querySelectorAll(".scene")].map(({ id }) => id));
  return { page, scenes };
}

/** Look at every scene of a wall on one screen: what is wrong with its texts, at its seams, with the use of its room. */
async function look(
  page: Page,
  scenes: readonly string[],
  screen: Screen,
  isWhole: boolean,
  leastUsed = 0.7,
): Promise<string[]> {
  const found: string[] = [];
  for (const scene of scenes) {
    await showScene(page, scene, screen);
    const boxes = await boxesOf(page);
    const faults = faultsOf(boxes, screen);
    if (boxes.length < 6) faults.push(`only ${boxes.length} texts`);
    if (isWhole) {
      const { used, broken } = await pixelsOf(page, screen);
      if (broken.length > 0) faults.push(`something ends at a seam, at ${broken[0]} px`);
      if (used < leastUsed) faults.push(`only ${Math.round(used * 100)} % of the room is used`);
    }
    found.push(...faults.map((fault) => `${scene}: ${fault}`));
  }
  return found;
}

const isLarge = ([, height]: Screen) => height === 2160; // the picture of 1920 × 1080 again: its room is measured there
const isStrip = ([, , format]: Screen) => format === "double" || format === "triple";
const wide: Screen = [1920, 1080, "wide"];
const double: Screen = [3840, 1080, "double"];

describe("the wall's pictures", { timeout: 300_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(screens)("stand whole, clear and large on %i × %i", async (...screen) => {
    const { page, scenes } = await openWall(browser, join(inject("site"), "wall/index.html"));
    expect(scenes.length).toBeGreaterThan(4);
    expect(await look(page, scenes, screen, !isLarge(screen))).toEqual([]);
    await page.close();
  });

  it.each([1.25, 1.37, 1.5])("stand whole and clear on type scaled by %d", async (scale) => {
    const file = join(newFolder(), "wall.html");
    writeFileSync(file, drawSample(scale));
    const { page, scenes } = await openWall(browser, file);
    expect(scenes.length).toBeGreaterThan(4);
    const found: string[] = [];
    for (const screen of screens.filter((one) => !isLarge(one))) {
      const faults = await look(page, scenes, screen, isStrip(screen), 0);
      found.push(...faults.map((fault) => `${screen[2]} ${fault}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it.each([1, 1.25, 1.5])(
    "stand so with what a clerk writes, little or much, scaled by %d",
    async (scale) => {
      const file = join(newFolder(), "wall.html");
      writeFileSync(file, drawClerk(scale));
      const { page, scenes } = await openWall(browser, file);
      const clerks = scenes.filter((scene) => /welcome|notice/.test(scene));
      expect(clerks).toHaveLength(6);
      const found: string[] = [];
      for (const screen of screens.filter((one) => !isLarge(one))) {
        const faults = await look(page, clerks, screen, isStrip(screen), 0);
        found.push(...faults.map((fault) => `${screen[2]} ${fault}`));
      }
      expect(found).toEqual([]);
      await page.close();
    },
  );

  it.each(hardSites)("stand as well for a site with %s", async (name) => {
    const file = join(newFolder(), "wall.html");
    writeFileSync(file, drawHard(name));
    const { page, scenes } = await openWall(browser, file);
    expect(scenes.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const screen of screens.filter((one) => !isLarge(one))) {
      const isWhole = ["wide", "triple", "portrait"].includes(screen[2]); // one of each layout
      const faults = await look(page, scenes, screen, isWhole);
      found.push(...faults.map((fault) => `${screen[2]} ${fault}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });

  it.each(hardSites)("stand clear for a site with %s on type scaled by 1.5", async (name) => {
    const file = join(newFolder(), "wall.html");
    writeFileSync(file, drawHard(name, 1.5));
    const { page, scenes } = await openWall(browser, file);
    const found: string[] = [];
    for (const screen of screens.filter((one) => !isLarge(one))) {
      for (const scene of scenes) {
        await showScene(page, scene, screen);
        const faults = faultsOf(await boxesOf(page), screen);
        found.push(...faults.map((fault) => `${screen[2]} ${scene}: ${fault}`));
      }
    }
    expect(found).toEqual([]);
    await page.close();
  });

  /** Spoil a picture of the volunteers, and say what is then found. */
  async function spoil(screen: Screen, change: (picture: Element) => void): Promise<string> {
    const { page } = await openWall(browser, join(inject("site"), "wall/index.html"));
    expect(await look(page, ["scene-volunteers"], screen, true)).toEqual([]);
    await page.locator(`#scene-volunteers [data-format="${screen[2]}"]`).evaluate(change);
    const found = await look(page, ["scene-volunteers"], screen, true);
    await page.close();
    return found.join("\n");
  }

  it("are found wanting with a text over another, one that runs out, one too small", async () => {
    const over = await spoil(wide, (picture) =>
      picture.querySelector(".headline text")?.setAttribute("y", "87"),
    );
    expect(over).toMatch(/over “/);
    const out = await spoil(wide, (picture) =>
      picture.querySelector(".headline text")?.setAttribute("x", "1700"),
    );
    expect(out).toMatch(/leaves the live area/);
    const small = await spoil(wide, (picture) =>
      picture.querySelector(".headline [font-size]")?.setAttribute("font-size", "20"),
    );
    expect(small).toMatch(/is 20\.0 px high/);
  });

  it("are found wanting with a dot on a seam, and with half of their room empty", async () => {
    const dotted = await spoil(double, (picture) => {
      const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      for (const [name, value] of Object.entries({ cx: 1920, cy: 500, r: 12 }))
        dot.setAttribute(name, `${value}`);
      picture.append(dot);
    });
    expect(dotted).toMatch(/something ends at a seam, at 488 px/);
    expect(await spoil(wide, (picture) => picture.querySelector(".drawing")?.remove())).toMatch(
      /% of the room/,
    );
  });
});
