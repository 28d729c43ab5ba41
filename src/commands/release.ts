import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "../core/declared/parsing.ts";
import { buildSite } from "../core/pipeline.ts";
import { freeze } from "../core/releases/freeze.ts";
import { writeRelease } from "../core/releases/release.ts";
import { buildId, load } from "../load.ts";
import { readMoment } from "./moment.ts";
import { readOptions, readTask, UsageError } from "./options.ts";
import { progressFor } from "./progress.ts";
import { sayCounts, textReport } from "./text-report.ts";

/** Freeze the figures that the public edition shows on a day: 0, or 1 if something stops publication. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["date", "data", "now"]);
  const { data, moment } = readTask(options);
  const date = readDate(options.date, moment.today);
  const inputs = load(data, "public", date); // as on that day: what was not due then is not in it
  refuseOrder(
    date,
    inputs.releases.map(({ path }) => idOf(path)),
  );
  const progress = progressFor(inputs.exports);
  const { site, ...found } = buildSite(inputs, progress.read);
  progress.end();
  if (!site) {
    console.log(textReport(found));
    console.log("没有发布：数据里还有要先改好或签认的地方。");
    return 1;
  }
  const path = join(data, "releases", `${date}.json`);
  const release = freeze(site, date, buildId(site));
  mkdirSync(join(data, "releases"), { recursive: true });
  writeFileSync(path, writeRelease(release), { flag: "wx" });
  const points = release.indicators.flatMap(({ series }) => series.flatMap((one) => one.points));
  console.log(sayCounts(found.counts));
  console.log(
    `已把 ${release.indicators.length} 个指标、${points.length} 个数定为 ${date} 发布的数：${path}（数据截至 ${site.asOf}，版本 ${release.build}）。`,
  );
  console.log("从现在起，这些数再改动，要在 revisions.csv 里写明原因，否则不能发布。");
  return 0;
}

function readDate(text: string | undefined, today: string): string {
  if (text === undefined)
    throw new UsageError("要写明发布的日期，例如 npm run release -- --date 2026-01-15。");
  if (readMoment(text)?.today !== text) {
    throw new UsageError(`--date 要写成 2026-01-15 这样，不能是“${text}”。`);
  }
  if (text > today) throw new UsageError(`--date 不能晚于今天（${today}），“${text}”还没有到。`);
  return text;
}

/** A release is never made twice, nor slipped in before another: what came after it was held against what came before. */
function refuseOrder(date: string, dates: readonly string[]): void {
  if (dates.includes(date)) {
    throw new UsageError(`${date} 已经发布过（releases/${date}.json），发布过的不能重做。`);
  }
  const later = dates.find((other) => other > date);
  if (later !== undefined) throw new UsageError(`${later} 已经发布过，不能再补一次 ${date} 的。`);
}
