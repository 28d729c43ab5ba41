import { describe, expect, it } from "vitest";
import { validate } from "../../../src/core/checks/validate.ts";
import type { Suspicions } from "../../../src/core/declared/dataset.ts";
import { settingsSchema } from "../../../src/core/declared/settings.ts";
import { datasets, inputsOf } from "../read-rows.ts";

/** Check the staff of as many units as there are numbers; the bureau above them has the sum. */
function found(staff: readonly number[], suspicions: Partial<Suspicions> = {}): string[] {
  const headcount = datasets.get("headcount");
  if (!headcount) throw new Error("no headcount");
  const codes = staff.map((_, i) => String(201 + i));
  const total = staff.reduce((sum, one) => sum + one, 0);
  const rows = [total, ...staff].map((count, i) => `2018-12-31,${codes[i - 1] ?? "01"},全局,${count}\n`);
  const inputs = inputsOf({
    "units/units.csv": `单位编码,单位名称,上级编码\n01,某省某局,\n${codes.map((code) => `${code},${code}处,01\n`).join("")}`,
    "headcount/a.csv": `时点,单位,口径,在岗职工数\n${rows.join("")}`,
  });
  const own = { ...headcount, suspicions: { ...headcount.suspicions, ...suspicions } };
  const all = new Map(datasets).set("headcount", own);
  return validate(inputs, all, settingsSchema.parse({}), []).findings.map(
    ({ code, cell }) => `${code} ${cell}`,
  );
}

const usual = [31, 28, 33, 29, 36, 27, 32, 34, 26]; // nine

describe("checkPeers(rows, histories, units, now)", () => {
  it("needs ten figures besides the bureau's own, which is no peer of its parts", () => {
    expect(found([...usual, 300])).toEqual(["BIZ-20 D12"]);
    expect(found([...usual.slice(1), 300])).toEqual([]);
    expect(found([...usual, 38])).toEqual([]); // median 31.5, MAD 3: 0.6745 × 6.5 ÷ 3 = 1.5
  });

  it("finds what is too small, but nothing among small figures", () => {
    expect(found([...usual, 3])).toEqual(["BIZ-20 D12"]); // 0.6745 × 27 ÷ 3 = 6.1, below a median of 30
    expect(found([1, 2, 1, 3, 2, 1, 2, 3, 1, 15])).toEqual([]);
  });

  it("sees multiples of five where nearly all are, and does not count zeros", () => {
    expect(found([30, 25, 35, 30, 40, 25, 30, 35, 25, 30])).toEqual(["BIZ-21 D3"]);
    expect(found([30, 25, 35, 30, 40, 25, 30, 35, 25, 31])).toEqual([]); // 90 %
    expect(found([30, 25, 35, 30, 40, 25, 30, 35, 25, 0], { outlier: null })).toEqual([]);
    expect(found(Array.from({ length: 10 }, () => 0))).toEqual([]);
  });

  it("takes its borders from the data set", () => {
    expect(found([...usual, 300], { outlier: null })).toEqual([]);
    const above1 = ["D7", "D8", "D11", "D12"]; // 36, 27, 26 and 38: more than 4.45 from 31.5
    expect(found([...usual, 38], { outlier: 1 })).toEqual(above1.map((cell) => `BIZ-20 ${cell}`));
    expect(found([30, 25, 35, 30, 40, 25, 30, 35, 25, 31], { rounded: 90 })).toEqual(["BIZ-21 D3"]);
    expect(found([30, 25, 35, 30, 40, 25, 30, 35, 25, 30], { rounded: null })).toEqual([]);
  });
});
