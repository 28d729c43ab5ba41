import { describe, expect, it } from "vitest";
import { sayChange } from "../../../src/core/fix/change.ts";
import { fixFile } from "../../../src/core/fix/file.ts";
import { datasets } from "../bureau.ts";

const volunteers = datasets.get("volunteers");
if (!volunteers) throw new Error("no volunteers");
const header = "时点,单位,口径,备案注册人数,备注";

function fix(text: string | Uint8Array, signed: ReadonlySet<string> = new Set()) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const fixed = fixFile({ path: "volunteers/2025.csv", bytes }, volunteers as never, { signed });
  return {
    ...fixed,
    isSame: fixed.bytes === bytes,
    text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(fixed.bytes),
  };
}

describe("fixFile(file, dataset)", () => {
  it("mends what Excel's GBK export and a hasty hand leave behind", () => {
    const gbk = Uint8Array.from([
      ...[0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6], // 单位名称
      ...new TextEncoder().encode(","),
      ...[0xca, 0xb1, 0xb5, 0xe3], // 时点
      ...new TextEncoder().encode(","),
      ...[0xbf, 0xda, 0xbe, 0xb6], // 口径
      ...new TextEncoder().encode(","),
      ...[0xb1, 0xb8, 0xb0, 0xb8, 0xd7, 0xa2, 0xb2, 0xe1, 0xc8, 0xcb, 0xca, 0xfd], // 备案注册人数
      ...new TextEncoder().encode(",\n"),
      ...[0xbc, 0xd7, 0x20, 0xbe, 0xd6], // 甲 局
      ...new TextEncoder().encode(",2025-12-31,"),
      ...[0xc8, 0xab, 0xbe, 0xd6], // 全局
      ...new TextEncoder().encode(',"1,234",\n,,,,\n'),
    ]);
    const { text, changes, errors } = fix(gbk);
    expect(errors).toEqual([]);
    expect(text).toBe("\ufeff单位,时点,口径,备案注册人数\r\n甲局,2025-12-31,全局,1234\r\n");
    expect(changes.map(sayChange)).toEqual([
      "整个文件　编码：GBK/GB18030 → UTF-8（带编码标记）",
      "整个文件　换行符：LF → CRLF",
      "E1　末尾的空列：1 列 → 去掉",
      "A3　末尾的空行：1 行 → 去掉",
      "A1　列名：单位名称 → 单位",
      "A2　单位名称：甲 局 → 甲局",
      "D2　备案注册人数：1,234 → 1234",
    ]);
  });

  it("keeps every other character as it is written: quotes, blank rows between, the order of columns", () => {
    const text = `\ufeff备注,"时点",单位,口径,备案注册人数\r\n"说 ""好"", 好",2025-12-31,"甲局",全局,12人\r\n,,,,\r\n,2025-12-31,乙局,全局,1`;
    expect(fix(text).text).toBe(`${text}\r\n`);
  });

  it("turns tabs into commas, and quotes cells that hold one", () => {
    const text = `\ufeff${header.replaceAll(",", "\t")}\r\n2025-12-31\t甲局\t全局\t1,234\t甲,乙\r\n`;
    expect(fix(text).text).toBe(`\ufeff${header}\r\n2025-12-31,甲局,全局,1234,"甲,乙"\r\n`);
  });

  it("leaves a cell to the letter for which somebody signed", () => {
    const text = `\ufeff${header}\r\n2025-12-31,甲局,全局,"1,234",\r\n2025-12-31,乙局,全局,"2,345",\r\n`;
    expect(fix(text, new Set(["D2"])).text).toBe(text.replace('"2,345"', "2345"));
  });

  it("gives back the very bytes of a file in which nothing is to be done", () => {
    const { isSame, changes, errors } = fix(`\ufeff${header}\r\n2025-12-31,甲局,全局,1,\r\n`);
    expect({ isSame, changes, errors }).toEqual({ isSame: true, changes: [], errors: [] });
  });

  it("leaves a file alone whose structure has an error, and says which", () => {
    const { isSame, changes, errors } = fix(`${header}\n2025-12-31,甲 局,全局,1,234,\n`);
    expect(isSame).toBe(true);
    expect(changes).toEqual([]);
    expect(errors.map(({ code, line }) => [code, line])).toEqual([["STR-12", 2]]);
  });

  it("mends the other cells of a file in which a cell is wrong", () => {
    const { text, errors } = fix(`\ufeff${header}\r\n2025-12-31,甲 局,全局,约１００,\r\n`);
    expect(errors).toEqual([]);
    expect(text).toBe(`\ufeff${header}\r\n2025-12-31,甲局,全局,约１００,\r\n`);
  });
});
