import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Checked, makeChecker } from "../../src/check/checking.ts";
import { contextOf } from "../../src/check/context.ts";
import { buildSigned, definitionsOf, inputsAmong } from "../../src/check/inputs.ts";
import type { Drop } from "../../src/check/report.ts";
import { buildSite } from "../../src/core/pipeline.ts";
import { type Kit, makeKit } from "../../src/core/published/kit.ts";
import { reportOf } from "../../src/core/published/report.ts";
import type { Site } from "../../src/core/site.ts";
import { load, projectData } from "../../src/load.ts";
import { listTree, project } from "../command.ts";

const now = "2026-03-01";
const checks = join(project, "tests/fixtures/checks");

function sampleOf(edition: "public" | "internal"): { site: Site; kit: Kit } {
  const inputs = load(projectData, edition, now);
  const { site } = buildSite(inputs);
  if (!site) throw new Error("sample: no site");
  return { site, kit: JSON.parse(JSON.stringify(makeKit(inputs, site, "0123456789ab"))) };
}

const dropOf = (folder: string) =>
  listTree(folder).map((path) => ({ path: `case/${path}`, bytes: readFileSync(join(folder, path)) }));

describe.each(["public", "internal"] as const)("a check in the %s edition", (edition) => {
  let site: Site;
  let kit: Kit;
  let check: (drop: Drop) => Checked;
  beforeAll(() => {
    ({ site, kit } = sampleOf(edition));
    ({ check } = makeChecker(kit));
  });

  // The page of the public edition is held against the command in tests/browser/check.test.ts.
  it.each(edition === "internal" ? readdirSync(checks) : [])(
    "finds in a folder what the check command finds: %s",
    (name) => {
      const folder = join(checks, name);
      const { report } = check({ files: dropOf(folder), chosen: {}, now });
      expect(report.json).toEqual(reportOf(buildSite(load(folder, edition, now))));
    },
  );

  it("computes the published figures again from the rows the edition may show", () => {
    const files = contextOf(kit, () => false).files;
    const inputs = inputsAmong(files, definitionsOf(kit, []), kit, now);
    const again = buildSigned(inputs, buildSite(inputs));
    const values = (of: Site | null) =>
      of?.figures.map(({ id, series }) => [
        id,
        series.map(({ key, points }) => [key, points.map(({ year, value, state }) => [year, value, state])]),
      ]);
    expect(again.findings.filter(({ level }) => level === "E")).toEqual([]);
    expect(values(again.site)).toEqual(values(site));
  });
});

describe("a single file among the rows of the public edition", () => {
  let check: (drop: Drop) => Checked;
  beforeAll(() => {
    ({ check } = makeChecker(sampleOf("public").kit));
  });

  it("may be the wall's", () => {
    const wall = (row: string) => {
      const text = `场景,秒数,起,止,星期,时段,优先级,标题,文字\r\n${row}\r\n`;
      const files = [{ path: "下载/wall.csv", bytes: new TextEncoder().encode(text) }];
      return check({ files, chosen: {}, now }).report;
    };
    const good = wall("接待,,2026-03-02,2026-03-02,,,,某市考察组一行,");
    expect(good.json).toMatchObject({ ok: true, findings: [], counts: { files: 1, rows: 0 } });
    expect(good.files.map(({ path, title }) => [path, title])).toEqual([["wall.csv", "大屏"]]);

    const bad = wall("接待,,2026-03-02,2026-03-01,,,,某市考察组一行,");
    expect(bad.json.findings.map(({ code, cell }) => [code, cell])).toEqual([["WALL-03", "D2"]]);
  });

  const header = "时点,单位,口径,备案注册人数,活跃人数,当年服务时长";
  const give = (path: string, rows: readonly string[], day = now) =>
    check({
      files: [{ path, bytes: new TextEncoder().encode(`\ufeff${[header, ...rows].join("\r\n")}\r\n`) }],
      chosen: {},
      now: day,
    }).report;
  const found = ({ json }: Checked["report"]) =>
    json.findings.map(({ code, file, cell }) => [code, file, cell]);

  it("is held against the units and last year's rows", () => {
    const rows = ["2026-12-31,某省某局,全局,900,268,10164", "2026-12-31,没有这个处,全局,5,5,5"];
    const report = give("志愿.csv", rows, "2027-02-15");
    expect(found(report)).toEqual(
      expect.arrayContaining([
        ["NAME-22", "volunteers/志愿.csv", "B3"],
        ["BIZ-09", "volunteers/志愿.csv", "D2"], // 389 the year before
      ]),
    );
    expect(report.json.counts).toMatchObject({ files: 1, rows: 2 });
  });

  it("stands in the place of the site's file of its name, or of rows with its keys", () => {
    const rows = readFileSync(join(projectData, "exports/volunteers/2025.csv"), "utf8")
      .trimEnd()
      .split("\r\n");
    const [first = "", ...rest] = rows;
    const text = new TextEncoder().encode([first, ...rest, ""].join("\r\n"));
    const errors = (path: string) =>
      check({ files: [{ path, bytes: text }], chosen: {}, now }).report.json.counts.errors;
    expect(errors("2025.csv")).toBe(0);
    expect(errors("改了名.csv")).toBe(0);
    const { report } = check({ files: [{ path: "改了名.csv", bytes: text }], chosen: {}, now });
    expect(report.compared.join("")).toContain(`另有 ${rest.length} 行`);
  });

  it("ends what was owed", () => {
    const late = (report: Checked["report"]) =>
      report.due.filter(({ group }) => group === "late").map(({ dataset }) => dataset);
    const day = "2027-02-15"; // a fortnight after the sample's day for 2026
    const nothing = give("x.csv", [], day);
    expect(late(nothing)).toContain("volunteers");
    expect(late(give("2026.csv", ["2026-12-31,某省某局,全局,390,268,10164"], day))).not.toContain(
      "volunteers",
    );
  });

  it("has its W rows ready to be signed, and the figures as they would be if they were", () => {
    const report = give("2025.csv", ["2025-12-31,某省某局,全局,189,168,10164"]);
    expect(report.signoffs.rows).toContain("BIZ-09,volunteers,2025-12-31|某省某局|全局,备案注册人数,189,,,,");
    expect(report.assumed).toBe(true);
    const ratio = report.figures.find(({ after }) => after?.figure.id === "volunteer-ratio");
    expect(ratio?.changes).toEqual([{ series: "", year: 2025, before: "89.8%", after: "43.6%" }]); // 389, 189 ÷ 433
  });
});
