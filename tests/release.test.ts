import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, newFolder, writeTree } from "./command.ts";

const spawned = { timeout: 240_000 };
const now = ["--now", "2026-03-01"];
const header = "年度,单位,口径,项目,计量单位,本年数\r\n";
const meetings = (year: number, count: number) => `${header}${year},某省某局,全局,会议,次,${count}\r\n`;

function folder(): string {
  return writeTree(newFolder(), {
    "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某省某局,\r\n",
    "exports/austerity/2019.csv": meetings(2019, 120),
    "exports/austerity/2020.csv": meetings(2020, 110),
  });
}

describe("npm run release", spawned, () => {
  let data: string;
  const release = (date: string, more: readonly string[] = now) =>
    command("release", ["--data", data, "--date", date, ...more]);

  beforeAll(async () => {
    data = folder();
    const { code } = await release("2021-01-15");
    expect(code).toBe(0);
  }, 240_000);

  it("keeps all that a citation needs, the same each time", async () => {
    const text = readFileSync(join(data, "releases/2021-01-15.json"), "utf8");
    const { indicators, ...head } = JSON.parse(text);
    expect(head).toEqual({
      date: "2021-01-15",
      asOf: "2020-12-31",
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
      bureau: "某单位",
      sample: true,
    });
    const { series, ...figure } = indicators.find((one: { id: string }) => one.id === "austerity-meetings");
    expect(figure).toMatchObject({ id: "austerity-meetings", title: "会议", unit: "次", scope: "全局" });
    expect(series).toEqual([
      {
        key: "total",
        title: "会议",
        points: [
          { year: 2019, value: 120, state: "final", scope: "全局" },
          { year: 2020, value: 110, state: "final", scope: "全局", change: expect.closeTo(-25 / 3, 9) }, // 110 ÷ 120 − 1
        ],
      },
    ]);
    const twin = folder();
    await command("release", ["--data", twin, "--date", "2021-01-15", ...now]);
    expect(readFileSync(join(twin, "releases/2021-01-15.json"), "utf8")).toBe(text);
  });

  it("refuses a day that has a release, one before it, one to come, and none", async () => {
    for (const date of ["2021-01-15", "2020-12-31", "2026-03-02", "2021-02-30", "一月"]) {
      const { code, stderr } = await release(date);
      expect([date, code]).toEqual([date, 2]);
      expect(stderr).toContain(date);
    }
  });

  it("refuses what a build refuses", async () => {
    const broken = folder();
    writeTree(broken, { "exports/austerity/2019.csv": `${header}2019,某省某局,全局,会议,次,很多\r\n` });
    const { code, stdout } = await command("release", ["--data", broken, "--date", "2021-01-15", ...now]);
    expect(code).toBe(1);
    expect(stdout).toContain("NUM-33");
    expect(existsSync(join(broken, "releases"))).toBe(false);
  });
});

describe("a changed cell of a released year", spawned, () => {
  let data: string;
  let site: string;
  const build = () => command("build", ["--data", data, "--out", site, ...now]);
  const row = "austerity-meetings,2019,,120,125,,";

  beforeAll(async () => {
    data = folder();
    site = join(newFolder(), "site");
    await command("release", ["--data", data, "--date", "2021-01-15", ...now]);
    writeTree(data, { "exports/austerity/2019.csv": meetings(2019, 125) });
  }, 240_000);

  it("stops the build, which names figure, year, both values, the cell and the row to add", async () => {
    const { code, stdout } = await build();
    expect(code).toBe(1);
    for (const text of ["BIZ-15", "“会议”2019 年", "120 次", "125 次", "austerity/2019.csv 的 F2"]) {
      expect(stdout).toContain(text);
    }
    expect(stdout.split("\n")).toContain(row);
    expect(existsSync(site)).toBe(false);
  });

  describe("with its row", () => {
    const read = (path: string) => readFileSync(join(site, path), "utf8");
    beforeAll(async () => {
      writeTree(data, {
        "revisions.csv": `指标,年度,序列,原值,新值,原因,日期\r\n${row.replace(/,,$/, ",漏报 5 次，补报,2021-03-01")}\r\n`,
      });
      const { code } = await build();
      expect(code).toBe(0);
    }, 240_000);

    it("is marked where its year stands, linked to the record", () => {
      const page = read("austerity/index.html");
      expect(page).toMatch(
        /2019[^/]*<small>\s*<a href="..\/revisions\/index.html#austerity-meetings-2019">修订<\/a>/,
      );
      expect(page).toContain("2019 年修订");
      expect(read("data/indicators/austerity-meetings.csv")).toContain("会议,2019,125,次,修订,");
      const { series } = JSON.parse(read("data/indicators/austerity-meetings.json"));
      expect(series[0].points[0]).toMatchObject({ year: 2019, value: 125, state: "revised" });
      expect(series[0].points[1]).toMatchObject({ year: 2020, value: 110, state: "final" });
    });

    it("stands in the record with old, new, reason and day", () => {
      const page = read("revisions/index.html");
      expect(page).toContain('id="austerity-meetings-2019"');
      for (const text of ["120 次 → 125 次", "漏报 5 次，补报", "2021-03-01"]) expect(page).toContain(text);
    });

    it("stays in its release as it was, page and downloads, with a word that it was revised later", () => {
      const page = read("releases/2021-01-15/index.html");
      expect(page).toMatch(
        /<td>\s*120\s*<small>\s*<a href="[^"]*revisions\/index.html#austerity-meetings-2019">后有修订/,
      );
      expect(read("data/releases/2021-01-15.json")).toBe(
        readFileSync(join(data, "releases/2021-01-15.json"), "utf8"),
      );
      expect(read("data/releases/2021-01-15.csv")).toContain(
        "会议,会议,2019,120,次,正式,全局,,,,,示例数据\r\n",
      );
    });

    it("can be found from the pages about data and methods", () => {
      expect(read("data/index.html")).toContain('href="../releases/2021-01-15/index.html"');
      expect(read("about/index.html")).toContain('href="../revisions/index.html"');
    });
  });
});
