import { describe, expect, it } from "vitest";
import { findHostile, isSafeSlug } from "../../../src/core/cells/hostile.ts";

describe("findHostile(text)", () => {
  it.each([
    ["SEC-01", "<img src=x onerror=alert(1)>"],
    ["SEC-01", "<b>甲局</b>"],
    ["SEC-01", "甲局<br/>乙局"],
    ["SEC-01", "<SVG/onload=alert(1)//"],
    ["SEC-01", "<img src=x onerror=alert(1) "],
    ["SEC-01", "<iframe\nsrcdoc='x'"],
    ["SEC-01", "<!doctype html>"],
    ["SEC-01", "<?php echo 1;"],
    ["SEC-02", "甲</script><script>alert(1)</script>"],
    ["SEC-02", "</ScRiPt >"],
    ["SEC-03", "javascript:alert(1)"],
    ["SEC-03", "JaVaScRiPt:alert(1)"],
    ["SEC-03", "vbscript:msgbox"],
    ["SEC-03", "data:text/html;base64,PHA+"],
    ["SEC-03", "//evil.cn/x"],
    ["SEC-03", "file:///etc/passwd"],
    ["SEC-04", "{{7*7}}"],
    ["SEC-04", "$\u007b7*7}"],
    ["SEC-04", "<%= 7 %>"],
    ["SEC-04", "[来源](javascript:alert(1))"],
    ["SEC-06", "\u001b[2J"],
    ["SEC-06", "\u001b]0;标题\u0007"],
    ["SEC-06", "\u009b31m"],
    ["SEC-06", "::error::已发布"],
    ["SEC-06", "一切正常 ::set-env name=A::b"],
    ["SEC-06", "完成%0A::add-mask::x"],
    ["SEC-06", "##[error]失败"],
    ["SEC-06", "##vso[task.setvariable]"],
  ])("finds %s in %j", (code, text) => {
    expect(findHostile(text)?.code).toBe(code);
  });

  it.each([
    "“A&B”联合竞赛",
    "人数<30",
    "5<6、7>3",
    "甲 < 乙，丙 > 丁",
    "人数<B组且>A组",
    "《文明公约》（2024）“第一版”·修订",
    "https://www.example.gov.cn/a?b=1&c=2#d",
    "http://www.example.gov.cn//a",
    "JavaScript：从入门到精通",
    "数据:见附件",
    "{甲}、[乙]、(丙)",
    "US$ 100、#3、50%",
    "C:\\共享\\表.xlsx",
    "10:30::备用",
    "A::B 联赛",
    "𬭚𠮷㐂",
  ])("finds nothing in %j", (text) => {
    expect(findHostile(text)).toBeNull();
  });
});

describe("isSafeSlug(text)", () => {
  it.each(["0102", "A-1_b", "办公室", "01.02", "01（本级）"])("takes %j", (text) => {
    expect(isSafeSlug(text)).toBe(true);
  });

  it.each([
    "../../etc",
    "甲/乙",
    "a\\b",
    "a?b#c",
    ".",
    "..",
    ".htaccess",
    "CON",
    "nul.csv",
    "com1",
    "__proto__",
    "a b",
    "100%",
    "<b>",
    "a\u202eb",
    "结尾.",
    "长".repeat(61),
  ])("refuses %j", (text) => {
    expect(isSafeSlug(text)).toBe(false);
  });
});
