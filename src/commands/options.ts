import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Edition, editions } from "../core/edition.ts";
import { exportsOf, holds, isDataFolder, projectData } from "../load.ts";
import { type Moment, momentOf, readMoment } from "./moment.ts";

/** The command was used wrongly; the message is for whoever typed it. */
export class UsageError extends Error {}

/** Parse arguments strictly against the names of the options a command knows. */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  return readArguments(args, names, []).options;
}

/** Parse arguments of a command that also takes words without a name, at most as many as these, which say what they are. */
export function readArguments<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
  wanted: readonly string[],
): { options: Partial<Record<Name, string>>; words: readonly string[] } {
  const options = Object.fromEntries(names.map((name) => [name, { type: "string" as const }]));
  const allowPositionals = wanted.length > 0;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals });
    const blank = names.find((name) => values[name]?.trim() === "");
    if (blank) throw new UsageError(`--${blank} 后面是空的，要写上它的值。`);
    const extra = positionals[wanted.length];
    if (extra !== undefined) throw new UsageError(`多出“${extra}”，这里只写${wanted.join("和")}。`);
    return { options: values as Partial<Record<Name, string>>, words: positionals }; // strict: no other names
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(sayMistake(error as NodeJS.ErrnoException, names));
  }
}

function sayMistake({ code, message }: NodeJS.ErrnoException, names: readonly string[]): string {
  const [, word = ""] = /'(-*[^'\s]+)/.exec(message) ?? [];
  const known = names.length > 0 ? `可用的选项：${names.map((name) => `--${name}`).join("、")}。` : "";
  const mistakes: Readonly<Record<string, string>> = {
    ERR_PARSE_ARGS_UNKNOWN_OPTION: `不认识选项“${word}”。${known}`,
    ERR_PARSE_ARGS_INVALID_OPTION_VALUE: `选项“${word}”后面缺少它的值。`,
    ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: `多出“${word}”。选项写在“--”之后，例如 npm run check -- --data 文件夹。${known}`,
  };
  return mistakes[code ?? ""] ?? message;
}

/** Choose one of several words; the first is the default. */
export function chooseOption<T extends string>(
  name: string,
  value: string | undefined,
  words: readonly [T, ...T[]],
): T {
  const chosen = value === undefined ? words[0] : words.find((word) => word === value);
  if (chosen === undefined) throw new UsageError(`--${name} 只能是 ${words.join("、")}，不能是“${value}”。`);
  return chosen;
}

/** Find a folder from where the user stands, which under npm is not where the command runs. */
export function resolvePath(path: string): string {
  const { INIT_CWD: standing = process.cwd() } = process.env;
  return resolve(standing, path);
}

/** What check and build both need to know. */
export interface Task {
  readonly data: string;
  readonly internal: string | null; // internal exports kept elsewhere; null in the public edition, whatever was given
  readonly edition: Edition;
  readonly moment: Moment;
}

/** Read --data, --internal, --edition and --now; only here is the clock read. */
export function readTask(options: {
  data?: string;
  internal?: string;
  edition?: string;
  now?: string;
}): Task {
  const data = options.data === undefined ? projectData : resolvePath(options.data);
  if (!isDataFolder(data)) {
    throw new UsageError(
      `“${data}”不是数据文件夹：里面没有 exports 文件夹。用 --data 指到装着 exports 的那个文件夹。`,
    );
  }
  const moment = options.now === undefined ? momentOf(Date.now()) : readMoment(options.now);
  if (!moment) {
    throw new UsageError(`--now 要写成 2026-03-01 或 2026-03-01T09:00:00+08:00，不能是“${options.now}”。`);
  }
  const edition = chooseOption("edition", options.edition, editions);
  const internal = options.internal === undefined ? null : resolvePath(options.internal);
  if (edition === "public" || internal === null) return { data, internal: null, edition, moment };
  refuseInternal(internal, data);
  return { data, internal, edition, moment };
}

/** Refuse internal exports that are not there, or lie where the public edition reads. */
function refuseInternal(internal: string, data: string): void {
  const no = (why: string) =>
    new UsageError(
      `--internal 指的“${internal}”${why}。它要是另一个文件夹：里面有 exports，或者像 exports 那样，一个数据集一个子文件夹。`,
    );
  if (!existsSync(internal) || !statSync(internal).isDirectory()) throw no("不是文件夹");
  const exports = exportsOf(internal);
  if (holds(join(data, "exports"), exports) || holds(exports, join(data, "exports"))) {
    throw no("与数据文件夹的 exports 是一处，那里的文件公开版也会读");
  }
  if (readdirSync(exports).length === 0) throw no("是空的");
}
