import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Checked, makeChecker } from "../../src/check/checking.ts";
import { contextOf } from "../../src/check/context.ts";
import { buildSigned, definitionsOf, inputsAmong } from "../../src/check/inputs.ts";
import type { Drop } from "../../src/check/report.ts";
import { type Kit, makeKit } from "../../src/core/published/kit.ts";
import { reportOf } from "../../src/core/published/report.ts";
import { buildSite, type Site } from "../../src/core/site.ts";
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
