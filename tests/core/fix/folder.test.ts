import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { fixFolder } from "../../../src/core/fix/folder.ts";
import type { Inputs } from "../../../src/core/inputs.ts";
import { buildSite, type Outcome } from "../../../src/core/pipeline.ts";
import { load, project, projectData } from "../../../src/load.ts";

const now = "2026-03-01";
const checks = join(import.meta.dirname, "../../fixtures/checks");
const sites = join(import.meta.dirname, "../../fixtures/sites");
const folders = [
  projectData,
  ...[checks, sites].flatMap((parent) => readdirSync(parent).map((name) => join(parent, name))),
].map((folder) => relative(project, folder));

/** Errors and what would have to be signed, by their places; not by headers, which may be renamed. */
function stops({ findings }: Outcome) {
  return findings
    .filter(({ level }) => level === "E" || level === "W")
    .map(({ code, level, file, line, row, cell, signature }) => ({
      code,
      level,
      file,
      line,
      row,
      cell,
      signature,
    }));
}

describe("fixFolder(inputs)", { timeout: 120_000 }, () => {
  it.each(folders)("leaves every figure and every error of %s as it was, and is done at once", (folder) => {
    const before = load(join(project, folder), "internal", now); // the edition that shows all there is
    const { files, difference } = fixFolder(before);
    const after = { ...before, exports: files.map(({ path, bytes }) => ({ path, bytes })) };
    const [was, is] = [buildSite(before), buildSite(after)];
    expect(difference).toBeNull();
    expect(stops(is)).toEqual(stops(was));
    expect(is.site).toEqual(was.site);

    const again = fixFolder(after);
    expect(again.files.flatMap(({ changes }) => changes)).toEqual([]);
    expect(again.files.map(({ path, bytes }) => ({ path, bytes }))).toEqual(after.exports);
  });

  const volunteers = (text: string) => `时点,单位,口径,备案注册人数\n2025-12-31,某省某局,全局,${text}\n`;
  const own = (exports: Readonly<Record<string, string>>, more: Partial<Inputs> = {}): Inputs => ({
    ...load(projectData, "internal", now),
    exports: Object.entries(exports).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) })),
    signoffs: null,
    revisions: null,
    releases: [],
    ...more,
  });

  it("leaves a file as it is that would become a copy of another: copies are read once", () => {
    const inputs = own({ "volunteers/1.csv": volunteers("320"), "volunteers/2.csv": volunteers("３２０") });
    const { files, difference } = fixFolder(inputs);
    expect(difference).toBeNull();
    expect(files.map(({ changes }) => changes.length)).toEqual([2, 0]);
    expect(files[1]?.bytes).toBe(inputs.exports[1]?.bytes);
  });

  it("leaves a figure to the letter that a sign-off quotes", () => {
    const years = (text: string) =>
      `时点,单位,口径,备案注册人数\n2024-12-31,某省某局,全局,"1,000"\n2025-12-31,某省某局,全局,${text}\n`;
    const row =
      '规则号,数据集,键,列,原值,责任人,日期,理由,复核期\nBIZ-09,volunteers,2025-12-31|某省某局|全局,备案注册人数,"2,000",办公室,2026-01-10,合并,\n';
    const signoffs = { path: "signoffs.csv", bytes: new TextEncoder().encode(row) };
    const inputs = own({ "volunteers/1.csv": years('"2,000"') }, { signoffs });
    const { files, difference } = fixFolder(inputs);
    expect(difference).toBeNull();
    expect(new TextDecoder().decode(files[0]?.bytes)).toBe(
      years('"2,000"').replace('"1,000"', "1000").replaceAll("\n", "\r\n"),
    );
  });
});
