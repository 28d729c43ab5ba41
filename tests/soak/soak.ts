import type { Browser, CDPSession, Page } from "playwright-core";
import { type Build, rebuilt } from "../browser/wall-build.ts";
import type { WallServer } from "../browser/wall-server.ts";
import { type Leak, planting } from "./leak.ts";
import { type Alive, installVirtualTime } from "./virtual-time.ts";

/** What a page takes while nothing moves on it, after a garbage collection. */
export interface Reading extends Alive {
  readonly loop: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number; // bytes
}

/** A page, run for so many loops. */
export interface Soaked {
  readonly readings: readonly Reading[];
  readonly scenes: number; // changes of scene
  readonly swaps: number; // pages put in the place of others
}

export interface Plan {
  readonly loops: number;
  readonly warm: number; // loops before the first reading
  readonly apart: number; // loops between two readings
  readonly swap: number; // loops between two builds; 0 for none
  readonly leak?: Leak;
}

/**
 * For the browser: what its compiler makes in its own time counts as heap, comes in steps, and is no leak. Without it a wall
 * whose heap is flat measures flat to the byte.
 */
export const uncompiled = [
  "--js-flags=--no-opt --no-maglev --no-sparkplug --no-lazy-feedback-allocation --no-flush-bytecode",
];

const start = Date.parse("2026-03-02T08:00:00+08:00");

/** Run the wall for a number of loops, its server giving it a new build now and then. */
export async function soakWall(
  browser: Browser,
  server: WallServer,
  build: Build,
  plan: Plan,
): Promise<Soaked> {
  server.files = build.files;
  const { page, session } = await openPage(browser, server.address, plan.leak);
  const loop = await page.evaluate(() => {
    const scenes = [...document.querySelectorAll<HTMLElement>(".scene")];
    let shown = "";
    window.changes = 0;
    new MutationObserver((records) => {
      for (const { target } of records) {
        const { id, classList } = target as Element;
        if (id === shown || !classList.contains("on") || classList.contains("leaving")) continue;
        shown = id;
        window.changes++;
      }
    }).observe(document.getElementById("stage") as Element, { attributeFilter: ["class"], subtree: true });
    return scenes.reduce((sum, scene) => sum + Number(scene.dataset.seconds), 0) * 1000;
  });
  let swaps = 0;
  const readings = await run(page, session, loop, plan, (done) => {
    if (plan.swap === 0 || done % plan.swap !== 1) return;
    swaps++;
    const id = String(swaps).padStart(12, "0");
    server.files = rebuilt(build, {
      id,
      published: 1000 + swaps,
      builtAt: "2026-03-02T08:00:00+08:00",
    }).files;
  });
  const shown = await page.evaluate(() => document.documentElement.dataset.published);
  const scenes = await page.evaluate(() => window.changes);
  await page.context().close();
  return { readings, scenes, swaps: Math.max(0, Number(shown) - 1000) };
}

/** Run an empty page through the same time, to know what the browser itself takes. */
export async function soakNothing(
  browser: Browser,
  server: WallServer,
  loop: number,
  plan: Plan,
): Promise<Soaked> {
  server.files = new Map([
    ["wall/index.html", new TextEncoder().encode("<!doctype html><title>empty</title>")],
  ]);
  const { page, session } = await openPage(browser, server.address);
  const readings = await run(page, session, loop, plan, () => {});
  await page.context().close();
  return { readings, scenes: 0, swaps: 0 };
}

declare global {
  interface Window {
    changes: number;
  }
}

async function openPage(
  browser: Browser,
  address: string,
  leak?: Leak,
): Promise<{ page: Page; session: CDPSession }> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  const page = await context.newPage();
  await page.addInitScript(installVirtualTime, start);
  if (leak) await page.addInitScript(planting(leak));
  await page.goto(address, { waitUntil: "load" });
  const session = await context.newCDPSession(page);
  return { page, session };
}

async function run(
  page: Page,
  session: CDPSession,
  loop: number,
  { loops, warm, apart }: Plan,
  before: (done: number) => void,
): Promise<Reading[]> {
  const readings: Reading[] = [];
  await page.evaluate((length) => window.passTime(length), 5000); // past the entry of the first scene
  for (let done = 0; done <= loops; done++) {
    if (done >= warm && (done - warm) % apart === 0)
      readings.push({ loop: done, ...(await read(page, session)) });
    if (done === loops) break;
    before(done + 1);
    await page.evaluate((length) => window.passTime(length), loop);
  }
  return readings;
}

async function read(page: Page, session: CDPSession): Promise<Omit<Reading, "loop">> {
  for (let i = 0; i < 3; i++) await session.send("HeapProfiler.collectGarbage");
  const { nodes, jsEventListeners: listeners } = await session.send("Memory.getDOMCounters");
  const { usedSize: heap } = await session.send("Runtime.getHeapUsage");
  const alive = await page.evaluate(() => window.countAlive());
  return { nodes, listeners, heap, ...alive };
}

/** Find the slope of a heap in bytes a loop, as the median over all pairs of readings: a single odd reading moves nothing. */
export function slopeOf(readings: readonly Reading[]): number {
  const slopes = readings.flatMap((a, i) =>
    readings.slice(i + 1).map((b) => (b.heap - a.heap) / (b.loop - a.loop)),
  );
  const sorted = slopes.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

/** The most that the heap may grow by, in bytes a loop, beyond what an empty page's does. */
const growth = 0.2 * 1024;

/** Say what a wall keeps that it ought to let go of; nothing if it keeps nothing. */
export function leaksOf(wall: Soaked, empty: Soaked): string[] {
  const found: string[] = [];
  const differ = (name: "nodes" | "listeners") => {
    const counts = [...new Set(wall.readings.map((reading) => reading[name]))];
    if (counts.length > 1) found.push(`${name}: ${counts.join(", ")}`);
  };
  differ("nodes");
  differ("listeners");
  const grown = slopeOf(wall.readings) - slopeOf(empty.readings);
  if (grown > growth) found.push(`heap: ${grown.toFixed(0)} bytes a loop more than an empty page`);
  const alive = wall.readings.filter(
    ({ timeouts, intervals, frames }) => timeouts !== 1 || intervals !== 0 || frames !== 0,
  );
  for (const { loop, timeouts, intervals, frames } of alive.slice(0, 1)) {
    found.push(`alive at loop ${loop}: ${timeouts} timeouts, ${intervals} intervals, ${frames} frames`);
  }
  return found;
}
