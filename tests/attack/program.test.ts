import { describe, expect, it } from "vitest";
import { Knowledge } from "./program.ts";

describe("Knowledge", () => {
  it("subtracts: of 10 + x = 13, x is 3", () => {
    const known = new Knowledge();
    known.equal({ a: 1, x: 1 }, 13);
    known.equal({ a: 1 }, 10);
    expect(known.bounds().get("x")).toEqual([3, 3]);
  });

  it("bounds what is not determined: x + y = 13 with x ≤ 4", () => {
    const known = new Knowledge();
    known.equal({ x: 1, y: 1 }, 13);
    known.atMost({ x: 1 }, 4);
    expect(known.bounds()).toEqual(
      new Map([
        ["x", [0, 4]],
        ["y", [9, 13]],
      ]),
    );
  });

  it("solves equations in a cycle, which going through them one by one does not: x + y = 5, y + z = 7, z + x = 6", () => {
    const known = new Knowledge();
    known.equal({ x: 1, y: 1 }, 5);
    known.equal({ y: 1, z: 1 }, 7);
    known.equal({ z: 1, x: 1 }, 6);
    expect(known.bounds()).toEqual(
      new Map([
        ["x", [2, 2]],
        ["y", [3, 3]],
        ["z", [4, 4]],
      ]),
    );
  });

  it("takes a rate of a known whole: 100 x = 7.5 · 40", () => {
    const known = new Knowledge();
    known.equal({ x: 100, y: -7.5 }, 0);
    known.equal({ y: 1 }, 40);
    expect(known.bounds().get("x")).toEqual([3, 3]);
  });

  it("rounds to whole numbers: 2.1 ≤ x ≤ 3.9 is 3", () => {
    const known = new Knowledge();
    known.atMost({ x: -1 }, -2.1);
    known.atMost({ x: 1 }, 3.9);
    expect(known.bounds().get("x")).toEqual([3, 3]);
  });

  it("says where there is no end", () => {
    const known = new Knowledge();
    known.atMost({ x: -1, y: 1 }, 0); // y ≤ x
    known.equal({ y: 1 }, 8);
    expect(known.bounds().get("x")).toEqual([8, null]);
  });

  it("refuses what contradicts itself", () => {
    const known = new Knowledge();
    known.equal({ x: 1 }, 3);
    known.atMost({ x: 1 }, 2);
    expect(() => known.bounds()).toThrow("contradicts");
  });
});
