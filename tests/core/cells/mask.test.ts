import { describe, expect, it } from "vitest";
import { readCell } from "../../../src/core/cells/cell.ts";
import type { Field } from "../../../src/core/declared/dataset.ts";
import { constrained, makeField } from "../make-field.ts";

const count = makeField("integer", { unit: "人", constraints: constrained({ required: true, minimum: 0 }) });

/** The state, then each code with its level. */
function read(text: string, field: Field = count): string {
  const { value, state, issues } = readCell(text, field, { now: "2026-03-01" });
  expect(value).toBe("");
  return [state, ...issues.map(({ code, level }) => `${code} ${level}`)].join(" | ");
}

describe("readMask(text, field)", () => {
  it.each([
    [
      "withheld",
      ["X", "XX", "XXX", "xx", "Ｘ", "×", "××", "＊", "*", "**", " XX ", "不公开", "保密", "内部掌握"],
    ],
    ["not-collected", ["未统计", "　未统计"]],
    ["not-applicable", ["不适用"]],
    ["not-collected | MASK-06 N", ["暂无", "未报", "待补", "缺", "不详", "TBD", "tbd"]],
    ["not-applicable | MASK-07 W", ["N/A", "n/a"]],
    ["not-applicable | MASK-07 N", ["NA", "na"]],
    ["missing | MASK-01 E", ["XX人", "3X", "1××", "XX%", "■■", "●"]],
    ["missing | MASK-02 E", ["—", "——", "-", "－", "–", "―", "……", "/", "／", "\\", "−"]],
    ["missing | MASK-03 E", ["…", "...", "12*", "#12"]],
    ["missing | MASK-05 E", ["无", "没有", "零"]],
    ["missing | MASK-09 E", ["同上", "〃", "″", "同去年", "持平", "与上年持平"]],
    ["missing | MASK-10 E", ["?", "？", "??", "#"]],
  ])("gives %s for %j", (expected, texts) => {
    for (const text of texts) expect([text, read(text)]).toEqual([text, expected]);
  });

  it("gives a symbol the one meaning its data set declares", () => {
    const declared = makeField("integer", { marks: { "—": "not-applicable", "…": "not-collected" } });
    expect(read("—", declared)).toBe("not-applicable");
    expect(read("…", declared)).toBe("not-collected");
    expect(read("-", declared)).toBe("missing | MASK-02 E");
  });

  it("takes no word for a figure that must be there", () => {
    const needed = makeField("integer", { mustHaveNumber: true });
    expect(["未统计", "XX", "暂无"].map((text) => read(text, needed))).toEqual([
      "missing | MASK-14 E",
      "missing | MASK-14 E",
      "missing | MASK-14 E",
    ]);
    expect(read("", needed)).toBe("missing | NUM-32 E");
  });

  it("leaves words in a text column as they are, but a person's name may be withheld", () => {
    const remark = makeField("string");
    expect(readCell("未统计", remark, { now: "2026-03-01" })).toEqual({
      value: "未统计",
      state: "final",
      issues: [],
    });
    expect(read("XX", makeField("string", { person: true }))).toBe("withheld");
  });
});
