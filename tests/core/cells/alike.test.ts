import { describe, expect, it } from "vitest";
import { foldName, likenessOf } from "../../../src/core/cells/alike.ts";

describe("likenessOf(text, name)", () => {
  it.each([
    ["NAME-08", "第1支部", "第一支部"],
    ["NAME-08", "第Ⅻ支部", "第十二支部"],
    ["NAME-08", "第XII支部", "第十二支部"],
    ["NAME-08", "第120支部", "第一百二十支部"],
    ["NAME-08", "②支部", "二支部"],
    ["NAME-09", "—支部", "一支部"],
    ["NAME-10", "二O二厂", "二〇二厂"],
    ["NAME-10", "二零二厂", "二〇二厂"],
    ["NAME-11", "末成年人处", "未成年人处"],
    ["NAME-11", "А组", "A组"],
    ["NAME-14", "總局", "总局"],
    ["NAME-14", "總局第1支部", "总局第一支部"],
  ])("tells %s of %s and %s", (code, text, name) => {
    expect(foldName(text)).toBe(foldName(name));
    expect(likenessOf(text, name)).toBe(code);
  });

  it.each([
    ["办公厅", "办公室"],
    ["第一支部", "第二支部"],
    ["第十支部", "第一支部"],
    ["第十一支部", "第二十支部"],
  ])("keeps %s and %s apart", (text, name) => {
    expect(foldName(text)).not.toBe(foldName(name));
  });
});
