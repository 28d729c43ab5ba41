import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, readFileSync, readlinkSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { findBrowser } from "./browser/browser.ts";
import { newFolder, project, writeTree } from "./command.ts";

const kit = join(project, "src/deploy/kiosk");

/** A page that beats as the wall's player does, but ten times a second, until it is frozen. */
const beating = `<!doctype html><meta charset="utf-8"><title>x</title><script>
let frozen = false;
const beat = () => { if (!frozen) document.title = "文明创建 · 总览 · " + new Date().toISOString().slice(11, 19); };
beat(); setInterval(beat, 100);
const ask = () => fetch("order").then((answer) => answer.text()).then((text) => { if (text === "freeze") frozen = true; }, () => {});
setInterval(ask, 100);
</script>
<!-- wall:end -->`;

/** A web server with the wall's page, which can be told to serve something else. */
class Site {
  page = beating;
  order = "";
  readonly server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    const body = path.endsWith("/order") ? this.order : path.endsWith(".js") ? "// script" : this.page;
    if (path.endsWith("/order")) this.order = "";
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(body);
  });

  async open(port = 0): Promise<string> {
    this.server.listen(port, "127.0.0.1");
    await once(this.server, "listening");
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/wall/`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** Ask again and again until something is so. */
async function until<T>(ask: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const found = await ask();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** A start file that runs, and what it has said. */
interface Running {
  readonly said: () => string;
  readonly state: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const open: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** Start the Linux file with intervals of seconds instead of minutes. */
async function start(more: Readonly<Record<string, string>>): Promise<Running> {
  const state = newFolder();
  const port = await freePort();
  let said = "";
  const child: ChildProcess = spawn("sh", [join(kit, "wall.sh")], {
    env: {
      PATH: process.env.PATH,
      HOME: state,
      WALL_STATE: state,
      WALL_PORT: String(port),
      WALL_BROWSER: await findBrowser(),
      WALL_FLAGS: "--headless=new --no-sandbox --disable-gpu --disable-background-networking",
      WALL_EVERY: "1",
      WALL_START: "25",
      WALL_STILL: "4",
      WALL_PAUSE: "1",
      ...more,
    },
  });
  child.stdout?.on("data", (data) => {
    said += data;
  });
  child.stderr?.on("data", (data) => {
    said += data;
  });
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "close");
  };
  open.push(stop);
  return { said: () => said, state, port, stop };
}

const count = (text: string, part: string) => text.split(part).length - 1;

/** The process of the browser that runs with a profile: its lock names it. */
function browserOf({ state }: Running): number {
  const lock = join(state, "profile/SingletonLock");
  try {
    return Number(readlinkSync(lock).split("-").at(-1));
  } catch {
    return 0;
  }
}

describe.runIf(process.platform === "linux")("wall.sh", { timeout: 120_000 }, () => {
  it("opens the wall, hears its beat, and starts a browser again that was killed", async () => {
    const site = new Site();
    open.push(() => site.close());
    const wall = await start({ WALL_URL: `${await site.open()}?dwell=15` });
    await until(() => /在走：文明创建 · 总览 · \d\d:\d\d:\d\d/.test(wall.said()));

    process.kill(browserOf(wall), "SIGKILL");
    await until(() => count(wall.said(), "在走：") === 2);
    expect(wall.said()).toContain("浏览器退出了");
    expect(wall.said()).not.toContain("大屏不动了");

    const last = browserOf(wall);
    await wall.stop();
    expect(existsSync(`/proc/${last}`)).toBe(false); // nothing is left running
  });

  it("starts a browser again whose page stands still, and one that shows no wall", async () => {
    const site = new Site();
    open.push(() => site.close());
    const wall = await start({ WALL_URL: await site.open() });
    await until(() => wall.said().includes("在走："));
    site.order = "freeze";
    await until(() => wall.said().includes("大屏不动了（文明创建 · 总览 · "));
    await until(() => count(wall.said(), "在走：") === 2);

    site.page = "<title>503 Service Unavailable</title><!-- wall:end -->";
    site.order = "freeze";
    await until(() => wall.said().includes("大屏不动了（没有大屏的页面）"));
    site.page = beating;
    await until(() => count(wall.said(), "在走：") === 3);
  });

  it("waits for the server, then shows what it kept while the server is away, and comes back", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/wall/`;
    const wall = await start({ WALL_URL: url });
    await until(() => wall.said().includes(`连不上 ${url}，等待`));
    const titles = async () => {
      const answer = await fetch(`http://127.0.0.1:${wall.port}/json/list`).catch(() => null);
      return ((await answer?.json()) ?? []).map(({ title }: { title: string }) => title);
    };
    await until(async () => (await titles()).includes("文明创建 · 等待"));

    const site = new Site();
    open.push(() => site.close());
    await site.open(port);
    await until(() => wall.said().includes("在走："));
    expect(readFileSync(join(wall.state, "kept/wall/index.html"), "utf8")).toBe(beating);
    expect(readFileSync(join(wall.state, "kept/wall/wall.js"), "utf8")).toBe("// script");

    site.close();
    process.kill(browserOf(wall), "SIGKILL");
    await until(() => wall.said().includes("先放副本 file://"));
    await until(() => count(wall.said(), "在走：") === 2); // the copy beats too

    const again = new Site();
    open.push(() => again.close());
    await again.open(port);
    await until(() => count(wall.said(), "在走：") === 3);
    expect(wall.said()).not.toContain("大屏不动了");
  });

  it("waits twice as long before each start of a browser that fails, up to a limit", async () => {
    const folder = writeTree(newFolder(), {
      "browser.sh": '#!/bin/sh\ndate +%s%N >>"$STARTS"\nexit 1\n',
    });
    chmodSync(join(folder, "browser.sh"), 0o755);
    const site = new Site();
    open.push(() => site.close());
    const starts = join(folder, "starts");
    const wall = await start({
      WALL_URL: await site.open(),
      WALL_BROWSER: join(folder, "browser.sh"),
      WALL_LONGEST: "3",
      STARTS: starts,
    });
    await until(() => count(wall.said(), "秒后重新打开") === 5);
    const pauses = [...wall.said().matchAll(/ (\d+) 秒后重新打开/g)].map((match) => Number(match[1]));
    expect(pauses).toEqual([1, 2, 3, 3, 3]);
    const times = readFileSync(starts, "utf8").trim().split("\n").map(Number);
    const gaps = times.slice(1).map((time, i) => (time - (times[i] ?? 0)) / 1e9);
    expect(gaps.filter((gap, i) => gap < (pauses[i] ?? 0))).toEqual([]); // it slept at least as long as it said
  });

  it("says what is missing in wall.conf instead of trying for ever", async () => {
    const folder = newFolder();
    const copy = writeTree(newFolder(), {
      "wall.sh": readFileSync(join(kit, "wall.sh")),
      "wall.conf": "URL=\r\nPORT=9333\r\n",
    });
    const child = spawn("sh", [join(copy, "wall.sh")], { env: { PATH: process.env.PATH, HOME: folder } });
    let said = "";
    child.stdout.on("data", (data) => {
      said += data;
    });
    const [code] = await once(child, "close");
    expect(code).toBe(2);
    expect(said).toContain("没有网址");
  });
});
