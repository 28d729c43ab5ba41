import { describe, expect, it } from "vitest";
import { cssText } from "../../src/layouts/css-text.ts";

describe("cssText(text)", () => {
  it("leaves a name as it is", () => {
    expect(cssText("某省某局 · 文明创建（2025）")).toBe('"某省某局 · 文明创建（2025）"');
  });

  // By CSS Syntax 3, 4.3.5 and 4.3.7: a string ends at its quote or a line break; "\\a " is a character by its number
  it.each([
    ["甲\n}*{display:none}", '"甲\\a \\7d *\\7b display:none\\7d "'],
    ["甲\r乙\f丙", '"甲\\d 乙\\c 丙"'],
    ['甲"}', '"甲\\22 \\7d "'],
    ["甲\\", '"甲\\5c "'],
    ["</style><script>", '"\\3c /style\\3e \\3c script\\3e "'],
  ])("writes %j so that the string goes on", (text, written) => {
    expect(cssText(text)).toBe(written);
  });
});
