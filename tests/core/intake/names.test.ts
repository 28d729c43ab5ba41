import { describe, expect, it } from "vitest";
import { checkNames } from "../../../src/core/intake/names.ts";
import { say } from "../../../src/core/message.ts";

const file = (path: string) => ({ path, bytes: new Uint8Array() });
const codes = (...paths: string[]) => checkNames(paths.map(file), []).map(({ code }) => code);
const message = (...paths: string[]) => checkNames(paths.map(file), []).map((found) => say(found).message);

describe("checkNames(files, unread)", () => {
  it("takes Chinese, blanks, widths and brackets", () => {
    const names = [
      "2024 年（汇总）.csv",
      "２０２４.CSV",
      "一处/2024-上报_v2.txt",
      "console.csv",
      "a+b&c=d,e;f!.csv",
    ];
    expect(codes(...names.map((name) => `volunteers/${name}`))).toEqual([]);
  });

  it.each([
    "2024#1.csv",
    "增长率?.csv",
    "50%.csv",
    "a\u0007b.csv",
    "a:b.csv",
    "a\\b.csv",
    "二处./2024.csv",
    "2024.csv ",
  ])("refuses %j, which an address or Windows would take for something else", (name) => {
    expect(codes(`volunteers/${name}`)).toEqual(["FILE-12"]);
  });

  it("names the character, also where it cannot be seen", () => {
    expect(message("a/50%.csv")[0]).toContain("“%”");
    expect(message("a/b\u0007.csv")[0]).toContain("“bU+0007.csv”含不能用的字符“U+0007”");
  });

  it.each(["CON.csv", "nul.csv", "com1", "LPT9.2024.csv", "aux/2024.csv"])(
    "refuses %s, a device of Windows",
    (name) => {
      expect(codes(`volunteers/${name}`)).toEqual(["FILE-12"]);
    },
  );

  it("refuses names of more than 100 characters, counted as people count them", () => {
    expect(codes(`volunteers/${"年".repeat(96)}.csv`)).toEqual([]);
    expect(codes(`volunteers/${"年".repeat(97)}.csv`)).toEqual(["FILE-12"]);
    expect(codes(`volunteers/${"𬭚".repeat(96)}.csv`)).toEqual([]);
  });

  it("refuses the second of two names that differ in case alone, and names both", () => {
    const found = checkNames([file("volunteers/A.csv"), file("volunteers/a.csv"), file("honors/a.csv")], []);
    expect(found.map(({ code, file, related }) => [code, file, related[0]?.file])).toEqual([
      ["FILE-12", "volunteers/a.csv", "volunteers/A.csv"],
    ]);
  });

  it.each([
    "../volunteers/2024.csv",
    "volunteers/../../2024.csv",
    "/etc/2024.csv",
    "volunteers//2024.csv",
    "./2024.csv",
  ])("refuses %s, which leads elsewhere", (path) => {
    expect(codes(path)).toEqual(["FILE-13"]);
  });

  it("says what could not be opened, and why", () => {
    const found = checkNames(
      [],
      [
        { path: "units/more.csv", why: "link" },
        { path: "units/\ufffd\ufffd.csv", why: "name" },
      ],
    );
    expect(found.map(({ code, level, file }) => [code, level, file])).toEqual([
      ["FILE-13", "E", "units/more.csv"],
      ["FILE-12", "E", "units/\ufffd\ufffd.csv"],
    ]);
  });
});
