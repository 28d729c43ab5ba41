import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { fixFolder } from "../../../src/core/fix/folder.ts";
import { buildSite, type Outcome } from "../../../src/core/site.ts";
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

describe("fixFolder(inputs)", () => {
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
});
