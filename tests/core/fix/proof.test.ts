import { describe, expect, it } from "vitest";
import { validate } from "../../../src/core/checks/validate.ts";
import { readDefinitions } from "../../../src/core/declared/definitions.ts";
import { findDifference } from "../../../src/core/fix/proof.ts";
import { load, projectData } from "../../../src/load.ts";

const inputs = { ...load(projectData, "internal", "2026-03-01"), signoffs: null };
const { datasets, settings, indicators } = readDefinitions(inputs);

/** Read a folder that holds one file of volunteers. */
function read(text: string) {
  const exports = [{ path: "volunteers/2025.csv", bytes: new TextEncoder().encode(text) }];
  return validate({ ...inputs, exports }, datasets, settings, indicators);
}

const header = "时点,单位,口径,备案注册人数,活跃人数\n";
const plain = read(`${header}2025-12-31,甲局,全局,320,\n`);

describe("findDifference(before, after)", () => {
  it("finds none between two spellings of the same", () => {
    expect(findDifference(plain, read(`${header}2025年12月31日, 甲局,全局,３２０,\n`))).toBeNull();
  });

  it.each([
    ["a value", `${header}2025-12-31,甲局,全局,321,\n`, "volunteers/2025.csv D2"],
    ["a state", `${header}2025-12-31,甲局,全局,320,XX\n`, "volunteers/2025.csv E2"],
    ["a row's place", `${header}\n2025-12-31,甲局,全局,320,\n`, "volunteers/2025.csv 2"],
    ["a row", `${header}2025-12-31,甲局,全局,320,\n2024-12-31,甲局,全局,320,\n`, "volunteers"],
    [
      "a suspicion",
      `${header}2025-12-31,甲局,全局,320,\n,,,,\n,,,,${"\n,,,,".repeat(1000)}\n`,
      "volunteers/2025.csv 第 3 行 STR-09 W",
    ],
  ])("finds %s", (_, text, difference) => {
    expect(findDifference(plain, read(text))).toBe(difference);
  });
});
