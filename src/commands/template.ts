import { existsSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { nearest } from "../core/cells/names.ts";
import { validate } from "../core/checks/validate.ts";
import type { Dataset } from "../core/declared/dataset.ts";
import { readDefinitions } from "../core/declared/definitions.ts";
import { writeTemplate } from "../core/published/template.ts";
import { load } from "../load.ts";
import { readArguments, readTask, resolvePath, UsageError } from "./options.ts";

/** Write a data set's table for a year, ready to be filled in with Excel, to a new file or to standard output. */
export async function run(args: readonly string[]): Promise<number> {
  const { options, words } = readArguments(args, ["data", "out"], ["表", "年份"]);
  const { data, moment } = readTask(options);
  const inputs = load(data, "internal", moment.today);
  const { datasets, settings, indicators } = readDefinitions(inputs);
  const dataset = findDataset(words[0], [...datasets.values()]);
  const year = readYear(words[1], dataset, moment.today);
  const out = options.out === undefined ? null : readOut(options.out);
  const { rows, units } = validate(inputs, datasets, settings, indicators);
  const text = writeTemplate(dataset, rows.get(dataset.id), units, year);
  if (out === null) process.stdout.write(text);
  else {
    writeFileSync(out, text, { flag: "wx" });
    console.log(`“${dataset.title}”的模板已写到 ${out}。示例行（第 2 行）填好以后要删掉。`);
  }
  return 0;
}

/** Find a data set by its folder's name or its title. */
function findDataset(name: string | undefined, datasets: readonly Dataset[]): Dataset {
  const found = datasets.find(({ id, title }) => id === name || title === name);
  if (found) return found;
  const say = ({ id, title }: Dataset) => `${id}（${title}）`;
  const all = `可以写：${datasets.map(say).join("、")}。`;
  if (name === undefined)
    throw new UsageError(`要写明哪一种表，例如 npm run template -- volunteers 2026。${all}`);
  const names = nearest(
    name,
    datasets.flatMap(({ id, title }) => [id, title]),
    3,
  );
  const near = datasets.filter(({ id, title }) => names.includes(id) || names.includes(title));
  const guess = near.length > 0 ? `最接近的是 ${near.map(say).join("、")}。` : all;
  throw new UsageError(`没有“${name}”这种表。${guess}`);
}

/** Read the year; a table whose rows do without one is taken to be for this year. */
function readYear(text: string | undefined, { id, kind }: Dataset, today: string): number {
  if (text === undefined && kind === "state") {
    throw new UsageError(`要写明哪一年，例如 npm run template -- ${id} ${today.slice(0, 4)}。`);
  }
  const year = text ?? today.slice(0, 4);
  if (!/^(?:19|20)\d{2}$/.test(year)) throw new UsageError(`年份要写四位数字，例如 2026，不能是“${year}”。`);
  return Number(year);
}

function readOut(path: string): string {
  const out = resolvePath(path);
  if (existsSync(out)) throw new UsageError(`“${out}”已经有了，不会覆盖它。请换一个名字，或者先把它移走。`);
  if (!statSync(dirname(out), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`没有“${dirname(out)}”这个文件夹，请先建好。`);
  }
  return out;
}
