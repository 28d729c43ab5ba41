import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { project } from "../load.ts";
import { publish, readAddress } from "./build.ts";
import { readOptions, readTask, resolvePath, type Task, UsageError } from "./options.ts";
import { outputAt, refuseOutput } from "./output.ts";
import { withdrawFigure } from "./withdraw-figure.ts";
import { withdrawText } from "./withdraw-text.ts";

/** What to take out, and of what: a copy of the data folder, in which it is tried first. */
export interface Withdrawing {
  readonly copy: string;
  readonly today: string;
  readonly reason: string;
}

/** What taking out came to: what was changed, in words, how to look for it in the built site, and what else to say. */
export interface Withdrawn {
  readonly changes: readonly string[];
  readonly search: (out: string) => readonly string[]; // places where it still stands
  readonly what: string;
  readonly notes: readonly string[];
}

/** Folders that may lie in a data folder and are none of its content. */
const strangers: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** Take a text or a released figure out of the data, the releases and the site: 0, or 1 if it is not gone. */
export async function run(args: readonly string[]): Promise<number> {
  const names = ["text", "figure", "year", "series", "reason", "data", "out", "base", "site", "now"] as const;
  const options = readOptions(args, names);
  const { text, figure, reason } = options;
  if ((text === undefined) === (figure === undefined)) {
    throw new UsageError("要写明撤下什么：一段文字用 --text，一个发布过的数用 --figure 指标 --year 年度。");
  }
  if (reason === undefined) throw new UsageError("要用 --reason 写明原因，它会公布在修订记录里。");
  const task = readTask(options);
  const address = readAddress(options);
  const out = options.out === undefined ? join(project, "dist") : resolvePath(options.out);
  refuseOutput(outputAt(out), task.data, task.internal);

  const parent = mkdtempSync(join(tmpdir(), "withdraw-"));
  const copy = join(parent, "data");
  try {
    cpSync(task.data, copy, { recursive: true, filter: (path) => !strangers.has(basename(path)) });
    const of = { copy, today: task.moment.today, reason };
    const done = text === undefined ? withdrawFigure(of, options) : withdrawText(of, text);
    if (!done) return 1;
    for (const change of done.changes) console.log(`  ${change}`);
    const record = await publish({ ...task, data: copy }, out, address);
    if (!record) {
      console.log("没有撤下：撤下以后还有上面这些要先处理，数据文件夹原样未动。");
      return 1;
    }
    replaceChanged(copy, task);
    return report(done, out);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Write back what differs in the copy; whoever reads meanwhile finds each file whole. */
function replaceChanged(copy: string, { data }: Task): void {
  for (const path of filesIn(copy)) {
    const bytes = readFileSync(join(copy, path));
    const file = join(data, path);
    if (existsSync(file) && bytes.equals(readFileSync(file))) continue;
    const next = join(dirname(file), `.${basename(file)}.tmp`);
    writeFileSync(next, bytes);
    renameSync(next, file);
  }
}

/** List every file under a folder, those whose names begin with a dot too. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

function report({ search, what, notes }: Withdrawn, out: string): number {
  const places = search(out);
  const count = filesIn(out).length;
  console.log(`${what}：在生成的网站 ${count} 个文件里找，还剩 ${places.length} 处。`);
  for (const place of places) console.log(`  ${place}`);
  for (const note of notes) console.log(note);
  console.log(remaining(out));
  return places.length > 0 ? 1 : 0;
}

/** Say what no program here can do: history, servers, caches, copies. */
function remaining(out: string): string {
  return `
还要做的事（命令只是建议，照自己的仓库和服务器改；第 2 步会改写历史，先备份，并告诉所有有副本的人）：
1. 提交：git add -A data && git commit -m "撤下一处内容"
2. Git 历史里还有。装好 git-filter-repo，把要去掉的内容写进一个文件，一行一条，再改写所有提交：
   git filter-repo --replace-text 要去掉的内容.txt
   git push --force --all && git push --force --tags
   托管网站上的合并请求和缓存页要另请管理员清除；别人的副本要删掉重新克隆。
3. 服务器：把 ${out} 整个换上去；删掉旧版的备份、打包下载和日志里的副本；内部版重新生成。
4. 缓存：刷新 CDN 和反向代理；请搜索引擎和网页存档删除快照；大屏重新打开页面。
5. 下载过的人：查下载记录，能联系到的请他们删除；转载的请对方改正。
6. 原表和另放的内部数据：在 Excel 底表和内部数据文件夹里也改掉，不然下一次导出又会带回来。`;
}
