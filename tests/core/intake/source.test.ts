import { describe, expect, it } from "vitest";
import { datasetSchema } from "../../../src/core/declared/dataset.ts";
import { checkFile } from "../../../src/core/intake/source.ts";

const parsed = datasetSchema.parse({
  title: "志愿服务",
  description: "",
  audience: "public",
  kind: "state",
  internalRows: "withheld",
  schema: {
    fields: [{ name: "单位", type: "string", audience: "public" }],
    primaryKey: ["单位"],
  },
});
const datasets = new Map([["volunteers", { ...parsed, id: "volunteers" }]]);
const bytesOf = (text: string) => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

function check(path: string, content: string) {
  const { dataset, findings } = checkFile({ path, bytes: bytesOf(content) }, datasets);
  return { dataset: dataset?.id ?? null, findings, codes: findings.map((f) => f.code) };
}

describe("checkFile(file, datasets)", () => {
  it("finds the data set by the folder, whatever the file's name and the case of its extension", () => {
    for (const name of ["2024.csv", "2024.CSV", "机关 （本级）.txt", "sub/2024.csv"]) {
      expect(check(`volunteers/${name}`, "a\n")).toEqual({ dataset: "volunteers", findings: [], codes: [] });
    }
  });

  it.each([
    ["nothing", "", "FILE-01"],
    ["a workbook", "PK\x03\x04 cut off", "FILE-04"],
    ["an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "FILE-05"],
    ["gzip", "\x1f\x8b\x08", "FILE-06"],
    ["rar", "Rar!\x1a\x07", "FILE-06"],
    ["7z", "7z\xbc\xaf\x27\x1c", "FILE-06"],
    ["PDF", "%PDF-1.7", "FILE-06"],
    ["a web page", '\xef\xbb\xbf<html xmlns:o="urn"><table>', "FILE-07"],
    ["a bare table", "\n <TABLE border=1>", "FILE-07"],
    ["XML of 2003", '<?xml version="1.0"?>\n<Workbook>', "FILE-08"],
    ["a pointer", "version https://git-lfs.github.com/spec/v1\noid", "FILE-16"],
  ])("tells %s by its first bytes", (_, content, code) => {
    const { dataset, codes } = check("volunteers/2024.csv", content);
    expect(codes).toEqual([code]);
    expect(dataset).toBeNull();
  });

  it("tells a zip of something else from a workbook by its first entry", () => {
    const local = (name: string) =>
      `PK\x03\x04${"\0".repeat(22)}${String.fromCharCode(name.length)}\0\0\0${name}`;
    expect(check("volunteers/2024.csv", local("2024.csv")).codes).toEqual(["FILE-06"]);
    expect(check("volunteers/2024.csv", local("[Content_Types].xml")).codes).toEqual(["FILE-04"]);
  });

  it("says whether a workbook was renamed", () => {
    expect(check("volunteers/2024.csv", "PK\x03\x04").findings[0]?.facts).toEqual({ renamed: true });
    expect(check("volunteers/2024.xlsx", "PK\x03\x04").findings[0]?.facts).toEqual({ renamed: false });
  });

  it("finds files outside every folder, and names the nearest", () => {
    const { dataset, findings } = check("volunteer/2024.csv", "a\n");
    expect(dataset).toBeNull();
    expect(findings.map((f) => [f.code, f.facts])).toEqual([
      ["FILE-14", { name: "volunteer/2024.csv", nearest: "volunteers", known: false }],
    ]);
    expect(check("2024.csv", "a\n").codes).toEqual(["FILE-14"]);
    expect(check("volunteers/readme.md", "a\n").codes).toEqual(["FILE-14"]);
  });

  it.each([
    ["2024(1).csv", "2024.csv"],
    ["2024 - 副本.csv", "2024.csv"],
    ["2024 - 副本 (2).csv", "2024.csv"],
    ["复件 2024.csv", "2024.csv"],
    ["2024.csv.csv", "2024.csv"],
  ])("takes %s for a copy of %s, and reads it all the same", (name, original) => {
    const { dataset, findings } = check(`volunteers/${name}`, "a\n");
    expect(findings.map((f) => [f.code, f.facts])).toEqual([["FILE-11", { name, original }]]);
    expect(dataset).toBe("volunteers");
  });

  it("does not read what Excel keeps beside an open file", () => {
    expect(check("volunteers/~$2024.csv", "\x05abc")).toMatchObject({ dataset: null, codes: ["FILE-11"] });
  });

  it("finds a conflict that Git marked, with its line", () => {
    const { dataset, findings } = check("volunteers/2024.csv", "a\r\n1\r\n<<<<<<< HEAD\r\n2\r\n=======\r\n");
    expect(dataset).toBeNull();
    expect(findings.map((f) => [f.code, f.line, f.row])).toEqual([["FILE-15", 3, 3]]);
  });
});
