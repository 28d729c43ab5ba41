import jsQR from "jsqr";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { qrPath } from "../../src/wall/code.ts";
import { launchBrowser } from "./browser.ts";

const pages = {
  "a short address": "https://wm.gov.cn/wall/",
  "a usual address": "https://wenming.example.gov.cn/shujukanban/volunteers/index.html",
  "an address of an intranet": "http://10.12.200.31:8080/wenming/dashboard/competitions/index.html",
  "an address in Chinese":
    "https://example.gov.cn/%E6%96%87%E6%98%8E/%E6%95%B0%E6%8D%AE/austerity/index.html",
};

/** The plate and its side on a picture of 1080 lines: spec 10.4 u, dark ground, paper that is not white. */
const plates = [
  ["1080 lines", 112],
  ["768 lines", 80],
] as const;

describe("qrPath(url)", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  const cases = Object.entries(pages).flatMap(([name, url]) =>
    plates.map(([plate, side]) => [name, plate, url, side] as const),
  );

  it.each(cases)("draws %s so that another program reads it from %s", async (_, _2, url, side) => {
    const page = await browser.newPage({ viewport: { width: 152, height: 152 } });
    const { size, d } = qrPath(url);
    const box = size + 8;
    await page.setContent(
      `<body style="margin:0;background:#15171a"><svg style="margin:20px" width="${side}" height="${side}" viewBox="-4 -4 ${box} ${box}"><rect x="-4" y="-4" width="${box}" height="${box}" fill="#e6dfd1"/><path d="${d}" fill="#15171a" shape-rendering="crispEdges"/></svg></body>`,
    );
    const picture = await pixels(page, await page.screenshot());
    expect(jsQR(picture.data, picture.width, picture.height)?.data).toBe(url);
    await page.close();
  });

  it("is a whole number of modules, every one of them drawn once", () => {
    const { size, d } = qrPath(pages["a short address"]);
    expect(size).toBe(25); // 23 bytes at level M: version 2
    const cells = new Set<string>();
    for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
      for (let i = 0; i < Number(width); i++) cells.add(`${Number(x) + i} ${y}`);
    }
    expect(d.replace(/M\d+ \d+h(\d+)v1h-\1z/g, "")).toBe("");
    const corner = (x: number, y: number) =>
      [0, 1, 2, 3, 4, 5, 6].map((i) => (cells.has(`${x + i} ${y}`) ? "#" : ".")).join("");
    // The finder patterns of three corners: 7 dark, then a ring, then 3 × 3
    for (const [x, y] of [
      [0, 0],
      [18, 0],
      [0, 18],
    ] as const) {
      expect([0, 1, 2, 3, 4, 5, 6].map((i) => corner(x, y + i))).toEqual([
        "#######",
        "#.....#",
        "#.###.#",
        "#.###.#",
        "#.###.#",
        "#.....#",
        "#######",
      ]);
    }
  });
});

/** Read a screenshot back into pixels, in the browser that made it. */
async function pixels(page: Page, png: Buffer) {
  const { width, height, data } = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(image, 0, 0);
    const read = context.getImageData(0, 0, canvas.width, canvas.height);
    return { width: read.width, height: read.height, data: Array.from(read.data) };
  }, png.toString("base64"));
  return { width, height, data: Uint8ClampedArray.from(data) };
}
