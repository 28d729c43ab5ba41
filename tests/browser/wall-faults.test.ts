import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type Build, type Change, readBuild, rebuilt, spoilt } from "./wall-build.ts";
import { type Look, look } from "./wall-look.ts";
import { openWall, type Wall } from "./wall-served.ts";
import { answering, stalling, WallServer } from "./wall-server.ts";

const sample = readBuild(inject("site"));
const at = "2026-03-02T09:30:00+08:00";
const first = rebuilt(sample, { id: "111111111111", published: 7, asOf: "2025-12-30" });
const next: Change = {
  id: "222222222222",
  published: 8,
  builtAt: "2026-03-02T09:40:00+08:00",
  asOf: "2025-12-31",
};
const second = rebuilt(sample, next);
const good = [first, second];

/** Words that no visitor may ever see. */
const broken = /错误|Error|undefined|NaN|null|Infinity|\[object/;

const rows: string[][] = [];

let browser: Browser;
let server: WallServer;
let wall: Wall;
let planted: RegExp; // uncaught errors that the test itself makes

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  if (process.env.FAULTS) console.log(rows.map((row) => `| ${row.join(" | ")} |`).join("\n"));
});
beforeEach(async () => {
  planted = /^$/;
  server = new WallServer(first.files);
  await server.start();
  wall = await openWall(browser, server, at);
});
afterEach(async () => {
  await wall.context.close();
  await server.stop();
});

/** Look at the wall: whatever happened to it, what it shows is whole, true, and free of a program's words. */
async function see(moment: string, builds: readonly Build[] = good): Promise<Look> {
  const seen = await look(wall.page, builds);
  expect(seen.scene, moment).not.toBe("");
  expect(seen.isTrue, `${moment}: ${seen.scene} of ${seen.build} is as it was drawn`).toBe(true);
  expect(seen.words, moment).not.toMatch(broken);
  expect(seen.inked, moment).toBeGreaterThanOrEqual(0.03);
  expect(wall.pages.filter((page) => !page.endsWith("?still"))).toEqual([]);
  expect(wall.pages).toHaveLength(1);
  expect(wall.errors.filter((error) => !planted.test(error))).toEqual([]);
  return seen;
}

/** Read the last events off the duty panel. */
async function duty(page: Page): Promise<string> {
  await page.keyboard.press("i");
  const text = await page.evaluate(() => document.querySelector(".scene.on .duty")?.textContent ?? "");
  await wall.pass(1);
  await page.keyboard.press("i");
  await wall.pass(1);
  return text;
}

/** Add up how long every scene stands. */
async function roundOf(page: Page): Promise<number> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".scene")].reduce(
      (sum, one) => sum + Number(one.dataset.seconds),
      0,
    ),
  );
}

const tick = 60;
const poll = 6 * 60; // five minutes and the jitter
const afterFailures = 34 * 60; // at most half an hour and the jitter

function note(fault: string, then: Look, after: Look, words: string): void {
  const say = ({ scene, build, says, stale }: Look) =>
    `${scene}, ${build.slice(0, 3)}…${stale && ` (${stale})`}: ${says}`;
  rows.push([fault, say(then), say(after), words]);
}

describe("a wall whose server fails", () => {
  const page = "<!doctype html><title>502</title><h1>Error: undefined 错误</h1>";
  it.each([
    ["500", answering(/./, 500, page), "服务器 500，留用本版"],
    ["404", answering(/./, 404, page), "服务器 404，留用本版"],
    ["an error page with status 200", answering(/./, 200, page), "版本信息读不懂，留用本版"],
    ["an empty answer", answering(/./, 200, ""), "版本信息读不懂，留用本版"],
    ["500 for the new page alone", answering(/wall\/index/, 500, page), "取新版时服务器 500，不换"],
    ["an error page for the new page alone", answering(/wall\/index/, 200, page), "新版只到一半，不换"],
  ])(
    "shows the last good picture through %s, and the new build one look after it",
    async (name, fault, words) => {
      server.fault = fault;
      server.files = second.files;
      await wall.skip(poll);
      await wall.pass(tick);
      const then = await see("one tick later");
      expect(then.build).toBe(first.id);
      expect(then.says).toContain("数据截至 2025-12-30");
      expect(await duty(wall.page)).toContain(words);
      server.fault = null;
      await wall.skip(afterFailures);
      await wall.pass(tick);
      const after = await see("one look after it");
      expect(after.build).toBe(second.id);
      expect(after.says).toContain("数据截至 2025-12-31");
      note(name, then, after, words);
    },
  );

  it("shows the last good picture while the server is gone, and the new build when it is back", async () => {
    await server.stop();
    await wall.skip(poll);
    await wall.pass(tick);
    const then = await see("one tick later");
    expect(then.build).toBe(first.id);
    expect(await duty(wall.page)).toContain("连不上服务器，留用本版");
    server.files = second.files;
    await server.start();
    await wall.skip(afterFailures);
    await wall.pass(tick);
    const after = await see("one look after it");
    expect(after.build).toBe(second.id);
    note("server killed and restarted", then, after, "连不上服务器，留用本版");
  });

  it("gives up an answer that stalls for 30 seconds, and asks again", async () => {
    server.fault = stalling;
    server.files = second.files;
    await wall.skip(poll);
    await wall.pass(30);
    const then = await see("after 30 seconds");
    expect(then.build).toBe(first.id);
    expect(await duty(wall.page)).toContain("服务器没有回应，留用本版");
    server.fault = null;
    await wall.skip(afterFailures);
    await wall.pass(tick);
    const after = await see("one look after it");
    expect(after.build).toBe(second.id);
    note("30-second stalls", then, after, "服务器没有回应，留用本版");
  });

  it("says after nine days what is true, and takes it back when the server answers", async () => {
    await server.stop();
    for (let day = 0; day < 9; day++) {
      await wall.skip(24 * 3600);
      await wall.pass(tick);
    }
    const then = await see("after nine days");
    expect(then.stale).toBe("stale amber");
    expect(then.says).toContain("已 9 天未能连接发布服务器，显示的是 3 月 1 日发布的内容");
    expect(then.says).toContain("数据截至 2025-12-30");
    await server.start();
    await wall.skip(afterFailures);
    await wall.pass(tick);
    const after = await see("when it is back");
    expect(after.stale).toBe("");
    expect(after.says).toMatch(/^数据截至 2025-12-30/);
    note("network gone for nine days", then, after, "服务器恢复");
  });
});

describe("a wall that is offered what it may not show", () => {
  const older = rebuilt(sample, { id: "000000000000", published: 6, asOf: "2025-12-29" });
  const internal = rebuilt(sample, { ...next, edition: "internal" });
  const scripted = rebuilt(
    { ...sample, page: sample.page.replace("</section>", "<script>0</script></section>") },
    next,
  );
  const empty = rebuilt({ ...sample, page: sample.page.replace(/<section[\s\S]*<\/section>/, "") }, next);
  const lacking = rebuilt(
    { ...sample, page: sample.page.replace(/<svg class="picture" data-format="classic"[\s\S]*?<\/svg>/, "") },
    next,
  );
  it.each([
    [
      "a truncated page",
      spoilt(second, "wall/index.html", (text) => text.slice(0, 9000)),
      "新版只到一半，不换",
    ],
    [
      "a wrong hash",
      spoilt(second, "wall/index.html", (text) => text.replace("2025", "2052")),
      "新版校验不符，不换",
    ],
    [
      "half of build.json",
      spoilt(second, "build.json", (text) => text.slice(0, 50)),
      "版本信息读不懂，留用本版",
    ],
    ["a replayed older build", older.files, "服务器上是更早的一版，留用本版"],
    ["another edition", internal.files, "服务器上是另一版别，留用本版"],
    ["a page with a program in a scene", scripted.files, "新版画面里有程序，不换"],
    ["a page without scenes", empty.files, "新版没有画面，不换"],
    ["a page that lacks a picture", lacking.files, "新版缺画面，不换"],
  ])("refuses %s, and takes the next good build", async (name, files, words) => {
    server.files = files;
    await wall.skip(poll);
    await wall.pass(tick);
    const then = await see("one tick later");
    expect(then.build).toBe(first.id);
    expect(await duty(wall.page)).toContain(words);
    server.files = second.files;
    await wall.skip(afterFailures);
    await wall.pass(tick);
    const after = await see("one look after it");
    expect(after.build).toBe(second.id);
    note(name, then, after, words);
  });

  it("takes a rollback: older figures under a higher number", async () => {
    const back = rebuilt(sample, { id: "333333333333", published: 9, asOf: "2024-12-31" });
    server.files = back.files;
    await wall.skip(poll);
    await wall.pass(tick);
    const then = await see("one tick later", [back]);
    expect(then.build).toBe(back.id);
    expect(then.says).toContain("数据截至 2024-12-31");
    note("a rollback", then, then, "换上");
  });
});

describe("a wall whose time jumps", () => {
  it.each([
    ["+3 h", 3],
    ["−3 h", -3],
  ])("shows the scene of the new hour after a clock step of %s, and asks at once", async (name, hours) => {
    server.files = second.files;
    await wall.pass(30);
    const before = server.asked.length;
    await wall.page.clock.setSystemTime(new Date(Date.parse(at) + hours * 3_600_000));
    await wall.pass(tick);
    const then = await see("one tick later");
    const clock = await wall.page.evaluate(() => document.querySelector(".scene.on .clock")?.textContent);
    expect(clock).toMatch(hours > 0 ? /12:3\d$/ : /06:3\d$/);
    expect(server.asked.slice(before)).toContain("build.json");
    await wall.skip(poll);
    await wall.pass(tick);
    const after = await see("one look later");
    expect(after.build).toBe(second.id);
    note(`clock step of ${name}`, then, after, "");
  });

  it("wakes from eight hours of sleep with the scene of the hour, and the newest build", async () => {
    server.files = second.files;
    await wall.skip(8 * 3600);
    await wall.pass(tick);
    const then = await see("one tick later");
    const clock = await wall.page.evaluate(() => document.querySelector(".scene.on .clock")?.textContent);
    expect(clock).toMatch(/17:3\d$/);
    await wall.skip(poll);
    await wall.pass(tick);
    const after = await see("one look later");
    expect(after.build).toBe(second.id);
    note("sleep of 8 h", then, after, "");
  });
});

describe("a wall whose program fails", () => {
  it("skips a scene that throws, tells it, and shows the others", async () => {
    const title = await wall.page.evaluate(() => {
      const scene = document.querySelector<HTMLElement>(".scene:not(.on)");
      if (scene) {
        scene.classList.add = () => {
          throw new Error("planted");
        };
      }
      return scene?.dataset.title ?? "";
    });
    expect(title).not.toBe("");
    const seen = new Set<string>();
    let then = await see("while a scene throws");
    for (let left = await roundOf(wall.page); left > 0; left -= 10) {
      await wall.pass(10);
      seen.add(
        await wall.page.evaluate(() => document.querySelector<HTMLElement>(".scene.on")?.dataset.title ?? ""),
      );
    }
    then = await see("a round later");
    expect(seen.size).toBeGreaterThan(1);
    expect([...seen]).not.toContain(title);
    expect(await duty(wall.page)).toContain(`“${title}”`);
    server.files = second.files;
    await wall.skip(poll);
    await wall.pass(tick);
    const after = await see("after a new build");
    expect(after.build).toBe(second.id);
    note("a scene made to throw", then, after, `“${title}”…本轮跳过`);
  });

  it("starts anew from what is online after an uncaught error, at most three times an hour", async () => {
    planted = /^planted/;
    for (let i = 0; i < 6; i++) {
      await wall.page.evaluate((n) => void setTimeout(() => Promise.reject(new Error(`planted ${n}`)), 0), i);
      await wall.pass(2 * tick);
      expect((await see("after an error")).build).toBe(first.id);
    }
    const then = await see("after six errors");
    expect(server.asked.filter((path) => path.startsWith("wall/wall.js?"))).toHaveLength(3);
    server.files = second.files;
    await wall.skip(poll);
    await wall.pass(tick);
    const after = await see("one look later");
    expect(after.build).toBe(second.id);
    note("six uncaught errors", then, after, "三次换新程序，之后留用");
  });

  it("does not need a server to live through an uncaught error", async () => {
    planted = /^planted/;
    await server.stop();
    await wall.page.evaluate(() => void setTimeout(() => Promise.reject(new Error("planted")), 0));
    await wall.pass(2 * tick);
    expect((await see("after the error")).build).toBe(first.id);
    await server.start();
  });
});

describe("a wall that is offered another program", () => {
  it("hands over to it without leaving the page, with its styles", async () => {
    const newer = rebuilt(sample, {
      ...next,
      program: (code) => `${code};window.isNewer=true;`,
      sheet: ":root:root{--ground:#123456}",
    });
    server.files = newer.files;
    await wall.skip(poll);
    await wall.pass(tick);
    const then = await see("one tick later", [newer]);
    expect(then.build).toBe(newer.id);
    const state = await wall.page.evaluate(() => ({
      isNewer: "isNewer" in window,
      ground: getComputedStyle(document.body).backgroundColor,
    }));
    expect(state).toEqual({ isNewer: true, ground: "rgb(18, 52, 86)" });
    await wall.pass(3 * tick);
    const after = await see("later", [newer]);
    expect(await duty(wall.page)).toContain("换上新程序");
    note("another program", then, after, "换上新程序");
  });

  it.each([
    [
      "is not there",
      (files: Map<string, Uint8Array>) => files.delete("wall/wall.js"),
      "新程序取不到或校验不符，留用本版",
    ],
    [
      "is not the one that was hashed",
      (files: Map<string, Uint8Array>) => files.set("wall/wall.js", new TextEncoder().encode("alert(1)")),
      "新程序取不到或校验不符，留用本版",
    ],
  ])("keeps its own where the other %s", async (name, spoil, words) => {
    const newer = rebuilt(sample, { ...next, program: (code) => `${code};` });
    const files = new Map(newer.files);
    spoil(files);
    server.files = files;
    await keepsItsOwn(name, words);
  });

  it.each([
    ["throws at its start", "throw new Error('planted')", "新程序没有启动，留用本版"],
    ["throws when it takes over", "window.wallSuccessor(()=>{throw new Error('planted')})", "新程序运行不了"],
    ["shows nothing", "window.wallSuccessor(()=>({dispose(){}}))", "新程序运行不了"],
    ["is something else", "window.somethingElse=1", "新程序没有启动，留用本版"],
  ])("keeps its own where the other %s", async (name, code, words) => {
    planted = /planted/;
    server.files = rebuilt(sample, {
      ...next,
      program: () => code,
      sheet: ":root:root{--ground:#fff}",
    }).files;
    await keepsItsOwn(name, words);
  });

  async function keepsItsOwn(name: string, words: string): Promise<void> {
    await wall.skip(poll);
    await wall.pass(tick);
    const then = await see("one tick later");
    expect(then.build).toBe(first.id);
    expect(await duty(wall.page)).toContain(words);
    for (let i = 0; i < 12; i++) {
      await wall.skip(15 * tick);
      await wall.pass(30);
    }
    await see("three hours later");
    const tries = server.asked.filter((path) => path.startsWith("wall/wall.js?")).length;
    expect(tries).toBeLessThanOrEqual(3 * 4);
    server.files = rebuilt(sample, { ...next, published: 9 }).files;
    await wall.skip(afterFailures);
    await wall.pass(tick);
    const after = await see("one look after it", [rebuilt(sample, { ...next, published: 9 })]);
    expect(after.build).toBe(second.id);
    note(`a program that ${name}`, then, after, words);
  }
});
