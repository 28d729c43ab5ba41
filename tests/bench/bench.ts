import { execFileSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { command, listTree, newFolder, writeTree } from "../command.ts";

const unitCount = 1000;
const rowsAFile = 100_000;
const runs = 5;

/** Write a data folder of so many rows, 75 bytes each: monthly volunteers of a thousand units, without anything to find. */
function writeFolder(rows: number): string {
  const codes = Array.from({ length: unitCount }, (_, i) => String(10_000 + i));
  const names = codes.map((code) => `某省某市某局第${code}业务处室`);
  const lines = Array.from({ length: rows }, (_, i) => {
    const month = Math.floor(i / unitCount);
    const [year, monthOfYear] = [2025 - Math.floor(month / 12), 12 - (month % 12)];
    const last = new Date(Date.UTC(year, monthOfYear, 0)).toISOString().slice(0, 10);
    const registered = 400 + (i % 97);
    return `${last},${names[i % unitCount]},全局,${registered},${registered - 100 - (i % 7)},${registered * 250}.5\r\n`;
  });
  const header = "时点,单位,口径,备案注册人数,活跃人数,当年服务时长\r\n";
  const files: Record<string, string> = {
    "exports/units/units.csv": `单位编码,单位名称,上级编码\r\n1,局,\r\n${codes.map((code, i) => `${code},${names[i]},1\r\n`).join("")}`,
  };
  for (let at = 0; at < rows; at += rowsAFile) {
    files[`exports/volunteers/${at / rowsAFile}.csv`] = header + lines.slice(at, at + rowsAFile).join("");
  }
  return writeTree(newFolder(), files);
}

interface Once {
  readonly result: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Do a work several times, each in a process of its own, and take the median of the times and the most of the memory. */
function repeat(work: "split" | "check", data: string): Once {
  const all = Array.from({ length: runs }, (): Once => {
    const args = [join(import.meta.dirname, "once.ts"), work, data];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }));
  }).toSorted((a, b) => a.milliseconds - b.milliseconds);
  const median = all[Math.floor(runs / 2)] as Once;
  return { ...median, megabytes: Math.max(...all.map(({ megabytes }) => megabytes)) };
}

/** Time the whole build command, once. */
async function timeBuild(data: string): Promise<number> {
  const from = performance.now();
  const args = ["--data", data, "--out", join(data, "site"), "--now", "2026-03-01"];
  const { code, stdout, stderr } = await command("build", args);
  if (code !== 0) throw new Error(`build: exit ${code}\n${stdout.slice(-2000)}${stderr}`);
  return Math.round(performance.now() - from);
}

/** Time one size: the CSV parser alone, reading, checking and computing, and the build command. */
async function measure(rows: number): Promise<Record<string, number>> {
  const data = writeFolder(rows);
  const exports = join(data, "exports");
  const bytes = listTree(exports).reduce((sum, path) => sum + statSync(join(exports, path)).size, 0);
  const split = repeat("split", data);
  const check = repeat("check", data);
  const build = await timeBuild(data);
  rmSync(data, { recursive: true });
  return {
    行: rows,
    MB: Math.round(bytes / 1e5) / 10,
    "PapaParse 毫秒": split.milliseconds,
    "检查与计算 毫秒": check.milliseconds,
    倍数: Math.round((check.milliseconds / split.milliseconds) * 10) / 10,
    "内存 MB": check.megabytes,
    "build 命令 毫秒": build,
    发现: check.result,
  };
}

const asked = process.argv.slice(2).map(Number);
const sizes = asked.length > 0 ? asked : [10_000, 100_000];
if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
  console.error("用法：npm run bench -- [行数 …]，例如 npm run bench -- 10000 1000000");
  process.exit(2);
}
const table: Record<string, number>[] = [];
for (const size of sizes) table.push(await measure(size));
console.table(table);
