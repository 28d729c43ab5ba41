import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/core/catalogue/catalogue.ts";
import type { Entry } from "../../../src/core/catalogue/entry.ts";
import { readCell } from "../../../src/core/cells/cell.ts";
import { constrained, makeField } from "../make-field.ts";

const now = "2026-03-01";
const types = ["integer", "number", "date", "year", "string"] as const;

describe("readCell(original, field, context)", () => {
  it.each(types)("looks for formulas and error values before anything else in a column of %s", (type) => {
    const codes = ["=1+1", "#DIV/0!", "=cmd|'/C calc'!A0", "\u202e12"].map(
      (text) => readCell(text, makeField(type), { now }).issues[0]?.code,
    );
    expect(codes).toEqual(["FML-01", "FML-04", "FML-03", "NAME-03"]);
  });

  it.each(types)("takes a blank cell of %s as missing", (type) => {
    for (const text of ["", " ", "\u3000", "\u200b"]) {
      expect(readCell(text, makeField(type), { now })).toEqual({ value: "", state: "missing", issues: [] });
    }
  });

  it("asks for a figure where one is required, and leaves required texts and days to the row", () => {
    const required = { constraints: constrained({ required: true }) };
    const codes = types.map((type) => readCell("", makeField(type, required), { now }).issues[0]?.code);
    expect(codes).toEqual(["NUM-32", "NUM-32", undefined, undefined, undefined]);
  });

  it("gives a refused cell no value, so that nothing is computed from it", () => {
    expect(readCell("约100", makeField("integer"), { now })).toMatchObject({ value: "", state: "missing" });
  });

  it("says everything in two finished sentences", () => {
    const texts = [
      "１２",
      "1 23",
      "1 234",
      "1.2E+05",
      "12.0",
      "12.5",
      "12.5%",
      "3个",
      "约5",
      "N/A",
      "-1",
      "同上",
    ];
    for (const text of [...texts, "", "12．5", "1O0", "=1", "#REF!", "999", "1,234", "同志"]) {
      const field = makeField("integer", { constraints: constrained({ required: true }) });
      const { issues } = readCell(text, field, { now });
      expect(issues.length).toBeGreaterThan(0);
      for (const { code, facts } of issues) {
        const [message, hint] = (catalogue[code] as Entry<unknown>).say(facts);
        expect(message).toMatch(/[。？]$/);
        expect(hint).toMatch(/。$/);
        expect(message + hint).not.toMatch(/undefined|“”|。。|无效|请检查数据/);
      }
    }
  });
});
