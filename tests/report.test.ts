import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { progressFor } from "../src/commands/progress.ts";
import { newFolder, project, run, writeTree } from "./command.ts";

const header = "时点,单位,口径,备案注册人数";
/** Twelve files with one error each, and one with two. */
const folder = writeTree(newFolder(), {
  "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某局,\r\n",
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `exports/volunteers/${2010 + i}.csv`,
      `${header}\r\n${2010 + i}-12-31,某局,全局,约${i}|<b>\r\n`,
    ]),
  ),
  "exports/volunteers/2022.csv": `${header}\r\n2022-12-31,某局,全局,多\r\n2022-06-30,某局,全局,少\r\n`,
});
const check = ["--data", folder, "--now", "2026-03-01"];

/** Run check with some of the environment its own. */
function checkWith(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const main = join(project, "src/commands/main.ts");
  const set = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return run(
    "env",
    ["-u", "NO_COLOR", "-u", "FORCE_COLOR", ...set, process.execPath, main, "check", ...check, ...args],
    project,
  );
}

describe("check --format github", { timeout: 60_000 }, () => {
  it("says in the last annotation that GitHub shows how many it does not", async () => {
    const { stdout } = await checkWith({}, ["--format", "github"]);
    const errors = stdout.split("\n").filter((line) => line.startsWith("::error "));
    expect(errors.length).toBe(14); // 13 kinds, and the word about those that are not shown
    expect(errors[9]).toMatch(/^::error file=[^,]+2019\.csv,.*title=还有 4 类错误::/);
    expect(errors[9]).toContain(
      "GitHub 只显示前 10 条错误。还有 4 类、共 5 处没有显示，在 volunteers/2019.csv、volunteers/2020.csv、volunteers/2021.csv 等",
    );
    expect(errors.slice(10).map((line) => /(\d{4})\.csv/.exec(line)?.[1])).toEqual([
      "2019",
      "2020",
      "2021",
      "2022",
    ]);
  });

  it("puts errors before everything else", async () => {
    const { stdout } = await checkWith({}, ["--format", "github"]);
    const levels = stdout.split("\n").flatMap((line) => /^::(\w+) /.exec(line)?.[1] ?? []);
    expect(levels).toEqual(
      levels.toSorted((a, b) => "error warning notice".indexOf(a) - "error warning notice".indexOf(b)),
    );
  });

  it("writes all of it into the run's summary, as text that does nothing", async () => {
    const summary = join(newFolder(), "summary.md");
    await checkWith({ GITHUB_STEP_SUMMARY: summary }, ["--format", "github"]);
    const text = readFileSync(summary, "utf8");
    const rows = text.split("\n").filter((line) => line.startsWith("| 错误 "));
    expect(rows.length).toBe(13);
    for (const row of rows) expect(row.split("|").length).toBe(7); // five cells, whatever stands in them
    expect(text).not.toContain("<b>");
    expect(text).toContain("有错误，不能发布");
  });
});

describe("check for a terminal", { timeout: 60_000 }, () => {
  it("is plain where nobody looks, and where NO_COLOR says so", async () => {
    for (const env of [{}, { NO_COLOR: "1" }] as const) {
      const { stdout, stderr } = await checkWith(env);
      expect(stdout).not.toContain("\x1b");
      expect(stderr).toBe("");
    }
  });

  it("is in colour where colour is wanted", async () => {
    expect((await checkWith({ FORCE_COLOR: "1" })).stdout).toContain("\x1b[31m错误 SEC-01\x1b[39m");
  });
});

describe("progressFor(exports, screen)", () => {
  const files = (bytes: number) => ["a", "b"].map((path) => ({ path, bytes: new Uint8Array(bytes) }));
  const shown = (bytes: number, isTTY: boolean) => {
    const written: string[] = [];
    const { read, end } = progressFor(files(bytes), { isTTY, write: (text) => written.push(text) });
    for (const count of [0, 1, 2]) read(count);
    end();
    return written.map((text) => text.replace("\r\x1b[2K", ""));
  };

  it("counts files read of a large folder, and clears its line", () => {
    expect(shown(3_000_000, true)).toEqual([
      "已读 0/2 个文件…",
      "已读 1/2 个文件…",
      "全部读完，正在核对、计算…",
      "",
    ]);
  });

  it("says nothing of a small folder, or to a pipe", () => {
    expect(shown(1000, true)).toEqual([]);
    expect(shown(3_000_000, false)).toEqual([]);
  });
});
