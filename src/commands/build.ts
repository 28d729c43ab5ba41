import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Inputs } from "../core/inputs.ts";
import { type Checked, checkInputs, type Outcome } from "../core/pipeline.ts";
import { inspectOutput } from "../core/published/inspection.ts";
import { makeKit } from "../core/published/kit.ts";
import { downloads } from "../core/published/publish.ts";
import type { Review } from "../core/review/review.ts";
import type { Site } from "../core/site.ts";
import { buildId, load, project, readFiles, sha256 } from "../load.ts";
import { readOptions, readTask, resolvePath, type Task, UsageError } from "./options.ts";
import {
  type BuildRecord,
  discard,
  type Output,
  outputAt,
  readRecord,
  recover,
  refuseOutput,
  swap,
  wallOf,
  writeRecord,
} from "./output.ts";
import { type Address, writePages } from "./pages.ts";
import { progressFor } from "./progress.ts";
import { bundleWall, writeCopying, writeKit, writeScripts, writeWall } from "./scripts.ts";
import { sayCounts, textReport } from "./text-report.ts";

/** Check a data folder and build its site: 0 if it was built, 1 if something stops it. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["data", "internal", "out", "edition", "base", "site", "now"]);
  const task = readTask(options);
  const address = readAddress(options);
  const fallback = join(project, task.edition === "public" ? "dist" : "dist-internal");
  const out = options.out === undefined ? fallback : resolvePath(options.out);
  return (await publish(task, out, address)) ? 0 : 1;
}

/** Check, build and swap in; null, with the last site untouched, if anything stops it. */
export async function publish(task: Task, path: string, address: Address): Promise<BuildRecord | null> {
  const output = outputAt(path);
  refuseOutput(output, task.data, task.internal);
  recover(output);
  const inputs = load(task.data, task.edition, task.moment.today, task);
  const progress = progressFor(inputs.exports);
  const checked = checkInputs(inputs, progress.read);
  const outcome = { ...checked.publish(), ...checked };
  progress.end();
  if (!outcome.site) {
    console.log(textReport(outcome));
    console.log("没有构建：上一次发布的网站原样未动。");
    return null;
  }
  console.log(outcome.counts.errors > 0 ? textReport(outcome) : sayCounts(outcome.counts));
  const review = task.edition === "internal" ? await reviewOf(checked, task) : null;
  const record = await write(outcome.site, review, inputs, outcome, task, output, address).finally(() =>
    discard(output),
  );
  if (record) {
    console.log(
      `已生成${record.edition === "public" ? "公开版" : "内部版"}网站：${output.out}（版本 ${record.build}，第 ${record.published} 次发布）`,
    );
  }
  return record;
}

/** Review what was checked beside what the public edition comes to; what no public build may reach is loaded here alone. */
async function reviewOf(checked: Checked, { data, moment }: Task): Promise<Review> {
  const { makeReview } = await import("../core/review/review.ts");
  const open = checkInputs(load(data, "public", moment.today));
  const drafted = (of: Checked) => ({ ...of.draft(), findings: of.findings, due: of.due });
  return makeReview(drafted(checked), drafted(open), moment.today);
}

/** Write a site beside the last one and swap it in, unless it holds what it may not. */
async function write(
  site: Site,
  review: Review | null,
  inputs: Inputs,
  outcome: Outcome,
  { moment }: Task,
  output: Output,
  address: Address,
): Promise<BuildRecord | null> {
  const build = buildId(site);
  const published = (readRecord(output.out)?.published ?? 0) + 1;
  const wall = await bundleWall();
  const told = { ...site, build, builtAt: moment.at, published, wallScript: sha256(wall) };
  await writePages(told, output.next, address, review);
  writeKit(makeKit(inputs, site, build), output.next);
  for (const [path, text] of downloads(site)) {
    const file = join(output.next, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const findings = inspectOutput(readFiles(output.next), outcome.secrets, sha256);
  if (findings.length > 0) {
    console.log(textReport({ ...outcome, findings, counts: { ...outcome.counts, errors: findings.length } }));
    return null;
  }
  writeWall(output.next, wall);
  if (review) await writeCopying(output.next);
  await writeScripts(output.next); // of the project's own code alone, whose words may well be some cell's too
  const record: BuildRecord = {
    build,
    edition: site.edition,
    asOf: site.asOf,
    builtAt: moment.at,
    published,
    sample: site.settings.sample,
    wall: wallOf(output.next),
  };
  writeRecord(output.next, record);
  swap(output);
  return record;
}

/** Read where the site will be served. */
export function readAddress({ base = "/", site }: { base?: string; site?: string }): Address {
  if (!/^\/(?:[^/?#\s]+\/)*$/.test(base)) {
    throw new UsageError(`--base 要以“/”开头和结尾，例如 /wenming/，不能是“${base}”。`);
  }
  const url = site === undefined ? null : URL.parse(site);
  if (site !== undefined && !/^https?:$/.test(url?.protocol ?? "")) {
    throw new UsageError(`--site 要写完整的网址，例如 https://www.example.cn，不能是“${site}”。`);
  }
  return { base, site };
}
