import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/commands/server.ts";
import { launchBrowser } from "./browser.ts";
import { openWall, shownOn, writeHandWall } from "./wall-page.ts";

/** A round of 100 s; at 09:00 a new one begins. */
const scenes = [
  { id: "a", seconds: 20 },
  { id: "b", seconds: 30 },
  { id: "c", seconds: 50 },
];
const change = 1200; // ms, longer than a change of scenes

describe("the wall", () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve(await writeHandWall(scenes, 'data-night="22:00-06:30"'), 0);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const opened = (
    time: string,
    search = "",
    options: BrowserContextOptions = {},
    prepare?: (page: Page) => Promise<void>,
  ) => openWall(browser, `${served.address}wall/index.html${search}`, time, options, prepare);

  /** Press a key, and let what follows happen. */
  async function press(page: Page, key: string): Promise<void> {
    await page.keyboard.press(key);
    await page.clock.runFor(change);
  }

  it("shows its scenes by the clock, and tells the time to the minute", async () => {
    const page = await opened("2026-01-19T09:00:02");
    expect(await shownOn(page)).toBe("a");
    const clock = page.locator("#scene-a .picture[data-format=wide] .clock");
    expect(await clock.textContent()).toBe("1 月 19 日 星期一 09:00");
    await page.clock.runFor(19_500);
    expect(await shownOn(page)).toBe("b");
    await page.clock.runFor(38_400); // 09:00:59.9
    const later = page.locator("#scene-c .picture[data-format=wide] .clock");
    expect(await later.textContent()).toBe("1 月 19 日 星期一 09:00");
    await page.clock.runFor(100);
    expect(await later.textContent()).toBe("1 月 19 日 星期一 09:01");
    expect(
      await page.$eval("#scene-c [data-format=wide] .elapsed", (line) =>
        getComputedStyle(line).getPropertyValue("--elapsed"),
      ),
    ).toBe("1");
    await page.context().close();
  });

  it("fades what stands there before the next enters, and then nothing moves", async () => {
    const page = await opened("2026-01-19T09:00:19.500");
    const classes = () =>
      page.$$eval(".scene", (all) => all.map((one) => one.className.replace("scene", "").trim()));
    expect(await classes()).toEqual(["on", "", ""]);
    await page.clock.runFor(600); // 100 ms into the change
    expect(await classes()).toEqual(["on leaving", "", ""]);
    await page.clock.runFor(200);
    expect(await classes()).toEqual(["", "on entering", ""]);
    await page.clock.runFor(1000);
    expect(await classes()).toEqual(["", "on", ""]);
    await page.context().close();
  });

  it("cuts hard where motion is not wanted", async () => {
    const page = await opened("2026-01-19T09:00:19.500", "", { reducedMotion: "reduce" });
    await page.clock.runFor(501);
    expect(await page.$$eval(".scene", (all) => all.map((one) => one.className))).toEqual([
      "scene",
      "scene on",
      "scene",
    ]);
    await page.context().close();
  });

  it.each([
    ["ArrowRight", "b"],
    ["PageDown", "b"],
    ["ArrowLeft", "c"],
    ["PageUp", "c"],
    ["3", "c"],
    ["2", "b"],
    ["Home", "a"],
    ["9", "a"],
  ])("obeys %s", async (key, id) => {
    const page = await opened("2026-01-19T09:00:02");
    await press(page, key);
    expect(await shownOn(page)).toBe(id);
    await page.context().close();
  });

  it("shows what was chosen for its own time, then what the clock says", async () => {
    const page = await opened("2026-01-19T09:00:02");
    await press(page, "3"); // 50 s, until 09:00:52
    await page.clock.runFor(48_000);
    expect(await shownOn(page)).toBe("c");
    await press(page, "1"); // at 09:00:51, until 09:01:11
    await page.clock.runFor(17_000);
    expect(await shownOn(page)).toBe("a");
    await page.clock.runFor(3000);
    expect(await shownOn(page)).toBe("c");
    await page.context().close();
  });

  it.each([["Space"], ["F5"]])("pauses on %s, says until when, and goes on by itself", async (key) => {
    const page = await opened("2026-01-19T09:00:10");
    let loads = 0;
    page.on("load", () => loads++);
    await page.keyboard.press(key);
    await page.clock.runFor(19_000);
    expect(await shownOn(page)).toBe("a");
    const picture = page.locator("#scene-a .picture[data-format=wide]");
    expect(await picture.locator(".pause text").allTextContents()).toEqual(["已暂停", "2:41 后继续"]);
    const width = Number(await picture.locator(".pause rect.ink").getAttribute("width"));
    expect(width).toBeCloseTo((1728 * 161) / 180, 0);
    await page.clock.runFor(160_000);
    expect(await shownOn(page)).toBe("a");
    await page.clock.runFor(1000 + change); // 09:03:11
    expect(await page.locator(".pause").count()).toBe(0);
    expect(await shownOn(page)).toBe("c"); // 91 s into the round
    await page.clock.runFor(10_000);
    expect(await shownOn(page)).toBe("a");
    expect(loads).toBe(0);
    await page.context().close();
  });

  it("goes on when the key is pressed again, and counts anew from a scene chosen meanwhile", async () => {
    const page = await opened("2026-01-19T09:00:10");
    await press(page, " ");
    await page.clock.runFor(100_000);
    await press(page, "ArrowRight");
    await page.clock.runFor(170_000);
    expect(await shownOn(page)).toBe("b");
    await press(page, " "); // 09:04:43.6, 83.6 s into the round
    expect(await page.locator(".pause").count()).toBe(0);
    expect(await shownOn(page)).toBe("c");
    await page.clock.runFor(17_000);
    expect(await shownOn(page)).toBe("a");
    await page.context().close();
  });

  it("does not leave on Escape, nor on Alt with an arrow", async () => {
    const page = await opened("2026-01-19T09:00:02");
    const address = page.url();
    for (const key of ["Escape", "Alt+ArrowLeft", "Alt+ArrowRight", "F5"]) await press(page, key);
    expect(page.url()).toBe(address);
    const kept = await page.evaluate(() =>
      [{ key: "Escape" }, { key: "F5" }, { key: "ArrowLeft", altKey: true }, { key: "r", ctrlKey: true }].map(
        (init) => !dispatchEvent(new KeyboardEvent("keydown", { ...init, cancelable: true })),
      ),
    );
    expect(kept).toEqual([true, true, true, false]);
    await page.context().close();
  });

  it("takes a key that is held for one press", async () => {
    const page = await opened("2026-01-19T09:00:02");
    for (let i = 0; i < 60; i++) {
      await page.evaluate(() => dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" })));
      await page.clock.runFor(33);
    }
    await page.clock.runFor(change);
    expect(await shownOn(page)).toBe("b");
    await page.context().close();
  });

  it("goes black and comes back", async () => {
    const page = await opened("2026-01-19T09:00:02");
    await press(page, ".");
    expect(await page.locator("#stage").isVisible()).toBe(false);
    await press(page, "b");
    expect(await page.locator("#scene-a .picture[data-format=wide]").isVisible()).toBe(true);
    await page.context().close();
  });

  it("hints at the keys for three seconds after any", async () => {
    const page = await opened("2026-01-19T09:00:02");
    await page.keyboard.press("q");
    await page.clock.runFor(2900);
    const hint = page.locator("#scene-a .picture[data-format=wide] .hint");
    expect(await hint.textContent()).toContain("空格暂停");
    expect(await hint.textContent()).toContain("2画面b");
    await page.clock.runFor(200);
    expect(await hint.count()).toBe(0);
    await page.context().close();
  });

  it("hides the pointer three seconds after it moved", async () => {
    const page = await opened("2026-01-19T09:00:02");
    const cursor = () => page.evaluate(() => getComputedStyle(document.documentElement).cursor);
    expect(await cursor()).toBe("none");
    await page.mouse.move(100, 100);
    await page.mouse.move(120, 100);
    expect(await cursor()).toBe("auto");
    await page.clock.runFor(3000);
    expect(await cursor()).toBe("none");
    await page.context().close();
  });

  it("follows a finger to either side", async () => {
    const page = await opened("2026-01-19T09:00:02", "", { hasTouch: true });
    const swipe = async (from: number, to: number) => {
      await page.evaluate(
        ([start, end]) => {
          const touch = (x: number) =>
            new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 });
          dispatchEvent(new TouchEvent("touchstart", { touches: [touch(start)] }));
          dispatchEvent(new TouchEvent("touchend", { changedTouches: [touch(end)] }));
        },
        [from, to] as const,
      );
      await page.clock.runFor(change);
    };
    await swipe(600, 300);
    expect(await shownOn(page)).toBe("b");
    await swipe(300, 600);
    expect(await shownOn(page)).toBe("a");
    await swipe(300, 330);
    expect(await shownOn(page)).toBe("a");
    await page.context().close();
  });

  describe("by its address", () => {
    it.each([
      ["#scene=c", "c"],
      ["?scene=b", "b"],
      [`#scene=${encodeURIComponent("画面c")}`, "c"],
      ["#scene=nothing", "a"],
    ])("%s begins with a scene", async (search, id) => {
      const page = await opened("2026-01-19T09:00:02", search);
      expect(await shownOn(page)).toBe(id);
      await page.clock.runFor(60_000); // 62 s: whatever was chosen is over
      expect(await shownOn(page)).toBe("c");
      await page.context().close();
    });

    it("holds a scene for good, without a countdown", async () => {
      const page = await opened("2026-01-19T09:00:02", "#scene=b&hold");
      for (let hours = 0; hours < 3; hours++) {
        expect(await shownOn(page)).toBe("b");
        await page.clock.fastForward("01:00:00");
        await page.clock.runFor(change);
      }
      expect(await page.locator(".pause").count()).toBe(0);
      await page.context().close();
    });

    it("gives every scene the same time", async () => {
      const page = await opened("2026-01-19T09:00:02", "?dwell=15"); // a round of 45 s: 09:00:00 begins one
      const seen: string[] = [];
      for (let i = 0; i < 4; i++) {
        seen.push(await shownOn(page));
        await page.clock.runFor(15_000);
      }
      expect(seen).toEqual(["a", "b", "c", "a"]);
      await page.context().close();
    });

    it("takes a palette, a night and a safe area", async () => {
      const page = await opened("2026-01-19T23:00:02", "?theme=light&night=off&safe=0");
      expect(await page.evaluate(() => [...document.documentElement.classList])).toContain("light");
      const picture = page.locator("#scene-a .picture[data-format=wide]");
      expect(await picture.getAttribute("viewBox")).toBe("96 54 1728 972");
      const strip = page.locator("#scene-a .picture[data-format=double]");
      expect(await strip.getAttribute("viewBox")).toBe("0 0 3840 1080");
      await page.context().close();
    });

    it.each([
      [{ width: 1920, height: 1080 }, "", "wide"],
      [{ width: 1024, height: 768 }, "", "classic"],
      [{ width: 1080, height: 1920 }, "", "portrait"],
      [{ width: 2560, height: 1080 }, "", "ultrawide"],
      [{ width: 3840, height: 1080 }, "", "double"],
      [{ width: 5760, height: 1080 }, "", "triple"],
      [{ width: 3840, height: 1080 }, "?seams=none", "ultrawide"],
      [{ width: 3200, height: 1080 }, "?seams=1600", "double"],
    ])("and by the wall's size $0 $1 chooses the picture %s", async (viewport, search, format) => {
      const page = await opened("2026-01-19T09:00:02", search, { viewport });
      const visible = await page.$$eval("#scene-a .picture", (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute("data-format")),
      );
      expect(visible).toEqual([format]);
      await page.context().close();
    });
  });

  describe("at night", () => {
    /** Stand in for the browser's wake lock, and count. */
    const countLocks = async (page: Page) => {
      await page.addInitScript(() => {
        const held = { locks: 0 };
        Object.assign(window, { held });
        Object.defineProperty(navigator, "wakeLock", {
          value: {
            request: async () => {
              held.locks += 1;
              return {
                released: false,
                async release() {
                  held.locks -= 1;
                },
              };
            },
          },
        });
      });
    };
    const locks = (page: Page) =>
      page.evaluate(() => (window as unknown as { held: { locks: number } }).held.locks);
    const look = (page: Page) => page.evaluate(() => document.documentElement.className.split(" "));

    it("takes the night's palette, tells the hour alone, and lets the screen sleep; in the morning the other way round", async () => {
      const page = await opened("2026-01-19T21:59:30", "", {}, countLocks);
      expect(await look(page)).toContain("dark");
      expect(await locks(page)).toBe(1);
      await page.clock.runFor(30_000 + change);
      expect(await look(page)).toContain("night");
      expect(await page.locator(".scene.on:not(.leaving) [data-format=wide] .clock").textContent()).toBe(
        "22:00",
      );
      expect(await locks(page)).toBe(0);
      await page.clock.fastForward("08:29:00"); // 06:29:01
      expect(await look(page)).toContain("night");
      await page.clock.runFor(60_000);
      expect(await look(page)).toContain("dark");
      expect(await locks(page)).toBe(1);
      await page.context().close();
    });

    it("goes black if that is asked for", async () => {
      const page = await opened("2026-01-19T23:00:00", "?nightmode=black");
      expect(await page.locator("#stage").isVisible()).toBe(false);
      await page.clock.fastForward("07:30:00");
      expect(await page.locator("#stage").isVisible()).toBe(true);
      await page.context().close();
    });

    it("asks for the lock again when the page is seen again", async () => {
      const page = await opened("2026-01-19T12:00:00", "", {}, async (page) => {
        await page.addInitScript(() => {
          const sentinels: { released: boolean }[] = [];
          Object.assign(window, { sentinels });
          const request = async () => {
            const sentinel = { released: false, release: async () => {} };
            sentinels.push(sentinel);
            return sentinel;
          };
          Object.defineProperty(navigator, "wakeLock", { value: { request } });
        });
      });
      const asked = () =>
        page.evaluate(async () => {
          const { sentinels } = window as unknown as { sentinels: { released: boolean }[] };
          const [first] = sentinels;
          if (first) first.released = true; // as the browser does when the page is hidden
          document.dispatchEvent(new Event("visibilitychange"));
          await Promise.resolve();
          return sentinels.length;
        });
      expect(await asked()).toBe(2);
      await page.context().close();
    });
  });

  it("skips a scene that cannot be shown, shows the next in its place, and tries it again in the next round", async () => {
    const page = await opened("2026-01-19T09:00:02");
    await page.evaluate(() => {
      const drawing = document.querySelector("#scene-b .picture[data-format=wide] .drawing");
      Object.assign(window, { lost: drawing?.firstElementChild });
      drawing?.firstElementChild?.remove();
    });
    await page.clock.runFor(20_000); // 22 s
    expect(await shownOn(page)).toBe("c");
    await page.clock.runFor(40_000);
    expect(await shownOn(page)).toBe("c");
    await page.evaluate(() => {
      const { lost } = window as unknown as { lost: Element };
      document.querySelector("#scene-b .picture[data-format=wide] .drawing")?.append(lost);
    });
    await page.clock.runFor(40_000); // 102 s
    expect(await shownOn(page)).toBe("a");
    await page.clock.runFor(20_000);
    expect(await shownOn(page)).toBe("b");
    await page.context().close();
  });

  it("leaves a picture that is broken while it stands there", async () => {
    const page = await opened("2026-01-19T09:00:02");
    await page.evaluate(() => {
      document.querySelector("#scene-a")?.replaceChildren();
    });
    await page.keyboard.press("q");
    await page.clock.runFor(change);
    expect(await shownOn(page)).toBe("b");
    await page.context().close();
  });

  it("has one timer pending while a scene stands still, and asks for no frame", async () => {
    const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
    const page = await context.newPage();
    const start = Date.parse("2026-01-19T09:00:55+08:00");
    await page.clock.install({ time: start - 3_600_000 });
    await page.clock.pauseAt(start);
    await page.addInitScript(() => {
      const pending = new Map<number, number>();
      const asked = { frames: 0, intervals: 0 };
      Object.assign(window, { pending, asked });
      const [set, clear, frame, every] = [setTimeout, clearTimeout, requestAnimationFrame, setInterval];
      window.setTimeout = ((run: () => void, delay: number) => {
        const id = set(() => {
          pending.delete(id as unknown as number);
          run();
        }, delay) as unknown as number;
        pending.set(id, delay);
        return id;
      }) as typeof setTimeout;
      window.clearTimeout = ((id: number) => {
        pending.delete(id);
        clear(id);
      }) as typeof clearTimeout;
      window.requestAnimationFrame = (run) => {
        asked.frames += 1;
        return frame(run);
      };
      window.setInterval = ((run: () => void, delay: number) => {
        asked.intervals += 1;
        return every(run, delay);
      }) as typeof setInterval;
    });
    await page.goto(`${served.address}wall/index.html`);
    for (let i = 0; i < 40; i++) {
      await page.clock.runFor(7300);
      const look = () =>
        page.evaluate(() => {
          const { pending, asked } = window as unknown as {
            pending: Map<number, number>;
            asked: { frames: number; intervals: number };
          };
          return {
            delays: [...pending.values()],
            ...asked,
          };
        });
      // while build.json is asked for, a second one waits to break that off
      await expect.poll(async () => (await look()).delays.length, { timeout: 10_000 }).toBe(1);
      const found = await look();
      expect(found).toMatchObject({ frames: 0, intervals: 0 });
      expect(Math.max(...found.delays)).toBeLessThanOrEqual(60_000);
    }
    await context.close();
  });
});
