import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import type { WallServer } from "./wall-server.ts";

/** A wall under a clock that stands still unless it is moved. */
export interface Wall {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly errors: string[]; // uncaught
  readonly pages: string[]; // addresses the window went to
  /** Let so many seconds pass, every timer in its turn, and what is asked for be answered. */
  pass(seconds: number): Promise<void>;
  /** Let much time pass at once, as a sleep does: what is due fires once, and is answered. */
  skip(seconds: number): Promise<void>;
  /** Wait until nothing is under way but what the server holds back. */
  quiet(): Promise<void>;
}

/** Open a wall at a moment of its own. */
export async function openWall(
  browser: Browser,
  server: WallServer,
  at: string,
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<void> = async () => {},
): Promise<Wall> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const pages: string[] = [];
  const running = new Set<object>();
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("framenavigated", (frame) => pages.push(frame.url()));
  page.on("request", (request) => running.add(request));
  page.on("requestfinished", (request) => running.delete(request));
  page.on("requestfailed", (request) => running.delete(request));
  await page.clock.install({ time: new Date(Date.parse(at) - 600_000) });
  await page.clock.pauseAt(new Date(at));
  await prepare(page);
  await page.goto(`${server.address}?still`, { waitUntil: "load" });
  const quiet = async () => {
    const patience = Date.now() + 15_000;
    while (running.size > server.held && Date.now() < patience) await page.evaluate(breathe);
    await page.evaluate(breathe); // what was answered is worked on
  };
  const pass = async (seconds: number) => {
    for (let left = seconds; left > 0; left -= step) {
      await page.clock.runFor(Math.min(left, step) * 1000);
      await quiet();
    }
  };
  const skip = async (seconds: number) => {
    await page.clock.fastForward(seconds * 1000);
    await quiet();
  };
  await quiet();
  return { page, context, errors, pages, pass, skip, quiet };
}

const step = 10; // seconds; less than the wall's patience, or a request would be given up before it can be answered

/** Let the page work on what has come: a message to itself is no timer. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
