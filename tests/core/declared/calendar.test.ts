import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDatasets } from "../../../src/core/declared/datasets.ts";
import { projectData } from "../../../src/load.ts";

/** Read the project's data sets with another calendar in one of them. */
function read(id: string, calendar: unknown) {
  const file = (name: string) => {
    const json = JSON.parse(readFileSync(join(projectData, "datasets", `${name}.json`), "utf8"));
    return {
      path: `datasets/${name}.json`,
      bytes: Buffer.from(JSON.stringify(name === id ? { ...json, calendar } : json)),
    };
  };
  const { datasets, findings } = readDatasets([file("units"), file("headcount"), file(id)]);
  return {
    isRead: datasets.has(id),
    findings: findings.map(({ code, facts }) => [code, (facts as { path: string }).path]),
  };
}

describe("calendar", () => {
  it.each([
    ["volunteers", { every: "quarter", due: "20" }],
    ["volunteers", { every: "year", due: "02-29", since: 2012 }],
    ["participants", { every: "year", due: "01-31" }],
  ])("of %s may be %j", (id, calendar) => {
    expect(read(id, calendar)).toEqual({ isRead: true, findings: [] });
  });

  it.each([
    ["volunteers", { every: "week", due: "01" }, "calendar.every"],
    ["volunteers", { every: "year", due: "31" }, "calendar.due"],
    ["volunteers", { every: "month", due: "01-31" }, "calendar.due"],
    ["volunteers", { every: "year", due: "13-01" }, "calendar.due"],
    ["volunteers", { every: "year", due: "01-31", grace: 3 }, "calendar"],
    ["participants", { every: "quarter", due: "20" }, "calendar"], // 年度 tells no quarter
    ["units", { every: "year", due: "01-31" }, "calendar"], // no time column
  ])("of %s may not be %j", (id, calendar, path) => {
    expect(read(id, calendar)).toEqual({ isRead: false, findings: [["CFG-01", path]] });
  });
});
