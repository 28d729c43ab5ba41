import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { readBuild } from "./wall-build.ts";
import { openWall, type Wall } from "./wall-served.ts";
import { WallServer } from "./wall-server.ts";

const build = readBuild(inject("site"));
const at = "2026-03-02T09:30:00+08:00";

describe("the duty panel", () => {
  let browser: Browser;
  let server: WallServer;
  let wall: Wall;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = new WallServer(build.files);
    await server.start();
  });
  afterEach(async () => {
    await wall.context.close();
    await server.stop();
  });

  const words = () => wall.page.locator(".scene.on .duty text").allTextContents();

  it.each([
    [1920, 1080],
    [1080, 1920],
    [5760, 1080],
    [1024, 768],
  ])("lies over the body alone at %i × %i, every line whole", async (width, height) => {
    wall = await openWall(browser, server, at, { viewport: { width, height } }, async (page) => {
      await page.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, "wakeLock");
      });
    });
    await server.stop();
    await wall.skip(9 * 86_400);
    await wall.page.keyboard.press("i");
    await wall.pass(5);
    const found = await wall.page.evaluate(() => {
      const picture = [...document.querySelectorAll(".scene.on .picture")].find((one) =>
        one.querySelector("g.duty"),
      );
      const box = (selector: string) =>
        picture?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const card = box("g.duty > .card");
      const texts = [...(picture?.querySelectorAll("g.duty text") ?? [])].map((text) => ({
        text: text.textContent ?? "",
        box: text.getBoundingClientRect(),
      }));
      const overlaps = texts.flatMap((a, i) =>
        texts.slice(i + 1).flatMap((b) => {
          const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          return across > 1 && down > 0.5 * Math.min(a.box.height, b.box.height)
            ? [`${a.text} | ${b.text}`]
            : [];
        }),
      );
      return {
        underHead: card.top >= box(".head text").bottom - 1,
        overFoot: card.bottom <= box(".foot .line").top,
        outside: texts
          .filter(
            ({ box: { left, right, bottom } }) =>
              left < card.left || right > card.right + 1 || bottom > card.bottom,
          )
          .map(({ text }) => text),
        overlaps,
      };
    });
    expect(found).toEqual({ underHead: true, overFoot: true, outside: [], overlaps: [] });
    expect(await words()).toEqual(
      expect.arrayContaining([
        "值班面板",
        "本版",
        "数据截至",
        "连续运行",
        "本周重载",
        "节点内存",
        "请到系统电源里关掉熄屏",
      ]),
    );
    expect((await words()).some((text) => text === "已 9 天连不上服务器，一项待设置")).toBe(true);
  });

  it("comes and goes with I, follows the scenes, and goes by itself after five minutes", async () => {
    wall = await openWall(browser, server, at);
    await wall.page.keyboard.press("i");
    await wall.pass(4 * 60);
    expect(await words()).toContain("检查新版本，没有");
    await wall.pass(61);
    expect(await words()).toEqual([]);
    await wall.page.keyboard.press("i");
    await wall.pass(1);
    expect(await words()).toContain("值班面板");
    await wall.page.keyboard.press("i");
    await wall.pass(1);
    expect(await words()).toEqual([]);
  });

  it("is exported as text while it is open, and not before", async () => {
    wall = await openWall(browser, server, at);
    await wall.page.keyboard.press("e");
    await wall.pass(1);
    await wall.page.keyboard.press("i");
    await wall.pass(1);
    const coming = wall.page.waitForEvent("download");
    await wall.page.keyboard.press("e");
    const download = await coming;
    expect(download.suggestedFilename()).toBe("大屏值班记录-2026-03-02.txt");
    const text = readFileSync(await download.path(), "utf8");
    expect(text).toMatch(/^\ufeff大屏值班记录 {2}2026-03-02 09:30\r\n运行正常/);
    expect(text).toContain("3-2 09:30  启动\r\n");
  });

  it("says of a wall from the disk that it cannot update itself", async () => {
    wall = await openWall(browser, server, at);
    await wall.page.goto(`${pathToFileURL(join(inject("site"), "wall/index.html"))}?still`);
    await wall.page.keyboard.press("i");
    await wall.pass(1);
    expect(await words()).toEqual(
      expect.arrayContaining(["从本机文件打开，不能自动更新", "要更新，请从网址打开大屏"]),
    );
  });
});
