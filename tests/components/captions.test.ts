import { describe, expect, it } from "vitest";
import { legendStates } from "../../src/components/captions.ts";
import { figure, point } from "./figure.ts";

describe("legendStates(figures)", () => {
  it("lists the states that a chart marks: neither the usual one nor 修订, which stands in the table alone", () => {
    const points = (["final", "revised", "provisional", "withheld"] as const).map((state, i) =>
      point(2022 + i, { state }),
    );
    expect(legendStates([figure(points)])).toEqual(["withheld", "provisional"]);
  });
});
