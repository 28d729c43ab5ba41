import { describe, expect, it } from "vitest";
import { catalogue } from "../src/core/catalogue/catalogue.ts";
import { hidden } from "../src/core/catalogue/hidden.ts";
import { signoffRow } from "../src/core/checks/signoffs.ts";
import { type Edition, editions } from "../src/core/edition.ts";
import { type Code, type Finding, severity } from "../src/core/finding.ts";
import type { SourceFile } from "../src/core/inputs.ts";
import { say } from "../src/core/message.ts";
import { buildSite } from "../src/core/pipeline.ts";
import { provedElsewhere, rowCodes, withoutFinding } from "./catalogue-rows.ts";
import {
  caseNames,
  cellsRead,
  expectedOf,
  inputsOf,
  linesOf,
  placed,
  pointsOf,
  valuesOf,
} from "./check-case.ts";

const withValues = caseNames.filter((name) => valuesOf(name) !== null);

describe("buildSite(inputs)", () => {
  it.each(caseNames)("finds all that is in %s, and nothing else", (name) => {
    const { findings, site } = buildSite(inputsOf(name));
    const expected = expectedOf(name);
    expect(findings.map((found, i) => placed(found, expected[i]))).toEqual(expected);
    expect(site === null).toBe(expected.some((found) => found.severity === "error"));
    const isSilent = withoutFinding.some((code) => name.startsWith(`${code}-`));
    if (!name.startsWith("ok-") && !isSilent) {
      expect(expected.some((found) => name.startsWith(found.code))).toBe(true);
    }
  });

  it.each(caseNames)("says what is in %s in finished sentences", (name) => {
    for (const found of buildSite(inputsOf(name)).findings) {
      const { message, hint } = say(found);
      const said = (message + hint).replace(/“[^”]*”/g, ""); // what is quoted is the clerk's
      expect(said).not.toMatch(/undefined|NaN|null|\[object|请检查数据|无效/);
      expect(message).toMatch(/[。？！）]$/);
      expect(hint).toMatch(/[。？！）]$/);
      // Characters that GBK lost would be lost again
      if ((message + hint).includes("CSV UTF-8") && found.code !== "ENC-08") {
        expect(hint).toContain("没有这一项时，选“CSV（逗号分隔）”也可以");
      }
    }
  });

  it.each(withValues)("reads out of %s what stands in it", (name) => {
    const inputs = inputsOf(name);
    const { cells, points, downloads, wall } = valuesOf(name) ?? {};
    if (cells) expect(cellsRead(inputs, cells)).toEqual(cells);
    if (!points && !downloads && !wall) return;
    const { site } = buildSite(inputs);
    if (!site) throw new Error(`${name} gives no site`);
    if (points) expect(pointsOf(site, points)).toEqual(points);
    if (downloads) expect(linesOf(site, downloads)).toEqual(downloads);
    if (wall) expect(site.wall).toEqual(wall);
  });

  it("finds neither error nor warning in the right tables of each group", () => {
    for (const group of ["file", "enc", "str", "hdr", "num", "mask", "fml", "date", "biz"]) {
      const grave = expectedOf(`ok-${group}`).filter(({ severity }) => severity !== "note");
      expect({ group, grave }).toEqual({ group, grave: [] });
    }
  });
});

describe("signoffRow(finding)", () => {
  /** The suspicions of a case whose rows may be printed; those of what is internal only to those inside. */
  const signable = (name: string, edition: Edition) =>
    buildSite({ ...inputsOf(name), edition }).findings.filter(
      (found) => signoffRow(found) !== null && !found.signature && found.subject?.key !== hidden,
    );
  const withSuspicions = editions.flatMap((edition) =>
    caseNames.flatMap((name) => (signable(name, edition).length > 0 ? [[name, edition] as const] : [])),
  );

  it.each(withSuspicions)("signs one suspicion in %s (%s), and leaves all else as it is", (name, edition) => {
    const inputs = { ...inputsOf(name), edition };
    const { findings } = buildSite(inputs);
    const told = (found: Finding) => JSON.stringify({ ...found, signature: null });
    for (const found of new Map(signable(name, edition).map((one) => [one.code, one])).values()) {
      const signoffs = addSignoff(inputs.signoffs, signoffRow(found) ?? "");
      const signed = buildSite({ ...inputs, signoffs });
      expect(signed.findings.map(told)).toEqual(findings.map(told));
      const changed = signed.findings.filter((one, i) => severity(one) !== severity(findings[i] ?? one));
      expect(changed.map(severity)).toContain("note");
      for (const one of changed) {
        expect([one.code, one.subject, severity(one)]).toEqual([found.code, found.subject, "note"]);
        expect(one.signature).toEqual({ by: "办公室", date: "2026-02-10", reason: "已核对", review: null });
      }
    }
  });

  it("has been tried for every code that may be signed", () => {
    const tried = new Set(
      withSuspicions.flatMap(([name, edition]) => signable(name, edition).map(({ code }) => code)),
    );
    // BIZ-15 is signed by its row in revisions.csv, and by nothing else: tests/core/releases
    const codes = Object.entries(catalogue).flatMap(([code, { level }]) =>
      level === "W" && code !== "BIZ-15" ? code : [],
    );
    expect(codes.filter((code) => !tried.has(code as Code))).toEqual([]);
  });
});

/** Paste a row into signoffs.csv and fill in 责任人, 日期 and 理由. */
function addSignoff(file: SourceFile | null, row: string): SourceFile {
  const header = "规则号,数据集,键,列,原值,责任人,日期,理由,复核期\n";
  const text = file ? new TextDecoder().decode(file.bytes).trimEnd().concat("\n") : header;
  const filled = row.replace(/,,,,$/, ",办公室,2026-02-10,已核对,");
  return { path: "signoffs.csv", bytes: new TextEncoder().encode(`${text}${filled}\n`) };
}

describe("catalogue", () => {
  it("has a folder, or a reason, for every row of what comes in", () => {
    const own = rowCodes.filter((code) => /^(FILE|ENC|STR|HDR|NUM|MASK|FML|DATE)-/.test(code));
    const bare = own.filter((code) => !caseNames.some((name) => name.startsWith(`${code}-`)));
    expect(own).toHaveLength(154);
    expect(bare.filter((code) => !provedElsewhere.has(code))).toEqual([]);
  });

  it("has a folder for every code", () => {
    const shown = new Set(caseNames.flatMap((name) => expectedOf(name).map((found) => found.code)));
    const missing = Object.keys(catalogue).filter((code) => !shown.has(code) && !provedElsewhere.has(code));
    expect(missing).toEqual([]);
  });

  it("proves what is accepted and written otherwise on the values that come out", () => {
    const accepted = Object.entries(catalogue).flatMap(([code, { level }]) => (level === "N" ? code : []));
    const unproved = [...accepted, ...withoutFinding].filter(
      (code) => !provedElsewhere.has(code) && !withValues.some((name) => name.startsWith(`${code}-`)),
    );
    expect(unproved).toEqual([]);
  });
});
