import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildSite } from "../src/core/pipeline.ts";
import { load, locate } from "../src/load.ts";
import { newFolder, writeTree } from "./command.ts";

const units = "单位编码,单位名称,上级编码\n01,某省某局,\n";

function found(data: string) {
  const inputs = load(data, "public", "2026-03-01");
  const { findings, site } = buildSite(inputs);
  return {
    findings: findings.map(({ code, level, file }) => [code, level, file]),
    isStopped: site === null,
    places: findings.map(({ file }) => locate(file, data, inputs).slice(-file.length)),
  };
}

describe("load(data)", () => {
  it("follows no link, to a file or to a folder, and the check says so", () => {
    const data = writeTree(newFolder(), { "exports/units/units.csv": units, "elsewhere/2024.csv": units });
    symlinkSync(join(data, "elsewhere/2024.csv"), join(data, "exports/units/more.csv"));
    symlinkSync(join(data, "elsewhere"), join(data, "exports/honors"));
    expect(found(data)).toEqual({
      findings: [
        ["FILE-13", "E", "honors"],
        ["FILE-13", "E", "units/more.csv"],
      ],
      isStopped: true,
      places: ["honors", "units/more.csv"],
    });
  });

  it.runIf(process.platform === "linux")(
    "opens no file whose name is not UTF-8, and the check says so",
    () => {
      const data = writeTree(newFolder(), { "exports/units/units.csv": units });
      mkdirSync(join(data, "exports/volunteers"));
      const folder = Buffer.from(join(data, "exports/volunteers/"));
      writeFileSync(Buffer.concat([folder, Buffer.of(0xb5, 0xa5), Buffer.from(".csv")]), units); // 单 in GBK
      expect(found(data).findings).toEqual([["FILE-12", "E", "volunteers/\ufffd\ufffd.csv"]]);
    },
  );
});
