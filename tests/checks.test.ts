import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue } from "../src/core/catalogue/catalogue.ts";
import { type Finding, severity } from "../src/core/finding.ts";
import { say } from "../src/core/message.ts";
import { buildSite, type Inputs, type SourceFile } from "../src/core/site.ts";

/** A folder is a case: exports, JSON and sign-offs as in a data folder, and every finding they must give, in order. */
const checks = join(import.meta.dirname, "fixtures", "checks");
const data = join(import.meta.dirname, "..", "data");
const cases = readdirSync(checks).toSorted();

/** Codes proved by unit tests instead, each for a reason. */
const provedElsewhere: ReadonlyMap<string, string> = new Map([
  ["ENC-06", "needs a decoder of an older standard: tests/core/legacy.test.ts"],
  ["MORE-01", "needs more than 10,000 findings: tests/core/finding-order.test.ts"],
]);

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly cell: string | null;
}

function readFolder(root: string, folder: string): SourceFile[] {
  const from = join(root, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({
      path: relative(folder === "exports" ? from : root, path)
        .split(sep)
        .join("/"),
      bytes: readFileSync(path),
    }));
}

function readFile(root: string, path: string): SourceFile | null {
  return existsSync(join(root, path)) ? { path, bytes: readFileSync(join(root, path)) } : null;
}

function inputsOf(name: string): Inputs {
  const root = join(checks, name);
  return {
    exports: readFolder(root, "exports"),
    folders: readdirSync(join(root, "exports"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
    datasets: [...readFolder(data, "datasets"), ...readFolder(root, "datasets")],
    indicators: [...readFolder(data, "indicators"), ...readFolder(root, "indicators")],
    settings: readFile(root, "site.json"),
    signoffs: readFile(root, "signoffs.csv"),
    edition: "public",
    now: "2026-03-01",
  };
}

function placed(found: Finding): Expected {
  const { code, file, line, row, column, cell } = found;
  return { code, severity: severity(found), file, line, row, column, cell };
}

function expectedOf(name: string): Expected[] {
  return JSON.parse(readFileSync(join(checks, name, "expected.json"), "utf8"));
}

describe("buildSite(inputs)", () => {
  it.each(cases)("finds all that is in %s, and nothing else", (name) => {
    const { findings, site } = buildSite(inputsOf(name));
    const expected = expectedOf(name);
    expect(findings.map(placed)).toEqual(expected);
    expect(site === null).toBe(expected.some((found) => found.severity === "error"));
    if (!name.startsWith("ok-")) {
      expect(expected.some((found) => name.startsWith(found.code))).toBe(true);
    }
  });

  it.each(cases)("says what is in %s in finished sentences", (name) => {
    for (const found of buildSite(inputsOf(name)).findings) {
      const { message, hint } = say(found);
      expect(message + hint).not.toMatch(/undefined|NaN|null|\[object|请检查数据|无效/);
      expect(message).toMatch(/[。？！）]$/);
      expect(hint).toMatch(/[。？！）]$/);
    }
  });
});

describe("catalogue", () => {
  it("has a folder for every code", () => {
    const shown = new Set(cases.flatMap((name) => expectedOf(name).map((found) => found.code)));
    const missing = Object.keys(catalogue).filter((code) => !shown.has(code) && !provedElsewhere.has(code));
    expect(missing).toEqual([]);
  });
});
