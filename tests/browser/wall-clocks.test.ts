import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { openWall, shownOn, writeHandWall } from "./wall-page.ts";

const scenes = [
  { id: "a", seconds: 20 },
  { id: "b", seconds: 30 },
  { id: "c", seconds: 50 },
];
const start = Date.parse("2026-01-19T09:00:05+08:00");

/** Work out the scene of an instant: the day's seconds, less the whole rounds of 100. */
function expected(instant: number): string {
  const second = ((instant + 8 * 3_600_000) / 1000) % 100; // 86 400 is a whole number of rounds
  return second < 20 ? "a" : second < 50 ? "b" : "c";
}

describe("two walls whose clocks are 400 ms apart", () => {
  let browsers: readonly Browser[];
  let served: Served;
  let walls: readonly Page[];
  let now = start;
  beforeAll(async () => {
    browsers = [await launchBrowser(), await launchBrowser()];
    served = await serve(await writeHandWall(scenes), 0);
    const address = `${served.address}wall/index.html`;
    walls = await Promise.all(
      browsers.map((browser, i) =>
        openWall(browser, address, i === 0 ? "2026-01-19T09:00:05" : "2026-01-19T09:00:05.400"),
      ),
    );
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await served.close();
  });

  const both = () => Promise.all(walls.map(shownOn));
  const run = async (ms: number) => {
    now += ms;
    for (const wall of walls) await wall.clock.runFor(ms);
  };

  it("show the same scene at ten instants", async () => {
    for (const seconds of [0, 13, 11, 17, 29, 41, 7, 53, 31, 67]) {
      await run(seconds * 1000 + 2000);
      const scene = expected(now);
      expect(await both(), `at ${new Date(now).toISOString()}`).toEqual([scene, scene]);
    }
  });

  it("and after a sleep of 8 hours, without a burst of changes", async () => {
    now += 8 * 3_600_000 + 4000;
    for (const wall of walls) await wall.clock.fastForward(8 * 3_600_000 + 4000);
    await run(1200);
    const scene = expected(now);
    expect(await both()).toEqual([scene, scene]);
  });

  it.each([-3, 3])("and within a minute after both clocks are set by %i hours", async (hours) => {
    now += hours * 3_600_000;
    for (const [i, wall] of walls.entries()) await wall.clock.setSystemTime(now + i * 400);
    await run(62_000);
    const scene = expected(now);
    expect(await both()).toEqual([scene, scene]);
    const clocks = await Promise.all(
      walls.map((wall) => wall.locator(".scene.on:not(.leaving) [data-format=wide] .clock").textContent()),
    );
    const time = new Date(now + 8 * 3_600_000).toISOString().slice(11, 16);
    expect(clocks).toEqual([`1 月 19 日 星期一 ${time}`, `1 月 19 日 星期一 ${time}`]);
  });
});

describe("the sample's wall from the disk, without a server", () => {
  it("runs, asks for nothing that is not there, complains of nothing, and says what it lacks", async () => {
    const browser = await launchBrowser();
    const complaints: string[] = [];
    const address = pathToFileURL(join(inject("site"), "wall/index.html")).href;
    const page = await openWall(browser, address, "2026-03-02T09:00:00", {}, async (page) => {
      page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
      page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    });
    const seen = new Set<string>();
    for (let minutes = 0; minutes < 10; minutes++) {
      for (let i = 0; i < 6; i++) {
        await page.clock.runFor(10_000);
        seen.add(await shownOn(page));
      }
    }
    const all = await page.$$eval(".scene", (scenes) =>
      scenes.map((scene) => scene.id.replace("scene-", "")),
    );
    for (const id of all) expect([...seen]).toContain(id);
    await page.keyboard.press("i");
    await page.clock.runFor(1000);
    const panel = page.locator(".scene.on .duty");
    expect((await panel.allTextContents()).join("")).toContain("从本机文件打开，不能自动更新");
    expect(complaints).toEqual([]);
    await browser.close();
  });
});
