import { describe, expect, it } from "vitest";
import { link } from "../src/link.ts";

describe("link(from, to)", () => {
  it("goes down from the root", () => {
    expect(link("index.html", "honors/index.html")).toBe("honors/index.html");
    expect(link("index.html", "data/indicators/volunteer-ratio.csv")).toBe(
      "data/indicators/volunteer-ratio.csv",
    );
  });
  it("climbs to the root", () => {
    expect(link("honors/index.html", "index.html")).toBe("../index.html");
    expect(link("a/b/index.html", "favicon.svg")).toBe("../../favicon.svg");
  });
  it("crosses from one folder to another", () => {
    expect(link("honors/index.html", "data/index.html#honors")).toBe("../data/index.html#honors");
  });
  it("stays inside a shared folder", () => {
    expect(link("data/index.html", "data/datasets/units.csv")).toBe("datasets/units.csv");
    expect(link("about/index.html", "about/index.html#states")).toBe("index.html#states");
  });
  it("does not take a file for a folder of the same name", () => {
    expect(link("data/index.html", "data")).toBe("../data");
  });
});
