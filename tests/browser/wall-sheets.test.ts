import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { open } from "./opened.ts";
import { openWall, writeHandWall } from "./wall-page.ts";

const walls = [
  "5760 × 1080",
  "3840 × 1080",
  "2560 × 1080",
  "1920 × 1080",
  "3840 × 2160",
  "1024 × 768",
  "1080 × 1920",
];

describe("the wall's proof sheet", () => {
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

  it("lays every scene at every size, with room for a signature, and says what it proves", async () => {
    const { page, complaints } = await open(browser, `${served.address}wall/index.html?proof`, {
      viewport: { width: 1400, height: 900 },
    });
    const response = await fetch(`${served.address}build.json`);
    const { build } = (await response.json()) as { build: string };
    expect(await page.locator(".proof header").textContent()).toContain(`版本 ${build}`);
    const titles = await page.$$eval(".scene", (all) => all.length);
    expect(titles).toBe(0); // they have moved onto the sheet
    const sections = await page.$$eval(".proof section", (all) =>
      all.map((section) => ({
        captions: [...section.querySelectorAll("figcaption")].map((caption) => caption.textContent),
        ratios: [...section.querySelectorAll(".wall")].map((wall) => {
          const { width, height } = wall.getBoundingClientRect();
          return Math.round((100 * width) / height);
        }),
        fills: [...section.querySelectorAll(".picture")].map((picture) => {
          const box = picture.getBoundingClientRect();
          return box.width > 40 && box.height > 40;
        }),
        signs: section.querySelectorAll(".sign span").length,
      })),
    );
    expect(sections.length).toBeGreaterThan(4);
    for (const { captions, ratios, fills, signs } of sections) {
      expect(captions).toEqual(walls);
      expect(ratios).toEqual([533, 356, 237, 178, 178, 133, 56]);
      expect(fills).toEqual(walls.map(() => true));
      expect(signs).toBe(3);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("prints a page a scene", async () => {
    const { page } = await open(browser, `${served.address}wall/index.html?proof`);
    const count = await page.locator(".proof section").count();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBe(count);
    await page.context().close();
  });
});

describe("the wall's calibration", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    const scenes = [{ id: "a", seconds: 20 }];
    served = await serve(await writeHandWall(scenes, 'data-height="1.2" data-farthest="6"'), 0);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  it.each([
    [{ width: 1920, height: 1080 }, 0],
    [{ width: 1080, height: 1920 }, 0],
    [{ width: 3840, height: 1080 }, 1],
    [{ width: 5760, height: 1080 }, 2],
  ])("at $width × $height keeps its words apart and off the edges and the seams", async (viewport, seams) => {
    const page = await openWall(
      browser,
      `${served.address}wall/index.html?calibrate`,
      "2026-01-19T09:00:02",
      {
        viewport,
      },
    );
    const boxes = await page.$$eval(".calibrate text", (all) =>
      all.map((text) => {
        const { left, right } = text.getBoundingClientRect();
        const [y, size] = ["y", "font-size"].map((name) => Number(text.getAttribute(name))) as [
          number,
          number,
        ];
        return { text: text.textContent ?? "", left, right, top: y - 0.88 * size, bottom: y + 0.12 * size }; // a sign's square
      }),
    );
    const cuts = Array.from({ length: seams }, (_, i) => (viewport.width / (seams + 1)) * (i + 1));
    for (const { text, left, right, top, bottom } of boxes) {
      expect(left >= 0 && top >= 0 && right <= viewport.width && bottom <= viewport.height, text).toBe(true);
      for (const cut of cuts) expect(right < cut - 16 || left > cut + 16, text).toBe(true);
    }
    const overlapping = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} over ${b.text}`),
    );
    expect(overlapping).toEqual([]);
    await page.context().close();
  });

  it("marks the row that the farthest seat must read, and says how far each row is read", async () => {
    const page = await openWall(browser, `${served.address}wall/index.html?calibrate`, "2026-01-19T09:00:02");
    const marked = await page.$$eval(".calibrate text.mark", (all) => all.map((text) => text.textContent));
    // 6 m ÷ 150 = 4 cm of a wall of 120 cm: 3.33 hundredths; the next row is 3.6, read to 3.6 % × 1.2 m × 150 = 6.5 m
    expect(marked).toEqual(["83,659 人次 攀繁", "要看清　6.5 米"]);
    const words = await page.$$eval(".calibrate text", (all) => all.map((text) => text.textContent));
    expect(words).toContain("5.9 米"); // 3.3 % × 1.2 m × 150 = 5.94 m
    await page.context().close();
  });
});
