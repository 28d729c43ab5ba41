import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { listTree } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { columns, open, pages } from "./opened.ts";

interface Link {
  readonly from: string;
  readonly written: string;
  readonly href: string;
}

describe("a link", () => {
  const site = inject("site");
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(site, 0, "/a/b/");
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const roots = [
    ["under /a/b/", () => served.address],
    ["from file://", () => `${pathToFileURL(site).href}/`],
  ] as const;

  /** List the links of every page, and the marks that links may lead to. */
  async function survey(root: string): Promise<{ links: Link[]; marks: Set<string> }> {
    const links: Link[] = [];
    const marks = new Set<string>();
    for (const path of pages) {
      const { page } = await open(browser, root + path);
      const found = await page.$$eval("a[href]", (all) =>
        all.map((a) => ({ written: a.getAttribute("href") ?? "", href: (a as HTMLAnchorElement).href })),
      );
      links.push(...found.map((link) => ({ from: path, ...link })));
      const ids = await page.$$eval("[id]", (all) => all.map((element) => element.id));
      for (const id of ids) marks.add(`${root}${path}#${id}`);
      await page.context().close();
    }
    return { links, marks };
  }

  it.each(roots)("leads to a file of the site, and to a mark that is there, %s", async (_, rootOf) => {
    const root = rootOf();
    const files = new Set(listTree(site));
    const { links, marks } = await survey(root);
    const lost = links.filter(({ href, written }) => {
      if (/^(mailto|tel):/.test(written)) return false;
      const [address = "", mark] = href.split("#");
      const isHere = address.startsWith(root) && files.has(decodeURIComponent(address.slice(root.length)));
      return !isHere || (mark !== undefined && !marks.has(`${address}#${decodeURIComponent(mark)}`));
    });
    expect(lost).toEqual([]);
    expect(links.filter(({ written }) => written.startsWith("/"))).toEqual([]);
    const reached = new Set(links.map(({ href }) => (href.split("#")[0] ?? "").slice(root.length)));
    expect(pages.filter((path) => !reached.has(path))).toEqual([]);
  });

  it.each(roots)("opens its page when clicked, %s", async (_, rootOf) => {
    const root = rootOf();
    const { page, complaints } = await open(browser, `${root}index.html`);
    for (const path of columns) {
      await clickTo(page, root + path);
      expect(page.url()).toBe(root + path);
      expect(await page.locator("h1").textContent()).not.toBe("");
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  async function clickTo(page: Page, address: string): Promise<void> {
    const at = await page.$$eval(
      "header nav a",
      (all, wanted) => all.findIndex((a) => (a as HTMLAnchorElement).href === wanted),
      address,
    );
    await page.locator("header nav a").nth(at).click();
    await page.waitForURL(address);
  }
});
