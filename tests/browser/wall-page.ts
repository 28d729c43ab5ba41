import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { bundleWall } from "../../src/commands/scripts.ts";
import { newFolder, project } from "../command.ts";

/** A scene of a wall made by hand. */
export interface HandScene {
  readonly id: string;
  readonly seconds: number;
  readonly attributes?: string; // e.g. `data-priority="1"`
}

const canvases = [
  ["portrait", 1080, 1920],
  ["classic", 1440, 1080],
  ["wide", 1920, 1080],
  ["ultrawide", 2560, 1080],
  ["double", 3840, 1080],
  ["triple", 5760, 1080],
] as const;

function pictureOf(id: string, format: string, width: number, height: number): string {
  const [x, y, line] = [width * 0.05, height * 0.95, height * 0.95 - 135];
  return `<svg class="picture" data-format="${format}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${id}">
<g class="head"><g class="headline"><text x="${x}" y="${height * 0.2}" font-size="80">${id}</text></g>
<text class="clock mute" x="${width - x}" y="${height * 0.08}" font-size="36" text-anchor="end" data-clock="${format === "portrait" ? "hour" : "full"}"/></g>
<g class="drawing"><rect class="t2" x="${x}" y="${height * 0.4}" width="${width * 0.5}" height="${height * 0.2}"/></g>
<g class="hero"><text x="${width * 0.6}" y="${height * 0.6}" font-size="200">${id}</text></g>
<g class="foot"><rect class="line" x="${x}" y="${line - 1}" width="${width - 2 * x}" height="2"/><rect class="elapsed" x="${x}" y="${line - 2}" width="${width - 2 * x}" height="4"/>
<text class="say say1 bold" x="${x + 140}" y="${y - 69}" font-size="36" data-room="90">数据截至 2025-12-31</text><text class="say say2 mute" x="${x + 140}" y="${y - 14}" font-size="36" data-room="90">口径</text><text class="say say3 mute" x="${x + 140}" y="${y + 40}" font-size="36" data-room="90"/></g></svg>`;
}

/** Write a wall of a few scenes made by hand, with the project's own sheets and script; the folder that holds wall/. */
export async function writeHandWall(scenes: readonly HandScene[], attributes = ""): Promise<string> {
  const folder = newFolder();
  const styles = ["wall.css", "wall-player.css"].map((name) =>
    readFileSync(join(project, "src/styles", name), "utf8"),
  );
  const sheet = styles.join("");
  const hash = createHash("sha256").update(sheet).digest("base64");
  const sections = scenes.map(
    ({ id, seconds, attributes: own = "" }) =>
      `<section class="scene" id="scene-${id}" data-title="画面${id}" data-seconds="${seconds}" data-kind="figures" ${own} aria-label="${id}">${canvases.map(([format, width, height]) => pictureOf(id, format, width, height)).join("")}</section>`,
  );
  mkdirSync(join(folder, "wall"));
  writeFileSync(
    join(folder, "wall/index.html"),
    `<!doctype html><html lang="zh-CN" data-build="0123456789ab" data-edition="public" data-published="1" data-code="0123456789ab" data-built-at="2026-01-01T00:00:00+08:00" data-as-of="2025-12-31" data-next-update="" data-bureau="某局" ${attributes}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; script-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'">
<title>大屏</title><link rel="icon" href="data:,"><style>${sheet}</style></head><body><svg class="store" aria-hidden="true" width="0" height="0"><defs></defs></svg>
<main id="stage">${sections.join("")}</main><script defer src="wall.js"></script></body></html>
<!-- wall:end -->
`,
  );
  writeFileSync(join(folder, "wall/wall.js"), await bundleWall());
  return folder;
}

const entry = 2000; // ms, in which the first scene has come

/** Open a wall at an hour of China's, its clock standing until a test moves it. */
export async function openWall(
  browser: Browser,
  address: string,
  time: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, ...options });
  const page = await context.newPage();
  const start = Date.parse(`${time}+08:00`) - entry;
  await page.clock.install({ time: start - 3_600_000 });
  await page.clock.pauseAt(start);
  await prepare(page);
  await page.goto(address, { waitUntil: "load" });
  await page.clock.runFor(entry);
  return page;
}

/** Name the scene that stands on the wall, or stands there from the end of the change on. */
export function shownOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const on = [...document.querySelectorAll(".scene.on:not(.leaving)")];
    return on.map((scene) => scene.id.replace("scene-", "")).join("+");
  });
}
