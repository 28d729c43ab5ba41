import { loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, CDPSession, Page } from "playwright-core";
import { launchBrowser } from "../browser/browser.ts";
import { command, newFolder } from "../command.ts";

/** An event of the browser's own trace; times in µs, `tdur` what the thread itself worked. */
interface Traced {
  readonly name: string;
  readonly ts: number;
  readonly tdur?: number;
  readonly dur?: number;
}

const sizes = [
  [1920, 1080],
  [3840, 2160],
] as const;
const rounds = 2;
const slowed = 4; // times
const frame = 1000 / 60;

/** Build the sample; with an argument, measure the wall of a site that is built already. */
async function siteToMeasure([folder]: readonly string[]): Promise<string> {
  if (folder !== undefined) return folder;
  const out = join(newFolder(), "site");
  const { code, stdout, stderr } = await command("build", ["--out", out, "--now", "2026-03-01"]);
  if (code !== 0) throw new Error(`build: exit ${code}\n${stdout}${stderr}`);
  return out;
}

/** Wait for the next change of scenes; note the times of its frames, in ms. */
function framesOfChange(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const times: number[] = [];
        const look = (time: number) => {
          const isChanging = document.querySelector(".leaving, .entering") !== null;
          if (isChanging && times.length === 0) performance.mark("change-begins");
          if (isChanging) times.push(time);
          else if (times.length > 0) {
            performance.mark("change-ends");
            done(times);
            return;
          }
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
}

async function traced(session: CDPSession, during: () => Promise<void>): Promise<Traced[]> {
  const events: Traced[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as Traced[]));
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    categories: "devtools.timeline,blink.user_timing,disabled-by-default-devtools.timeline",
  });
  await during();
  const ended = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await ended;
  session.off("Tracing.dataCollected", collect);
  const begins = events.find(({ name }) => name === "change-begins")?.ts ?? 0;
  const ends = events.find(({ name }) => name === "change-ends")?.ts ?? 0;
  return events.filter(({ ts }) => ts >= begins - 50_000 && ts <= ends); // the tick that begins a change comes before its first frame
}

/** Measure the changes of all scenes at one size. */
async function measure(browser: Browser, address: string, [width, height]: readonly [number, number]) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.goto(`${address}?dwell=5`);
  await page.waitForSelector(".entering", { state: "attached" });
  await page.waitForSelector(".entering", { state: "detached" });
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  const rows: Record<string, string | number>[] = [];
  const count = await page.locator(".scene").count();
  for (let i = 0; i < count * rounds; i++) {
    let times: number[] = [];
    const events = await traced(session, async () => {
      times = await framesOfChange(page);
    });
    const gaps = times.slice(1).map((time, at) => time - (times[at] ?? 0));
    const late = gaps.filter((gap) => gap > frame * 1.5).length;
    const work = (name: string) =>
      events.filter((event) => event.name === name).map(({ tdur = 0 }) => tdur / 1000);
    const sum = (all: readonly number[]) => Math.round(all.reduce((total, one) => total + one, 0));
    rows.push({
      wall: `${width}×${height}`,
      scene: await page.$eval(".scene.on", (scene) => (scene as HTMLElement).dataset.title ?? ""),
      "frames a second": Math.round((gaps.length * 1000) / ((times.at(-1) ?? 0) - (times[0] ?? 0))),
      "late frames": `${late} of ${gaps.length}`,
      "longest frame, ms": Math.round(Math.max(...gaps)),
      "longest task, ms of work": Math.round(Math.max(0, ...work("RunTask"))),
      "painting tiles, ms of work": sum(work("RasterTask")),
    });
  }
  await context.close();
  return rows;
}

const site = await siteToMeasure(process.argv.slice(2));
const address = pathToFileURL(join(site, "wall/index.html")).href;
const browser = await launchBrowser();
for (const size of sizes) console.table(await measure(browser, address, size));
await browser.close();
console.log(
  `The processor slowed ${slowed} times; the machine's load over the last minute: ${loadavg()[0]?.toFixed(1)}`,
);
