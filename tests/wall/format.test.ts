import { describe, expect, it } from "vitest";
import { wallScale } from "../../src/core/wall/reach.ts";
import { formatsAt } from "../../src/wall/format.ts";

describe("formatsAt(scale)", () => {
  it("keeps a twentieth of each panel free, and parts strips at their seams", () => {
    const triple = formatsAt().find(({ id }) => id === "triple");
    expect(triple).toMatchObject({ width: 5760, height: 1080, seams: [1920, 3840], top: 54, bottom: 1026 });
    expect(triple?.panels).toEqual([
      { x0: 96, x1: 1824 },
      { x0: 2016, x1: 3744 },
      { x0: 3936, x1: 5664 },
    ]);
  });

  it("draws larger type on a smaller canvas of the same shape", () => {
    const [before, after] = [formatsAt(), formatsAt(1.25)].map((all) => all.find(({ id }) => id === "wide"));
    expect([after?.width, after?.height]).toEqual([1536, 864]);
    expect(after?.u).toBe(before?.u);
  });
});

describe("wallScale({ height, farthest })", () => {
  it("lets the smallest characters reach a 150th of the distance", () => {
    expect(wallScale({ height: 1.8, farthest: 8 })).toBe(1); // 8 ÷ 150 = 53 mm; 1.8 m × 2.97 % = 53 mm
    expect(wallScale({ height: 1.5, farthest: 8 })).toBeCloseTo(1.197, 3);
  });

  it("goes no further than a picture can", () => {
    expect(wallScale({ height: 1, farthest: 30 })).toBe(1.5);
    expect(wallScale({ height: 5, farthest: 3 })).toBe(1);
  });
});
