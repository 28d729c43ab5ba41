import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Leak, leaks } from "../soak/leak.ts";
import { leaksOf, type Plan, soakNothing, soakWall, uncompiled } from "../soak/soak.ts";
import { launchBrowser } from "./browser.ts";
import { readBuild } from "./wall-build.ts";
import { WallServer } from "./wall-server.ts";

const build = readBuild(inject("site"));
const round = 150_000; // ms of an empty page's loop
const plan: Plan = { loops: 250, warm: 50, apart: 5, swap: 20 };
const short: Plan = { loops: 40, warm: 12, apart: 2, swap: 0 };

/** Where each leak shows. */
const shown: Readonly<Record<Leak, RegExp>> = {
  "a listener that is not removed": /^listeners: /,
  "detached nodes that are kept": /^nodes: /,
  "an array that grows": /^heap: /,
  "an interval that is not cleared": /^alive /,
};

describe("a wall that runs on and on", () => {
  let browser: Browser;
  let server: WallServer;

  beforeAll(async () => {
    browser = await launchBrowser(uncompiled);
    server = new WallServer(build.files);
    await server.start();
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  it("keeps nothing over two hundred loops and ten new builds, and one timer while a scene stands", async () => {
    const empty = await soakNothing(browser, server, round, plan);
    const wall = await soakWall(browser, server, build, plan);
    expect(wall.readings).toHaveLength(41);
    expect(wall.swaps).toBe(13); // three of them before the first reading
    expect(wall.scenes).toBeGreaterThan(3 * plan.loops);
    expect(leaksOf(wall, empty)).toEqual([]);
  }, 180_000);

  describe("checked for a short while", () => {
    let none: Awaited<ReturnType<typeof soakNothing>>;

    beforeAll(async () => {
      none = await soakNothing(browser, server, round, short);
    });

    it("is found clean", async () => {
      expect(leaksOf(await soakWall(browser, server, build, short), none)).toEqual([]);
    });

    it.each(Object.keys(leaks) as Leak[])("is found out where there is %s", async (leak) => {
      const wall = await soakWall(browser, server, build, { ...short, leak });
      expect(leaksOf(wall, none)).toContainEqual(expect.stringMatching(shown[leak]));
    });
  });
});
