import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, hashTree, listTree, newFolder, project, writeTree } from "./command.ts";

/** Words and numbers that stand only in internal cells and rows of the folder. */
const secrets = ["金丝雀甲", "金丝雀乙", "金丝雀奖", "金丝雀杯", "不可外传", "8675", "7531", "96543.21"];

/** The sample with more that the public may not see: names, rows, and rows whose day has not come. */
function folderWithSecrets(): string {
  const folder = newFolder();
  cpSync(join(project, "data"), folder, { recursive: true });
  for (const name of ["releases", "revisions.csv"]) rmSync(join(folder, name), { recursive: true }); // its figures differ
  return writeTree(folder, {
    "exports/honors/canary.csv":
      "荣誉编号,名称,级别,类型,获得单位,获得者,命名日期,公开属性,备注\r\n" +
      "C-1,省级先进个人,省级,个人,财务处,金丝雀甲,2024-05-01,,\r\n" +
      "C-2,金丝雀奖,省级,个人,财务处,金丝雀乙,2024-05-02,内部,不可外传\r\n",
    "exports/competitions/canary.csv":
      "竞赛编号,名称,类别,开始日期,单位,参赛人次,公开属性\r\nJC-1,金丝雀杯,技能大赛,2024-06-01,某省某局,8675,内部\r\n",
    "exports/austerity/canary.csv":
      "年度,单位,口径,项目,计量单位,本年数,公开属性,备注\r\n2024,某省某局,窗口,公务用车购置费,万元,96543.21,内部,不可外传\r\n",
    "exports/participants/canary.csv":
      "年度,单位,口径,活动,参加人数,发布时间,备注\r\n2024,某省某局,窗口,竞赛,7531,2030-01-01,不可外传\r\n",
  });
}

describe("the public edition", { timeout: 120_000 }, () => {
  let site: string;
  let build: Awaited<ReturnType<typeof command>>;
  let check: Awaited<ReturnType<typeof command>>;
  const people = new Set<string>();

  beforeAll(async () => {
    const data = folderWithSecrets();
    site = join(newFolder(), "site");
    const asked = ["--data", data, "--now", "2026-03-01"];
    check = await command("check", [...asked, "--format", "json"]);
    build = await command("build", [...asked, "--out", site]);
    for (const name of readdirSync(join(data, "exports/honors"))) {
      const bytes = readFileSync(join(data, "exports/honors", name));
      const isUtf8 = Buffer.from(bytes.toString("utf8")).equals(bytes);
      const text = new TextDecoder(isUtf8 ? "utf-8" : "gb18030").decode(bytes);
      for (const person of text.match(/.示例(?=,)/g) ?? []) people.add(person);
    }
  }, 120_000);

  it("is built", () => {
    expect(
      JSON.parse(check.stdout).findings.filter((found: { severity: string }) => found.severity === "error"),
    ).toEqual([]);
    expect(build.code).toBe(0);
    expect(people.size).toBeGreaterThan(10);
  });

  it("holds no internal row and no person's name, in any byte", () => {
    const found = listTree(site).flatMap((path) => {
      const text = readFileSync(join(site, path), "utf8");
      return [...secrets, ...people]
        .filter((secret) => text.includes(secret))
        .map((secret) => [path, secret]);
    });
    expect(found).toEqual([]);
  });

  it("names no internal column, in any byte", () => {
    const names = readdirSync(join(project, "data/datasets")).flatMap((name) => {
      const { schema } = JSON.parse(readFileSync(join(project, "data/datasets", name), "utf8"));
      const fields: readonly { name: string; audience: string }[] = schema.fields;
      return fields.flatMap((field) => (field.audience === "internal" ? field.name : []));
    });
    expect(names).toContain("获得者");
    expect(readFileSync(join(site, "check/kit.js"), "utf8")).toContain("荣誉编号");
    const found = listTree(site).flatMap((path) => {
      const text = readFileSync(join(site, path), "utf8");
      return names.filter((name) => text.includes(name)).map((name) => [path, name]);
    });
    expect(found).toEqual([]);
  });

  it("tells none of them in what the commands print", () => {
    for (const { stdout, stderr } of [check, build]) {
      const printed = stdout + stderr;
      expect([...secrets, ...people].filter((secret) => printed.includes(secret))).toEqual([]);
    }
  });

  it("says of the figures that lost rows that they did", () => {
    const read = (path: string) => readFileSync(join(site, path), "utf8");
    for (const topic of ["honors", "competitions"]) {
      expect(read(`${topic}/index.html`)).toContain("不含未公开项");
    }
    expect(read("data/indicators/honors-awarded.json")).toContain("不含未公开项");
  });

  it("stops where a name that may not be shown stands in what may be", async () => {
    const data = folderWithSecrets();
    const settings = JSON.parse(readFileSync(join(data, "site.json"), "utf8"));
    writeTree(data, { "site.json": JSON.stringify({ ...settings, title: "金丝雀甲同志事迹" }) });
    const before = hashTree(site);
    const { code, stdout } = await command("build", ["--data", data, "--now", "2026-03-01", "--out", site]);
    expect(code).toBe(1);
    expect(stdout).toContain("SDC-06");
    expect(stdout).toContain("荣誉的“获得者”");
    expect(stdout).not.toContain("金丝雀甲");
    expect(hashTree(site)).toBe(before);
  });
});
