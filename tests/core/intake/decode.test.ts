import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import { decode } from "../../../src/core/intake/decode.ts";

const words = new Set(["时点", "单位", "口径", "人数", "备注", "year"]);
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16le = (text: string) =>
  [...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]);

// From the code charts of GB 2312: 单位,人数 and 甲局,1
const gbHeader = [0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a];
const gbRow = [0xbc, 0xd7, 0xbe, 0xd6, 0x2c, 0x31, 0x0a];
const utf8Header = utf8("单位,人数\n");

function read(...parts: readonly (readonly number[])[]) {
  return decode({ path: "a/1.csv", bytes: Uint8Array.from(parts.flat()) }, words);
}

const short = (findings: readonly Finding[]) =>
  findings.map((f) => [f.code, f.level, f.line, f.row, f.column, f.cell].map((part) => part ?? "").join(" "));

describe("decode(file, words)", () => {
  it("reads UTF-8 with and without a mark in silence", () => {
    const bom = [0xef, 0xbb, 0xbf];
    expect(read(utf8Header)).toEqual({ text: "单位,人数\n", encoding: "utf-8", findings: [] });
    expect(read(bom, utf8Header)).toEqual({ text: "单位,人数\n", encoding: "utf-8", findings: [] });
  });

  it("removes a second mark and says so", () => {
    const bom = [0xef, 0xbb, 0xbf];
    const { text, findings } = read(bom, bom, utf8Header);
    expect(text).toBe("单位,人数\n");
    expect(short(findings)).toEqual(["ENC-03 N    "]);
  });

  it.each(["Braşov", "České Budějovice", "Curaçao", "£1,234.50", "€ 12"])(
    "reads %s beside a plain header as it was written, in silence",
    (text) => {
      const { text: read_, encoding, findings } = read(utf8(`year,city\n2024,"${text}"\n`));
      expect([read_, encoding, findings]).toEqual([`year,city\n2024,"${text}"\n`, "utf-8", []]);
    },
  );

  it("still takes lone characters beside a plain header for Chinese", () => {
    const { text, encoding } = read(utf8("year,city\n2024,"), [0xc3, 0xba, 0x0a]); // 煤 in GBK, ú in UTF-8
    expect([text, encoding]).toEqual(["year,city\n2024,煤\n", "gb18030"]);
  });

  it("reads GBK and says so", () => {
    const { text, encoding, findings } = read(gbHeader, gbRow);
    expect(text).toBe("单位,人数\n甲局,1\n");
    expect(encoding).toBe("gb18030");
    expect(short(findings)).toEqual(["ENC-04 N    "]);
  });

  it("reads four-byte characters, and the code points that GB18030-2022 moved", () => {
    const { text, findings } = read(gbHeader, [0x99, 0x33, 0xaa, 0x34, 0xfe, 0x56, 0x2c, 0xfe, 0x59, 0x0a]);
    expect(text).toBe("单位,人数\n𬭚㑇,龴\n");
    expect(short(findings)).toEqual([
      "ENC-04 N    ",
      "ENC-05 N 2 2 单位 A2",
      "ENC-05 N 2 2 单位 A2",
      "ENC-05 N 2 2 人数 B2",
    ]);
  });

  it("reads UTF-16 with a mark, and without", () => {
    const text = "单位\t人数\n甲局\t1\n";
    const marked = read([0xff, 0xfe], utf16le(text));
    expect(marked.text).toBe(text);
    expect(marked.encoding).toBe("utf-16");
    expect(short(marked.findings)).toEqual(["ENC-13 T    "]);
    const unmarked = read(utf16le(text));
    expect(unmarked.text).toBe(text);
    expect(short(unmarked.findings)).toEqual(["ENC-14 T    "]);
    const swapped = utf16le(text).map((_, i, all) => all[i % 2 === 0 ? i + 1 : i - 1] ?? 0);
    expect(read(swapped).text).toBe(text);
  });

  it("finds half a character in UTF-16", () => {
    const { text, findings } = read([0xff, 0xfe], utf16le("单位,人数\n"), [0x34, 0xd8], utf16le(",1\n"));
    expect(text).toBeNull();
    expect(short(findings)).toEqual(["ENC-13 T    ", "ENC-19 E 2 2 单位 A2"]);
  });

  it("refuses UTF-32", () => {
    const bytes = [...utf16le("单位,人数")].flatMap((byte, i) => (i % 2 === 1 ? [byte, 0, 0] : [byte]));
    expect(short(read(bytes).findings)).toEqual(["ENC-15 E    "]);
  });

  it("refuses Big5, names it and the first byte that does not fit", () => {
    const big5 = [0xb3, 0xe6, 0xa6, 0xec, 0x2c, 0xa4, 0x48, 0xbc, 0xc6, 0x0a]; // 單位,人數
    const { text, findings } = read(big5);
    expect(text).toBeNull();
    expect(short(findings)).toEqual(["ENC-16 E 1 1  "]);
    expect(findings[0]?.facts).toEqual({ offset: 1, at: "第 1 行", guess: "Big5（繁体）" });
  });

  it("finds the line where the encoding changes, in both directions", () => {
    const forward = read(utf8Header, utf8("甲局,1\n"), gbRow, gbRow);
    expect(forward.text).toBeNull();
    expect(short(forward.findings)).toEqual(["ENC-17 E 3 3  "]);
    expect(forward.findings[0]?.facts).toEqual({ at: "第 3 行", before: "UTF-8", after: "GBK" });
    const back = read(gbHeader, gbRow, utf8("甲局,1\n"));
    expect(short(back.findings)).toEqual(["ENC-17 E 3 3  "]);
    expect(back.findings[0]?.facts).toEqual({ at: "第 3 行", before: "GBK", after: "UTF-8" });
  });

  it("finds GBK glued to UTF-8 although every byte is valid UTF-8", () => {
    const some = [0xd2, 0xbb, 0xd0, 0xa9]; // 一些 in GBK, һЩ in UTF-8
    const { text, findings } = read(utf8Header, some, utf8(",1\n"));
    expect(text).toBeNull();
    expect(short(findings)).toEqual(["ENC-17 E 2 2  "]);
  });

  it("finds a broken character in UTF-8, with its bytes and cell", () => {
    const { text, findings } = read(utf8Header, utf8("甲局,1\n乙"), [0xe5, 0xb1], utf8(",2\n"));
    expect(text).toBeNull();
    expect(short(findings)).toEqual(["ENC-18 E 3 3 单位 A3"]);
    expect(findings[0]?.facts).toEqual({ at: "第 3 行 A 列", hex: "E5 B1" });
  });

  it("finds a broken byte in GBK", () => {
    const { findings } = read(gbHeader, gbRow, [0xbc, 0xd7, 0xff, 0x2c, 0x31, 0x0a]);
    expect(short(findings)).toEqual(["ENC-18 E 3 3 单位 A3"]);
    expect(findings[0]?.facts).toEqual({ at: "第 3 行 A 列", hex: "FF" });
  });

  it("finds surrogates written as characters, which GB18030 would accept", () => {
    const { text, findings } = read(utf8Header, [0xed, 0xa1, 0xb2, 0xed, 0xbc, 0x9a], utf8("局,1\n"));
    expect(text).toBeNull();
    expect(short(findings)).toEqual(["ENC-19 E 2 2 单位 A2"]);
  });

  it.each([
    ["\0", "ENC-20"],
    ["\u0007", "ENC-21"],
    ["\u009f", "ENC-21"],
    ["\u2028", "STR-07"],
    ["\u0085", "STR-07"],
    ["\ue81e", "ENC-07"],
    ["\ufffd", "ENC-09"],
    ["锟斤拷", "ENC-10"],
    ["烫烫烫", "ENC-10"],
  ])("names the cell that holds %j: %s", (bad, code) => {
    const { text, findings } = read(utf8(`单位,人数\n甲局,1\n"乙\n局",2${bad}\n`));
    expect(text).not.toBeNull();
    expect(short(findings)).toEqual([`${code} E 4 3 人数 B3`]);
  });

  it("knows the character that took the place of a private one", () => {
    const { findings } = read(utf8("单位,人数\n\ue81e,1\n"));
    expect(findings[0]?.facts).toEqual({ at: "第 2 行 A 列", text: "\ue81e", code: "U+E81E", instead: "龴" });
  });

  it("recognises headers that were saved in a wrong encoding", () => {
    const asGbk = read(utf8("鍗曚綅,浜烘暟\n甲局,1\n"));
    expect(asGbk.text).toBeNull();
    expect(short(asGbk.findings)).toEqual(["ENC-11 E 1 1 鍗曚綅 A1", "ENC-11 E 1 1 浜烘暟 B1"]);
    expect(asGbk.findings[0]?.facts).toEqual({ text: "鍗曚綅", word: "单位" });
    const asLatin = read(utf8("åä½,x\nabc,1\n"));
    expect(short(asLatin.findings)).toEqual(["ENC-12 E 1 1 åä½ A1"]);
  });

  it("lets the share of Han decide where the header is ASCII, and refuses where nothing is known", () => {
    const chance = read(utf8("year,x\n"), [0xd2, 0xbb, 0xd0, 0xa9, 0x0a]);
    expect(chance.text).toBe("year,x\n一些\n");
    expect(short(chance.findings)).toEqual(["ENC-22 N    "]);
    const unknown = read(utf8("a,b\n中文,1\n"));
    expect(unknown.text).toBeNull();
    expect(short(unknown.findings)).toEqual(["ENC-22 E    "]);
  });

  it("leaves an unknown header in plain UTF-8 to the header's own checks", () => {
    const { text, findings } = read(utf8("甲列的名称,乙列的名称\n某省某局的机关党委,1\n"));
    expect(text).not.toBeNull();
    expect(findings).toEqual([]);
  });
});
