import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareFigures } from "../core/changes/figure-changes.ts";
import { checkInputs } from "../core/pipeline.ts";
import type { Site } from "../core/site.ts";
import { isDataFolder, load, projectData } from "../load.ts";
import { type Difference, diffJson, diffMarkdown, diffText } from "./diff-report.ts";
import { extractCommit } from "./git.ts";
import { chooseOption, readOptions, readTask, resolvePath, type Task, UsageError } from "./options.ts";
import { comparePages } from "./page-changes.ts";

const reports: Readonly<Record<Format, (difference: Difference) => string>> = {
  text: diffText,
  markdown: diffMarkdown,
  json: diffJson,
};
const formats = ["text", "markdown", "json"] as const;
type Format = (typeof formats)[number];

/** Say which figures and pages differ from those of another version: 0 whether any do or not, 1 where a version has errors. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["base", "data", "format", "edition", "now"]);
  const format = chooseOption("format", options.format, formats);
  const task = readTask(options);
  const { base } = options;
  if (base === undefined) {
    throw new UsageError("要用 --base 说与哪一版比：一个提交、分支、标签，或另一个数据文件夹。");
  }
  const extracted = mkdtempSync(join(tmpdir(), "wenming-base-"));
  try {
    const folder = resolvePath(base);
    const isFolder = isDataFolder(folder);
    if (!isFolder) extractCommit(task.data, base, extracted);
    // what the project's own folder defines is part of its versions; other folders add to what the project defines now
    const isOwn = !isFolder && task.data === projectData;
    const before = siteOf({ ...task, data: isFolder ? folder : extracted }, isOwn);
    const after = siteOf(task, false);
    for (const [name, site] of [
      [base, before],
      [task.data, after],
    ] as const) {
      if (!site) console.error(`“${name}”里有错误，算不出数，没有比。先用 check 检查它。`);
    }
    if (!before || !after) return 1;
    const difference: Difference = {
      base,
      edition: task.edition,
      asOf: { before: before.asOf, after: after.asOf },
      figures: compareFigures(before, after),
      pages: await comparePages(before, after),
    };
    process.stdout.write(`${reports[format](difference)}\n`);
    return 0;
  } finally {
    rmSync(extracted, { recursive: true, force: true });
  }
}

/** Compute a version's site; what nobody has signed yet does not stop a comparison, since it is to help in signing. */
function siteOf({ data, edition, moment }: Task, isOwn: boolean): Site | null {
  const { findings, draft } = checkInputs(load(data, edition, moment.today, { isOwn }));
  return findings.some(({ level }) => level === "E") ? null : draft().site;
}
