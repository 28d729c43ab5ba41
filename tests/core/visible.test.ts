import { describe, expect, it } from "vitest";
import { visible } from "../../src/core/visible.ts";

describe("visible(text)", () => {
  it.each([
    ["\u001b[2J", "⟨U+001B⟩[2J"],
    ["甲\u202e乙", "甲⟨U+202E⟩乙"],
    ["甲\u200b乙\ufeff", "甲⟨U+200B⟩乙⟨U+FEFF⟩"],
    ["一\r\n二\n三\t四\r五", "一⏎二⏎三⇥四⟨U+000D⟩五"],
    ["一\u2028二\u0085三", "一⟨U+2028⟩二⟨U+0085⟩三"],
    ["\ud800", "⟨U+D800⟩"],
    ["\u{e0041}", "⟨U+E0041⟩"],
    ["##[error]", "# #[error]"],
  ])("writes %j as %j", (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each(["《文明公约》·“A&B”（2024）", "𬭚𠮷㐂", "<b>", "👍"])("leaves %j as it is", (text) => {
    expect(visible(text)).toBe(text);
  });
});
