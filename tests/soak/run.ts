import { join } from "node:path";
import { launchBrowser } from "../browser/browser.ts";
import { readBuild } from "../browser/wall-build.ts";
import { WallServer } from "../browser/wall-server.ts";
import { command, newFolder } from "../command.ts";
import { setup } from "../folder.ts";
import { leaksOf, type Plan, type Soaked, slopeOf, soakNothing, soakWall } from "./soak.ts";

const day = 86_400_000;
const [days = 30] = process.argv.slice(2).map(Number);

/** Run the wall for thirty days of virtual time, with a new build every day: `npm run soak`, or `npm run soak -- 7`. */
async function soakForDays(site: string): Promise<boolean> {
  const build = readBuild(site);
  const seconds = [...build.page.matchAll(/ data-seconds="(\d+)"/g)].map((match) => Number(match[1]));
  const loop = seconds.reduce((sum, one) => sum + one, 0) * 1000;
  const aDay = Math.round(day / loop);
  const apart = Math.max(1, Math.round(aDay / 4));
  const plan: Plan = { loops: days * aDay, warm: Math.min(aDay, 500), apart, swap: aDay };
  const server = new WallServer(build.files);
  await server.start();
  const browser = await launchBrowser();
  try {
    const empty = await soakNothing(browser, server, loop, plan);
    const wall = await soakWall(browser, server, build, plan);
    console.log(
      `${days} days, ${plan.loops} loops of ${loop / 1000} s, ${wall.scenes} scenes, ${wall.swaps} new builds`,
    );
    tell("the wall", wall);
    tell("an empty page", empty);
    const leaks = leaksOf(wall, empty);
    console.log(leaks.length === 0 ? "nothing leaks" : leaks.join("\n"));
    return leaks.length === 0;
  } finally {
    await browser.close();
    await server.stop();
  }
}

function tell(name: string, { readings }: Soaked): void {
  const range = (pick: (reading: (typeof readings)[number]) => number, digits = 0) => {
    const all = readings.map(pick);
    return [Math.min(...all), Math.max(...all)].map((one) => one.toFixed(digits)).join(" to ");
  };
  console.log(
    `${name}: ${readings.length} readings; nodes ${range(({ nodes }) => nodes)}; listeners ${range(({ listeners }) => listeners)}; heap ${range(({ heap }) => heap / 1024, 1)} KB, ${slopeOf(readings).toFixed(1)} bytes a loop; timeouts ${range(({ timeouts }) => timeouts)}, intervals ${range(({ intervals }) => intervals)}, frames ${range(({ frames }) => frames)}`,
  );
}

const clean = setup();
try {
  const site = join(newFolder(), "site");
  const { code, stdout, stderr } = await command("build", ["--out", site, "--now", "2026-03-01"]);
  if (code !== 0) throw new Error(`build: exit ${code}\n${stdout}${stderr}`);
  process.exitCode = (await soakForDays(site)) ? 0 : 1;
} finally {
  clean();
}
