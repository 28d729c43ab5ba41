import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import Papa from "papaparse";
import { buildSite } from "../../src/core/site.ts";
import { load } from "../../src/load.ts";
import { command, listTree, newFolder, writeTree } from "../command.ts";

const unitCount = 1000;
const rowsAFile = 100_000;
const now = "2026-03-01";

/** Write a data folder of so many rows: monthly volunteers of a thousand units, without anything to find. */
function writeFolder(rows: number): string {
  const units = Array.from({ length: unitCount }, (_, i) => String(10_000 + i));
  const lines = Array.from({ length: rows }, (_, i) => {
    const month = Math.floor(i / unitCount);
    const [year, monthOfYear] = [2025 - Math.floor(month / 12), 12 - (month % 12)];
    const last = new Date(Date.UTC(year, monthOfYear, 0)).toISOString().slice(0, 10);
    const registered = 400 + (i % 97);
    return `${last},${units[i % unitCount]},全局,${registered},${registered - 100 - (i % 7)},${registered * 20}.5\r\n`;
  });
  const header = "时点,单位,口径,备案注册人数,活跃人数,当年服务时长\r\n";
  const files: Record<string, string> = {
    "exports/units/units.csv": `单位编码,单位名称,上级编码\r\n1,局,\r\n${units.map((code) => `${code},第${code}处,1\r\n`).join("")}`,
  };
  for (let at = 0; at < rows; at += rowsAFile) {
    files[`exports/volunteers/${at / rowsAFile}.csv`] = header + lines.slice(at, at + rowsAFile).join("");
  }
  return writeTree(newFolder(), files);
}

async function time(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

/** Time one size: the CSV parser alone, reading and checking, and the whole build command. */
async function measure(rows: number): Promise<Record<string, number>> {
  const data = writeFolder(rows);
  const exports = join(data, "exports");
  const papa = await time(() => {
    for (const path of listTree(exports)) Papa.parse(readFileSync(join(exports, path), "utf8"));
  });
  let findings = 0;
  const core = await time(() => {
    findings = buildSite(load(data, "public", now)).findings.length;
  });
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  const build = await time(async () => {
    const { code, stdout, stderr } = await command("build", [
      "--data",
      data,
      "--out",
      join(data, "site"),
      "--now",
      now,
    ]);
    if (code !== 0) throw new Error(`build: exit ${code}\n${stdout.slice(-2000)}${stderr}`);
  });
  rmSync(data, { recursive: true });
  return {
    行: rows,
    "PapaParse 毫秒": papa,
    "检查与计算 毫秒": core,
    "内存 MB": memory,
    "build 命令 毫秒": build,
    发现: findings,
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
