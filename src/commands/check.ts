import { appendFileSync } from "node:fs";
import { checkInputs, type Found } from "../core/pipeline.ts";
import { load, locate } from "../load.ts";
import { githubReport } from "./github-report.ts";
import { githubSummary } from "./github-summary.ts";
import { jsonReport } from "./json-report.ts";
import { chooseOption, readOptions, readTask } from "./options.ts";
import { progressFor } from "./progress.ts";
import { textReport } from "./text-report.ts";

/** Writes what was found; `locate` gives a file's path from the project's root. */
export type Report = (found: Found, locate: (file: string) => string) => string;

const reports: Readonly<Record<Format, Report>> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
};
const formats = ["text", "json", "github"] as const;
type Format = (typeof formats)[number];

/** Check a data folder: 0 if nothing stops publication, 1 if something does. */
export async function run(args: readonly string[]): Promise<number> {
  const options = readOptions(args, ["data", "internal", "edition", "format", "now"]);
  const format = chooseOption("format", options.format, formats);
  const { data, internal, edition, moment } = readTask(options);
  const inputs = load(data, edition, moment.today, { internal });
  const progress = progressFor(inputs.exports);
  const found = checkInputs(inputs, progress.read);
  progress.end();
  process.stdout.write(`${reports[format](found, (file) => locate(file, data, inputs, internal))}\n`);
  const { GITHUB_STEP_SUMMARY: summary } = process.env;
  if (format === "github" && summary) appendFileSync(summary, githubSummary(found));
  return found.counts.errors > 0 ? 1 : 0;
}
