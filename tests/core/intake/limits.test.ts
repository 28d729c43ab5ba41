import { describe, expect, it } from "vitest";
import { settingsSchema } from "../../../src/core/declared/settings.ts";
import { checkBytes, checkLines, limitsOf } from "../../../src/core/intake/limits.ts";
import { say } from "../../../src/core/message.ts";
import { datasets } from "../bureau.ts";

const volunteers = datasets.get("volunteers");
if (!volunteers) throw new Error("volunteers is a core data set");
const settings = settingsSchema.parse({ limits: { rows: 100 } });

describe("limitsOf(dataset, settings)", () => {
  it("is 20 MB and 500,000 rows unless the site or the data set says otherwise", () => {
    expect(limitsOf(volunteers, settingsSchema.parse({}))).toEqual({ megabytes: 20, rows: 500_000 });
    expect(limitsOf(volunteers, settings)).toEqual({ megabytes: 20, rows: 100 });
    expect(limitsOf({ ...volunteers, limits: { rows: 7 } }, settings)).toEqual({ megabytes: 20, rows: 7 });
  });
});

describe("checkBytes(file, limits)", () => {
  const file = { path: "volunteers/2024.csv", bytes: new Uint8Array(1024 * 1024 + 1) };

  it("refuses what is larger than the limit, and says how large it is", () => {
    expect(checkBytes(file, { megabytes: 1.1, rows: 1 })).toEqual([]);
    const [found] = checkBytes(file, { megabytes: 1, rows: 1 });
    expect(found && say(found).message).toBe("文件有 1.0 MB，超过上限 1 MB，没有读入。");
  });
});

describe("checkLines(path, text, limits)", () => {
  const count = (text: string, rows: number) => checkLines("a.csv", text, { megabytes: 1, rows }).length;

  it("counts lines below the header, whatever ends them", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      for (const last of ["", end]) {
        const text = ["年度", "2023", "2024"].join(end) + last;
        expect([count(text, 2), count(text, 1)]).toEqual([0, 1]);
      }
    }
    expect(count("", 1)).toBe(0);
  });
});
