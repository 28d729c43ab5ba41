import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, newFolder, writeTree } from "./command.ts";

const folder = writeTree(newFolder(), {
  "exports/units/units.csv": "单位编码,单位名称,上级编码\r\n01,某局,\r\n0101,一处,01\r\n0102,二处,01\r\n",
  "exports/headcount/2025.csv":
    "时点,单位,口径,在岗职工数\r\n2025-12-31,01,全局,40\r\n2025-12-31,0102,机关,12\r\n",
});
const data = ["--data", folder];
const check = async () => {
  const { code, stdout } = await command("check", [...data, "--now", "2027-01-15", "--format", "json"]);
  return {
    code,
    findings: JSON.parse(stdout).findings as { code: string; cell: string; message: string; hint: string }[],
  };
};

describe("npm run template", { timeout: 120_000 }, () => {
  it("prints a table for Excel: a mark, CRLF, headers, an example, and units by name", async () => {
    const { stdout, stderr, code } = await command("template", ["headcount", "2026", ...data]);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toBe(
      "\ufeff时点,单位,口径,在岗职工数\r\n" +
        "【示例】2026-12-31,【示例】某局,【示例】全局,【示例】120\r\n" +
        "2026-12-31,某局,全局,\r\n2026-12-31,二处,机关,\r\n",
    );
  });

  it("is refused as long as the example or a blank is left, and taken once it is filled in", async () => {
    const path = "exports/headcount/2026.csv";
    expect(
      (await command("template", ["在岗职工数", "2026", ...data, "--out", join(folder, path)])).code,
    ).toBe(0);
    const first = await check();
    expect(first.code).toBe(1);
    expect(first.findings.filter(({ code }) => code === "TPL-01")).toEqual([
      expect.objectContaining({
        cell: "A2",
        message: "第 2 行还是模板里的示例行：有的格子仍以“【示例】”开头。",
        hint: expect.stringContaining("右键“删除”"),
      }),
    ]);
    expect(first.findings.filter(({ code }) => code === "NUM-32").map(({ cell }) => cell)).toEqual([
      "D3",
      "D4",
    ]);

    const filled = readFileSync(join(folder, path), "utf8")
      .replaceAll("2026-12-31", "2026/12/31") // as Excel saves it
      .replace(/某局,全局,\r/, "某局,全局,41\r")
      .replace(/二处,机关,\r/, "二处,机关,12\r");
    writeTree(folder, { [path]: filled });
    const second = await check();
    expect(second.findings.map(({ code }) => code)).toContain("TPL-01");
    expect(second.code).toBe(1);

    writeTree(folder, { [path]: filled.replace(/【示例】.*\r\n/, "") });
    const third = await check();
    expect(third.findings.filter(({ code }) => /TPL|NUM|NAME|REQ|DATE/.test(code))).toEqual([]);
    expect(third.code).toBe(0);
  });

  it("never overwrites a file", async () => {
    writeTree(folder, { "mine.csv": "mine" });
    const { code, stderr } = await command("template", [
      "headcount",
      "2026",
      ...data,
      "--out",
      join(folder, "mine.csv"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("已经有了，不会覆盖它");
    expect(readFileSync(join(folder, "mine.csv"), "utf8")).toBe("mine");
  });

  it("names what is nearest to a table that there is not", async () => {
    const { code, stderr, stdout } = await command("template", ["volunteer", "2026", ...data]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("没有“volunteer”这种表。最接近的是 volunteers（志愿者）");
  });

  it.each([
    [[], "要写明哪一种表"],
    [["volunteers"], "要写明哪一年"],
    [["volunteers", "26"], "年份要写四位数字"],
    [["volunteers", "2026", "2027"], "多出“2027”"],
    [["volunteers", "2026", "--out", "no/such/folder/x.csv"], "这个文件夹，请先建好"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await command("template", [...args, ...data]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
