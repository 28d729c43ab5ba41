import { describe, expect, it } from "vitest";
import type { Edition } from "../../../src/core/edition.ts";
import { buildSite } from "../../../src/core/pipeline.ts";
import { sayFinding } from "../../../src/core/words/finding-line.ts";
import { inputsOf, units } from "../read-rows.ts";

const header = "场景,秒数,起,止,星期,时段,优先级,标题,文字";

/** Build a site with a wall.csv of these bytes, or of this text. */
function build(wall: Uint8Array | string, edition: Edition = "public") {
  const bytes = typeof wall === "string" ? new TextEncoder().encode(wall) : wall;
  return buildSite({
    ...inputsOf({ "units/units.csv": units }),
    wall: { path: "wall.csv", bytes },
    edition,
  });
}

/** Read one notice and give what became of a column of it. */
function when(column: "起" | "止" | "星期" | "时段", text: string) {
  const cells = header
    .split(",")
    .map((name) => ({ 场景: "通知", 标题: "开放日", [column]: text })[name] ?? "");
  const { site, findings } = build(`${header}\n${cells.map((cell) => `"${cell}"`).join(",")}\n`);
  const found = site?.wall[0]?.when;
  const part = { 起: found?.from, 止: found?.to, 星期: found?.weekdays, 时段: found?.hours }[column];
  return site ? part : findings.map(({ code }) => code).join();
}

describe("wall.csv", () => {
  it.each([
    ["2026-01-19", "2026-01-19T00:00"],
    ["2026/1/9 9:05", "2026-01-09T09:05"],
    ["2026/1/9  9:05:00", "2026-01-09T09:05"], // as Excel writes it
    ["2026.1.9 09:05", "2026-01-09T09:05"],
    ["20260109", "2026-01-09T00:00"],
    ["2026年1月9日", "2026-01-09T00:00"],
    ["2026年1月9日9时", "2026-01-09T09:00"],
    ["2026年1月9日 9点30分", "2026-01-09T09:30"],
    ["２０２６－０１－１９　０９：００", "2026-01-19T09:00"],
    ["2026-01-19T09:00", "2026-01-19T09:00"],
    ["2026-01-31 24:00", "2026-02-01T00:00"],
    ["2026-01", "WALL-02"],
    ["1月19日", "WALL-02"],
    ["09:00", "WALL-02"],
    ["2026-01-19 24:01", "WALL-02"],
    ["2026-01-19 9:5", "WALL-02"],
    ["2026-01-19 晚8:00", "WALL-02"],
    ["2026-13-19", "DATE-10"],
    ["46041.375", "DATE-04"],
  ])("reads 起 %s as %s", (text, expected) => {
    expect(when("起", text)).toBe(expected);
  });

  it("counts the day of 止 whole", () => {
    expect(when("止", "2026-12-31")).toBe("2027-01-01T00:00");
    expect(when("止", "2028-02-28")).toBe("2028-02-29T00:00");
    expect(when("止", "2026-12-31 17:30")).toBe("2026-12-31T17:30");
  });

  it.each([
    ["一至五", "12345"],
    ["周一到周五", "12345"],
    ["1-5", "12345"],
    ["一、三、五", "135"],
    ["一三五", "135"],
    ["星期六，星期日", "67"],
    ["周末", "67"],
    ["周六、周末", "67"],
    ["工作日", "12345"],
    ["每天", "1234567"],
    ["五至一", "1567"],
    ["礼拜天", "7"],
    ["１－３、五", "1235"],
    ["0", "WALL-05"],
    ["8", "WALL-05"],
    ["1月5日", "WALL-05"],
    ["单周", "WALL-05"],
    ["、", "WALL-05"],
  ])("reads 星期 %s as %s", (text, expected) => {
    expect(when("星期", text)).toBe(expected);
  });

  it.each([
    ["08:30-17:30", "08:30-17:30"],
    ["8:30至12:00、14:00至17:30", "08:30-12:00、14:00-17:30"],
    ["8点-17点30分", "08:00-17:30"],
    ["22:00-06:00", "22:00-06:00"],
    ["00:00-24:00", "00:00-24:00"],
    ["０８：３０－１７：３０", "08:30-17:30"],
    ["09:00 — 11:00, 14:00 — 16:00", "09:00-11:00、14:00-16:00"],
    ["24:00-06:00", "WALL-06"],
    ["08:30", "WALL-06"],
    ["08:30-", "WALL-06"],
    ["08:60-09:00", "WALL-06"],
    ["上午", "WALL-06"],
  ])("reads 时段 %s as %s", (text, expected) => {
    expect(when("时段", text)).toBe(expected);
  });

  it("shows no one outside what is internal, nor quotes it", () => {
    const csv = [
      `${header},公开属性`,
      "接待,,2026-03-02,2026-03-02,,,,某市考察组一行,,",
      "接待,,2026-03-03,2026-03-03,,,,暂不公开的客人,不对外的安排,内部",
      "通知,,2026-03-04,2026-03-04,二,,,内部值班安排,,内部",
    ];
    const good = csv.slice(0, 3).join("\n");
    expect(build(good).site?.wall.map(({ title }) => title)).toEqual(["某市考察组一行"]);
    expect(build(good, "internal").site?.wall.map(({ title }) => title)).toEqual([
      "某市考察组一行",
      "暂不公开的客人",
    ]);
    expect([...(build(good).secrets?.texts.keys() ?? [])]).toEqual(["暂不公开的客人", "不对外的安排"]);

    const long = `${csv.join("\n").replace("内部值班安排", "内部值班安排".repeat(4))}\n`;
    const said = build(long).findings.map(sayFinding).join();
    expect(said).toContain("原文已隐藏");
    expect(said).not.toContain("值班");
  });

  it.each([
    ["a workbook with another ending", Uint8Array.of(80, 75, 3, 4, 0, 0), "FILE-04"],
    ["nothing at all", new Uint8Array(0), "FILE-01"],
    ["two versions that Git left", `${header}\n<<<<<<< HEAD\n通知,,,,,,,甲,\n`, "FILE-15"],
    ["no column 场景", "标题,起\n开放日,\n", "HDR-04"],
    ["a column nobody knows", `${header},手机号\n通知,,,,,,,甲,,1\n`, "HDR-05"],
    ["a formula", `${header}\n通知,,,,,,,=A1,\n`, "FML-01"],
    ["markup", `${header}\n通知,,,,,,,<script>alert(1)</script>,\n`, "SEC-02"],
    ["an unknown 场景", `${header}\n欢迎,,,,,,,甲,\n`, "CODE-01"],
    ["an unknown 优先级", `${header}\n通知,,,2026-03-02,,,加急,甲,\n`, "CODE-01"],
    ["half a second", `${header}\n通知,12.5,,,,,,甲,\n`, "NUM-21"],
    ["an hour", `${header}\n通知,3600,,,,,,甲,\n`, "NUM-28"],
    ["a line torn off", `${header}\n通知,20,,,,,,甲`, "FILE-17"],
  ])("is refused with %s, and so is the whole site", (_, wall, code) => {
    const { site, findings } = build(wall);
    expect(findings.filter(({ level }) => level === "E").map((one) => [one.code, one.file])).toEqual([
      [code, "wall.csv"],
    ]);
    expect(site).toBeNull();
  });

  it("keeps a picture until it can be read, whatever its 秒数", () => {
    const rows = [
      "接待,6,,,,,,某市文明办考察组一行,三楼第一会议室座谈",
      "通知,40,,,,,,开放日,",
      "总览,3,,,,,,,",
    ];
    const { site } = build([header, ...rows, ""].join("\n"));
    expect(site?.wall.map(({ seconds }) => seconds)).toEqual([9, 40, 3]); // 19 characters ÷ 4 + 4
  });

  it("may be a header and nothing else, or not be there", () => {
    expect(build(`${header}\n`)).toMatchObject({ findings: [], site: { wall: [] } });
    expect(buildSite(inputsOf({ "units/units.csv": units })).site?.wall).toEqual([]);
  });
});
