import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser } from "../browser/browser.ts";
import { drawGallery } from "./gallery.ts";

interface Ink {
  readonly words: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Measure in the page where every text of every drawing has its ink, against its own sheet. */
function measure(): { id: string; width: number; height: number; texts: Ink[] }[] {
  return [...document.querySelectorAll("svg")].map((svg) => {
    const sheet = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].flatMap((text) => {
      const size = Number.parseFloat(getComputedStyle(text).fontSize);
      // A word set vertically has a box a character; the box of a line is higher than its ink.
      return Array.from({ length: text.getAttribute("x")?.split(" ").length ?? 1 }, (_, i, all = text) => {
        const count = all.getAttribute("x")?.includes(" ") ? 1 : all.getNumberOfChars();
        const [first, last] = [all.getExtentOfChar(i), all.getExtentOfChar(i + count - 1)];
        const baseline = all.getStartPositionOfChar(i).y;
        return {
          words: all.textContent ?? "",
          left: first.x,
          right: last.x + last.width,
          top: baseline - size * 0.8,
          bottom: baseline + size * 0.1,
        };
      });
    });
    return { id: svg.getAttribute("aria-labelledby") ?? "", width: sheet.width, height: sheet.height, texts };
  });
}

describe("drawFigures and drawRibbon in a browser", () => {
  let browser: Browser;
  let drawings: ReturnType<typeof measure>;
  let colors: string[];
  const errors: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("console", (message) => errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    const sheet =
      ":root{--c1:#b3362a;--ink:#22252a}body{font-family:'Noto Sans CJK SC',sans-serif;text-autospace:normal}";
    const policy = "default-src 'none'; style-src 'nonce-sheet'";
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><style nonce="sheet">${sheet}</style>${[...drawGallery().values()].join("")}`,
    );
    drawings = await page.evaluate(measure);
    colors = await page.evaluate(() =>
      [...document.querySelectorAll("[stroke='var(--c1)']")].map((node) => getComputedStyle(node).stroke),
    );
  }, 120_000);
  afterAll(() => browser?.close());

  it("shows the page's colours under a strict policy, without a message", () => {
    expect(errors).toEqual([]);
    expect(new Set(colors)).toEqual(new Set(["rgb(179, 54, 42)"]));
  });

  it("clips no text", () => {
    expect(drawings.filter(({ texts }) => texts.length === 0)).toEqual([]);
    const clipped = drawings.flatMap(({ id, width, height, texts }) =>
      texts
        .filter((t) => t.left < -0.5 || t.top < -0.5 || t.right > width + 0.5 || t.bottom > height + 0.5)
        .map((t) => `${id}: ${t.words}`),
    );
    expect(clipped).toEqual([]);
  });

  it("lets no two texts overlap", () => {
    const overlaps = drawings.flatMap(({ id, texts }) =>
      texts.flatMap((a, i) =>
        texts
          .slice(i + 1)
          .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
          .map((b) => `${id}: ${a.words} × ${b.words}`),
      ),
    );
    expect(overlaps).toEqual([]);
  });
});
