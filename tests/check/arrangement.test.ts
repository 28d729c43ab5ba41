import { describe, expect, it } from "vitest";
import { arrange } from "../../src/check/arrangement.ts";

const datasets = new Set(["units", "volunteers"]);
const dropped = (...paths: string[]) => paths.map((path) => ({ path, bytes: new Uint8Array() }));
const never = () => null;
const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path);

describe("arrange(dropped, datasets, guess)", () => {
  it("takes a data folder by its exports, wherever it lies", () => {
    const of = arrange(
      dropped(
        "备份/data/exports/volunteers/2025.csv",
        "备份/data/exports/杂物/x.csv",
        "备份/data/datasets/volunteers.json",
        "备份/data/site.json",
        "备份/data/signoffs.csv",
        "备份/data/README.md",
        "备份/说明.txt",
      ),
      datasets,
      never,
    );
    expect(of.alone).toBe(true);
    expect(pathsOf(of.exports)).toEqual(["volunteers/2025.csv", "杂物/x.csv"]);
    expect(pathsOf(of.datasets)).toEqual(["datasets/volunteers.json"]);
    expect(of.settings?.path).toBe("site.json");
    expect(of.signoffs?.path).toBe("signoffs.csv");
  });

  it("takes a folder of data sets' folders for exports, whatever its name", () => {
    const of = arrange(
      dropped("2025年报/volunteers/a.csv", "2025年报/units/b.csv", "2025年报/c.csv"),
      datasets,
      never,
    );
    expect(of.alone).toBe(true);
    expect(pathsOf(of.exports)).toEqual(["c.csv", "units/b.csv", "volunteers/a.csv"]);
  });

  it("puts a data set's folder in the place of the site's", () => {
    const of = arrange(dropped("volunteers/2025.csv", "volunteers/旧/2024.csv"), datasets, never);
    expect(of.alone).toBe(false);
    expect(pathsOf(of.exports)).toEqual(["volunteers/2025.csv", "volunteers/旧/2024.csv"]);
    expect([...of.replaced]).toEqual(["volunteers"]);
    expect(of.loose.size).toBe(0);
  });

  it("puts a single file where its header belongs, and leaves one that belongs nowhere", () => {
    const guess = ({ path }: { readonly path: string }) => (path === "2026.csv" ? "volunteers" : null);
    const of = arrange(dropped("2026.csv", "别的.csv"), datasets, guess);
    expect(pathsOf(of.exports)).toEqual(["volunteers/2026.csv", "别的.csv"]);
    expect([...of.loose]).toEqual([
      ["volunteers/2026.csv", { dropped: "2026.csv", dataset: "volunteers" }],
      ["别的.csv", { dropped: "别的.csv", dataset: null }],
    ]);
  });

  it("ignores what systems leave behind, and composes names as the disk does not", () => {
    const of = arrange(
      dropped(
        "d/exports/units/.DS_Store",
        "d/exports/units/Thumbs.db",
        "d/.git/exports/x.csv",
        "d/exports/units/e\u0301.csv",
      ),
      datasets,
      never,
    );
    expect(pathsOf(of.exports)).toEqual(["units/\u00e9.csv"]);
  });
});
