import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { topics } from "../../src/core/declared/indicator.ts";

/** The pages that every page's head leads to, from the site's root. */
export const columns = ["index.html", ...[...topics, "data", "about"].map((name) => `${name}/index.html`)];

/** Every kind of page of a site, from its root. */
export const pages = [
  ...columns,
  "volunteers/units/index.html",
  "brief/2025/index.html",
  "check/index.html",
  "revisions/index.html",
  "releases/2025-01-20/index.html",
];

/** The scripts of a page, from the site's root: only the page that checks files has any. */
export function scriptsOf(path: string): string[] {
  return path === "check/index.html" ? ["check/kit.js", "check/check.js"] : [];
}

/** A page, with what it asked for and what it complained of. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** Open an address in a context of its own. */
export async function open(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  await page.goto(address, { waitUntil: "load" });
  return { page, requests, complaints };
}
