import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { command, hashTree, listTree, newFolder, writeTree } from "./command.ts";

const now = ["--now", "2025-03-01"];
const units = "单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n0102,二处,01\r\n";

/** What may be published. */
const open = {
  "exports/units/units.csv": units,
  "exports/headcount/2024.csv":
    "时点,单位,口径,在岗职工数\r\n2024-12-31,一处,全局,40\r\n2024-12-31,二处,全局,60\r\n",
  "exports/volunteers/2024.csv":
    "时点,单位,口径,备案注册人数\r\n2024-12-31,一处,全局,25\r\n2024-12-31,二处,全局,35\r\n",
};

/** What may not: rows of a public data set, and a data set with an indicator of its own. */
const dark = {
  "headcount/2024.csv":
    "时点,单位,口径,在岗职工数,公开属性\r\n2024-12-31,一处,窗口,7315,内部\r\n2024-12-31,二处,窗口,2685,内部\r\n",
};
const petitions = {
  "datasets/petitions.json": JSON.stringify({
    title: "信访件",
    description: "受理的信访件。",
    audience: "internal",
    kind: "state",
    internalRows: "withheld",
    time: "年度",
    unit: "单位",
    schema: {
      fields: [
        { name: "年度", type: "year", audience: "internal", constraints: { required: true } },
        { name: "单位", type: "string", audience: "internal", constraints: { required: true } },
        { name: "受理件", type: "integer", audience: "internal", unit: "件" },
      ],
      primaryKey: ["年度", "单位"],
      foreignKeys: [{ field: "单位", resource: "units", fields: ["单位编码", "单位名称"] }],
    },
  }),
  "indicators/petitions-received.json": JSON.stringify({
    title: "信访件受理数",
    topic: "austerity",
    audience: "internal",
    unit: "件",
    method: "各单位受理的信访件之和。",
    measure: { kind: "sum", dataset: "petitions", column: "受理件" },
    chart: "line",
  }),
  "exports/petitions/2024.csv": "年度,单位,受理件\r\n2024,一处,4321\r\n2024,二处,5432\r\n",
};

const within = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

describe("--internal DIR", { timeout: 240_000 }, () => {
  let top: string;
  let bare: string; // laid out like exports/
  let data: string;
  let full: string; // a data folder with definitions of its own
  const check = (...args: readonly string[]) => command("check", ["--data", data, ...now, ...args]);
  const build = (out: string, ...args: readonly string[]) =>
    command("build", ["--data", data, ...now, "--out", join(top, out), ...args]);

  beforeAll(() => {
    top = newFolder();
    writeTree(top, {
      ...within("data", open),
      ...within("bare", dark),
      ...within("full", { ...petitions, ...within("exports", dark) }),
    });
    [data, bare, full] = [join(top, "data"), join(top, "bare"), join(top, "full")];
  });

  it("leaves the public edition as it is: the same files, byte for byte, and the same words", async () => {
    const without = await build("without");
    const beside = await build("with", "--internal", full, "--edition", "public");
    const nowhere = await build("nowhere", "--internal", join(top, "is-not-there"));
    expect([without.code, beside.code, nowhere.code]).toEqual([0, 0, 0]);
    const trees = ["without", "with", "nowhere"].map((name) => join(top, name));
    expect(listTree(trees[0] ?? "").length).toBeGreaterThan(30);
    // every path and every byte, build.json with its moment and count among them: the same --now, and a folder that was not there
    expect(trees.map(listTree)).toEqual(trees.map(() => listTree(trees[0] ?? "")));
    expect(trees.map(hashTree)).toEqual(trees.map(() => hashTree(trees[0] ?? "")));
    const said = ({ stdout, stderr }: typeof without, name: string) => stdout.replace(name, "") + stderr;
    expect(said(beside, "with）")).toBe(said(without, "with）").replace("without", "with"));
    const [plain, given] = [await check(), await check("--internal", full)];
    expect(given).toEqual(plain);
  });

  it("adds to the internal edition what lies there, its data sets and indicators too", async () => {
    const { code } = await build("inside", "--internal", full, "--edition", "internal");
    expect(code).toBe(0);
    const read = (path: string) => readFileSync(join(top, "inside", path), "utf8");
    expect(read("data/datasets/headcount.csv")).toContain("7315");
    expect(read("data/datasets/petitions.csv")).toContain("5432");
    const { series } = JSON.parse(read("data/indicators/petitions-received.json"));
    expect(series[0].points).toMatchObject([{ year: 2024, value: 9753 }]); // 4321 + 5432
    expect(series[0].points[0].sources).toEqual([
      "petitions/〔内部〕2024.csv:2",
      "petitions/〔内部〕2024.csv:3",
    ]);
  });

  it("is also taken as a folder laid out like exports", async () => {
    const { code, stdout } = await check("--internal", bare, "--edition", "internal", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).counts).toMatchObject({ files: 4, rows: 9 });
  });

  it("names its files so that they are found: apart from those of the same name, and where they lie on GitHub", async () => {
    const wrong = writeTree(newFolder(), {
      "volunteers/2024.csv": "时点,单位,口径,备案注册人数\r\n2024-12-31,一处,窗口,很多\r\n",
      "部门.csv": "单位\r\n一处\r\n",
    });
    const asked = ["--internal", wrong, "--edition", "internal", "--format"];
    const { code, stdout } = await check(...asked, "json");
    expect(code).toBe(1);
    const found = JSON.parse(stdout).findings.map(
      ({ code, file, cell }: { code: string; file: string; cell: string }) => [code, file, cell],
    );
    expect(found).toContainEqual(["NUM-33", "volunteers/〔内部〕2024.csv", "D2"]);
    expect(found).toContainEqual(["FILE-14", "〔内部〕部门.csv", null]);
    const github = await check(...asked, "github");
    expect(github.stdout).toMatch(/::error file=[^,]*\/volunteers\/2024\.csv,line=2,col=4,/);
    expect(github.stdout).not.toContain("file=volunteers");
  });

  it("names a definition that lies there and is wrong", async () => {
    const wrong = writeTree(newFolder(), {
      "exports/petitions/2024.csv": petitions["exports/petitions/2024.csv"],
      "datasets/petitions.json": petitions["datasets/petitions.json"].replace('"internal"', '"secret"'),
    });
    const asked = ["--internal", wrong, "--edition", "internal", "--format"];
    const { stdout } = await check(...asked, "json");
    const files = JSON.parse(stdout).findings.map(({ file }: { file: string }) => file);
    expect(files).toContain("〔内部〕/datasets/petitions.json");
    const github = await check(...asked, "github");
    expect(github.stdout).toMatch(/::error file=[^,]*(?<!〕)\/datasets\/petitions\.json,/);
  });

  it.each([
    ["that is not there", () => join(top, "is-not-there"), "不是文件夹"],
    ["in which the public edition reads", () => join(data, "exports"), "公开版也会读"],
    ["that is the data folder", () => data, "公开版也会读"],
    ["that is empty", () => newFolder(), "是空的"],
  ])("refuses a folder %s", async (_, folder, sentence) => {
    const { code, stderr } = await check("--internal", folder(), "--edition", "internal");
    expect(code).toBe(2);
    expect(stderr).toContain(sentence);
  });

  it("never puts a site around or into it", async () => {
    for (const out of ["full", "full/exports/site"]) {
      const { code, stderr } = await build(out, "--internal", full, "--edition", "internal");
      expect(code).toBe(2);
      expect(stderr).toContain("不能放网站");
    }
    expect(readFileSync(join(full, "exports/headcount/2024.csv"), "utf8")).toContain("7315");
  });
});
