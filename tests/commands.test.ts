import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { refusal } from "../src/commands/guard.mjs";
import { command, hashTree, listTree, newFolder, project, run, writeTree } from "./command.ts";

const now = ["--now", "2026-03-01"];
const units = "单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n0102,二处,01\r\n";
const volunteers = "时点,单位,口径,备案注册人数,活跃人数\r\n";

/** 一处 in GBK, as an old Excel writes it. */
const gbkUnit = Uint8Array.of(0xd2, 0xbb, 0xb4, 0xa6);

function bytes(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

/** A folder with one file for each of the mistakes that clerks make most. */
function folderOfMistakes(): string {
  return writeTree(newFolder(), {
    "exports/units/units.csv": units,
    "exports/volunteers/text.csv": `${volunteers}2018-12-31,一处,全局,很多,10\r\n`,
    "exports/headcount/twice.csv":
      "时点,单位,口径,在岗职工数\r\n2018-12-31,一处,全局,40\r\n\r\n2018-12-31,一处,全局,41\r\n",
    "exports/headcount/unit.csv": "时点,单位,口径,在岗职工数\r\n2019-12-31,三处,全局,40\r\n",
    "exports/austerity/missing.csv": "年度,单位,项目,计量单位,本年数\r\n2018,一处,会议,次,12\r\n",
    "exports/honors/quotes.csv":
      '荣誉编号,名称,级别,类型,获得单位,命名日期\r\nA1,"文明"单位",省级,集体,一处,2018-01-01\r\nA2,标兵,省级,集体,一处,2018-01-01\r\nA3,"窗口"示范",省级,窗口,二处,2018-01-01\r\n',
    "exports/volunteers/glued.csv": bytes(
      `${volunteers}2020-12-31,一处,全局,40,10\r\n2021-12-31,`,
      gbkUnit,
      ",,41,10\r\n",
    ),
    "exports/participants/thousands.csv":
      "年度,单位,口径,活动,参加人数\r\n2018,一处,全局,竞赛,1,234\r\n2019,一处,全局,竞赛,900\r\n",
  });
}

const spawned = { timeout: 120_000 };

describe("npm run check", spawned, () => {
  let mistakes: string;
  beforeAll(() => {
    mistakes = folderOfMistakes();
  });

  it("finds nothing that stops the sample", async () => {
    const { code, stdout, stderr } = await command("check", [...now, "--format", "json"]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(["ok", "findings", "counts"]);
    expect(report.ok).toBe(true);
    expect(report.counts).toMatchObject({ errors: 0, warnings: 0 });
  });

  it("names every mistake with its file, line, row, column and cell", async () => {
    const { code, stdout } = await command("check", [...now, "--data", mistakes, "--format", "json"]);
    expect(code).toBe(1);
    const { ok, findings, counts } = JSON.parse(stdout);
    expect(ok).toBe(false);
    const errors = findings.filter((found: { severity: string }) => found.severity === "error");
    const places = errors.map((found: Record<string, unknown>) =>
      ["code", "file", "line", "row", "column", "cell"].map((name) => found[name]),
    );
    expect(places).toEqual([
      ["HDR-04", "austerity/missing.csv", 1, 1, "口径", null],
      ["DATE-14", "headcount/twice.csv", 4, 4, "在岗职工数", "D4"],
      ["NAME-22", "headcount/unit.csv", 2, 2, "单位", "B2"],
      ["STR-17", "honors/quotes.csv", 2, 2, "名称", "B2"],
      ["STR-17", "honors/quotes.csv", 4, 4, "名称", "B4"],
      ["STR-12", "participants/thousands.csv", 2, 2, "参加人数", "E2"],
      ["ENC-17", "volunteers/glued.csv", 3, 3, null, null],
      ["NUM-33", "volunteers/text.csv", 2, 2, "备案注册人数", "D2"],
    ]);
    expect(counts).toMatchObject({ files: 8, errors: 8 });
    const keys = ["code", "severity", "file", "line", "row", "column", "cell", "related", "message", "hint"];
    for (const found of findings) expect(Object.keys(found)).toEqual(keys);
    const repeated = errors[1];
    expect(repeated.related).toEqual([
      { file: "headcount/twice.csv", line: 2, row: 2, column: "在岗职工数", cell: "D2" },
    ]);
  });

  it("tells what is alike once, with the first three places and the true total", async () => {
    const rows = Array.from({ length: 5 }, (_, i) => `${2018 + i}-12-31,一处,全局,很多,10\r\n`);
    const data = writeTree(newFolder(), {
      "exports/units/units.csv": units,
      "exports/volunteers/a.csv": volunteers + rows.join(""),
    });
    const { code, stdout } = await command("check", [...now, "--data", data]);
    expect(code).toBe(1);
    expect(stdout).toContain("NUM-33　备案注册人数　共 5 处");
    expect(stdout.match(/D\d：/g)).toEqual(["D2：", "D3：", "D4："]);
    expect(stdout).toContain("另有 2 处");
    expect(stdout).toContain("错误 5 处");
    expect(stdout).not.toContain("\u001b["); // no colours in a pipe
  });

  it("writes annotations that GitHub understands, with paths in the repository", async () => {
    const data = join(project, "tests/fixtures/checks/NUM-33-text");
    const { code, stdout } = await command("check", [...now, "--data", data, "--format", "github"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::error file=tests\/fixtures\/checks\/NUM-33-text\/exports\/[^,]+,line=\d+,col=\d+,title=NUM-33 [^:]+::/m,
    );
    for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^::(error|warning|notice) file=/);
  });

  it("prints the row that signs a suspicion, and takes it", async () => {
    const files = {
      "exports/units/units.csv": units,
      "exports/headcount/a.csv":
        "时点,单位,口径,在岗职工数\r\n2018-12-31,某局,全局,100\r\n2019-12-31,某局,全局,140\r\n",
    };
    const unsigned = writeTree(newFolder(), files);
    const first = await command("check", [...now, "--data", unsigned]);
    expect(first.code).toBe(1);
    const row = "BIZ-09,headcount,2019-12-31|某局|全局,在岗职工数,140,,,,";
    expect(first.stdout.split("\n")).toContain(row);
    const signed = writeTree(newFolder(), {
      ...files,
      "signoffs.csv": `规则号,数据集,键,列,原值,责任人,日期,理由,复核期\r\n${row.replace(",,,,", ",张三,2020-01-05,合并了两个处,")}\r\n`,
    });
    const second = await command("check", [...now, "--data", signed]);
    expect(second.stdout).toContain("合并了两个处");
    expect(second.code).toBe(0);
  });

  it("takes folders from where the user stands, and ignores what systems leave behind", async () => {
    const parent = newFolder();
    writeTree(join(parent, "数据"), {
      "exports/units/单位表.CSV": units,
      "exports/units/Thumbs.db": "x",
      "exports/Desktop.ini": "x",
      "exports/.DS_Store": "x",
      "exports/.git/config": "x",
    });
    const { code, stdout } = await command("check", [...now, "--data", "数据", "--format", "json"], parent);
    expect(JSON.parse(stdout)).toEqual({
      ok: true,
      findings: [],
      counts: { files: 1, rows: 3, errors: 0, warnings: 0, notes: 0 },
    });
    expect(code).toBe(0);
  });

  it.each([
    [["--format", "xml"], "--format"],
    [["--edition", "secret"], "--edition"],
    [["--now", "2026-02-30"], "--now"],
    [["--now", "tomorrow"], "--now"],
    [["--data", "/no/such/folder"], "exports"],
    [["--data", "src"], "exports"],
    [["--date", "x"], "--date"],
    [["--now"], "--now"],
    [["--data="], "--data"],
    [["data"], "data"],
  ])("exits with 2 and says why: %j", async (args, word) => {
    const { code, stdout, stderr } = await command("check", args);
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(word);
    expect(stderr).toMatch(/[\u4e00-\u9fff]/);
  });

  it("refuses links among the exports", async () => {
    const data = writeTree(newFolder(), { "exports/units/units.csv": units, "other.csv": units });
    symlinkSync(join(data, "other.csv"), join(data, "exports/units/more.csv"));
    const { code, stdout } = await command("check", ["--data", data]);
    expect(code).toBe(1);
    expect(stdout).toContain("units/more.csv");
  });
});

describe("npm run build", spawned, () => {
  const at = ["--now", "2026-03-01T01:00:00Z"];
  const read = (folder: string) => JSON.parse(readFileSync(join(folder, "build.json"), "utf8"));
  let parent: string;
  let out: string;
  let hash: string;

  beforeAll(async () => {
    parent = newFolder();
    out = join(parent, "a");
    const { code, stderr } = await command("build", [...at, "--out", out]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    hash = hashTree(out);
  }, 120_000);

  it("writes every page and download of the contract", () => {
    const topics = ["honors", "volunteers", "competitions", "austerity"];
    const files = listTree(out);
    const ids = (kind: string) =>
      readdirSync(join(project, "data", kind)).map((name) => name.replace(/\.json$/, ""));
    expect(files).toEqual(
      expect.arrayContaining([
        "index.html",
        ...[...topics, "data", "about"].map((page) => `${page}/index.html`),
        ...ids("datasets").map((id) => `data/datasets/${id}.csv`),
        ...ids("indicators").flatMap((id) => [`data/indicators/${id}.csv`, `data/indicators/${id}.json`]),
        "data/datapackage.json",
        "build.json",
      ]),
    );
    const wall = readFileSync(join(out, "wall/index.html"));
    expect(read(out)).toEqual({
      build: expect.stringMatching(/^[0-9a-f]{12}$/),
      edition: "public",
      asOf: "2025-12-31",
      builtAt: "2026-03-01T09:00:00+08:00",
      published: 1,
      sample: true,
      wall: {
        bytes: wall.length,
        sha256: createHash("sha256").update(wall).digest("hex"),
      },
    });
    expect(wall.toString()).toMatch(/ data-published="1" [\s\S]*<!-- wall:end -->\s*$/);
  });

  it("holds no path of the machine it was built on", () => {
    for (const path of listTree(out)) {
      const text = readFileSync(join(out, path), "latin1");
      for (const trace of [project, parent, "node_modules", "localhost", "file://"]) {
        expect(text.includes(trace), `${trace} in ${path}`).toBe(false);
      }
    }
  });

  it("makes the same bytes twice, under any base", async () => {
    const other = join(parent, "b");
    expect((await command("build", [...at, "--out", other, "--base", "/a/b/"])).code).toBe(0);
    expect(hashTree(other)).toBe(hash);
  });

  it("counts publications up, and names equal content equally", async () => {
    const again = join(parent, "again");
    cpSync(out, again, { recursive: true });
    expect((await command("build", ["--now", "2026-03-02", "--out", again])).code).toBe(0);
    const { build } = read(out);
    expect(read(again)).toMatchObject({ build, published: 2, builtAt: "2026-03-02T00:00:00+08:00" });
    expect(readdirSync(parent).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("leaves the last good site untouched where an error stops it", async () => {
    const { code, stdout } = await command("build", ["--data", folderOfMistakes(), "--out", out]);
    expect(code).toBe(1);
    expect(stdout).toContain("NUM-33");
    expect(hashTree(out)).toBe(hash);
    expect(readdirSync(parent).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("builds the internal edition in spite of a suspicion nobody signed for, and shows it", async () => {
    const data = writeTree(newFolder(), {
      "exports/units/units.csv": units,
      "exports/headcount/a.csv":
        "时点,单位,口径,在岗职工数\r\n2018-12-31,某局,全局,100\r\n2019-12-31,某局,全局,140\r\n",
    });
    const site = join(newFolder(), "site");
    const asked = ["--data", data, "--out", site];
    expect((await command("build", [...asked])).code).toBe(1);
    expect(existsSync(site)).toBe(false);
    const { code, stdout } = await command("build", [...asked, "--edition", "internal"]);
    expect(stdout).toContain("BIZ-09");
    expect(code).toBe(0);
    expect(read(site).edition).toBe("internal");
  });

  describe("after a kill", () => {
    const stopped = () => command("build", ["--data", folderOfMistakes(), "--out", site]);
    let site: string;
    beforeAll(() => {
      site = join(parent, "killed");
    });

    const place = (name: string, published: number) => {
      cpSync(out, name, { recursive: true });
      const record = { ...read(out), published };
      writeTree(name, { "build.json": JSON.stringify(record) });
    };
    const clear = () => {
      for (const name of readdirSync(parent)) {
        if (name.startsWith("killed")) rmSync(join(parent, name), { recursive: true });
      }
    };
    const dead = "999999999"; // no process has such a number

    it("finishes the swap if it came between the renames", async () => {
      clear();
      place(`${site}.old.tmp`, 4);
      place(`${site}.${dead}.tmp`, 5);
      expect((await stopped()).code).toBe(1);
      expect(read(site).published).toBe(5);
      expect(readdirSync(parent).filter((name) => name.startsWith("killed"))).toEqual(["killed"]);
    });

    it("keeps the last site if the new one was not whole", async () => {
      clear();
      place(site, 4);
      place(`${site}.${dead}.tmp`, 5);
      rmSync(join(`${site}.${dead}.tmp`, "build.json"));
      renameSync(site, `${site}.old.tmp`);
      expect((await stopped()).code).toBe(1);
      expect(read(site).published).toBe(4);
      expect(readdirSync(parent).filter((name) => name.startsWith("killed"))).toEqual(["killed"]);
    });

    it("clears the last site if both renames were done", async () => {
      clear();
      place(site, 5);
      place(`${site}.old.tmp`, 4);
      expect((await stopped()).code).toBe(1);
      expect(read(site).published).toBe(5);
      expect(readdirSync(parent).filter((name) => name.startsWith("killed"))).toEqual(["killed"]);
    });
  });

  it("refuses an output that is not its own", async () => {
    const full = writeTree(newFolder(), { "mine.txt": "x" });
    const data = writeTree(newFolder(), { "exports/units/units.csv": units });
    const refused = [
      ["--out", full],
      ["--out", join(full, "mine.txt")],
      ["--out", project],
      ["--out", dirname(project)],
      ["--out", data, "--data", data],
      ["--out", join(data, "exports/site"), "--data", data],
    ];
    for (const args of refused) {
      const { code, stderr } = await command("build", args);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toMatch(/^“.+”不能放网站：/);
    }
    expect(listTree(full)).toEqual(["mine.txt"]);
    expect(listTree(data)).toEqual(["exports/units/units.csv"]);
  });

  it.each([[["--base", "a/b"]], [["--base", "/a"]], [["--site", "example.cn"]], [["--format", "json"]]])(
    "exits with 2: %j",
    async (args) => {
      const { code, stderr } = await command("build", args);
      expect(code).toBe(2);
      expect(stderr).toContain(args[0]);
    },
  );
});

describe("npm start", spawned, () => {
  it("builds, prints an address, serves the site there, and ends on Ctrl-C", async () => {
    const busy = createServer()
      .listen(4321, "127.0.0.1")
      .on("error", () => {}); // so that the next port is taken
    const started = spawn("npm", ["start"], {
      cwd: project,
      detached: true,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const printed = new Promise<string>((done, fail) => {
      let text = "";
      started.stdout.on("data", (chunk) => {
        text += chunk;
        const [address] = /http:\/\/\S+/.exec(text) ?? [];
        if (address) done(address);
      });
      started.on("exit", (code) => fail(new Error(`exit ${code}: ${text}`)));
    });
    const address = await printed;
    const ended = once(started, "exit");
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(address).not.toContain(":4321");
    const ask = async (path: string) => {
      const response = await fetch(address + path, { redirect: "manual" });
      return [response.status, response.headers.get("content-type") ?? response.headers.get("location")];
    };
    expect(await ask("")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await ask("honors")).toEqual([302, "honors/"]);
    expect(await ask("honors/")).toEqual([200, "text/html; charset=utf-8"]);
    expect(await ask("data/indicators/volunteer-ratio.csv")).toEqual([200, "text/csv; charset=utf-8"]);
    expect((await ask("nothing"))[0]).toBe(404);
    expect((await ask("%2e%2e%2fpackage.json"))[0]).toBe(404);
    expect((await ask("..%5cpackage.json"))[0]).toBe(404);
    process.kill(-(started.pid ?? 0), "SIGINT"); // as a terminal does: to all of them
    await ended;
    await expect(fetch(address)).rejects.toThrow();
    busy.close();
  });
});

describe("guard", spawned, () => {
  it("refuses Nodes before 22.12, in two languages", () => {
    for (const version of ["18.20.4", "20.19.5", "22.11.0"]) {
      expect(refusal(version)).toContain(`当前的 Node 是 ${version}`);
      expect(refusal(version)).toContain(`Node ${version} is too old`);
    }
    for (const version of ["22.12.0", "23.0.0", "24.21.0", "26.1.0"]) expect(refusal(version)).toBeNull();
  });

  it("stops every old Node on this machine and lets every newer one check", async () => {
    const name = process.platform === "win32" ? "node.exe" : "node";
    const { PATH: path = "" } = process.env;
    const nodes = path.split(delimiter).map((folder) => join(folder, name));
    const found = [...new Set([process.execPath, ...nodes])].filter((node) => existsSync(node));
    for (const node of found) {
      const version = (await run(node, ["--version"], project)).stdout.trim().slice(1);
      const main = ["--import", "./src/commands/guard.mjs", "src/commands/main.ts", "check", ...now];
      const { code, stdout, stderr } = await run(node, main, project);
      if (refusal(version) === null) {
        expect([version, code, stderr]).toEqual([version, 0, ""]);
      } else {
        expect([version, code, stdout]).toEqual([version, 2, ""]);
        expect(stderr.trimEnd()).toBe(refusal(version));
      }
    }
  });
});
