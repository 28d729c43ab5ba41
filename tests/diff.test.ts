import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, hashTree, newFolder, project, run, writeTree } from "./command.ts";

const units = "单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n0102,二处,01\r\n";
const headcount =
  "时点,单位,口径,在岗职工数\r\n2023-12-31,一处,全局,40\r\n2023-12-31,二处,全局,60\r\n2024-12-31,一处,全局,40\r\n2024-12-31,二处,全局,60\r\n";

/** Volunteers of 一处 in 2023, and of all in 2024. */
const volunteers = (first: string) =>
  `时点,单位,口径,备案注册人数\r\n2023-12-31,一处,全局,${first}\r\n2023-12-31,二处,全局,30\r\n2024-12-31,一处,全局,25\r\n2024-12-31,二处,全局,35\r\n`;

/** A folder in a repository: 20 volunteers of 一处 in 2023 in its commit, 24 in the work tree; and a file that is in no commit. */
async function repository(): Promise<string> {
  const top = newFolder();
  const git = async (...args: readonly string[]) => {
    const { code, stderr } = await run(
      "git",
      ["-c", "user.name=某人", "-c", "user.email=a@example.cn", "-c", "commit.gpgsign=false", ...args],
      top,
    );
    if (code !== 0) throw new Error(stderr);
  };
  writeTree(top, {
    "说明.txt": "别的文件\n",
    "数据/exports/units/单位.csv": units,
    "数据/exports/headcount/在岗 职工.csv": headcount,
    "数据/exports/volunteers/志愿者.csv": volunteers("20"),
  });
  await git("init", "--quiet", "--initial-branch", "trunk");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "as it was");
  await git("tag", "released");
  writeTree(top, { "数据/exports/volunteers/志愿者.csv": volunteers("24") });
  return join(top, "数据");
}

describe("npm run diff", { timeout: 240_000 }, () => {
  let data: string;
  const diff = (...args: readonly string[]) =>
    command("diff", ["--data", data, "--now", "2025-03-01", ...args]);

  beforeAll(async () => {
    data = await repository();
  });

  it("says which figures and pages differ from a tag's, and touches nothing", async () => {
    const before = hashTree(join(data, ".."));
    const { code, stdout, stderr } = await diff("--base", "released", "--format", "json");
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const { figures, pages, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      base: "released",
      edition: "public",
      asOf: { before: "2024-12-31", after: "2024-12-31" },
    });
    const told = figures.map((change: Record<string, unknown>) => ({ ...change, title: undefined }));
    // 2023: (20 + 30) ÷ 100 = 50%, (24 + 30) ÷ 100 = 54%; 一处: 20 ÷ 40 = 50%, 24 ÷ 40 = 60%; 2024: 60% and 62.5%, as before
    expect(told).toEqual([
      {
        kind: "changed",
        indicator: "volunteer-ratio",
        unit: "%",
        of: null,
        series: "total",
        year: 2023,
        before: { value: 50, state: "final" },
        after: { value: 54, state: "final" },
        difference: 4,
        percent: 8,
      },
      {
        kind: "changed",
        indicator: "volunteer-ratio",
        unit: "%",
        of: "0101",
        series: "total",
        year: 2023,
        before: { value: 50, state: "final" },
        after: { value: 60, state: "final" },
        difference: 10,
        percent: 20,
      },
      expect.objectContaining({ kind: "compared", of: null, year: 2024 }), // 60% − 50% is now 60% − 54%
      expect.objectContaining({ kind: "compared", of: "0101", year: 2024 }),
    ]);
    const paths = pages.map(({ path }: { path: string }) => path);
    expect(paths.filter((path: string) => !path.startsWith("wall/"))).toEqual([
      "brief/2023/index.html",
      "brief/2024/index.html",
      "data/datasets/volunteers.csv",
      "data/indicators/volunteer-active-ratio.csv", // its denominator, all there is of it: 50 and 54
      "data/indicators/volunteer-active-ratio.json",
      "data/indicators/volunteer-hours-per-head.csv", // likewise
      "data/indicators/volunteer-hours-per-head.json",
      "data/indicators/volunteer-ratio.csv",
      "data/indicators/volunteer-ratio.json",
      "data/units/0101.json",
      "index.html",
      "volunteers/index.html",
      "volunteers/units/index.html",
    ]);
    expect(paths).toContain("wall/index.html");
    expect(hashTree(join(data, ".."))).toBe(before);
  });

  it("says it in words and as Markdown", async () => {
    const text = await diff("--base", "trunk");
    expect(text.code).toBe(0);
    expect(text.stdout).toContain("公开版与 trunk 相比：4 个数、");
    expect(text.stdout).toContain("数改了（2）\n  注册志愿者占比 2023 年：50.0% → 54.0%（+4.0 个百分点）\n");
    expect(text.stdout).toContain("  一处·注册志愿者占比 2023 年：50.0% → 60.0%（+10.0 个百分点）\n");
    expect(text.stdout).toContain("  注册志愿者占比 2024 年：比上年 +10.0 个百分点 → 比上年 +6.0 个百分点\n");
    expect(text.stdout).toContain("  volunteers/index.html　志愿服务\n");
    const markdown = await diff("--base", "HEAD", "--format", "markdown");
    expect(markdown.stdout).toContain("| 注册志愿者占比 | 2023 | 50.0% | 54.0% | &#43;4.0 个百分点 |\n");
  });

  it("finds nothing where nothing differs, and compares with a folder too", async () => {
    const { code, stdout } = await diff("--base", data);
    expect(code).toBe(0);
    expect(stdout).toBe(`公开版与 ${data} 相比：没有任何变化。\n`);
  });

  it("compares in spite of what nobody signed for, since it is to help in signing", async () => {
    const other = writeTree(newFolder(), {
      "exports/units/u.csv": units,
      "exports/headcount/h.csv": headcount,
      "exports/volunteers/v.csv": volunteers("4000"), // more than there are staff, and a jump
    });
    const check = await command("check", ["--data", other, "--now", "2025-03-01"]);
    expect(check.code).toBe(1);
    const { code, stdout } = await command("diff", ["--data", other, "--base", data, "--now", "2025-03-01"]);
    expect(code).toBe(0);
    expect(stdout).toContain("注册志愿者占比 2023 年：54.0% → 4030.0%");
  });

  it("says which version has errors", async () => {
    const broken = writeTree(newFolder(), { "exports/volunteers/v.csv": volunteers("很多") });
    const { code, stdout, stderr } = await diff("--base", broken);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`“${broken}”里有错误`);
  });

  it.each([
    [
      "what is neither a commit nor a folder",
      ["--base", "no-such"],
      "“no-such”既不是数据文件夹，也不是这个仓库里的",
    ],
    ["a base that looks like an option", ["--base=--output=x"], "既不是数据文件夹"],
    ["no base", [], "--base"],
  ])("refuses %s with a sentence", async (_, args, sentence) => {
    const { code, stderr } = await diff(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it("says that a folder outside any repository has no versions", async () => {
    const alone = writeTree(newFolder(), { "exports/units/u.csv": units });
    const { code, stderr } = await command("diff", ["--data", alone, "--base", "HEAD"]);
    expect(code).toBe(2);
    expect(stderr).toContain("不在 Git 仓库里");
  });

  it("stands in the example of a workflow as it is called", () => {
    const workflow = readFileSync(join(project, "src/deploy/pull-request.yml"), "utf8");
    expect(workflow).toContain("npm run --silent diff -- --base");
    expect(workflow).toContain("npm run --silent check -- --format github");
  });
});
