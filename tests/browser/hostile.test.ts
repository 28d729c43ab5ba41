import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { listTree, newFolder, project, run } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { open, pages, scriptsOf } from "./opened.ts";
import { planted } from "./plant.ts";

/** What is left of a text in a document: blanks run together, and what HTML has no character for is gone. */
const bare = (text: string) => text.replace(/[\s\p{C}\ufffd]/gu, "");

const columns = "时点,单位,口径,备案注册人数,活跃人数,当年服务时长";

describe("a site whose every text means harm", () => {
  const folder = join(newFolder(), "site");
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    const script = join(project, "tests", "browser", "hostile-site.ts");
    const { code, stdout, stderr } = await run(process.execPath, [script, folder], project);
    if (code !== 0) throw new Error(`${stdout}${stderr}`);
    browser = await launchBrowser();
    served = await serve(folder, 0, "/");
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  /** Open a page, and fail if anything in it acts; give its text and what it shows in attributes. */
  async function look(path: string): Promise<string> {
    const { page, requests, complaints } = await open(browser, served.address + path);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const seen = await page.evaluate(() => {
      const all = [...document.querySelectorAll("*")];
      const attributes = all.flatMap((element) =>
        [...element.attributes].map((one) => [one.name, one.value]),
      );
      return {
        hit: "hit" in window,
        handlers: attributes.filter(([name]) => name?.startsWith("on")),
        addresses: attributes.filter(
          ([name, value = ""]) =>
            /^(?:href|src|action|xlink:href)$/.test(name ?? "") && /^(?:\w+script:|\/\/)/i.test(value.trim()),
        ),
        strangers: all.filter((one) => one.matches("img[src=x], iframe, object, embed, base, [onload]"))
          .length,
        shown: getComputedStyle(document.body).display !== "none",
        scripts: [...document.scripts].map((script) => script.src),
        text: [document.documentElement.textContent, ...attributes.map(([, value]) => value)].join("\n"),
      };
    });
    const isWall = path === "wall/index.html";
    const names = isWall ? ["wall/wall.js"] : ["large-type.js", ...scriptsOf(path)];
    const wanted = names.map((name) => served.address + name);
    const polled = isWall ? [`${served.address}build.json`] : [];
    const { text, ...acts } = seen;
    expect({ path, ...acts, dialogs, complaints }).toEqual({
      path,
      hit: false,
      handlers: [],
      addresses: [],
      strangers: 0,
      shown: true,
      scripts: wanted,
      dialogs: [],
      complaints: [],
    });
    const icon = `${served.address}favicon.svg`;
    const asked = requests.filter((url) => url !== icon && !url.startsWith("blob:"));
    expect(asked).toEqual([served.address + path, ...wanted, ...polled]);
    await page.context().close();
    return text;
  }

  it("runs nothing, asks nothing and looks as it should, and every text is read as text", async () => {
    const paths = listTree(folder).filter((path) => path.endsWith(".html"));
    expect(paths).toEqual(expect.arrayContaining(pages));
    const texts: string[] = [];
    for (const path of paths) texts.push(bare(await look(path)));
    const unseen = planted.filter((text) => !texts.some((page) => page.includes(bare(text))));
    expect(unseen).toEqual([]);
  }, 300_000);

  it("shows a checked file's texts as texts", async () => {
    const { page, requests, complaints } = await open(browser, `${served.address}check/index.html`);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const before = requests.length;
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = planted.map((text) => `2025-12-31,${cell(text)},${cell(text)},${cell(text)},200,30`);
    const buffer = Buffer.from(`\ufeff${columns}\r\n${rows.join("\r\n")}\r\n`);
    await page.setInputFiles("#files", [{ name: "volunteers-2025.csv", mimeType: "text/csv", buffer }]);
    await page.waitForSelector(".grid table");
    const text = bare((await page.textContent("#results")) ?? "");
    expect(text).toContain(bare("<img src=x onerror=window.hit=1>"));
    expect(await page.evaluate(() => "hit" in window)).toBe(false);
    expect(
      await page.locator("#results img, #results script, #results svg[onload], #results [onerror]").count(),
    ).toBe(0);
    const icon = `${served.address}favicon.svg`;
    expect(requests.slice(before).filter((url) => url !== icon && !url.startsWith("blob:"))).toEqual([]);
    expect({ dialogs, complaints }).toEqual({ dialogs: [], complaints: [] });
    await page.context().close();
  });
});
