import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { editions } from "../core/edition.ts";
import { exportsOf, holds, project } from "../load.ts";
import { UsageError } from "./options.ts";

const recordSchema = z.object({
  build: z.string().regex(/^[0-9a-f]{12}$/),
  edition: z.enum(editions),
  asOf: z.string(),
  builtAt: z.string(),
  published: z.int(),
  sample: z.boolean(),
  wall: z.object({ bytes: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(), // sites of before have none
});

/** build.json: what a folder holds, and that it is ours. */
export type BuildRecord = z.infer<typeof recordSchema>;

/** Where a site is put: the folder itself, the folder the last one is moved to, and the one the next is made in. */
export interface Output {
  readonly out: string;
  readonly old: string;
  readonly next: string;
}

/** Name the folders of an output; all three lie side by side, so that a rename is all it takes. */
export function outputAt(path: string): Output {
  const out = existsSync(path) ? realpathSync(path) : path;
  return { out, old: `${out}.old.tmp`, next: madeFor(out) };
}

/** Read a folder's build.json; null if there is none of ours. */
export function readRecord(folder: string): BuildRecord | null {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(folder, "build.json"), "utf8")));
  } catch {
    return null;
  }
}

/** Measure the wall's page as it is written, so that a wall can tell it arrived whole. */
export function wallOf(folder: string): NonNullable<BuildRecord["wall"]> {
  const page = readFileSync(join(folder, "wall/index.html"));
  return { bytes: page.length, sha256: createHash("sha256").update(page).digest("hex") };
}

/** Write build.json, the last file of a site: a folder that has it is whole. */
export function writeRecord(folder: string, record: BuildRecord): void {
  writeFileSync(join(folder, "build.json"), `${JSON.stringify(record)}\n`);
}

/** Refuse a folder whose replacement would destroy what is not ours. */
export function refuseOutput({ out, old }: Output, data: string, internal: string | null): void {
  const no = (why: string) =>
    new UsageError(`“${out}”不能放网站：${why}。用 --out 另指一个空的或还没有的文件夹。`);
  if (holds(out, project)) throw no("本项目就在它里面");
  if (holds(out, data)) throw no("数据文件夹就在它里面");
  if (internal !== null && (holds(out, internal) || holds(exportsOf(internal), out))) {
    throw no("--internal 的文件夹就在它里面，或者它就在那里面");
  }
  if (holds(join(data, "exports"), out)) throw no("它在 exports 里面，那里只放数据");
  if (existsSync(old) && !readRecord(old)) throw no(`旁边的“${old}”不是本程序留下的`);
  if (!existsSync(out)) return;
  if (!statSync(out).isDirectory()) throw no("它是文件，不是文件夹");
  if (readdirSync(out).length > 0 && !readRecord(out))
    throw no("里面有东西，而且不是本程序生成的网站（没有 build.json）");
}

/** Finish a swap that was cut off, and clear what dead builds left behind. */
export function recover({ out, old }: Output): void {
  const made = leftBy(out);
  if (existsSync(old) && !existsSync(out)) renameSync(made.find(readRecord) ?? old, out);
  for (const folder of [old, ...made]) rmSync(folder, { recursive: true, force: true });
}

/** Name a folder that this build makes beside, and for, another. */
export function madeFor(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** List the folders that builds which no longer run made for a path. */
export function leftBy(path: string): string[] {
  const parent = dirname(path);
  if (!existsSync(parent)) return [];
  const prefix = `${basename(path)}.`;
  return readdirSync(parent)
    .filter((name) => name.startsWith(prefix) && /^\d+\.tmp$/.test(name.slice(prefix.length)))
    .filter((name) => !isRunning(Number.parseInt(name.slice(prefix.length), 10)))
    .map((name) => join(parent, name));
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false; // a dead one had the same number
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Put the new site in the place of the last by two renames; whoever reads meanwhile finds one of them whole. */
export function swap({ out, old, next }: Output): void {
  mkdirSync(dirname(out), { recursive: true });
  if (existsSync(out)) renameSync(out, old);
  renameSync(next, out);
  rmSync(old, { recursive: true, force: true });
}

/** Remove a site that was not swapped in. */
export function discard({ next }: Output): void {
  rmSync(next, { recursive: true, force: true });
}
