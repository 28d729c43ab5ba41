import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, hashTree, newFolder, type Ran, writeTree } from "./command.ts";

const units = "\ufeff单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n";
const header = "时点,单位,口径,在岗职工数";
const hasty = `${header.replace("单位", "单位名称")}\n2024-12-31,一 处,全局,４０\n2023-12-31,一处,全局,约30\n,,,\n`;
const torn = `${header}\n2022-12-31,一处,全局,1,234\n`;

const read = (folder: string, path: string) => readFileSync(join(folder, "exports", path), "utf8");

describe("npm run fix", { timeout: 120_000 }, () => {
  let folder: string;
  let first: Ran;
  beforeAll(async () => {
    folder = writeTree(newFolder(), {
      "exports/units/units.csv": units,
      "exports/headcount/hasty.csv": hasty,
      "exports/headcount/torn.csv": torn,
    });
    first = await command("fix", ["--data", folder]);
  }, 120_000);

  it("rewrites what is read so anyway, and prints every change by its cell", () => {
    expect(read(folder, "headcount/hasty.csv")).toBe(
      `\ufeff${header}\r\n2024-12-31,一处,全局,40\r\n2023-12-31,一处,全局,约30\r\n`,
    );
    expect(first.stdout.split("\n").slice(0, 8)).toEqual([
      "headcount/hasty.csv　改了 6 处，原件在 headcount/.原件/hasty.csv",
      "  整个文件　编码：UTF-8（没有编码标记） → UTF-8（带编码标记）",
      "  整个文件　换行符：LF → CRLF",
      "  A4　末尾的空行：1 行 → 去掉",
      "  B1　列名：单位名称 → 单位",
      "  B2　单位名称：一 处 → 一处",
      "  D2　在岗职工数：４０ → 40",
      "",
    ]);
  });

  it("leaves a file alone whose structure has an error, names it and says what to do", () => {
    expect(read(folder, "headcount/torn.csv")).toBe(torn);
    expect(first.stdout).toContain("headcount/torn.csv　没有改");
    expect(first.stdout).toContain("STR-12");
    expect(first.stdout).toContain("1,234");
    expect(first.code).toBe(1);
  });

  it("keeps the original, out of the exports", async () => {
    expect(read(folder, "headcount/.原件/hasty.csv")).toBe(hasty);
    expect(existsSync(join(folder, "exports/headcount/.hasty.csv.tmp"))).toBe(false);
    const { stdout } = await command("check", ["--data", folder, "--format", "json"]);
    expect(JSON.parse(stdout).counts.files).toBe(3);
  });

  it("changes nothing the second time", async () => {
    const before = hashTree(folder);
    const { stdout, code } = await command("fix", ["--data", folder]);
    expect(hashTree(folder)).toBe(before);
    expect(stdout).toContain("改了 0 个文件，共 0 处；2 个文件没有要改的；1 个文件有错误，原样未动。");
    expect(code).toBe(1);
  });

  it("never overwrites an original that it kept before", async () => {
    const later = hasty.replace("约30", "３１");
    writeTree(folder, {
      "exports/headcount/hasty.csv": later,
      "exports/headcount/torn.csv": torn.replace("1,", "1"),
    });
    const { stdout, code } = await command("fix", ["--data", folder]);
    expect(stdout).toContain("原件在 headcount/.原件/hasty-2.csv");
    expect(stdout).toContain("改前、改后各读了一遍，数字和错误都没有变。");
    expect(code).toBe(0);
    expect(read(folder, "headcount/.原件/hasty.csv")).toBe(hasty);
    expect(read(folder, "headcount/.原件/hasty-2.csv")).toBe(later);
  });

  it("refuses what is no data folder, and options it does not know", async () => {
    expect((await command("fix", ["--data", join(folder, "exports")])).code).toBe(2);
    expect((await command("fix", ["--out", folder])).code).toBe(2);
  });
});
