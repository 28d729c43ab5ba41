import { describe, expect, it } from "vitest";
import { decode } from "../../../src/core/intake/decode.ts";
import { isOutdated } from "../../../src/core/intake/legacy.ts";

describe("isOutdated(decodePair)", () => {
  it("accepts the decoder this runs on", () => {
    const decoder = new TextDecoder("gb18030", { fatal: true });
    expect(isOutdated((bytes) => decoder.decode(bytes))).toBe(false);
  });

  it("finds a decoder of GB18030-2000, which keeps 龴 in private use", () => {
    const old = (bytes: Uint8Array) => (bytes[0] === 0xfe && bytes[1] === 0x59 ? "\ue81e" : "文");
    expect(isOutdated(old)).toBe(true);
  });
});

describe("decodeLegacy(file, bytes, marks, known)", () => {
  it("finds every bad byte of one huge row, walking through it once", () => {
    // 单位,人数 and 甲 in GB 2312; then 200,000 cells in one row, each a byte that means nothing: from its start for each, 10¹⁰ steps
    const header = [0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xc8, 0xcb, 0xca, 0xfd, 0x0a];
    const count = 200_000;
    const row = new Uint8Array(2 * count + 2).fill(0x2c);
    row.set([0xbc, 0xd7]);
    for (let cell = 1; cell <= count; cell++) row[2 * cell + 1] = 0xff;
    const bytes = Uint8Array.from([...header, ...row]);
    const { text, findings } = decode({ path: "a/1.csv", bytes }, new Set(["单位", "人数"]));
    expect(text).toBeNull();
    expect(findings).toHaveLength(count);
    const told = [findings[0], findings[25], findings.at(-1)].map(
      (found) => found && [found.code, found.row, found.cell],
    );
    expect(told).toEqual([
      ["ENC-18", 2, "B2"],
      ["ENC-18", 2, "AA2"],
      ["ENC-18", 2, "KIVI2"], // column 200,001: after 18,278 of up to three letters the 181,722nd from 0, 10·26³ + 8·26² + 21·26 + 8
    ]);
  });
});
