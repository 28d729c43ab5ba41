import { describe, expect, it } from "vitest";
import { catalogue } from "../src/core/catalogue/catalogue.ts";
import { say } from "../src/core/message.ts";
import { buildSite } from "../src/core/site.ts";
import { provedElsewhere, withoutFinding } from "./catalogue-rows.ts";
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
    expect(findings.map(placed)).toEqual(expected);
    expect(site === null).toBe(expected.some((found) => found.severity === "error"));
    const isSilent = withoutFinding.some((code) => name.startsWith(`${code}-`));
    if (!name.startsWith("ok-") && !isSilent) {
      expect(expected.some((found) => name.startsWith(found.code))).toBe(true);
    }
  });

  it.each(caseNames)("says what is in %s in finished sentences", (name) => {
    for (const found of buildSite(inputsOf(name)).findings) {
      const { message, hint } = say(found);
      expect(message + hint).not.toMatch(/undefined|NaN|null|\[object|请检查数据|无效/);
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
    const { cells, points, downloads } = valuesOf(name) ?? {};
    if (cells) expect(cellsRead(inputs, cells)).toEqual(cells);
    if (!points && !downloads) return;
    const { site } = buildSite(inputs);
    if (!site) throw new Error(`${name} gives no site`);
    if (points) expect(pointsOf(site, points)).toEqual(points);
    if (downloads) expect(linesOf(site, downloads)).toEqual(downloads);
  });

  it("finds neither error nor warning in the right tables of each group", () => {
    for (const group of ["file", "enc", "str", "hdr", "num", "mask", "fml", "date"]) {
      const grave = expectedOf(`ok-${group}`).filter(({ severity }) => severity !== "note");
      expect({ group, grave }).toEqual({ group, grave: [] });
    }
  });
});

describe("catalogue", () => {
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
