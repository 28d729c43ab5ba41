import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { command, newFolder, project } from "../command.ts";
import { launchBrowser } from "./browser.ts";
import { openWall, shownOn } from "./wall-page.ts";

const header = "场景,秒数,起,止,星期,时段,优先级,标题,文字";
const welcome = "接待,30,2026-03-03 09:00,2026-03-03 10:30,,,,某市考察组一行,上午 9:30，三楼会议室座谈";
const notice =
  "通知,,2026-03-03 11:00,2026-03-03 11:30,,,紧急,今日 11:00 起停电检修,预计 11:30 恢复，请改走楼梯";

/** Build the sample with a wall.csv of its own. */
async function build(rows: readonly string[]) {
  const folder = newFolder();
  const data = join(folder, "data");
  cpSync(join(project, "data"), data, { recursive: true });
  writeFileSync(join(data, "wall.csv"), `\ufeff${[header, ...rows].join("\r\n")}\r\n`);
  const out = join(folder, "site");
  return { out, ran: await command("build", ["--data", data, "--out", out, "--now", "2026-03-01"]) };
}

describe("what a clerk puts on the wall", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    const { out, ran } = await build([welcome, notice]);
    expect(ran.code, ran.stdout).toBe(0);
    browser = await launchBrowser();
    served = await serve(out, 0);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  /** List what a wall shows in the twelve minutes from an hour on: more than two rounds. */
  async function seenFrom(time: string): Promise<ReadonlySet<string>> {
    const page = await openWall(browser, `${served.address}wall/index.html?still`, time);
    const seen = new Set<string>();
    for (let passed = 0; passed < 720; passed += 10) {
      seen.add(await shownOn(page));
      await page.clock.runFor(10_000);
    }
    await page.context().close();
    return seen;
  }

  const words = (page: Page) =>
    page.$eval(".scene.on:not(.leaving) .picture[data-format=wide]", (picture) =>
      [...picture.querySelectorAll("text")].map((text) => text.textContent).join(""),
    );

  it("comes at its minute and goes at its minute", async () => {
    const page = await openWall(browser, `${served.address}wall/index.html?still`, "2026-03-03T08:59:50");
    expect(await shownOn(page)).not.toMatch(/welcome|notice/);
    await page.context().close();
    const during = await seenFrom("2026-03-03T09:00:00");
    expect([...during].filter((id) => /welcome|notice/.test(id))).toEqual(["welcome-2"]);
    expect(during.size).toBeGreaterThan(5); // it takes its turn among the others
    const after = await seenFrom("2026-03-03T10:30:00");
    expect([...after].filter((id) => /welcome|notice/.test(id))).toEqual([]);
    expect(after.size).toBe(during.size - 1);
  });

  it("takes the wall over where it is urgent, and gives it back", async () => {
    const page = await openWall(browser, `${served.address}wall/index.html?still`, "2026-03-03T10:59:30");
    expect(await shownOn(page)).not.toBe("notice-3");
    await page.clock.runFor(32_000);
    expect(await shownOn(page)).toBe("notice-3");
    expect(await words(page)).toContain("停电检修");
    for (const minute of [5, 10, 15, 20, 25]) {
      await page.clock.runFor(300_000);
      expect(await shownOn(page), `11:${minute}`).toBe("notice-3");
    }
    await page.clock.runFor(300_000); // 11:30:02
    expect(await shownOn(page)).not.toMatch(/^$|welcome|notice/);
    await page.context().close();
  });

  it("is refused, in words and with its cell, where a row is wrong; the last wall stays", async () => {
    const { out, ran } = await build([welcome.replace("10:30", "25:30")]);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain("wall.csv");
    expect(ran.stdout).toContain("D2");
    expect(ran.stdout).toContain("2026-03-03 25:30");
    expect(() => readFileSync(join(out, "wall/index.html"))).toThrow("ENOENT");
  });
});
