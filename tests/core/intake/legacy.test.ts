import { describe, expect, it } from "vitest";
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
