import { describe, expect, it } from "vitest";
import { command, newFolder, writeTree } from "./command.ts";

const units = "单位编码,单位名称,上级编码\r\n01,某局,\r\n";
const folder = writeTree(newFolder(), {
  "exports/units/units.csv": units,
  "exports/headcount/2024.csv":
    "时点,单位,口径,在岗职工数\r\n2023-12-31,某局,全局,40\r\n2024-12-31,某局,全局,41\r\n",
  "exports/volunteers/2025.csv": "时点,单位,口径,备案注册人数\r\n2025-12-31,某局,全局,3,1\r\n",
  "exports/coverage/1.csv": "数据集,年度,状态\r\n荣誉,2025,齐全\r\nparticipants,2025,未统计\r\n",
});
const at = (now: string) => ["--data", folder, "--now", now];

describe("npm run due", { timeout: 120_000 }, () => {
  it("says what is late, of whom, and what comes next; being late is no failure", async () => {
    const { stdout, code, stderr } = await command("due", at("2026-03-01"));
    expect(stderr).toBe("");
    expect(code).toBe(0);
    const lines = stdout.split("\n");
    expect(lines).toContain("  在岗职工数（headcount）　2025 年　2026-01-31 以前，已过 29 天　人事处");
    expect(lines).toContain(
      "  志愿者（volunteers）　2025 年　2026-01-31 以前，已过 29 天　机关党委　文件夹里有错误没有改完，先运行 check",
    );
    expect(lines).toContain("  荣誉（honors）　2026 年　2027-01-31 以前，还有 336 天　机关党委");
    expect(lines).toContain("  单位表（units）　人事处");
    expect(lines.slice(0, 1)).toEqual(["已经逾期"]);
    expect(stdout).toContain("今天 2026-03-01：逾期 4 份，到期未交 0 份。");
  });

  it("says what is not late yet", async () => {
    const { stdout } = await command("due", at("2026-01-31"));
    expect(stdout).toContain("  在岗职工数（headcount）　2025 年　2026-01-31 以前，就是今天　人事处");
    expect(stdout).toContain("今天 2026-01-31：逾期 0 份，到期未交 4 份。");
  });

  it("gives programs the same", async () => {
    const { stdout } = await command("due", [...at("2026-03-01"), "--format", "json"]);
    const { today, datasets } = JSON.parse(stdout);
    expect(today).toBe("2026-03-01");
    expect(datasets.find((one: { dataset: string }) => one.dataset === "headcount")).toEqual({
      dataset: "headcount",
      title: "在岗职工数",
      owner: "人事处",
      scheduled: true,
      owed: [
        { name: "2025 年", from: "2025-01-01", to: "2025-12-31", due: "2026-01-31", overdue: true, days: 29 },
      ],
      next: { name: "2026 年", from: "2026-01-01", to: "2026-12-31", due: "2027-01-31", days: 336 },
    });
    expect(datasets.find((one: { dataset: string }) => one.dataset === "units")).toMatchObject({
      scheduled: false,
      owed: [],
      next: null,
    });
  });

  it("owes nothing of the sample", async () => {
    const { stdout } = await command("due", ["--now", "2026-03-01"]);
    expect(stdout).toContain("今天 2026-03-01：逾期 0 份，到期未交 0 份。");
  });

  it("refuses formats it does not have", async () => {
    expect((await command("due", ["--format", "github"])).code).toBe(2);
  });
});
