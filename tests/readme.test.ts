import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, newFolder, project, writeTree } from "./command.ts";

const now = ["--now", "2026-03-01"];
const spawned = { timeout: 120_000 };

/** Take the file that a README tells to create, as written there. */
function indicatorOf(readme: string): { path: string; json: string } {
  const text = readFileSync(join(project, readme), "utf8");
  const [, path = "", json = ""] =
    /`(data\/indicators\/[a-z-]+\.json)`[\s\S]*?```json\n([\s\S]*?)```/.exec(text) ?? [];
  return { path, json };
}

/** The files and folders that a README's tree names. */
function pathsOf(readme: string): string[] {
  const text = readFileSync(join(project, readme), "utf8");
  const tree = /```\n(README[\s\S]*?)```/.exec(text)?.[1] ?? "";
  return [...tree.matchAll(/(?<![\w/.])([a-z]+(?:\/|\.[a-z]+))(?=[\s,、])/g)].map((match) => match[1] ?? "");
}

describe("README", spawned, () => {
  it("has the same commands, options and steps in both languages", () => {
    const code = (readme: string) =>
      [...readFileSync(join(project, readme), "utf8").matchAll(/`((?:npm|--)[^`]*)`/g)].map((match) =>
        (match[1] ?? "").replaceAll("选项", "options"),
      );
    expect(code("README.zh-CN.md")).toEqual(code("README.md"));
    expect(indicatorOf("README.zh-CN.md")).toEqual(indicatorOf("README.md"));
    const outline = (readme: string) =>
      [...readFileSync(join(project, readme), "utf8").matchAll(/^(#+ |```\w*$|\| [`"])/gm)].map(
        ([mark]) => mark,
      );
    expect(outline("README.zh-CN.md")).toEqual(outline("README.md"));
    expect(pathsOf("README.zh-CN.md")).toEqual(pathsOf("README.md"));
  });

  it("names files that are there", () => {
    const named = pathsOf("README.md");
    expect(named.length).toBeGreaterThan(30);
    const places = ["", "data", "src", "src/core", "tests"];
    expect(named.filter((name) => !places.some((place) => existsSync(join(project, place, name))))).toEqual(
      [],
    );
  });

  describe("adding an indicator as it says", () => {
    const parent = newFolder();
    const site = join(parent, "site");
    const { path, json } = indicatorOf("README.md");

    beforeAll(() => {
      cpSync(join(project, "data"), join(parent, "data"), { recursive: true });
      writeTree(parent, { [path]: json });
    });

    it("passes the check", async () => {
      const { code } = await command("check", [...now, "--data", "data"], parent);
      expect(code).toBe(0);
    });

    it("shows the figure on its page and among the downloads", async () => {
      const { code } = await command("build", [...now, "--data", "data", "--out", "site"], parent);
      expect(code).toBe(0);
      const page = readFileSync(join(site, "volunteers/index.html"), "utf8");
      expect(page).toContain("活跃志愿者占职工比");
      const figure = JSON.parse(
        readFileSync(join(site, "data/indicators/volunteer-active-per-staff.json"), "utf8"),
      );
      const last = figure.series[0].points.at(-1);
      expect(last).toMatchObject({ year: 2025, parts: { numerator: 268, denominator: 433 } });
      expect(last.value).toBeCloseTo(61.89376443418014, 9); // 268 ÷ 433
    });

    it("says what is wrong with a mistake in it", async () => {
      const folder = join(newFolder(), "data");
      cpSync(join(parent, "data"), folder, { recursive: true });
      writeTree(join(folder, ".."), { [path]: json.replace("活跃人数", "活跃人") });
      const { code, stdout } = await command("check", [...now, "--data", folder, "--format", "json"]);
      expect(code).toBe(1);
      const { findings } = JSON.parse(stdout);
      const found = findings.filter((one: { severity: string }) => one.severity === "error");
      expect(found).toEqual([
        expect.objectContaining({ code: "CFG-03", file: "indicators/volunteer-active-per-staff.json" }),
      ]);
    });
  });
});
