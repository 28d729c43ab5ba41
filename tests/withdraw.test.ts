import { cpSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, listTree, newFolder, project, type Ran, writeTree } from "./command.ts";

const now = ["--now", "2026-03-01"];
const spawned = { timeout: 240_000 };
const name = "欧阳小明";
const inItsPlace = "（已撤下）";

/** 欧阳 小明 and （已撤下） in GBK, from its code chart. */
const gbkName = Buffer.from("c5b7d1f420d0a1c3f7", "hex");
const gbkPlace = Buffer.from("a3a8d2d1b3b7cfc2a3a9", "hex");

/** List the files under a folder that hold a text, dot folders too, in UTF-8 or GBK. */
function holders(folder: string): string[] {
  return listTree(folder).filter((path) => {
    const bytes = readFileSync(join(folder, path));
    return bytes.includes(name) || bytes.includes(gbkName);
  });
}

function replaceIn(path: string, from: string | Buffer, to: string | Buffer): Buffer {
  const bytes = readFileSync(path);
  const at = bytes.indexOf(from);
  if (at < 0) throw new Error(`not in ${path}: ${from}`);
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(to),
    bytes.subarray(at + Buffer.from(from).length),
  ]);
}

describe("npm run withdraw -- --text", spawned, () => {
  let data: string;
  let site: string;
  let ran: Ran;
  let before: ReadonlyMap<string, Buffer>;
  let published: string[];

  beforeAll(async () => {
    data = join(newFolder(), "data");
    site = join(newFolder(), "site");
    cpSync(join(project, "data"), data, { recursive: true });
    for (const old of ["releases", "revisions.csv"]) rmSync(join(data, old), { recursive: true });
    const utf8 = join(data, "exports/competitions/2024.csv");
    const gbk = join(data, "exports/competitions/2016.csv");
    writeTree(data, {
      "exports/competitions/2024.csv": replaceIn(utf8, "27,27,4,,", `27,27,4,冠军${name},`),
      "exports/competitions/2016.csv": replaceIn(
        gbk,
        Buffer.from("54,6,,"),
        Buffer.concat([Buffer.from("54,6,"), gbkName, Buffer.from(",")]),
      ),
      "exports/competitions/.原件/2024.csv": `竞赛编号,备注\r\nJ2024-04,冠军${name}\r\n`,
      "exports/honors/更多.csv": `荣誉编号,名称,级别,类型,获得单位,获得者,命名日期\r\nM-1,${name}工作室,市级,项目,某省某局,,2025-12-30\r\n`,
    });
    const released = await command("release", ["--data", data, "--date", "2026-01-15", ...now]);
    expect(released.code).toBe(0);
    const built = await command("build", ["--data", data, "--out", site, ...now]);
    expect(built.code).toBe(0);
    before = new Map(listTree(data).map((path) => [path, readFileSync(join(data, path))]));
    published = holders(site);
    ran = await command("withdraw", [
      "--text",
      name,
      "--reason",
      "本人要求",
      "--data",
      data,
      "--out",
      site,
      ...now,
    ]);
  }, 240_000);

  it("was needed: the name stood on pages, in downloads and in the release", () => {
    expect(published).toContain("honors/index.html");
    expect(published).toContain("data/datasets/competitions.csv");
    expect(published).toContain("data/releases/2026-01-15.json");
  });

  it("leaves it nowhere in the site, nowhere in the data and its releases, and says so", () => {
    expect(ran.stdout).toContain("还剩 0 处");
    expect(ran.code).toBe(0);
    expect(holders(site)).toEqual([]);
    expect(holders(data)).toEqual([]);
    expect(ran.stdout).not.toContain(name);
  });

  it("changes nothing else, to the byte, whatever the encoding", () => {
    const changed = listTree(data).filter(
      (path) => !readFileSync(join(data, path)).equals(before.get(path) ?? Buffer.of()),
    );
    expect(changed).toEqual([
      "exports/competitions/.原件/2024.csv",
      "exports/competitions/2016.csv",
      "exports/competitions/2024.csv",
      "exports/honors/更多.csv",
      "releases/2026-01-15.json",
    ]);
    const gbk = before.get("exports/competitions/2016.csv") ?? Buffer.of();
    const at = gbk.indexOf(gbkName);
    const expected = [gbk.subarray(0, at), gbkPlace, gbk.subarray(at + gbkName.length)];
    expect(readFileSync(join(data, "exports/competitions/2016.csv"))).toEqual(Buffer.concat(expected));
    const utf8 = (before.get("exports/competitions/2024.csv") ?? "").toString();
    expect(readFileSync(join(data, "exports/competitions/2024.csv"), "utf8")).toBe(
      utf8.replace(name, inItsPlace),
    );
  });

  it("leaves a tombstone in the release, with its day and reason, and tells the public", () => {
    const release = JSON.parse(readFileSync(join(data, "releases/2026-01-15.json"), "utf8"));
    expect(release.withdrawn).toEqual([{ date: "2026-03-01", reason: "本人要求" }]);
    const page = readFileSync(join(site, "revisions/index.html"), "utf8");
    expect(page).toContain("本人要求");
    expect(readFileSync(join(site, "honors/index.html"), "utf8")).toContain(`${inItsPlace}工作室`);
  });

  it("says what remains to be done where it cannot reach", () => {
    for (const word of ["git filter-repo", "服务器", "缓存", "下载过的人", "原表"]) {
      expect(ran.stdout).toContain(word);
    }
  });

  it("changes nothing when used wrongly", async () => {
    const ask = (more: readonly string[]) =>
      command("withdraw", ["--data", data, "--out", site, ...now, ...more]);
    for (const more of [
      [],
      ["--text", name],
      ["--text", name, "--figure", "x", "--reason", "y"],
      ["--text", "某省某局", "--reason", "某省某局要求"],
      ["--figure", "no-such", "--year", "2024", "--reason", "y"],
    ]) {
      const { code, stderr } = await ask(more);
      expect([more, code]).toEqual([more, 2]);
      expect(stderr).not.toBe("");
    }
  });
});

describe("npm run withdraw -- --figure", spawned, () => {
  const header = "年度,单位,口径,项目,计量单位,本年数,上年数,增减率,备注\r\n";
  const row = (year: number, rest: string) => `${year},某省某局,全局,公务接待费,万元,${rest}\r\n`;
  let data: string;
  let site: string;
  let ran: Ran;

  beforeAll(async () => {
    data = newFolder();
    site = join(newFolder(), "site");
    writeTree(data, {
      "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某省某局,\r\n",
      "exports/austerity/2022.csv": header + row(2022, "40.00,,,"),
      "exports/austerity/2023.csv": header + row(2023, "47.31,40.00,+18.3,保留"),
      "exports/austerity/2024.csv": header + row(2024, "40.21,47.31,-15.0,"),
    });
    const released = await command("release", ["--data", data, "--date", "2025-01-15", ...now]);
    expect(released.stdout).toContain("定为 2025-01-15 发布的数");
    const asked = ["--figure", "austerity-reception", "--year", "2023", "--reason", "不应公开"];
    ran = await command("withdraw", [...asked, "--data", data, "--out", site, ...now]);
  }, 240_000);

  it("withholds the cell, empties what gives it away, and leaves every other byte", () => {
    expect(ran.stdout).toContain("还剩 0 处");
    expect(ran.code).toBe(0);
    const read = (year: number) => readFileSync(join(data, `exports/austerity/${year}.csv`), "utf8");
    expect(read(2022)).toBe(header + row(2022, "40.00,,,"));
    expect(read(2023)).toBe(header + row(2023, "不公开,40.00,,保留"));
    expect(read(2024)).toBe(header + row(2024, "40.21,,,"));
  });

  it("leaves a tombstone in the release, and nothing that it could be worked out from", () => {
    const text = readFileSync(join(data, "releases/2025-01-15.json"), "utf8");
    const { indicators } = JSON.parse(text);
    const { points } = indicators.find((one: { id: string }) => one.id === "austerity-reception").series[0];
    expect(points).toEqual([
      { year: 2022, value: 40, state: "final", scope: "全局" },
      {
        year: 2023,
        value: null,
        state: "withheld",
        scope: "全局",
        withdrawn: { date: "2026-03-01", reason: "不应公开" },
      },
      { year: 2024, value: 40.21, state: "final", scope: "全局" },
    ]);
    expect(text).not.toContain("47.31");
  });

  it("shows 已撤下 on the release's page and in the record, and the number nowhere", () => {
    const page = readFileSync(join(site, "releases/2025-01-15/index.html"), "utf8");
    expect(page).toContain("已撤下");
    expect(page).toContain("2026-03-01 撤下：不应公开");
    expect(readFileSync(join(site, "revisions/index.html"), "utf8")).toContain("公务接待费 2023 年");
    const holding = listTree(site).filter((path) =>
      /(?<![\d.])47\.31(?!\d)/.test(readFileSync(join(site, path), "utf8")),
    );
    expect(holding.filter((path) => !path.endsWith(".js"))).toEqual([]);
  });

  it("stops a build in which the number is back", async () => {
    writeTree(data, { "exports/austerity/2023.csv": header + row(2023, "47.31,40.00,,保留") });
    const { code, stdout } = await command("check", ["--data", data, ...now]);
    expect(code).toBe(1);
    expect(stdout).toContain("BIZ-15");
    expect(stdout).toContain("已撤下");
  });

  it("names the rows of a count, which no single cell holds, and changes nothing", async () => {
    const folder = writeTree(newFolder(), {
      "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某省某局,\r\n",
      "exports/honors/2024.csv":
        "荣誉编号,名称,级别,类型,获得单位,命名日期\r\nH-1,市级平安单位,市级,集体,某省某局,2024-05-01\r\n",
    });
    await command("release", ["--data", folder, "--date", "2025-01-15", ...now]);
    const release = readFileSync(join(folder, "releases/2025-01-15.json"));
    const out = join(newFolder(), "site");
    const asked = ["--figure", "获得荣誉", "--year", "2024", "--series", "市级", "--reason", "不应公开"];
    const { code, stdout } = await command("withdraw", [...asked, "--data", folder, "--out", out, ...now]);
    expect(code).toBe(1);
    expect(stdout).toContain("honors/2024.csv 的");
    expect(readFileSync(join(folder, "releases/2025-01-15.json"))).toEqual(release);
    expect(existsSync(out)).toBe(false);
  });
});
